import { useTranslations } from 'next-intl';
import { ProgressBar } from '@/components/ui/facts';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { UnitSummary } from '@/lib/people/rules/capacity';

type Props = { path: string; params: Params; units: UnitSummary[]; chosen: string | null; institutionName: (id: string | null) => string };

/** One line per counterpart: who is in post, how many of them are trained, and how many took their training elsewhere. */
export function CapacityUnits({ path, params, units, chosen, institutionName }: Props) {
  const t = useTranslations('capacity');
  const common = useTranslations('common');
  const format = useFormat();
  if (units.length === 0) return <Card><EmptyState icon="cooperation" title={t('noUnits')}>{t('noUnitsHint')}</EmptyState></Card>;
  const row = ({ institutionId, inPost, trained, gone }: UnitSummary) => (
    <tr key={institutionId}>
      <RowHead><TextLink quiet href={hrefWith(path, params, { institution: institutionId })} aria-current={institutionId === chosen ? 'true' : undefined}>{institutionName(institutionId)}</TextLink>{institutionId === chosen && <span className="block text-xs font-normal text-soft">{t('shownBelow')}</span>}</RowHead>
      <Td numeric label={t('inPost')}>{format.number(inPost)}</Td>
      <Td label={t('trainedOfThem')} className="min-w-40 tabular">{inPost > 0 ? <>{common('of', { part: trained, whole: inPost })} ({format.percent(trained / inPost)})<ProgressBar value={trained / inPost} /></> : '–'}</Td>
      <Td numeric label={t('gone')}>{format.number(gone)}</Td>
    </tr>
  );
  return (
    <Card title={t('units')} description={t('unitsRule')} flush>
      <Table stack caption={t('units')}>
        <thead><tr><Th>{t('unit')}</Th><Th numeric>{t('inPost')}</Th><Th>{t('trainedOfThem')}</Th><Th numeric>{t('gone')}</Th></tr></thead>
        <tbody>{units.map(row)}</tbody>
      </Table>
    </Card>
  );
}
