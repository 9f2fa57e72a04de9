/** The narrative skeleton of a donor report in its order (DOMAIN §6); 'progress' stands for the comments on outcomes and outputs. */
export const sectionOrder = ['summary', 'context', 'progress', 'crossCutting', 'partnerships', 'challenges', 'sustainability', 'visibility', 'nextPeriod'] as const;
export type SectionName = (typeof sectionOrder)[number];

/** The sections that are one text each. */
export const narrativeSections = sectionOrder.filter((name) => name !== 'progress');
export type NarrativeSection = Exclude<SectionName, 'progress'>;

type Result = { id: string; level: string };

export const resultKey = (resultId: string): string => `output:${resultId}`;
export const indicatorKey = (indicatorId: string): string => `indicator:${indicatorId}`;

/** Every key under which a report of this results matrix may hold a text: sections, outcomes and outputs, indicators. */
export const sectionKeys = (results: readonly Result[], indicators: readonly { id: string }[]): string[] => [
  ...narrativeSections,
  ...results.filter((result) => result.level !== 'objective').map((result) => resultKey(result.id)),
  ...indicators.map((indicator) => indicatorKey(indicator.id)),
];

const written = (texts: Readonly<Record<string, string | undefined>>, key: string) => (texts[key] ?? '').trim() !== '';

/** Which sections have their text. Progress is written when every output has its comment; comments on indicators are a courtesy and not asked for. */
export function writtenSections(texts: Readonly<Record<string, string | undefined>>, results: readonly Result[]): Record<SectionName, boolean> {
  const outputs = results.filter((result) => result.level === 'output');
  const progress = outputs.length > 0 && outputs.every((output) => written(texts, resultKey(output.id)));
  return Object.fromEntries(sectionOrder.map((name) => [name, name === 'progress' ? progress : written(texts, name)])) as Record<SectionName, boolean>;
}

/** "6 of 9 sections written". */
export function completeness(texts: Readonly<Record<string, string | undefined>>, results: readonly Result[]): { written: number; of: number } {
  return { written: Object.values(writtenSections(texts, results)).filter(Boolean).length, of: sectionOrder.length };
}
