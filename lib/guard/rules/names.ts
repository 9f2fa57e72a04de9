import { officeAfter, officeBefore } from './words';

export type Name = { text: string; at: number; /** stands there in office ("inspector Ana P.") or takes part ("Ana P. presented") */ inOffice: boolean };

// Words with a capital that begin no name: institutions, places, months, roles, the words a sentence begins with.
const noName = new Set(
  (
    'ministry police directorate prosecutor prosecution office court high supreme basic state special unit department sector border criminal interior justice health labour social welfare centre center national regional international united nations union european council council commission committee government montenegro serbia bosnia herzegovina kosovo albania croatia macedonia north south east west western balkan balkans podgorica niksic bar budva ulcinj herceg novi kotor tivat pljevlja berane rozaje cetinje bijelo polje danilovgrad belgrade sarajevo tirana skopje zagreb vienna geneva rome iom osce unodc unhcr unicef frontex europol interpol eurojust ngo red cross safe house human rights trafficking smuggling migrants victims victim protocol palermo istanbul convention law code criminal procedure standard operating procedures action plan strategy working group steering team coordination meeting training workshop module session day monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the this that these those a an in on at by for from with and or to of as it he she they we his her their our all each every two three four five six ten after before during when where who what how why one both some participants presentation agreed decision minutes agenda next item items case file annex chapter article office support protection identification referral mechanism interview interviewing trauma informed introduction opening closing welcome discussion data practical exercise exercise study visit manual handbook guidelines fund project ' +
    'ministarstvo ministarstva uprava uprave policije policija policiji tuzilastvo tuzilastva drzavno drzavnog specijalno specijalnog vrhovno visi sud suda osnovni odjeljenje sektor granicna granicne kriminalisticka unutrasnjih poslova pravde zdravlja rada socijalnog staranja centar centra nacionalni nacionalna regionalni regionalna medunarodni medunarodna ujedinjene ujedinjenih nacija nacije evropska evropske unija unije savjet komisija vlada vlade crna crne gora gore goru crnoj gori srbija srbije bosna hercegovina kosovo albanija hrvatska makedonija sjeverna zapadni balkan beograd tirana skoplje bec zeneva rim crveni krst sigurna kuca ljudska prava trgovina trgovine ljudima krijumcarenje migranata zrtve zrtava zrtva konvencija zakon zakonik krivicni zakonika postupku akcioni plan strategija radna grupa upravljacki odbor tim koordinacija sastanak sastanka obuka radionica modul sesija dan ponedjeljak utorak srijeda cetvrtak petak januar februar mart april maj jun jul avgust septembar oktobar novembar decembar u na i ili za sa od do po iz kod prema tokom nakon prije kada gdje ko sta kako zasto ovaj ova ovo ona on oni one njen njegov njihov svi sve jedan dva tri ucesnici izlaganje dogovoreno odluka zapisnik dnevni red sljedeci tacka predmet spis prilog clan podrska zastita identifikacija upucivanje mehanizam razgovor uvod otvaranje zatvaranje diskusija podaci vjezba studijska posjeta prirucnik smjernice fond projekat specijalni policijski odred jedinica suzbijanje borba protiv evropski evropskog crnogorska crnogorski jezik oruzje ' +
    // what somebody is called beside the name
    'survivor survivors suspect suspects witness witnesses protected minor accused defendant injured party beneficiary complainant ostecena ostecene osteceni ostecenoj ostecenu svjedok svjedoka svjedoku svjedokinja svjedokinje zasticeni zasticenog maloljetni maloljetna maloljetnog maloljetne korisnica korisnice sticenica sticenice sticenik osumnjiceni osumnjicenog okrivljeni okrivljenog optuzeni optuzenog prezivjela rodjena rodena rodjen roden djevojka djevojcica djecak contact send transport statement iskaz prevoz razgovor'
  ).split(' '),
);
const fold = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

const word = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const candidates = new RegExp(String.raw`(?<![\p{L}\d.])(?:${word}(?: ${word})+|${word} \p{Lu}\.(?:\s?\p{Lu}\.)?(?![\p{L}\d])|\p{Lu}\.\s?\p{Lu}\.(?:\s?\p{Lu}\.)?(?![\p{L}\d]))`, 'gu');

// The part of a run of capitalised words that may be a person: two neighbours of which neither belongs elsewhere.
function nameWithin(run: string): string | null {
  const words = run.split(' ');
  const from = words.findIndex((one) => !noName.has(fold(one)));
  const kept = words.slice(from).filter((one) => !noName.has(fold(one)));
  if (from < 0 || !kept[0]) return null;
  if (/^\p{Lu}\./u.test(kept[0])) return words.slice(from).join(' ');
  return kept.length >= 2 && kept[1] === words[from + 1] ? kept.slice(0, 3).join(' ') : null;
}

/** Names of people in a sentence, and whether each stands there in office. */
export function names(sentence: string): Name[] {
  const folded = fold(sentence);
  return [...sentence.matchAll(candidates)].flatMap((match) => {
    const text = nameWithin(match[0]);
    if (!text) return [];
    const at = match.index + match[0].indexOf(text);
    const inOffice = officeBefore.test(folded.slice(0, at)) || officeAfter.test(folded.slice(at + text.length));
    return [{ text, at, inOffice }];
  });
}
