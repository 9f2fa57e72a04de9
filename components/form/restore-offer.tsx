'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { autosave: { restorable: { at: number } | null; restore: () => void; discard: () => void } };

/** Offers what was typed here earlier and never reached the server. */
export function RestoreOffer({ autosave }: Props) {
  const t = useTranslations('forms');
  const format = useFormat();
  if (!autosave.restorable) return null;
  const when = format.moment(new Date(autosave.restorable.at), Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <Banner kind="info" title={t('restore.title')} live>
      <p>{t('restore.body', { when })}</p>
      <div className="mt-2 flex gap-2">
        <Button size="sm" variant="primary" onClick={autosave.restore}>
          {t('restore.take')}
        </Button>
        <Button size="sm" onClick={autosave.discard}>
          {t('restore.drop')}
        </Button>
      </div>
    </Banner>
  );
}
