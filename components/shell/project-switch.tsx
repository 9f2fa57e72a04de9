'use client';
import { type SyntheticEvent, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { MenuLink } from '@/components/ui/menu-link';

export type ShellProject = { slug: string; name: string };
type Words = { switchProject: string; allProjects: string; loading: string; failed: string };
type Asked = ShellProject[] | 'loading' | 'failed';

const ask = (): Promise<ShellProject[] | 'failed'> =>
  fetch('/api/projects/choices')
    .then(async (response) => (response.ok ? ((await response.json()) as { projects: ShellProject[] }).projects : ('failed' as const)))
    .catch(() => 'failed' as const);

/** The way to another project. The list is asked for when the menu opens: two hundred links on every page cost more than the page. Without JavaScript all projects are one click away. */
export function ProjectSwitch({ project, words }: { project?: ShellProject; words: Words }) {
  const [asked, setAsked] = useState<Asked>('loading');
  const open = async (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open && !Array.isArray(asked)) setAsked(await ask());
  };
  return (
    <details className="menu relative min-w-0" name="menu" data-menu="" onToggle={open}>
      <summary className="menu-head max-w-80">
        <span className="sr-only">{words.switchProject}: </span>
        <span className="truncate font-medium">{project?.name ?? words.allProjects}</span>
        <Icon name="down" size={12} className="text-soft" />
      </summary>
      <div className="panel left-0 max-h-[70vh] w-80 max-w-[calc(100vw-2rem)] overflow-y-auto">
        {Array.isArray(asked) ? (
          asked.map((item) => (
            <MenuLink key={item.slug} href={`/projects/${item.slug}`} current={item.slug === project?.slug}>
              <span className="line-clamp-2">{item.name}</span>
            </MenuLink>
          ))
        ) : (
          <p role="status" className="px-2 py-1.5 text-soft">
            {words[asked]}
          </p>
        )}
        <div className="mt-1 border-t border-line pt-1">
          <MenuLink href="/projects">{words.allProjects}</MenuLink>
        </div>
      </div>
    </details>
  );
}
