import { create } from 'xmlbuilder2';
import { countryCode, iati, identifierOf, statusCodes } from './codes';
import { type ResultFacts, writeResult } from './results';
import { narrative, plain, type Xml } from './xml';

export type ActivityFacts = {
  projectsId: string;
  primaId: string | null;
  title: string;
  rationale: string | null;
  activitiesSummary: string | null;
  status: keyof typeof statusCodes;
  type: string | null;
  startDate: string | null;
  endDate: string | null;
  benefitingMemberStates: readonly string[];
  donor: string | null;
  implementer: string | null;
  budgetUsd: string | null;
  illustrative: boolean;
  results: readonly ResultFacts[];
};
/** `now`: the moment of writing; `changedAt`: of the newest figures; `today`: the project's calendar date; `origin`: where the app is reached. */
export type Writing = { now: Date; changedAt: Date; today: string; page: string };

const moment = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

/** One project as an IATI 2.03 activity file. The order of the elements is the schema's. Holds aggregates only: what it says anybody may read. */
export function activityXml(facts: ActivityFacts, writing: Writing): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('iati-activities', { version: iati.version, 'generated-datetime': moment(writing.now) });
  const activity = root.ele('iati-activity', { 'xml:lang': 'en', 'default-currency': 'USD', 'last-updated-datetime': moment(writing.changedAt), humanitarian: '0' });
  activity.ele('iati-identifier').txt(identifierOf(facts.projectsId));
  writeHead(activity, facts);
  writeDates(activity, facts, writing.today);
  writeWhere(activity, facts);
  writeMoney(activity, facts, writing.today);
  for (const result of facts.results) writeResult(activity, result, facts, writing.page);
  return document.end({ prettyPrint: true });
}

function writeHead(activity: Xml, facts: ActivityFacts): void {
  const { publisher, roles, identifiers } = iati;
  narrative(activity, 'reporting-org', { ref: publisher.ref, type: publisher.type }, publisher.name);
  narrative(activity, 'title', {}, facts.title);
  narrative(activity, 'description', { type: '1' }, facts.rationale ?? facts.activitiesSummary ?? facts.title);
  narrative(activity, 'description', { type: '2' }, facts.results.find((result) => result.level === 'objective')?.statement);
  if (facts.rationale) narrative(activity, 'description', { type: '4' }, facts.activitiesSummary);
  if (facts.illustrative) narrative(activity, 'description', { type: '4' }, 'Illustrative data: activities, dates and figures are made up to show the system.');
  narrative(activity, 'participating-org', { ref: publisher.ref, type: publisher.type, role: roles.funding }, facts.donor ?? publisher.name);
  narrative(activity, 'participating-org', { ref: publisher.ref, type: publisher.type, role: roles.implementing }, facts.implementer ?? publisher.name);
  for (const [ref, type] of [[facts.projectsId, identifiers.own], [facts.primaId, identifiers.secondary]] as const) {
    if (ref) narrative(activity.ele('other-identifier', { ref, type }), 'owner-org', { ref: publisher.ref }, publisher.name);
  }
  activity.ele('activity-status', { code: statusCodes[facts.status] });
}

// An actual date lies in the past; planned ones are always said.
function writeDates(activity: Xml, { startDate, endDate, status }: ActivityFacts, today: string): void {
  const { dates } = iati;
  const say = (type: string, day: string | null) => day && activity.ele('activity-date', { 'iso-date': day, type });
  say(dates.plannedStart, startDate);
  if (startDate && startDate <= today && status !== 'planned') say(dates.actualStart, startDate);
  say(dates.plannedEnd, endDate);
  if (endDate && endDate <= today && status === 'completed') say(dates.actualEnd, endDate);
}

function writeWhere(activity: Xml, { benefitingMemberStates, type }: ActivityFacts): void {
  const countries = benefitingMemberStates.flatMap((name) => countryCode(name) ?? []);
  // Several countries need shares that add up to 100. The project knows none, so they are equal; the last takes the rest.
  const share = Math.floor(10_000 / Math.max(1, countries.length)) / 100;
  for (const [at, code] of countries.entries()) activity.ele('recipient-country', { code, percentage: String(at < countries.length - 1 ? share : Math.round((100 - share * at) * 100) / 100) });
  const sector = activity.ele('sector', { vocabulary: '1', code: iati.sector, percentage: '100' });
  if (type) sector.ele('narrative').txt(plain(type));
}

function writeMoney(activity: Xml, facts: ActivityFacts, today: string): void {
  const { collaboration, flow, finance, aid, tied } = iati.defaults;
  activity.ele('collaboration-type', { code: collaboration });
  activity.ele('default-flow-type', { code: flow });
  activity.ele('default-finance-type', { code: finance });
  activity.ele('default-aid-type', { vocabulary: '1', code: aid });
  activity.ele('default-tied-status', { code: tied });
  const { budgetUsd, startDate } = facts;
  if (!budgetUsd || !startDate || startDate > today) return;
  const transaction = activity.ele('transaction');
  transaction.ele('transaction-type', { code: iati.incomingCommitment });
  transaction.ele('transaction-date', { 'iso-date': startDate });
  transaction.ele('value', { currency: 'USD', 'value-date': startDate }).txt(budgetUsd);
}
