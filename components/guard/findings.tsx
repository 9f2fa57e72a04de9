import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { partOf } from '@/lib/guard/rules/texts';
import type { PlacedReason } from '@/lib/guard/schema';

/** What looks like case data in a record's words, and why its writer let it stand: for who reviews it. */
export function Findings({ found }: { found: readonly Omit<PlacedReason, 'mark'>[] }) {
  const t = useTranslations('guard');
  if (found.length === 0) return null;
  return (
    <ul className="grid gap-1 text-xs">
      {found.map(({ path, kind, reason, by }) => (
        <li key={`${path} ${kind} ${reason}`} className="flex gap-1.5">
          <Icon name="warning" size={12} className="mt-0.5 shrink-0 text-warn" />
          <span className="min-w-0 break-words">{t(reason === null ? 'unconfirmed' : 'confirmed', { part: t(`parts.${partOf(path)}`), kind: t(`kinds.${kind}`), reason: reason ?? '', name: by ?? '' })}</span>
        </li>
      ))}
    </ul>
  );
}
