import { useTranslations } from 'next-intl';
import { circleLayout } from '@/components/charts/circle';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { CooperationChoice, CooperationMatrix } from '@/lib/indicators/rules/cooperation-view';

const box = { size: 420, margin: 24, thickest: 10 };

/** The matrix as a picture: institutions on a circle in the order of the tree, the thicker the line the more they had in common. Drawn on the server. */
export function Network({ matrix, choice, name }: { matrix: CooperationMatrix; choice: CooperationChoice; name: (id: string) => string }) {
  const t = useTranslations('cooperation');
  const format = useFormat();
  const { points, lines } = circleLayout(matrix.units, (a, b) => matrix.contact(a, b).now, box);
  const strongest = lines.at(-1);
  const words = strongest ? t('networkStrongest', { pairs: lines.length, first: name(strongest.a), second: name(strongest.b), n: format.number(matrix.contact(strongest.a, strongest.b).now), weight: choice.weight }) : t('networkNone');
  return (
    <Card title={t('network')} description={t('networkHint')}>
      <div className="grid items-center gap-6 md:grid-cols-2">
        <svg viewBox={`0 0 ${box.size} ${box.size}`} className="mx-auto h-auto w-full max-w-md" role="img" aria-labelledby="network-title network-words">
          <title id="network-title">{t('network')}</title>
          <desc id="network-words">{words}</desc>
          {lines.map((line) => (
            <path key={`${line.a} ${line.b}`} d={line.path} strokeWidth={line.width} strokeLinecap="round" strokeDasharray={matrix.isRegional(line.a, line.b) ? '1 12' : undefined} className={`fill-none opacity-70 ${matrix.isRegional(line.a, line.b) ? 'stroke-series-3' : 'stroke-series-1'}`} />
          ))}
          {points.map((point, index) => (
            <g key={point.id}>
              <circle cx={point.x} cy={point.y} r="15" className="fill-surface stroke-edge" strokeWidth="1.5" />
              <text x={point.x} y={point.y} textAnchor="middle" dominantBaseline="central" className="tabular fill-ink text-[13px] font-medium">{index + 1}</text>
            </g>
          ))}
        </svg>
        <div className="grid gap-3">
          <ol className="grid gap-1">
            {points.map((point, index) => <li key={point.id} className="flex gap-2"><span className="tabular w-5 shrink-0 text-right text-soft">{index + 1}</span>{name(point.id)}</li>)}
          </ol>
          <p className="text-soft">{words}</p>
          {lines.some((line) => matrix.isRegional(line.a, line.b)) && <p className="flex items-center gap-2 text-soft"><svg width="30" height="6" aria-hidden="true"><line x1="3" x2="27" y1="3" y2="3" strokeWidth="4" strokeLinecap="round" strokeDasharray="1 11" className="stroke-series-3" /></svg>{t('networkRegional')}</p>}
        </div>
      </div>
    </Card>
  );
}
