import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Banner } from '@/components/ui/feedback';
import { LinkForm } from './link-form';

type Props = Pick<ComponentProps<typeof LinkForm>, 'token' | 'action' | 'children'> & {
  /** what happens with what was sent */
  thanks: ReactNode;
  /** the button, unless it says "send" */
  send?: string;
};

/** The form of a page behind a link, with thanks in its place once it was sent. */
export function ThankedForm({ token, action, thanks, send, children }: Props) {
  const [links, common, errors] = [useTranslations('links'), useTranslations('common'), useTranslations('errors')];
  const done = <Banner kind="success" title={links('thanks')}>{thanks}</Banner>;
  return (
    <LinkForm token={token} action={action} done={done} texts={{ send: send ?? links('send'), sending: links('sending'), failed: common('failed'), missing: errors('required') }}>
      {children}
    </LinkForm>
  );
}
