import type { NameGroup } from './names';

export type Group = {
  /** people are called key + number: 'bo1' */
  key: string;
  institution: string;
  women: number;
  men: number;
  /** sex not stated on the list */
  unstated?: number;
  names: 'local' | NameGroup;
  posts: readonly string[];
};

/** 113 people by unit; about a third are women. */
export const groups: readonly Group[] = [
  { key: 'bo', institution: 'border', women: 8, men: 20, names: 'local', posts: ['Border police inspector', 'Shift leader', 'Document examiner', 'Border police officer', 'Senior border police officer'] },
  { key: 'su', institution: 'special-unit', women: 4, men: 6, names: 'local', posts: ['Investigator', 'Senior investigator', 'Intelligence analyst', 'Head of the unit'] },
  { key: 'cr', institution: 'criminal', women: 4, men: 11, names: 'local', posts: ['Criminal police inspector', 'Senior inspector', 'Financial investigator', 'Cybercrime officer'] },
  { key: 'pr', institution: 'prosecutor', women: 6, men: 4, names: 'local', posts: ['State prosecutor', 'Senior adviser', 'Prosecutor in charge of international legal assistance'] },
  { key: 'po', institution: 'public-order', women: 9, men: 26, unstated: 1, names: 'local', posts: ['Patrol officer', 'Patrol leader', 'Duty officer', 'Community police officer'] },
  { key: 'mi', institution: 'mup', women: 1, men: 1, names: 'local', posts: ['Head of department', 'Adviser to the minister'] },
  { key: 'di', institution: 'police', women: 0, men: 1, names: 'local', posts: ['Assistant director'] },
  { key: 'io', institution: 'iom', women: 2, men: 1, names: 'international', posts: ['Project manager', 'Counter-trafficking expert', 'Project assistant'] },
  { key: 'al', institution: 'al-counterpart', women: 1, men: 3, names: 'albania', posts: ['Head of sector', 'Investigator', 'Liaison officer'] },
  { key: 'ba', institution: 'ba-counterpart', women: 2, men: 2, names: 'bosnia', posts: ['Inspector', 'Head of department', 'Analyst'] },
];
