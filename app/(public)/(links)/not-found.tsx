import { LinkEnded } from '@/components/links/link-ended';

export default function UnknownLink() {
  return <LinkEnded state="unknown" />;
}
