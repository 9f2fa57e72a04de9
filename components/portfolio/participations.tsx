import { useTranslations } from 'next-intl';
import { useFormat } from '@/lib/i18n/use-format';
import type { PortfolioProject } from '@/lib/indicators/queries/portfolio';
import { opensOf } from './opens';
import { Opens } from './opens-link';

/** Participations of a project, with what of them is headcount without names (DOMAIN §2.4); each part opens its records. */
export function Participations({ project }: { project: PortfolioProject }) {
  const t = useTranslations('portfolio');
  const format = useFormat();
  const { participations, unnamed } = project;
  const opens = opensOf(project);
  if (participations === null || !unnamed) return <Opens to={participations ? opens.participations : null}>{format.number(participations)}</Opens>;
  const part = (to: string | null, text: string) => <Opens to={to}>{text}</Opens>;
  return (
    <>
      {format.number(participations)}
      <span className="block text-xs">{part(opens.participations, t('named', { n: format.number(participations - unnamed) }))} + {part(opens.unnamed, t('unnamed', { n: format.number(unnamed) }))}</span>
    </>
  );
}
