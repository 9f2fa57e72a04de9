// The lexicon of the guard. All patterns run over folded text (lower case, no diacritics, one sign per sign), so "žrtva", "Žrtva" and "zrtva" are one word.

/** Words that speak of one person as victim, witness, suspect or protected, in either language. */
export const personWords = [
  // A victim, but not what is done for victims in general ("victim support", "victim-centred").
  'victim(?![ -]?(?:s\\b|support|protection|assist|identif|referr|servic|cent(?:red|ered)|care|advocat|impact|rights|coordinator|participation|trauma|friendly|survey|assess|fund|compens|data|statist|guid|interview|handling|awareness|outreach|hotline|template|policy|policies))',
  'survivor(?!s|[ -](?:support|led|centred|centered))',
  'trafficked (?:woman|girl|boy|man|child|person|minor)', 'was (?:trafficked|exploited|smuggled|raped|abused|forced|sold|rescued|lured)', 'had been (?:trafficked|exploited|smuggled|raped|abused|forced|sold|rescued|lured)',
  'injured party', 'protected witness', 'suspect(?!s|ed)', 'defendant(?!s)', 'the accused', 'testified against', '(?:placed|accommodated|housed|stays|lives|living) in (?:the|a) (?:\\w+ )?shelter', 'smuggled (?:migrant|child|minor|girl|boy)(?!s)', 'sexually (?:abused|exploited)',
  'zrtv(?:a|u|om)(?![a-z])', 'zrtvi(?= )', 'prezivjel(?:a|u|oj|og|om)(?![a-z])', 'osumnjicen(?:i|a|og|om|oj|u)(?![a-z])', 'okrivljen(?:i|a|og|om|oj|u)(?![a-z])', 'optuzen(?:i|a|og|om|oj|u)(?![a-z])',
  'zasticen(?:i|a|og|u) svjedo', 'svjedokinj(?:a|u|e|i)', 'svjedocil', 'prokrijumcaren(?:a|og|u|oj)?(?![a-z])', 'eksploatisan(?:a|u|og)?(?![a-z])', 'silovan', 'zlostavljan(?:a|u|og)?(?![a-z])', 'vrbovan(?:a|u|og)?(?![a-z])',
  'ostecen(?:a|i|u|og|oj|om) u postupku', 'prinudjivan|prinudivan|prisiljavan', '(?:smjesten|smjestena|boravi|zbrinuta|zbrinut) u (?:\\w+ )?sklonist',
].map((source) => new RegExp(`(?<!\\b(?:any|every|each|potential|svak[aeu]|svakoj|bilo koja|bilo koju|moguc[aeu]) )\\b(?:${source})`));

/** Words that point at a person only where the name stands beside them ("victims Ana P. and Eva K.", "iskaz žrtve Ane P."); alone they are the subject matter. */
export const besideWords = /(?:victims?|survivors?|witness(?:es)?|suspects?|complainant|minor|beneficiary|zrtv(?:a|e|u|om|i|ama)|ostecen(?:a|e|i|u|og|oj|om|ih)|svjedo(?:k|ka|ku|kom|ci)|maloljetn(?:a|e|i|u|og|oj|om)|sticeni(?:k|ka|ca|ce|cu|com)|korisnic(?:a|e|u|om)|osumnjicen(?:i|ih|im))[:,]?\s*(?:(?:named|called|mr\.?|ms\.?|mrs\.?|is|are|was|po imenu|imenom|je|su|inicijala|initials) )*["„(]?$/;
/** The same after the name: "Ana P. (victim)", "Ana P., žrtva". */
export const afterWords = /^["“”)]?\s*[,(–-]?\s*(?:(?:a|the|as|is|was|who|je|kao|and|i|presumed|potential|alleged|moguca|potencijalna) )*(?:victim(?!s|[ -]\w)|survivor|witness|suspect(?!ed)|minor\b|minors\b|ostecen(?:a|i)\b|zrtva\b|zrtve\b|maloljetn(?:a|i)\b|svjedok)/;

/** Equipment is "oštećeno" (damaged) too. */
export const damaged = /\b(?:oprem|laptop|vozil|kamer|ekran|uredaj|uredjaj|racunar|stampac|dron|kabl|punjac)/;

/** Before a name: who bears this speaks or acts in office. */
export const officeBefore = /\b(?:prosecutor|inspector|judge|minister|director|coordinator|officer|trainer|expert|ambassador|head|chief|commander|captain|professor|lecturer|lawyer|moderator|presenter|speaker|chair|colleague|analyst|advis[eo]r|psychologist|manager|deputy|representative|secretary|facilitator|ombudsperson|tuzilac|tuzioca|tuziocu|tuziteljk[aeiu]|inspektor(?:a|k[aeiu])?|sudij[aeu]|ministar|ministark[ae]|direktor(?:ica|ka)?|koordinator(?:ka|ke|ku)?|sluzbeni(?:k|ka|ca|ce)|trener(?:ica|ka|i)?|predavac(?:ica|i)?|ekspert(?:kinja)?|nacelni(?:k|ca)|komandir|savjetni(?:k|ca|ce)|zamjeni(?:k|ca)|predstavni(?:k|ca|ce)|moderator(?:ka)?|psiholog(?:inja)?|koleg(?:a|inica)|rukovodi(?:lac|teljka)|advokat(?:ica)?|izlaze|izlagac(?:i|ica)?|voditelj(?:ka)?|sekretar(?:ka)?)(?: (?:of|from|iz) [\w ]{0,40})?[:,]?(?: (?:mr|ms|mrs|dr|gdin|gda|gospodin|gospoda)\.?)?\s*$/;

/** After a name: an office, an institution, or the act of somebody who takes part in the meeting. */
export const officeAfter =
  /^\s*(?:[,(–:-]\s*(?:the |a |an )?(?:\w+ ){0,4}?(?:prosecutor|inspector|judge|minist|director|coordinator|officer|trainer|expert|police|iom|unhcr|ngo|osce|embassy|head|chief|lawyer|psychologist|adviser|unit|tuzi|inspektor|sudij|direktor|koordinator|sluzbeni|trener|predavac|ekspert|uprav|mup|nvo|nacelni|savjetni|odsjek|psiholog|centar)|(?:from|of|iz|ispred) (?:the )?(?:\w+ ){0,3}?(?:ministry|police|prosecut|iom|embassy|ngo|court|centre|office|ministarstv|uprav|mup|tuzilast|ambasad|nvo|sud|centr|kancelarij|odsjek)|(?:also |then |briefly )?(?:present(?:ed|s)|explain(?:ed|s)|open(?:ed|s)|spoke|speaks|facilitat(?:ed|es)|moderat(?:ed|es)|deliver(?:ed|s)|propos(?:ed|es)|inform(?:ed|s)|thank(?:ed|s)|chair(?:ed|s)|suggest(?:ed|s)|train(?:ed|s)|report(?:ed|s)|will|shall|to (?:draft|prepare|send|share|organi[sz]e|present|coordinate|circulate|check|contact|revise|invite|follow|update|translate)|je (?:predstavi|prikaza|otvori|govori|objasni|moderira|predlozi|obavijesti|zahvali|vodi|izlozi|odrza|pripremi|istak|najavi|upozna|informisa)|prikaza(?:o|la) |predstavlja|otvara|govori|objasnjava|moderira|predlaze|vodi|izlaze|priprema|dostavlja|ce\b|da (?:pripremi|dostavi|organizuje|posalje|izradi|predstavi)))/;
