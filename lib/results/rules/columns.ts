import { type Column, type ColumnValue, fold, type Wording } from '@/lib/exchange/columns';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { type Aggregation, aggregations, type Disaggregation, disaggregations, type MeetingType, meetingTypes, type TrainingType, trainingTypes } from '@/lib/shared/vocabulary';

const levels: { value: string; en: string; cnr: string; also: string[] }[] = [
  { value: 'objective', en: 'Objective', cnr: 'Cilj', also: ['Overall objective', 'Impact', 'Goal', 'Opšti cilj', 'Uticaj'] },
  { value: 'outcome', en: 'Outcome', cnr: 'Ishod', also: ['Specific objective', 'Purpose', 'Posebni cilj', 'Svrha'] },
  { value: 'output', en: 'Output', cnr: 'Rezultat', also: ['Result'] },
  { value: 'indicator', en: 'Indicator', cnr: 'Pokazatelj', also: ['Indikator'] },
];
const types: Record<TrainingType | MeetingType, Wording> = {
  ...{ course: { en: 'Course', cnr: 'Kurs' }, workshop: { en: 'Workshop', cnr: 'Radionica' }, training_of_trainers: { en: 'Training of trainers', cnr: 'Obuka za predavače' }, study_visit: { en: 'Study visit', cnr: 'Studijska posjeta' }, mentoring: { en: 'Mentoring', cnr: 'Mentorstvo' }, exercise: { en: 'Exercise', cnr: 'Vježba' } },
  ...{ coordination: { en: 'Coordination', cnr: 'Koordinacioni' }, steering: { en: 'Steering', cnr: 'Upravni odbor' }, working_group: { en: 'Working group', cnr: 'Radna grupa' }, bilateral: { en: 'Bilateral', cnr: 'Bilateralni' }, regional: { en: 'Regional', cnr: 'Regionalni' }, ceremony: { en: 'Ceremony', cnr: 'Svečanost' } },
};
const combined: Record<Aggregation, Wording> = { sum: { en: 'Sum of periods', cnr: 'Zbir perioda' }, latest: { en: 'Latest period', cnr: 'Posljednji period' }, average: { en: 'Average of periods', cnr: 'Prosjek perioda' } };
const brokenDown: Record<Disaggregation, Wording> = { sex: { en: 'Sex', cnr: 'Pol' }, age: { en: 'Age band', cnr: 'Starosna grupa' }, institution: { en: 'Institution', cnr: 'Institucija' }, place: { en: 'Place', cnr: 'Mjesto' }, topic: { en: 'Topic', cnr: 'Tema' } };
const choices = <T extends string>(list: readonly T[], wording: Readonly<Record<T, Wording>>): ColumnValue[] => list.map((value) => ({ value, wording: wording[value] }));
/** By what an indicator can be broken down, as a file says it. */
export const disaggregationWords = choices(disaggregations, brokenDown);

/** What narrows the measure of a line. An output is named by its code in the same file, an institution by its name or by its whole path. */
export const filterColumns: Column[] = [
  { key: 'filter.regional', wording: { en: 'Filter: regional', cnr: 'Filter: regionalno' }, values: [{ value: 'yes', wording: { en: 'Regional only', cnr: 'Samo regionalno' }, also: ['Da', 'Regional'] }, { value: 'no', wording: { en: 'Not regional', cnr: 'Nije regionalno' }, also: ['Ne'] }], hint: { en: 'Filters narrow a measure; empty counts all', cnr: 'Filteri sužavaju mjeru; prazno broji sve' } },
  { key: 'filter.type', wording: { en: 'Filter: type', cnr: 'Filter: vrsta' }, values: choices([...trainingTypes, ...meetingTypes], types), hint: { en: 'Type of training or meeting', cnr: 'Vrsta obuke ili sastanka' } },
  { key: 'filter.topic', wording: { en: 'Filter: topic', cnr: 'Filter: tema' }, hint: { en: 'Topic of trainings', cnr: 'Tema obuka' } },
  { key: 'filter.outputId', wording: { en: 'Filter: output', cnr: 'Filter: rezultat' }, hint: { en: 'Code (or statement) of an output in this file or in the matrix', cnr: 'Šifra (ili iskaz) rezultata u ovoj datoteci ili u matrici' } },
  { key: 'filter.institutionId', wording: { en: 'Filter: institution', cnr: 'Filter: institucija' }, width: 30, hint: { en: 'With its units; name as in the register, or its path: Ministry > Directorate', cnr: 'Sa jedinicama; naziv kao u registru, ili putanja: Ministarstvo > Uprava' } },
];
const number = { en: 'A number; empty where it is unknown', cnr: 'Broj; prazno gdje je nepoznato' };

