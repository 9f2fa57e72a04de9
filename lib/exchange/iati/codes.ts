import type { ProjectStatus, ResultLevel } from '@/lib/shared/vocabulary';

/** Codes of IATI 2.03 that the app uses, by their code lists. Identifiers never change once published. */
export const iati = {
  version: '2.03',
  /** the International Organization for Migration as it publishes, of type 40 (multilateral) */
  publisher: { ref: 'XM-DAC-47066', type: '40', name: 'International Organization for Migration (IOM)' },
  /** OrganisationRole */
  roles: { funding: '1', accountable: '2', implementing: '4' },
  /** OtherIdentifierType: the reporter's own identifier, and a former or secondary one */
  identifiers: { own: 'A1', secondary: 'A9' },
  /** purpose code of orderly, safe, regular and responsible migration: what the Fund finances */
  sector: '15190',
  dates: { plannedStart: '1', actualStart: '2', plannedEnd: '3', actualEnd: '4' },
  /** CollaborationType, FlowType, FinanceType, AidType, TiedStatus */
  defaults: { collaboration: '4', flow: '10', finance: '110', aid: 'C01', tied: '5' },
  incomingCommitment: '11',
  measures: { unit: '1', percentage: '2', nominal: '3', qualitative: '5' },
  /** an indicator's reference: own vocabulary */
  ownVocabulary: '99',
} as const;

export const statusCodes: Record<ProjectStatus, string> = { planned: '1', active: '2', completed: '4', cancelled: '5', suspended: '6' };
export const resultTypes: Record<ResultLevel, string> = { output: '1', outcome: '2', objective: '3' };

/** An identifier as IATI allows it: none of / & | ?, nothing but signs that print. */
export const identifierOf = (projectsId: string): string => `${iati.publisher.ref}-${projectsId.replace(/[/&|?\s]/g, '')}`;

let codes: ReadonlyMap<string, string> | undefined;

/** The ISO code of a country by its English name; null where no country is called so. */
export function countryCode(name: string): string | null {
  codes ??= countryNames();
  return codes.get(folded(name)) ?? null;
}

const folded = (name: string) => name.replace(/&/g, 'and').replace(/\(.*?\)|[^\p{L} ]/gu, '').trim().toLowerCase();

function countryNames(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  // Regions and retired codes have names too; X… and Z… are nobody's country.
  return new Map(all.filter((code) => !/^(X|ZZ|EU|EZ|UN|QO)/.test(code)).flatMap((code) => { const name = names.of(code); return name ? [[folded(name), code] as const] : []; }));
}
