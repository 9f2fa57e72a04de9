// Fictional people: given and family names that are common in Montenegro and around it, put together by chance.
type Names = { female: readonly string[]; male: readonly string[]; family: readonly string[] };
const words = (text: string) => text.split(' ');

export const names = {
  montenegrin: {
    female: words('Ana Jelena Marija Milica Ivana Jovana Tamara Sanja Maja Nataša Dragana Vesna Snežana Tijana Anđela Katarina Slavica Žana Bojana Ksenija Nevena Olivera Radmila Danijela Đurđina Sonja'),
    male: words('Marko Nikola Petar Milan Luka Stefan Aleksandar Danilo Bojan Dejan Goran Igor Jovan Ivan Miloš Nemanja Predrag Radovan Slavko Srđan Vladimir Zoran Željko Đorđe Branko Dragan Filip Balša Veselin Krsto Momčilo Rajko Savo Vasilije'),
    family: words('Vujošević Perović Radović Popović Ivanović Vuković Knežević Bulatović Šćepanović Raičević Božović Krivokapić Lakićević Mijović Pejović Đurović Ćetković Žugić Šaranović Radonjić Milić Boljević Femić Gardašević Ivanišević Jokić Lazović Mugoša Pavićević Rakočević Savićević Tomović Vlahović Zeković Čađenović Đukić Šofranac Žižić Babović Marović Kaluđerović Mićunović Stanišić Laković Obradović Čogurić Vukićević'),
  },
  bosniak: {
    female: words('Amina Selma Emina Lejla Merima Aida'),
    male: words('Emir Admir Senad Almir Damir Mirza Haris Edin'),
    family: words('Hadžić Muratović Adrović Škrijelj Nurković Agović Kurpejović Šabotić Ramdedović Ličina Kalač'),
  },
  albanian: {
    female: words('Arta Drita Valentina Mirjeta Lindita Teuta'),
    male: words('Arben Agron Besnik Gjergj Luan Viktor Pashko Ardian'),
    family: words('Camaj Gjokaj Gojçaj Ljuljđuraj Ivezaj Kajoshaj Marashi Lekaj Nikaj Vulaj'),
  },
  albania: { female: words('Elira Blerina Ornela'), male: words('Ilir Sokol Altin Erion'), family: words('Hoxhaj Prifti Leka Shkurti Gjoni Bardhi') },
  bosnia: { female: words('Azra Dženana Mirela'), male: words('Adnan Zlatko Mladen Jasmin'), family: words('Begić Halilović Tomić Kovač Mešić Blagojević') },
  international: { female: words('Elena Sofia'), male: words('Thomas Andrej'), family: words('Marinova Lindqvist Novak') },
} as const satisfies Record<string, Names>;

export type NameGroup = keyof typeof names;
