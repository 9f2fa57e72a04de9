import { sound, words } from './names';

// Given and family names that many people here bear, as they sound. Two different ones of these are two names, never a slip of the pen: Marko is not Mirko,
// Petrović is not Petković. Names that are not here are compared letter by letter.
const given = `
adis admir adnan agim agron ahmed ajla albert aleksa aleksandar aleksandra almir alma amar amela amir amra ana andela andrej andrija anel anes anja arben ardit armin arta artan asmir azra
besa besim besnik biljana blerim blerta bogdan bojan bojana boris boro bosko bozidar branka branko dado dafina dalila damir damjan danica daniel danijel danijela danilo dani darko davor dejan dejana
demir denis desanka dijana dina dino dobrila dorde dragan dragana drago dragoljub drasko dritan drita dusan dusanka dusko dzenan dzenana edin edina edita edmir elma elmir elvir elvira elvis emina emir emira enes
enisa ensar ermin ermina fadil fahrudin faruk fatima fatmir filip fikret gazmend goran gordana haris hasan hava hana hatidza hristina ibrahim igor ilija ilir ismet isidora ivan ivana ivo izet jasmin jasmina jasna
jelena jelica jovan jovana jovo kemal kenan kosta kristina ksenija lana lazar lejla lejana lena lidija ljiljana ljubica ljubisa luka lulzim maja marija marijana marina marko marta martin mehmed melisa mersiha mihailo milan
milana mile milena milica milija milos milorad milutin mira miralem mirela mirjana mirko miro miroslav mirsad mirsada mirza mladen momir mustafa nada nadija naser natasa nebojsa nedim nemanja nenad nermin nermina
nevena nikola nikolina nina novak novo obrad ognjen olga olivera osman pavle petar petra predrag rade radmila radoje radomir radovan ramiz ranko rasim ratko refik rijad ruza safet sanela sanja sasa sava
savo sead selma semir senad senada senka sinisa slavica slavko slobodan snezana sonja srdan stana stanko stefan stevan stevo suada suzana svetlana tamara tanja teodora tijana tina tomislav uros valentina vanja
vasilije vasko vera veljko vesna vido vjera vladan vladimir vladislav voislav vuk vukasin zana zarko zehra zeljka zeljko zivko zlatko zoran zorana zorica zvezdana ejup fitim flamur genc gzim hazir ilirijana
kustrim lindita lirim luan merita naim nora petrit rexep redep rina sabri skender sokol valon vjosa veton zef`;
const family = `
abazovic adrovic alic babic bajramovic bakic begovic berisa bogdanovic bojanic boskovic boljevic bozovic bulatovic camaj cirovic culafic dacic dautovic dedovic djokic dokic djurovic durovic dukanovic durisic dragovic drljevic
dzankovic fetic filipovic gashi gasi gojkovic golubovic grbovic hadzic hajdarpasic halilovic hasanovic hodza hodzic hot ibrahimovic ivanovic jankovic janjusevic jelic jovanovic jovovic kadic kaludjerovic kaluderovic kastrati knezevic
kolic kovac kovacevic kovacic krasnici krasnici kujovic lakic lazarevic lazovic lekic lukic lulgjuraj ljuljduraj ljumovic maras maric marjanovic markovic martinovic masic medojevic mehmedovic mihailovic mijovic mijanovic milic milosevic milovic minic
mitrovic muhovic mujic muratovic musa nikcevic nikolic novovic numanovic omerovic osmanovic pavicevic pavlovic pejovic perovic pesic petkovic petrovic popovic prelevic racic radevic radovic radonjic radulovic radunovic raickovic raicevic
rakocevic ramadani rastoder rugova rukaj savic sabanovic scekic scepanovic sekulic selimovic simonovic skrijelj spahic spasic stamatovic stankovic stanisic stevanovic stojanovic sukovic susic tomasevic tomic todorovic tomovic
vasiljevic vlahovic vojvodic vucinic vuckovic vujacic vujosevic vujovic vukcevic vukotic vukovic vuksanovic zekic zecevic zejnilovic zivkovic zizic`;

export const knownNames: ReadonlySet<string> = new Set(words(sound(`${given} ${family}`)));
