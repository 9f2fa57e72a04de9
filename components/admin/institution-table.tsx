import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { InstitutionNode } from '@/lib/institutions/queries';
import { aroundThem, inTreeOrder } from '@/lib/institutions/rules';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
const indents = ['', 'pl-6', 'pl-12', 'pl-18', 'pl-24', 'pl-30'];

/** The tree of institutions; a search keeps what matches with all above and below it. */
export function InstitutionTable({ nodes, q }: { nodes: InstitutionNode[]; q: string }) {
  const t = useTranslations('institutions');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const matching = q ? nodes.filter((node) => plain([...Object.values(node.names), node.abbreviation ?? ''].join(' ')).includes(plain(q))).map((node) => node.id) : null;
  const lines = matching === null ? inTreeOrder(nodes) : matching.length > 0 ? aroundThem(nodes, matching) : [];
  if (lines.length === 0) return <Card><EmptyState icon="cooperation" title={q ? common('noResults') : t('empty')} /></Card>;
  return (
    <Card flush>
      <Table caption={t('title')}>
        <thead><tr><Th>{t('name')}</Th><Th>{t('otherName')}</Th><Th>{t('abbreviation')}</Th><Th>{t('kind')}</Th><Th>{t('country')}</Th></tr></thead>
        <tbody>
          {lines.map(({ node, depth }) => (
            <tr key={node.id}>
              <RowHead><span className={`block ${indents[Math.min(depth, indents.length - 1)]}`}><TextLink quiet href={`/admin/institutions/${node.id}`}>{node.name}</TextLink></span></RowHead>
              <Td className="text-soft">{Object.values(node.names).filter((name) => name !== node.name).join(', ') || '–'}</Td>
              <Td>{node.abbreviation ?? '–'}</Td>
              <Td>{words(`institutionKinds.${node.kind}`)}</Td>
              <Td>{node.country ?? '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
