'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/form/inputs';
import { meetingTypes } from '@/lib/shared/vocabulary';
import type { KindFields } from './kind-fields';

function Basics() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  return <SelectField name="detail.type" label={t('meetingType')} empty={t('choose')} options={meetingTypes.map((value) => ({ value, label: words(`meetingTypes.${value}`) }))} className="max-w-md" />;
}

// A meeting has more to write down than other kinds: their forms do not carry it.
const Sections = dynamic(() => import('./meeting-sections').then((module) => module.MeetingSections));

export const meetingFields: KindFields = { Basics, Sections };
