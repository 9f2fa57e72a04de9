import { useTranslations } from 'next-intl';
import type { ItemView } from '@/lib/equipment/queries/item';
import { possibleMoves } from '@/lib/equipment/rules/custody';
import { Messages } from '@/lib/i18n/client';
import { useFormat } from '@/lib/i18n/use-format';
import { MoveForm } from './move-form';

type Props = { project: { id: string; today: string }; item: ItemView; institutions: { value: string; label: string }[]; institutionName: (id: string | null) => string };

/** The form for a change of hands, wherever pieces of an item can still move; nothing where they cannot. */
export function ItemMoves({ project, item, institutions, institutionName }: Props) {
  const [t, words, format] = [useTranslations('equipment'), useTranslations('vocabulary.custodyKinds'), useFormat()];
  const givers = item.custody.flatMap((row) => {
    const kinds = possibleMoves(item.custody, row);
    const holder = row.institutionId ? institutionName(row.institutionId) : t('project');
    return kinds.length > 0 ? [{ id: row.id, label: `${holder} · ${words(row.kind)} ${format.date(row.since)} · ${row.remaining}`, remaining: row.remaining, since: row.since, kinds }] : [];
  });
  if (givers.length === 0) return null;
  return (
    <Messages namespaces={['equipment', 'forms', 'errors', 'vocabulary']}>
      <MoveForm key={item.custody.map((row) => `${row.id} ${row.remaining}`).join()} projectId={project.id} itemId={item.id} today={project.today} givers={givers} institutions={institutions} />
    </Messages>
  );
}
