import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';

export type DeskLine = { key: string; n: number; text: string; hint?: string; href: string; icon: IconName };

type Props = { title: string; id: string; description?: string; lines: DeskLine[]; children?: ReactNode };

/** What needs somebody, each with the way to it; what is done shows quietly. */
export function DeskCard({ title, id, description, lines, children }: Props) {
  return (
    <Card title={title} id={id} description={description}>
      <ul className="grid gap-3">
        {lines.map((line) => (
          <li key={line.key} className="flex items-start gap-3">
            <span className={`mt-px flex size-6 shrink-0 items-center justify-center rounded-full ${line.n > 0 ? 'bg-warn-soft text-warn' : 'bg-good-soft text-good'}`}><Icon name={line.n > 0 ? line.icon : 'check'} size={14} /></span>
            <div>
              {line.n > 0 ? <TextLink href={line.href} className="tabular font-medium">{line.text}</TextLink> : <span className="text-soft">{line.text}</span>}
              {line.n > 0 && line.hint && <p className="text-xs text-soft">{line.hint}</p>}
            </div>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}
