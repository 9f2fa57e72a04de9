import type { CalendarDate } from '@/lib/shared/dates';
import type { Language, LinkPurpose, NoticeKind, ProjectRole } from '@/lib/shared/vocabulary';

/** Who is to hear of something: members of its project by role, one account, or somebody who may have none. */
export type Audience = { roles: readonly ProjectRole[]; except?: readonly string[] } | { userId: string } | { address: string };

/**
 * Something that somebody should hear of now. Sources make them anew at every run, from the records as they stand; what was said before is told apart by
 * its key, so a thing that was settled meanwhile is simply not there any more.
 */
export type Notice = {
  /** rules/occasion noticeKey; said once to each person */
  key: string;
  kind: NoticeKind;
  projectId: string;
  to: Audience;
  /** what it is about, as recorded, or in each language where the words are the app's own; names nobody */
  text: string | Readonly<Record<Language, string>>;
  dueOn: CalendarDate | null;
  /** its page below the project's, such as '/action-points/12' */
  page: string;
  /** what somebody without an account opens instead; without it they are not told */
  link?: { purpose: LinkPurpose; subjectId: string };
};

/** What every source needs to know of a project. */
export type NoticeProject = { id: string; slug: string; projectsId: string; title: string; timeZone: string; illustrative: boolean };

export type Member = { projectId: string; userId: string; email: string; role: ProjectRole };
/** One person and everything there is to tell them. Of two people at one address, the account is the one that is told. */
export type Inbox = { userId: string | null; address: string; notices: Notice[] };

/** Sorts notices by the people they are for. Only enabled accounts are members here; an address of an account is that account. */
export function inboxes(notices: readonly Notice[], members: readonly Member[]): Inbox[] {
  const byId = new Map(members.map((member) => [member.userId, member]));
  const byAddress = new Map(members.map((member) => [member.email.toLowerCase(), member]));
  const byProject = new Map<string, Member[]>();
  for (const member of members) byProject.set(member.projectId, [...(byProject.get(member.projectId) ?? []), member]);
  // By key within each: a manager of many projects may have hundreds of thousands of notices.
  const found = new Map<string, { userId: string | null; address: string; byKey: Map<string, Notice> }>();
  const put = (userId: string | null, address: string, notice: Notice) => {
    const inbox = found.get(userId ?? address) ?? { userId, address, byKey: new Map() };
    found.set(userId ?? address, inbox);
    if (!inbox.byKey.has(notice.key)) inbox.byKey.set(notice.key, notice);
  };
  for (const notice of notices) {
    const { to } = notice;
    if ('roles' in to) {
      for (const { userId, email, role } of byProject.get(notice.projectId) ?? []) if (to.roles.includes(role) && !to.except?.includes(userId)) put(userId, email, notice);
    } else {
      const member = 'userId' in to ? byId.get(to.userId) : byAddress.get(to.address.toLowerCase());
      if (member) put(member.userId, member.email, notice);
      else if ('address' in to && notice.link) put(null, to.address.toLowerCase(), notice);
    }
  }
  return [...found.values()].map(({ userId, address, byKey }) => ({ userId, address, notices: [...byKey.values()] }));
}
