import { date, doublePrecision, index, pgTable, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { institutionKinds } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, version } from '../columns';

export const institutions = pgTable(
  'institutions',
  {
    id: id(),
    parentId: uuid('parent_id').references((): AnyPgColumn => institutions.id),
    kind: text('kind', { enum: institutionKinds }).notNull(),
    /** ISO 3166-1 alpha-2; null for international organisations */
    country: text('country'),
    abbreviation: text('abbreviation'),
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [index('institutions_parent_idx').on(t.parentId), oneOf('institutions_kind', 'kind', institutionKinds), maxLength('institutions_length', { abbreviation: 40, country: 2 })],
);

/** Names per language with validity: units get renamed, old records keep their meaning. */
export const institutionNames = pgTable(
  'institution_names',
  {
    id: id(),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
    language: text('language').notNull(),
    name: text('name').notNull(),
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
  },
  (t) => [uniqueIndex('institution_names_key').on(t.institutionId, t.language, t.validFrom), maxLength('institution_names_length', { name: 300, language: 10 })],
);

/** Towns and other places. Coordinates are the town's, never a venue's. */
export const places = pgTable(
  'places',
  {
    id: id(),
    country: text('country'),
    /** subdivision code such as ISO 3166-2 */
    code: text('code'),
    name: text('name').notNull(),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    source: text('source'),
  },
  (t) => [uniqueIndex('places_name_key').on(t.name, t.country), maxLength('places_length', { name: 200, country: 2, code: 12 })],
);
