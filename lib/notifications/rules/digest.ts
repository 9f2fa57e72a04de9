import type { Format } from '@/lib/i18n/format';
import type { Word } from '@/lib/i18n/wording';
import { daysBetween } from '@/lib/shared/dates';
import { groupBy } from '@/lib/shared/group-by';
import { type Language, type NoticeKind, noticeKinds } from '@/lib/shared/vocabulary';
import type { Notice, NoticeProject } from './notice';

/** More of one kind than this are counted, not listed. */
export const mostLines = 15;
/** Of more projects than this, those with most to say are spoken of, the rest counted; and so many things are listed in all: nobody reads a mail of a thousand lines. */
export const mostProjects = 10;
const mostInAll = 80;

export type DigestPart = { project: NoticeProject; kinds: { kind: NoticeKind; notices: Notice[]; more: number }[] };
export type Digest = { parts: DigestPart[]; /** what is only counted */ others: { projects: number; notices: number } };

// Dates and keys are plain ASCII: a language's order would be the same and takes a hundred times as long.
const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byDue = (a: Notice, b: Notice) => before(a.dueOn ?? '', b.dueOn ?? '') || before(a.key, b.key);

/** What a digest says, in its order: by project, by kind, what is due longest first. It is bounded, however much there is. */
export function digestParts(notices: readonly Notice[], projects: readonly NoticeProject[]): Digest {
  const byProject = groupBy(notices, ({ projectId }) => projectId);
  const speaking = projects.flatMap((project) => {
    const own = byProject.get(project.id);
    return own ? [{ project, own }] : [];
  });
  const spoken = speaking.toSorted((a, b) => b.own.length - a.own.length).slice(0, mostProjects).map(({ project, own }) => ({ project, byKind: groupBy(own, ({ kind }) => kind) }));
  const lines = Math.min(mostLines, Math.floor(mostInAll / spoken.reduce((sum, { byKind }) => sum + byKind.size, 0)));
  const parts = spoken
    .sort((a, b) => before(a.project.projectsId, b.project.projectsId))
    .map(({ project, byKind }) => ({
      project,
      kinds: noticeKinds.flatMap((kind) => {
        const all = byKind.get(kind)?.sort(byDue) ?? [];
        return all.length > 0 ? [{ kind, notices: all.slice(0, lines), more: Math.max(0, all.length - lines) }] : [];
      }),
    }));
  const said = new Set(spoken.map(({ project }) => project.id));
  const silent = speaking.filter(({ project }) => !said.has(project.id));
  return { parts, others: { projects: silent.length, notices: silent.reduce((sum, { own }) => sum + own.length, 0) } };
}

export type Letter = {
  language: Language;
  /** texts of the namespace 'notifications' */
  t: Word;
  format: Format;
  /** calendar date in the project's time zone */
  today: (project: NoticeProject) => string;
  /** where a notice leads */
  address: (notice: Notice, project: NoticeProject) => string;
};

const oneLine = (text: string, most = 200) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

function due({ dueOn }: Notice, today: string, { t, format }: Letter): string {
  if (dueOn === null) return '';
  const late = daysBetween(dueOn, today);
  const key = late > 0 ? 'line.overdue' : late === 0 ? 'line.today' : 'line.due';
  return ` (${t(key, { date: format.date(dueOn), n: late })})`;
}

/** The parts of a digest as plain text in one language. */
export function digestText({ parts, others }: Digest, letter: Letter): string {
  const { t, language } = letter;
  const words = ({ text }: Notice) => oneLine(typeof text === 'string' ? text : text[language]);
  const lines = [t('mail.greeting'), '', t('mail.intro')];
  for (const { project, kinds } of parts) {
    lines.push('', `${project.projectsId} ${oneLine(project.title, 120)}`.toUpperCase());
    if (project.illustrative) lines.push(t('mail.illustrative'));
    for (const { kind, notices, more } of kinds) {
      lines.push('', t(`mail.kinds.${kind}`, { n: notices.length + more }));
      for (const notice of notices) lines.push(`- ${words(notice)}${due(notice, letter.today(project), letter)}`, `  ${letter.address(notice, project)}`);
      if (more > 0) lines.push(`- ${t('mail.more', { n: more })}`);
    }
  }
  if (others.projects > 0) lines.push('', t('mail.others', { projects: others.projects, n: others.notices }));
  return lines.join('\n');
}
