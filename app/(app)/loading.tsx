import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/feedback';

export default function Loading() {
  return <Skeleton label={useTranslations('common')('loading')} lines={8} />;
}
