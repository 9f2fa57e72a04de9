import { useTranslations } from 'next-intl';
import type { Tone } from '@/components/ui/badge';
import { Timeline } from '@/components/ui/facts';
import type { IconName } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import type { RecordStep } from '@/lib/activities/queries/record';
import { useFormat } from '@/lib/i18n/use-format';
import type { ReviewStep } from '@/lib/shared/vocabulary';

const looks: Record<ReviewStep, [Tone, IconName]> = {
  submitted: ['accent', 'clock'],
  approved: ['good', 'check'],
  returned: ['warn', 'undo'],
  reopened: ['warn', 'undo'],
  withdrawn: ['neutral', 'minus'],
};

/** Each step of the review with who, when and why, newest first. */
export function ReviewHistory({ steps, timeZone }: { steps: RecordStep[]; timeZone: string }) {
  const [t, words] = [useTranslations('review'), useTranslations('vocabulary')];
  const format = useFormat();
  const items = steps.map((step) => ({
    id: step.id,
    title: words(`reviewSteps.${step.step}`),
    who: step.by,
    when: format.moment(new Date(step.at), timeZone),
    note: step.note,
    tone: looks[step.step][0],
    icon: looks[step.step][1],
  }));
  return (
    <Card id="history" title={t('history')}>
      {items.length > 0 ? <Timeline items={items} /> : <p className="text-soft">{t('noHistory')}</p>}
    </Card>
  );
}
