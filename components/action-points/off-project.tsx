'use client';
import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Banner } from '@/components/ui/feedback';
import { setProjectInstitutionAction } from '@/lib/projects/actions';

/** Says that the responsible institution is not on the project's list, and offers to put it there to who may. */
export function OffProject({ projectId, institutionId, name, mayAdd }: { projectId: string; institutionId: string; name: string; mayAdd: boolean }) {
  const [t, common] = [useTranslations('actionPoints'), useTranslations('common')];
  return (
    <Banner kind="warning" title={t('offProject', { name })}>
      <p className="mb-2">{t(mayAdd ? 'offProjectAdd' : 'offProjectAsk')}</p>
      {mayAdd && <ActButton label={t('addInstitution')} failedText={common('failed')} action={setProjectInstitutionAction} input={{ projectId, institutionId, role: 'other' }} icon="plus" size="sm" />}
    </Banner>
  );
}
