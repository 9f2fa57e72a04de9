import type { SaveActivityForm } from '@/lib/activities/schema';
import type { EvidenceKind } from '@/lib/shared/vocabulary';
import { fullName } from '../details';
import { need, type World } from '../world';
import { type Block, makePdf } from './pdf';
import { drawPhoto } from './photo';

export type Document = { bytes: Uint8Array; fileName: string; mediaType: string };
type Order = { reference: string; kind: EvidenceKind; form: SaveActivityForm; moment: Date };

/** The file that proves a record: made from the record itself, so that list and record agree. */
export async function documentFor(world: World, order: Order): Promise<Document> {
  const { reference, kind, form, moment } = order;
  const name = (extension: string) => `${reference}-${kind.replace('_', '-')}.${extension}`;
  if (kind === 'photo') return { bytes: drawPhoto(world.random, reference, form.kind === 'equipment' ? 'boxes' : 'room'), fileName: name('png'), mediaType: 'image/png' };
  const { title, blocks } = contents[kind](world, form);
  const dates = form.actualStart === form.actualEnd ? form.actualStart : `${form.actualStart} – ${form.actualEnd}`;
  const lines = [`${reference} · ${form.title}`, `${form.place}, ${dates}`, ...(form.venue ? [form.venue] : [])];
  return { bytes: await makePdf({ title, lines, blocks, moment, random: world.random }), fileName: name('pdf'), mediaType: 'application/pdf' };
}

type Contents = (world: World, form: SaveActivityForm) => { title: string; blocks: Block[] };

const personOf = (world: World, personId: string) => {
  const found = [...world.people.values()].find((person) => person.id === personId);
  if (!found) throw new Error('a participant is not among the people');
  return found;
};
const institutionOf = (world: World, id: string | null | undefined) => {
  const key = [...world.institutions].find(([, known]) => known === id)?.[0];
  return key ? need(world.institutionNames, key) : { name: '', short: '' };
};

const signedList: Contents = (world, form) => {
  const sessions = form.sessions.map((session) => session.id);
  const rows = form.participants.map((row, index) => {
    const person = personOf(world, row.personId);
    return [String(index + 1), fullName(person), institutionOf(world, row.institutionId).short, ...sessions.map((id) => (row.sessionIds.includes(id) ? '×' : '–')), row.sessionIds.length > 0 ? '' : 'absent'];
  });
  const unnamed = form.headcounts.map((row) => ['', `${row.count} without name (${row.sex})`, institutionOf(world, row.institutionId).short, ...sessions.map(() => '×'), '–']);
  const days = sessions.map((_id, index) => `Day ${index + 1}`);
  const day = 0.08;
  const widths = [0.06, 0.26, 0.48 - day * days.length, ...days.map(() => day), 0.2];
  return { title: 'Lista prisutnih / Attendance list', blocks: [{ table: { head: ['No', 'Name', 'Institution', ...days, 'Signature'], rows: [...rows, ...unnamed], widths, signed: 3 + days.length } }] };
};

const agenda: Contents = (_world, form) => {
  const points = form.kind === 'meeting' ? form.detail.agenda.map((item) => [item.title, item.presenter ?? '']) : form.sessions.map((session) => [session.topic ?? '', `${session.date}, ${session.hours} h`]);
  const rows = points.map(([title = '', who = ''], index) => [String(index + 1), title, who]);
  return { title: 'Dnevni red / Agenda', blocks: [{ table: { head: ['No', 'Item', form.kind === 'meeting' ? 'Presented by' : 'Date and hours'], rows, widths: [0.08, 0.62, 0.3] } }] };
};

const minutes: Contents = (world, form) => {
  if (form.kind !== 'meeting') throw new Error('only meetings have minutes');
  const { detail } = form;
  const points = detail.actionPoints.map((point, index) => [String(index + 1), point.text, institutionOf(world, point.institutionId).short, point.dueDate ?? '']);
  const blocks: Block[] = [
    { heading: 'Zapisnik / Summary' },
    { text: detail.minutes ?? '' },
    { heading: 'Decisions' },
    ...detail.decisions.map((decision, index) => ({ text: `${index + 1}. ${decision.text}` })),
    { heading: 'Zaključene obaveze / Action points' },
    { table: { head: ['No', 'What', 'Who', 'By'], rows: points, widths: [0.07, 0.48, 0.3, 0.15] } },
    { signatures: ['Chair', 'Minutes'] },
  ];
  return { title: 'Zapisnik sa sastanka / Minutes', blocks };
};

const certificate: Contents = (world, form) => {
  if (form.kind !== 'equipment') throw new Error('only hand-overs have a certificate');
  const { detail } = form;
  const rows = detail.items.map((item, index) => [String(index + 1), item.description, `${item.make} ${item.model}`, item.serialNumber || 'lot', String(item.quantity), `${Number(item.value).toFixed(2)} ${item.currency}`]);
  const blocks: Block[] = [
    { text: `Recipient: ${institutionOf(world, detail.recipientInstitutionId).name}` },
    { table: { head: ['No', 'Item', 'Make and model', 'Serial number', 'Qty', 'Value'], rows, widths: [0.06, 0.3, 0.22, 0.18, 0.08, 0.16] } },
    { text: detail.terms ?? '' },
    { signatures: [`Predao / Handed over: ${detail.hander}`, `Primio / Received: ${detail.receiver}`] },
  ];
  return { title: 'Zapisnik o primopredaji opreme / Certificate of hand-over', blocks };
};

const testSheet: Contents = (_world, form) => {
  const tested = form.participants.filter((row) => row.preScore != null || row.postScore != null);
  const rows = tested.map((row, index) => [`T${String(index + 1).padStart(2, '0')}`, show(row.preScore), show(row.postScore)]);
  return { title: 'Rezultati testova / Test results', blocks: [{ text: 'By code, without names. Scores from 0 to 100.' }, { table: { head: ['Code', 'Before', 'After'], rows, widths: [0.3, 0.35, 0.35] } }] };
};
const show = (score: string | number | null | undefined) => (score == null ? '–' : Number(score).toFixed(1));

const contents: Record<Exclude<EvidenceKind, 'photo'>, Contents> = { signed_list: signedList, agenda, minutes, certificate, test_sheet: testSheet, other: agenda };
