import type { InstitutionRole, ProjectRole } from '@/lib/shared/vocabulary';
import type { Actor } from '../world';

/** The five accounts of the demo; all have the same password. */
export const accounts: readonly { key: Actor; email: string; name: string; isAdmin: boolean; role: ProjectRole | null }[] = [
  { key: 'admin', email: 'admin@example.org', name: 'Ana Radulović', isAdmin: true, role: null },
  { key: 'manager', email: 'manager@example.org', name: 'Marko Vukčević', isAdmin: false, role: 'manager' },
  { key: 'reviewer', email: 'reviewer@example.org', name: 'Ivana Dragović', isAdmin: false, role: 'manager' },
  { key: 'staff', email: 'staff@example.org', name: 'Nikola Kovačević', isAdmin: false, role: 'staff' },
  { key: 'donor', email: 'donor@example.org', name: 'Ingrid Solberg', isAdmin: false, role: 'donor' },
];
export const demoPassword = 'capacity-demo';

/** The file gives years; the months are illustrative. */
export const span = { start: '2018-02-01', end: '2019-07-31', timeZone: 'Europe/Podgorica', slug: 'px-0009' };

/** Three half-years; a report is due six weeks after each (DOMAIN §6). */
export const periods = [
  { name: 'Feb – Jul 2018', from: '2018-02-01', to: '2018-07-31', due: '2018-09-11' },
  { name: 'Aug 2018 – Jan 2019', from: '2018-08-01', to: '2019-01-31', due: '2019-03-14' },
  { name: 'Feb – Jul 2019', from: '2019-02-01', to: '2019-07-31', due: '2019-09-11' },
];

export const institutionRoles: Record<string, InstitutionRole> = {
  mup: 'counterpart',
  police: 'counterpart',
  criminal: 'counterpart',
  'special-unit': 'counterpart',
  border: 'counterpart',
  'public-order': 'counterpart',
  prosecutor: 'counterpart',
  iom: 'implementer',
  'al-counterpart': 'regional',
  'ba-counterpart': 'regional',
};

/** Names on the Montenegrin screen where the facts give none: translations, not official names. */
export const translatedNames: Record<string, string> = {
  'special-unit': 'Specijalna jedinica za istrage trgovine ljudima i krijumčarenja migranata',
  iom: 'Međunarodna organizacija za migracije',
  'al-counterpart': 'Partnerska policijska služba, Albanija',
  'ba-counterpart': 'Partnerska policijska služba, Bosna i Hercegovina',
};
