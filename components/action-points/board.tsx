import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import type { BoardColumn } from '@/lib/action-points/queries/board';
import type { ActionPointRow } from '@/lib/action-points/queries/list';
import { nextStatuses } from '@/lib/action-points/rules';
import { useFormat } from '@/lib/i18n/use-format';
import { looks } from './looks';
import { ProgressButton } from './progress-button';

type Props = { columns: BoardColumn[]; base: string; project: { id: string; today: string }; viewerId: string | null; institutionName: (id: string | null) => string };

/** Action points by where they stand. A card moves through its own button, by mouse, touch or keyboard alike; nothing has to be dragged. */
export function Board({ columns, base, project, viewerId, institutionName }: Props) {
  const [t, words] = [useTranslations('actionPoints'), useTranslations('vocabulary')];
  const format = useFormat();
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-5">
      {columns.map(({ status, total, points }) => (
        <section key={status} aria-labelledby={`column-${status}`} className="min-w-0 rounded-lg bg-sunken p-2">
          <h2 id={`column-${status}`} className="flex items-center gap-1.5 px-1 pb-2 font-semibold">
            <Icon name={looks[status][1]} />
            {words(`actionPointStatuses.${status}`)}
            <span className="tabular font-normal text-soft">{format.number(total)}</span>
          </h2>
          <ul className="grid gap-2">
            {points.map((point) => <Card key={point.id} point={point} base={base} project={project} viewerId={viewerId} institution={institutionName(point.institutionId)} />)}
          </ul>
          {total > points.length && <p className="px-1 pt-2"><TextLink href={`${base}/action-points?status=${status}`}>{t('columnMore', { n: total - points.length })}</TextLink></p>}
        </section>
      ))}
    </div>
  );
}

function Card({ point, base, project, viewerId, institution }: { point: ActionPointRow; base: string; project: Props['project']; viewerId: string | null; institution: string }) {
  const t = useTranslations('actionPoints');
  const format = useFormat();
  const steps = nextStatuses(point.status).filter((status) => status !== 'verified' || point.doneBy !== viewerId);
  return (
    <li className="grid gap-1.5 rounded-md border border-line bg-surface p-3">
      <p className="line-clamp-4"><span className="tabular text-soft">{point.number}.</span> <TextLink href={`${base}/action-points/${point.number}`}>{point.text}</TextLink></p>
      <p className="text-xs text-soft">{institution}</p>
      <p className="tabular flex flex-wrap items-center gap-1 text-xs text-soft">
        {format.date(point.doneOn ?? point.dueDate)}
        {point.overdue && <Badge tone="bad" icon="clock">{t('overdue')}</Badge>}
        {point.priority === 'high' && <Badge tone="warn" icon="flag">{t('highPriority')}</Badge>}
        {point.waiting > 0 && <Badge tone="accent" icon="clock">{t('toAccept', { n: point.waiting })}</Badge>}
      </p>
      {viewerId && steps.length > 0 && <div><ProgressButton key={point.version} projectId={project.id} today={project.today} point={point} steps={steps} /></div>}
    </li>
  );
}
