import { catalogue } from '@/lib/indicators/rules/catalogue';
import { type BenchWorld, each, idOf, institutionsAt, per, perProject, periods, roles, type Table, table, towns, unitsOf, type Value } from './facts';

/** Users, institutions, places and the projects with their results and indicators. */
export function frame({ passwordHash, now }: BenchWorld): Table[] {
  const measured = catalogue.filter((measure) => !measure.key.startsWith('people.unnamed')).slice(0, 12);
  return [
    table('users', 'id email name password_hash is_admin created_at', [
      ...roles.map((role, n) => [idOf('user', n), `${role}@example.org`, `Bench ${role}`, passwordHash, false, now.toISOString()] as Value[]),
      [idOf('user', 9), 'admin@example.org', 'Bench admin', passwordHash, true, now.toISOString()],
    ]),
    table(
      'institutions',
      'id parent_id kind country',
      each(institutionsAt, (n) => [[idOf('institution', n), n % 5 === 0 ? null : idOf('institution', n - (n % 5)), 'police', n < 35 ? 'ME' : 'AL']]),
    ),
    table(
      'institution_names',
      'id institution_id language name',
      each(institutionsAt, (n) => [[idOf('institutionName', n), idOf('institution', n), 'en', `Institution ${n + 1}`]]),
    ),
    table(
      'places',
      'id country name lat lon',
      towns.map(([name, lat, lon], n) => [idOf('place', n), 'ME', name, lat, lon]),
    ),
    table(
      'projects',
      'id slug projects_id title status budget_usd coverage year start_date end_date time_zone',
      perProject((n) => [
        [
          idOf('project', n),
          `bx-${String(n).padStart(4, '0')}`,
          `BX.${String(n).padStart(4, '0')}`,
          `Stronger institutions ${n + 1}`,
          'active',
          200_000 + n * 1000,
          'National',
          2024,
          '2024-01-01',
          '2025-12-31',
          'Europe/Podgorica',
        ],
      ]),
    ),
    table(
      'memberships',
      'project_id user_id role',
      perProject((n) => roles.map((role, user) => [idOf('project', n), idOf('user', user), role === 'reviewer' ? 'manager' : role])),
    ),
    table(
      'project_institutions',
      'project_id institution_id role',
      perProject((n) => unitsOf(n).map((unit) => [idOf('project', n), idOf('institution', unit), 'counterpart'])),
    ),
    table(
      'reporting_periods',
      'id project_id name from_date to_date',
      perProject((n) => periods.map(([from, to], k) => [idOf('period', n * 4 + k), idOf('project', n), `Period ${k + 1}`, from, to])),
    ),
    table(
      'results',
      'id project_id parent_id level code statement position',
      perProject((n) => resultsOf(n)),
    ),
    table(
      'indicators',
      'id project_id result_id code statement unit method measure baseline target position',
      perProject((n) =>
        measured.map((measure, k) => [
          idOf('indicator', n * 100 + k),
          idOf('project', n),
          idOf('result', n * 10 + 2 + (k % per.outputs)),
          `1.${1 + (k % per.outputs)}.${'abc'[Math.floor(k / per.outputs)]}`,
          `Indicator ${measure.key}`,
          measure.unit === 'share' ? '%' : 'number',
          'computed',
          measure.key,
          0,
          measure.unit === 'share' ? 80 : 300,
          k,
        ]),
      ),
    ),
  ];
}

function resultsOf(project: number): Value[][] {
  const base = project * 10;
  const row = (k: number, parent: number | null, level: string, code: string): Value[] => [
    idOf('result', base + k),
    idOf('project', project),
    parent === null ? null : idOf('result', base + parent),
    level,
    code,
    `Result ${code}`,
    k,
  ];
  return [row(0, null, 'objective', '0'), row(1, 0, 'outcome', '1'), ...Array.from({ length: per.outputs }, (_, k) => row(2 + k, 1, 'output', `1.${k + 1}`))];
}
