'use client';
import { useTranslations } from 'next-intl';
import { FormSection } from '@/components/form/form';
import { Guarded } from '@/components/guard/guarded';
import { SelectField, TextArea, TextField } from '@/components/form/inputs';
import { useSurroundings } from './context';
import { ItemsSection } from './equipment-items';
import type { KindFields } from './kind-fields';

function Basics() {
  const t = useTranslations('activityForm');
  const { institutions } = useSurroundings();
  return <SelectField name="detail.recipientInstitutionId" label={t('recipient')} empty={t('choose')} options={institutions} className="max-w-xl" />;
}

function Sections() {
  const t = useTranslations('activityForm');
  return (
    <>
      <FormSection title={t('signatories')} columns={3}>
        <TextField name="detail.hander" label={t('hander')} optional maxLength={200} />
        <TextField name="detail.receiver" label={t('receiver')} optional maxLength={200} />
        <TextField name="detail.receiverPost" label={t('receiverPost')} optional maxLength={200} />
        <TextField name="detail.onBehalfOf" label={t('onBehalfOf')} hint={t('onBehalfOfHint')} optional maxLength={200} />
        <TextField name="detail.onBehalfReason" label={t('onBehalfReason')} optional maxLength={1000} className="lg:col-span-2" />
        <Guarded name="detail.terms" className="sm:col-span-2 lg:col-span-3"><TextArea name="detail.terms" label={t('terms')} optional rows={3} max={4000} /></Guarded>
      </FormSection>
      <ItemsSection />
    </>
  );
}

export const equipmentFields: KindFields = { Basics, Sections };
