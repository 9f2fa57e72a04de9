'use client';
import { useTranslations } from 'next-intl';
import { actName, fieldName } from '@/components/audit/wording';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/facts';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { useWord } from '@/lib/i18n/use-word';
import type { PersonData } from '@/lib/people/schema/retention';

type Value = string | number | boolean | null | string[];

/** The data of one person, readable: what is held, section by section. */
export function PersonDataView({ data, save }: { data: PersonData; save: () => void }) {
  const t = useTranslations('retention');
  const show = useShown();
  const label = useLabel();
  const sections = [['posts', data.posts], ['activities', data.activities], ['followUps', data.followUps], ['certificates', data.certificates], ['equipment', data.equipment], ['actionPoints', data.actionPoints], ['mergedRecords', data.mergedRecords], ['changes', data.changes]] as const;
  return (
    <div className="grid grid-cols-1 gap-6">
      <Banner kind="success" live action={<div className="no-print flex flex-wrap gap-2"><Button size="sm" icon="download" onClick={save}>{t('saveFile')}</Button><Button size="sm" icon="print" onClick={() => print()}>{t('print')}</Button></div>}>{t('exportDone')}</Banner>
      {data.elsewhere > 0 && <Banner kind="warning">{t('exportElsewhere', { n: data.elsewhere })}</Banner>}
      <Card title={t('sections.person')}><DescriptionList columns={3} items={Object.entries(data.person).map(([key, value]) => ({ label: label(key), value: show(key, value) }))} /></Card>
      {sections.map(([name, rows]) => {
        const keys = Object.keys(rows[0] ?? {});
        return (
          <Card key={name} title={t(`sections.${name}`)} flush={rows.length > 0}>
            {rows.length === 0 && <p className="text-soft">{t('nothingHeld')}</p>}
            {rows.length > 0 && (
              <Table caption={t(`sections.${name}`)}>
                <thead><tr>{keys.map((key) => <Th key={key}>{label(key)}</Th>)}</tr></thead>
                <tbody>{rows.map((row) => <tr key={JSON.stringify(row)}>{keys.map((key) => <Td key={key}>{show(key, (row as Record<string, Value>)[key] ?? null)}</Td>)}</tr>)}</tbody>
              </Table>
            )}
          </Card>
        );
      })}
    </div>
  );
}

function useLabel() {
  const t = useWord('retention');
  return (key: string) => t(`fields.${key}`);
}

function useShown() {
  const common = useTranslations('common');
  const words = useWord('vocabulary');
  const audit = useWord('audit');
  const format = useFormat();
  const lists: Record<string, string> = { kind: 'activityKinds', role: 'participantRoles', sex: 'sexes', status: 'actionPointStatuses', moveKind: 'custodyKinds' };
  return (key: string, value: Value): string => {
    if (value === null || value === '') return '–';
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map((field) => fieldName(field, audit)).join(', ') || '–';
    if (typeof value === 'number') return key === 'birthYear' ? String(value) : format.number(value);
    if (key === 'action') return actName(value, audit);
    if (lists[key] && words.has(`${lists[key]}.${value}`)) return words(`${lists[key]}.${value}`);
    return /^\d{4}-\d{2}-\d{2}/.test(value) ? format.date(value.slice(0, 10)) : value;
  };
}
