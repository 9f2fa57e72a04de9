import { useTranslations } from 'next-intl';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import type { ActionPointView } from '@/lib/activities/queries/details';
import { useFormat } from '@/lib/i18n/use-format';
import type { ActionPointStatus } from '@/lib/shared/vocabulary';

const looks: Record<ActionPointStatus, [Tone, IconName]> = {
  open: ['neutral', 'flag'],
  in_progress: ['accent', 'right'],
  done: ['good', 'check'],
  verified: ['good', 'success'],
  dropped: ['neutral', 'close'],
};

type Around = SummaryProps<'meeting'>['around'];

/** What was agreed to do, by whom and by when, and where it stands. `add`: the page on which another one is written down. */
export function AgreedPoints({ points, around, add }: { points: ActionPointView[]; around: Around; add?: string }) {
  const t = useTranslations('meetings');
  return (
    <Card id="action-points" title={t('actionPoints')} flush={points.length > 0} action={add && <TextLink href={add}>{t('addPoint')}</TextLink>}>
      {points.length === 0 && <p className="text-soft">{t('noActionPoints')}</p>}
      {points.length > 0 && <Points caption={t('actionPoints')} points={points} around={around} />}
    </Card>
  );
}

/** What earlier meetings of the series agreed and was still open at this one; nothing where there is none. */
export function CarriedOver({ record, around }: SummaryProps<'meeting'>) {
  const t = useTranslations('meetings');
  const points = record.detail.carriedOver;
  if (points.length === 0) return null;
  return (
    <Card id="carried-over" title={t('carriedOver')} description={t('carriedOverHint')} flush>
      <Points caption={t('carriedOver')} points={points} around={around} />
    </Card>
  );
}

function Points({ caption, points, around }: { caption: string; points: (ActionPointView & { reference?: string })[]; around: Around }) {
  const t = useTranslations('meetings');
  return (
    <Table stack caption={caption}>
      <thead>
        <tr>
          <Th>{t('point')}</Th>
          <Th>{t('responsible')}</Th>
          <Th>{t('due')}</Th>
          <Th>{t('status')}</Th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <Row key={point.id} point={point} around={around} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ point, around }: { point: ActionPointView & { reference?: string }; around: Around }) {
  const [t, words] = [useTranslations('meetings'), useTranslations('vocabulary')];
  const format = useFormat();
  const [tone, icon] = looks[point.status];
  const late = point.dueDate !== null && point.dueDate < around.project.today && (point.status === 'open' || point.status === 'in_progress');
  return (
    <tr>
      <th scope="row" className="min-w-56">
        <TextLink quiet href={`/projects/${around.project.slug}/action-points/${point.number}`}>
          <span className="text-soft">#{point.number}</span> {point.text}
        </TextLink>
        {point.reference && <span className="block text-xs font-normal text-soft">{t('agreedIn', { reference: point.reference })}</span>}
        {point.priority === 'high' && (
          <span className="block text-xs font-normal text-soft">
            {t('priority')}: {words('priorities.high')}
          </span>
        )}
      </th>
      <Td label={t('responsible')} className="min-w-40">
        {around.institution(point.institutionId) || '–'}
        {point.person && <span className="block text-xs text-soft">{point.person}</span>}
      </Td>
      <Td label={t('due')} className="tabular whitespace-nowrap">{format.date(point.dueDate)}</Td>
      <Td label={t('status')}>
        <span className="flex flex-col items-start gap-1">
          <Badge tone={tone} icon={icon}>
            {words(`actionPointStatuses.${point.status}`)}
          </Badge>
          {late && (
            <Badge tone="warn" icon="warning">
              {t('overdue')}
            </Badge>
          )}
          {point.doneOn && <span className="tabular text-xs text-soft">{t('doneOn', { date: format.date(point.doneOn) })}</span>}
        </span>
      </Td>
    </tr>
  );
}
