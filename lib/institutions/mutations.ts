import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { institutionNames, institutions } from '@/db/schema';
import type { Work } from '@/lib/action';
import { lastChange } from '@/lib/audit/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { CreateInstitutionInput, RenameInstitutionInput } from './schema';

/** Adds a node to the tree of institutions, with its names. Refuses a parent that does not exist. */
export async function createInstitution(work: Work, input: CreateInstitutionInput): Promise<{ id: string }> {
  const { names, ...row } = input;
  if (row.parentId) await lock(work, row.parentId, 'parentId');
  await work.tx.insert(institutions).values({ ...row, createdAt: work.now });
  const given = Object.entries(names).flatMap(([language, name]) => (name ? [{ id: newId(), institutionId: row.id, language, name }] : []));
  await work.tx.insert(institutionNames).values(given);
  work.audit.add('institutions', row.id, {}, { parentId: row.parentId, kind: row.kind, country: row.country, abbreviation: row.abbreviation, names });
  return { id: row.id };
}

/** Gives a unit its new names from a day on; the old ones stay with that day as their end. Refuses a newer version and a day before the present name began. */
export async function renameInstitution(work: Work, input: RenameInstitutionInput): Promise<{ id: string; version: number }> {
  const unit = await lock(work, input.institutionId);
  const present = await work.tx.select().from(institutionNames).where(and(eq(institutionNames.institutionId, unit.id), isNull(institutionNames.validTo)));
  if (unit.version !== input.version) throw await stale(work, unit, present);
  for (const [language, name] of Object.entries(input.names)) await renameIn(work, { unitId: unit.id, language, name, from: input.validFrom, old: present.find((row) => row.language === language) });
  await work.tx.update(institutions).set({ abbreviation: input.abbreviation, version: unit.version + 1 }).where(eq(institutions.id, unit.id));
  const before = Object.fromEntries(Object.keys(input.names).map((language) => [language, present.find((row) => row.language === language)?.name ?? null]));
  work.audit.add('institutions', unit.id, { names: before, abbreviation: unit.abbreviation, version: unit.version }, { names: input.names, abbreviation: input.abbreviation, version: unit.version + 1 });
  return { id: unit.id, version: unit.version + 1 };
}

async function stale(work: Work, unit: typeof institutions.$inferSelect, present: (typeof institutionNames.$inferSelect)[]): Promise<Refusal> {
  const nameIn = (language: string) => present.find((row) => row.language === language)?.name ?? '';
  const values = { names: { en: nameIn('en'), cnr: nameIn('cnr') }, abbreviation: unit.abbreviation ?? '' };
  return new Refusal('stale', { current: { version: unit.version, values, ...(await lastChange(work.tx, unit.id)) } });
}

type Renaming = { unitId: string; language: string; name: string | null; from: string; old?: typeof institutionNames.$inferSelect };

async function renameIn(work: Work, { unitId, language, name, from, old }: Renaming): Promise<void> {
  if (name === null || old?.name === name) return;
  if (old?.validFrom && from < old.validFrom) throw new Refusal('nameBeganLater', { field: 'validFrom', params: { date: old.validFrom } });
  // Named again on the same day: a correction, no second name.
  if (old?.validFrom === from) await work.tx.update(institutionNames).set({ name }).where(eq(institutionNames.id, old.id));
  else {
    if (old) await work.tx.update(institutionNames).set({ validTo: from }).where(eq(institutionNames.id, old.id));
    await work.tx.insert(institutionNames).values({ id: newId(), institutionId: unitId, language, name, validFrom: from });
  }
}

async function lock(work: Work, id: string, field?: string) {
  const [unit] = await work.tx.select().from(institutions).where(eq(institutions.id, id)).for('no key update');
  if (!unit) throw field ? new Refusal('noSuchInstitution', { field }) : notFound();
  return unit;
}
