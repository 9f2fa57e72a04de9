import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkFrame } from '@/components/links/link-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('links'))('title'), robots: { index: false, follow: false } };
}

export default function LinksLayout({ children }: { children: ReactNode }) {
  return <LinkFrame>{children}</LinkFrame>;
}
