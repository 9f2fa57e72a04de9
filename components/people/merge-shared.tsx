import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { SharedActivity } from '@/lib/people/queries/merge';
import { combined } from '@/lib/people/rules/merge';

type Stood = SharedActivity['first'];
const standing = ({ role, preScore, postScore }: Stood) => ({ role, institutionId: null, post: null, preScore: preScore === null ? null : String(preScore), postScore: postScore === null ? null : String(postScore) });

/** Activities in which both stood: two participations each that become one, and what it will hold. */
export function MergeShared({ shared, base }: { shared: SharedActivity[]; base: string }) {
  const t = useTranslations('duplicates.merge');
  const people = useTranslations('people');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  const own = shared.filter((activity) => activity.own);
  if (shared.length === 0) return <Card title={t('shared')}><p className="text-soft">{t('noneShared')}</p></Card>;
  const scores = ({ preScore, postScore }: { preScore: string | number | null; postScore: string | number | null }) => (preScore === null && postScore === null ? '–' : `${format.number(preScore === null ? null : Number(preScore))} / ${format.number(postScore === null ? null : Number(postScore))}`);
  const triple = (texts: [string, string, string]) => <>{texts[0]} · {texts[1]}<span className="block font-medium">{t('becomes', { value: texts[2] })}</span></>;
  const row = ({ id, reference, title, sessions, first, second }: SharedActivity) => {
    const one = combined(standing(first), standing(second));
    const present = (n: number) => common('of', { part: n, whole: sessions });
    return (
      <tr key={id}>
        <RowHead><TextLink quiet href={`${base}/${reference}`}>{title || reference}</TextLink><span className="block text-xs font-normal text-soft">{reference}</span></RowHead>
        <Td>{triple([words(`participantRoles.${first.role}`), words(`participantRoles.${second.role}`), words(`participantRoles.${one.role}`)])}</Td>
        <Td className="tabular">{triple([present(first.sessions.length), present(second.sessions.length), present(new Set([...first.sessions, ...second.sessions]).size)])}</Td>
        <Td className="tabular">{triple([scores(first), scores(second), scores(one)])}</Td>
      </tr>
    );
  };
  return (
    <Card title={t('shared')} description={t('sharedHint')} flush>
      {own.length > 0 && (
        <Table caption={t('shared')}>
          <thead><tr><Th>{people('activity')}</Th><Th>{t('roles')}</Th><Th>{t('sessions')}</Th><Th>{t('scores')}</Th></tr></thead>
          <tbody>{own.map(row)}</tbody>
        </Table>
      )}
      {shared.length > own.length && <p className="px-4 py-3 text-soft">{t('sharedElsewhere', { n: shared.length - own.length })}</p>}
    </Card>
  );
}
