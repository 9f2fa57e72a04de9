import { useTranslations } from 'next-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { DescriptionList } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import { type Gain, gainDistribution, type Tested } from '@/lib/learning/rules/gain';

/** What the tests before and after say: means, gain with its interval, and how the gains spread. */
export function TestsCard({ rows, gain }: { rows: readonly Tested[]; gain: Gain }) {
  const t = useTranslations('learning.tests');
  const format = useFormat();
  if (gain.present === 0) return null;
  const { tested, present, meanPre, meanPost, mean, interval, gained20 } = gain;
  const items = [
    { label: t('tested'), value: t('testedOf', { tested, present }) },
    { label: t('before'), value: percent(meanPre, format.number) },
    { label: t('after'), value: percent(meanPost, format.number) },
    { label: t('gain'), value: mean === null ? null : t('points', { n: format.points(mean) }) },
    { label: t('interval'), value: interval ? t('fromTo', { low: format.points(interval.low), high: format.points(interval.high) }) : tested === 1 ? t('intervalTwo') : null },
    { label: t('gained20'), value: tested === 0 ? null : t('gained20Of', { n: gained20, tested, share: format.percent(gained20 / tested) }) },
  ];
  return (
    <Card id="tests" title={t('title')} description={t('hint')}>
      {tested === 0 ? (
        <p className="text-soft">{t('none', { present })}</p>
      ) : (
        <div className="grid gap-5">
          <DescriptionList columns={3} items={items} />
          <Spread rows={rows} />
        </div>
      )}
    </Card>
  );
}

const percent = (value: number | null, number: (value: number) => string) => (value === null ? null : `${number(Math.round(value * 10) / 10)}\u00a0%`);

function Spread({ rows }: { rows: readonly Tested[] }) {
  const t = useTranslations('learning.tests');
  const format = useFormat();
  const label = ({ from, to }: { from: number | null; to: number | null }) => (from === null ? t('below', { n: to ?? 0 }) : to === null ? t('above', { n: from }) : t('band', { from, to }));
  const data = gainDistribution(rows).map((band) => ({
    label: label(band),
    values: { under: (band.from ?? -1) < 20 ? band.count : 0, from20: (band.from ?? -1) >= 20 ? band.count : 0 },
  }));
  const series = [
    { key: 'under', label: t('under20') },
    { key: 'from20', label: t('from20') },
  ];
  return <BarChart title={t('spread')} unit={t('persons')} data={data} series={series} format={format.number} columnLabel={t('gainBand')} />;
}
