import { searchForm } from '@/components/form/grid/search-form';
import type { GridChoice } from '@/components/form/grid/types';
import type { Sex } from '@/lib/shared/vocabulary';

// Words of lists from the field, in the languages that meet here.
const sexWords: Record<Sex, string[]> = {
  female: ['female', 'f', 'w', 'woman', 'women', 'z', 'zena', 'zene', 'zensko', 'zenski', 'femer', 'femra'],
  male: ['male', 'm', 'man', 'men', 'musko', 'muski', 'muskarac', 'muskarci', 'mashkull'],
  other: ['other', 'drugo', 'ostalo', 'x', 'o'],
  not_stated: ['not stated', 'nije navedeno', 'nepoznato', 'n/a', '-', '–', '?'],
};
const roleWords: Record<string, string[]> = {
  trainee: ['trainee', 'participant', 'polaznik', 'polaznica', 'ucesnik', 'ucesnica'],
  trainer: ['trainer', 'lecturer', 'instructor', 'predavac', 'trener', 'instruktor'],
  chair: ['chair', 'chairperson', 'moderator', 'predsjedavajuci', 'predsjedavajuca'],
  member: ['member', 'attendee', 'clan', 'clanica'],
  observer: ['observer', 'posmatrac', 'posmatracica'],
};

const spoken = (words: Record<string, string[]>, text: string) => Object.entries(words).find(([, list]) => list.includes(text))?.[0];

/** The sex that a word means; the word itself where it means none. */
export const readSex = (text: string): string => spoken(sexWords, searchForm(text)) ?? text;

export const readRole = (text: string, choices: readonly GridChoice[]): string => {
  const found = spoken(roleWords, searchForm(text));
  return found && choices.some((choice) => choice.value === found) ? found : readChoice(text, choices);
};

/** The choice that a text names: by its whole label, else by the only label that begins with it or holds it; the text itself where none or several do. */
export function readChoice(text: string, choices: readonly GridChoice[]): string {
  const wanted = searchForm(text);
  if (wanted === '') return '';
  const labels = choices.map(({ value, label }) => ({ value, label: searchForm(label) }));
  const tries = [(label: string) => label === wanted, (label: string) => label.startsWith(wanted), (label: string) => label.includes(wanted)];
  for (const fits of tries) {
    const found = labels.filter(({ label }) => fits(label));
    if (found.length === 1 || (found.length > 1 && fits === tries[0])) return found[0]?.value ?? text;
  }
  return text;
}

const yes = ['1', 'x', 'da', 'd', 'yes', 'y', 'po', 'true', '+', '✓', '✔', 'v', 'p', 'present', 'prisutan', 'prisutna'];
export const readTick = (text: string): boolean => yes.includes(searchForm(text));
