import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import { useFormat } from '@/lib/i18n/use-format';
import { daysBetween } from '@/lib/shared/dates';
import type { Surroundings } from './surroundings';

/** What every activity has: what for, when as planned and as it came, where, at what cost, by whom recorded. */
export function About({ record, around }: { record: ActivityRecord; around: Surroundings }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const who = (name: string, moment: string) => t('who', { name, when: format.moment(new Date(moment), around.project.timeZone) });
  const range = (from: string | null, to: string | null) => (from || to ? format.dateRange(from, to) : null);
  const items = [
    { label: t('planned'), value: range(record.plannedStart, record.plannedEnd) },
    { label: t('actual'), value: <Actual record={record} /> },
    { label: t('place'), value: record.place },
    {
      label: t('venue'),
      value: record.venue && (
        <>
          {record.venue} <span className="text-soft">({t('venueHint')})</span>
        </>
      ),
    },
    { label: t('cost'), value: record.cost === null ? null : format.money(record.cost, record.costCurrency ?? '') },
    { label: t('createdBy'), value: who(record.creator, record.createdAt) },
    { label: t('editedBy'), value: who(record.editor, record.updatedAt) },
    ...(record.implementationReason ? [{ label: t('reason'), value: record.implementationReason }] : []),
  ];
  return (
    <Card id="about" title={t('about')}>
      <div className="grid grid-cols-1 gap-4">
        {record.description && <p className="max-w-prose whitespace-pre-line">{record.description}</p>}
        <DescriptionList columns={3} items={items} />
        <Outputs record={record} around={around} />
      </div>
    </Card>
  );
}

function Actual({ record }: { record: ActivityRecord }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const [planned, actual] = [record.plannedEnd ?? record.plannedStart, record.actualEnd ?? record.actualStart];
  if (!actual) return '–';
  const days = planned ? daysBetween(planned, actual) : null;
  return (
    <>
      {format.dateRange(record.actualStart, record.actualEnd)}
      {days !== null && (
        <span className="block text-xs text-soft">{t('delay', { days: Math.abs(days), late: days === 0 ? 'same' : days > 0 ? 'yes' : 'no' })}</span>
      )}
    </>
  );
}

function Outputs({ record, around }: { record: ActivityRecord; around: Surroundings }) {
  const t = useTranslations('activities');
  return (
    <div>
      <h3 className="text-soft">{t('servesOutputs')}</h3>
      {record.outputs.length === 0 && <p>{t('noOutputs')}</p>}
      <ul className="mt-1 grid gap-1">
        {record.outputs.map((output) => (
          <li key={output.code} className="flex gap-2">
            <TextLink href={`/projects/${around.project.slug}/activities?output=${encodeURIComponent(output.code)}`} className="tabular shrink-0">
              {output.code}
            </TextLink>
            <span>{output.statement}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