/** Headings and closed words of a results matrix as a file, in both languages. One line for each result and each indicator, in the order of the matrix. */
export const matrixColumns: Column[] = [
  { key: 'level', wording: { en: 'Level', cnr: 'Nivo' }, also: ['Type', 'Vrsta'], required: true, width: 14, values: levels.map(({ value, en, cnr, also }) => ({ value, wording: { en, cnr }, also })), hint: { en: 'An output stands below the last outcome above it, an indicator below the last result', cnr: 'Rezultat stoji ispod posljednjeg ishoda iznad njega, pokazatelj ispod posljednjeg rezultata, ishoda ili cilja' } },
  { key: 'code', wording: { en: 'Code', cnr: 'Šifra' }, width: 10, hint: { en: 'Codes follow the order; read only where a filter names an output', cnr: 'Šifre slijede redosljed; čita se samo gdje filter navodi rezultat' } },
  { key: 'statement', wording: { en: 'Statement', cnr: 'Iskaz' }, also: ['Title', 'Description', 'Naziv', 'Opis'], required: true, width: 60 },
  { key: 'assumptions', wording: { en: 'Assumptions', cnr: 'Pretpostavke' }, width: 40, hint: { en: 'Of results', cnr: 'Za ciljeve, ishode i rezultate' } },
  { key: 'definition', wording: { en: 'Definition', cnr: 'Definicija' }, width: 40 },
  { key: 'unit', wording: { en: 'Unit', cnr: 'Jedinica' }, hint: { en: 'For example persons, cases, %, yes/no; qualitative where it is answered in words', cnr: 'Na primjer osobe, predmeti, %, yes/no; qualitative kad se odgovara riječima' } },
  { key: 'measure', wording: { en: 'Measure', cnr: 'Mjera' }, width: 30, values: catalogue.map(({ key, wording }) => ({ value: key, wording: { en: wording.en.label, cnr: wording.cnr.label } })), hint: { en: 'What is computed from approved records; empty where somebody reports the value', cnr: 'Šta se računa iz odobrenih zapisa; prazno kad vrijednost neko unosi' } },
  ...filterColumns,
  { key: 'aggregation', wording: { en: 'Periods combine as', cnr: 'Periodi se spajaju kao' }, values: choices(aggregations, combined), hint: { en: 'Of reported values; empty: percentages, yes/no and words take the latest, all else is summed', cnr: 'Za unesene vrijednosti; prazno: procenti, da/ne i odgovori riječima uzimaju posljednju, sve ostalo se sabira' } },
  { key: 'direction', wording: { en: 'Direction', cnr: 'Smjer' }, values: [{ value: 'increase', wording: { en: 'More is better', cnr: 'Više je bolje' }, also: ['increase', 'up'] }, { value: 'decrease', wording: { en: 'Less is better', cnr: 'Niže je bolje' }, also: ['decrease', 'down', 'Lower is better', 'Manje je bolje'] }], hint: { en: 'Needed where there is a target and no baseline; else empty: as baseline and target say', cnr: 'Potreban gdje postoji ciljna a ne i polazna vrijednost; inače prazno: kako one kažu' } },
  { key: 'baseline', wording: { en: 'Baseline', cnr: 'Polazna vrijednost' }, also: ['Polazna'], hint: number },
  { key: 'baselineYear', wording: { en: 'Baseline year', cnr: 'Godina polazne vrijednosti' }, also: ['Godina'] },
  { key: 'target', wording: { en: 'Target', cnr: 'Ciljna vrijednost' }, also: ['Ciljna'], hint: number },
  { key: 'source', wording: { en: 'Means of verification', cnr: 'Izvor provjere' }, also: ['Source of verification', 'Source'], width: 30 },
  { key: 'collectionMethod', wording: { en: 'Collection method', cnr: 'Način prikupljanja' }, width: 30 },
  { key: 'frequency', wording: { en: 'Collected', cnr: 'Prikuplja se' }, also: ['Frequency', 'Učestalost'], values: [['monthly', 'Monthly', 'Mjesečno'], ['quarterly', 'Quarterly', 'Tromjesečno'], ['half_yearly', 'Every six months', 'Svakih šest mjeseci'], ['yearly', 'Yearly', 'Godišnje'], ['once', 'Once', 'Jednom']].map(([value = '', en = '', cnr = '']) => ({ value, wording: { en, cnr } })) },
  { key: 'responsible', wording: { en: 'Responsible', cnr: 'Odgovorna osoba' } },
  { key: 'disaggregateBy', wording: { en: 'Broken down by', cnr: 'Razvrstava se po' }, width: 24, hint: { en: 'Sex, Age band, Institution, Place, Topic; several with a semicolon between them', cnr: 'Pol, Starosna grupa, Institucija, Mjesto, Tema; više njih razdvojeno tačkom i zarezom' } },
];
/** What an export says beyond that; reading passes it over. */
export const exportColumns: Column[] = [
  { key: 'method', wording: { en: 'Method', cnr: 'Način' } },
  { key: 'actual', wording: { en: 'Actual', cnr: 'Ostvareno' } },
  { key: 'numerator', wording: { en: 'Part', cnr: 'Dio' } },
  { key: 'denominator', wording: { en: 'Whole', cnr: 'Cjelina' } },
  { key: 'state', wording: { en: 'State', cnr: 'Stanje' } },
];

export type PeriodColumn = { id: string; name: string; from: string; to: string };
const milestone: Wording = { en: 'Milestone', cnr: 'Međuvrijednost' };
export const milestoneKey = (periodId: string): string => `milestone:${periodId}`;

/** A column for each reporting period of the project: the value expected by its end. */
export const milestoneColumns = (periods: readonly PeriodColumn[]): Column[] =>
  periods.map(({ id, name }) => ({ key: milestoneKey(id), wording: { en: `${milestone.en} ${name}`, cnr: `${milestone.cnr} ${name}` }, hint: { en: 'Reached in all by the end of this period; the last one is the target', cnr: 'Ukupno dostignuto do kraja ovog perioda; posljednja je ciljna vrijednost' } }));

/** The column of a heading that says milestone and names a period of the project: by its name, its days, or its last day. */
export const milestoneAsked = (periods: readonly PeriodColumn[]) => (cell: string): string | null => {
  const said = fold(cell);
  const word = Object.values(milestone).map(fold).find((start) => said.startsWith(start));
  const found = word && periods.find(({ name, from, to }) => [name, from + to, to].some((known) => fold(known) === said.slice(word.length)));
  return found ? milestoneKey(found.id) : null;
};
