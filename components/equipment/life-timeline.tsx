import { useTranslations } from 'next-intl';
import type { Tone } from '@/components/ui/badge';
import { Timeline, type TimelineItem } from '@/components/ui/facts';
import type { IconName } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { TextLink } from '@/components/ui/link';
import type { CheckView, CustodyView, ItemPoint, ItemView } from '@/lib/equipment/queries/item';
import { Messages } from '@/lib/i18n/client';
import { useFormat } from '@/lib/i18n/use-format';
import { type CustodyKind, moveKinds } from '@/lib/shared/vocabulary';
import { AttachFile } from './attach-file';

const looks: Record<CustodyKind, [Tone, IconName]> = {
  received: ['neutral', 'box'],
  handed_over: ['good', 'check'],
  transfer: ['accent', 'right'],
  loan: ['accent', 'right'],
  return: ['neutral', 'undo'],
  damage: ['bad', 'warning'],
  repair: ['warn', 'gear'],
  loss: ['bad', 'error'],
  disposal: ['neutral', 'close'],
};

type Event = TimelineItem & { on: string };
/** `projectId` for who may attach evidence, else null */
type Props = { item: ItemView; base: string; institutionName: (id: string | null) => string; projectId: string | null };

/** The whole life of an item, newest first: bought, received, handed over, every change of hands, every check, every action point about it. */
export function LifeTimeline({ item, base, institutionName, projectId }: Props) {
  const [t, words, format] = [useTranslations('equipment'), useTranslations('vocabulary'), useFormat()];
  const holder = (row: CustodyView) => (row.institutionId ? institutionName(row.institutionId) : t('project'));
  const pieces = (row: CustodyView) => (item.quantity > 1 ? `${t('piecesOf', { n: row.quantity, of: item.quantity })} ` : '');
  const moved = (row: CustodyView): Event => ({
    ...{ id: row.id, on: row.since, title: `${words(`custodyKinds.${row.kind}`)}${row.kind === 'received' ? '' : ` · ${holder(row)}`}`, who: row.recordedBy ?? undefined, tone: looks[row.kind][0], icon: looks[row.kind][1] },
    ...{ when: `${pieces(row)}${format.date(row.since)}`, note: row.reason || row.files.length > 0 ? <Note row={row} projectId={projectId} /> : undefined },
  });
  const checked = (check: CheckView): Event => ({
    ...{ id: check.id, on: check.checkedOn, title: t('checkFound', { found: t(check.inUse ? 'states.in_use' : 'states.not_in_use') }), when: format.date(check.checkedOn), who: check.recordedBy },
    ...{ tone: check.inUse ? ('good' as const) : ('bad' as const), icon: 'search' as const, note: check.note ?? undefined },
  });
  const raised = (point: ItemPoint): Event => ({
    ...{ id: point.id, on: point.raisedOn, title: <TextLink quiet href={`${base}/action-points/${point.number}`}>{t('pointRaised', { number: point.number, status: words(`actionPointStatuses.${point.status}`) })}</TextLink>, when: format.date(point.raisedOn) },
    ...{ tone: point.status === 'done' || point.status === 'verified' ? ('good' as const) : ('warn' as const), icon: 'flag' as const, note: point.text },
  });
  const bought: Event[] = item.purchasedOn ? [{ id: 'bought', on: item.purchasedOn, title: t('bought'), when: format.date(item.purchasedOn), note: [item.supplier, item.orderNumber].filter(Boolean).join(' · ') || undefined, icon: 'file' }] : [];
  // Oldest first as recorded, then turned round, so that what happened on one day keeps its order.
  const events = [...bought, ...item.custody.map(moved), ...[...item.checks].reverse().map(checked), ...item.points.map(raised)].map((event, order) => ({ event, order }));
  const newest = events.sort((a, b) => (a.event.on === b.event.on ? b.order - a.order : a.event.on < b.event.on ? 1 : -1)).map(({ event: { on: _on, ...event } }) => event);
  return <Card title={t('life')} description={t('lifeRule')}><Messages namespaces={['equipment', 'errors']}>{newest.length > 0 ? <Timeline items={newest} /> : <p className="text-soft">{t('noLife')}</p>}</Messages></Card>;
}

function Note({ row, projectId }: { row: CustodyView; projectId: string | null }) {
  return (
    <>
      {row.reason}
      {row.files.map((file) => <a key={file.id} className="link block" href={`/api/equipment/custody-files/${file.id}`}>{file.fileName}</a>)}
      {projectId && (moveKinds as readonly CustodyKind[]).includes(row.kind) && <AttachFile projectId={projectId} custodyId={row.id} />}
    </>
  );
}
