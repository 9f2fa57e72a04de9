import 'server-only';
import type { Readable } from 'node:stream';
import { type Wording, wording } from '@/lib/i18n/wording';
import type { Language, SignatureParty, SignatureWay } from '@/lib/shared/vocabulary';
import { fingerprint, type HandOverContent } from '@/lib/signing/rules';
import { qr, type Signature, signatures } from './marks';
import { type Box, type Sheet, writePdf } from './sheet';
import { colors, sizes } from './style';
import { type Cell, table } from './table';
import { facts, heading, oneLine, paragraph, title } from './text';

/** A signature that holds; `drawing` as PNG. */
export type PaperSignature = { party: SignatureParty; way: SignatureWay; signerName: string; signerPost: string | null; onBehalfOf: string | null; reason: string | null; drawing: Buffer | null; signedAt: Date };
export type HandOverPaper = {
  project: { projectsId: string; title: string; illustrative: boolean };
  organisation: string | null;
  title: string;
  place: string | null;
  /** in the languages of the paper */
  recipient: readonly string[];
  content: HandOverContent;
  sha: string;
  signatures: readonly PaperSignature[];
  verificationCode: string;
  /** opens the check of this very text */
  address: string;
  printed: Date;
  timeZone: string;
};

const qrSide = 92;

/** The certificate of a hand-over: parties, every item with serial number and value, terms, both signatures, and a code by which anybody can check it. */
export function handOverCertificate(data: HandOverPaper, languages: readonly [Language, ...Language[]]): Readable {
  const words = wording(languages, 'signing');
  const { project, content } = data;
  const frame = {
    head: `${project.projectsId} · ${project.title}`,
    reference: content.reference,
    foot: words.one('paper.foot', { code: data.verificationCode, print: fingerprint(data.sha), when: words.format.moment(data.printed, data.timeZone) }),
    pageOf: (page: number, pages: number) => words.one('paper.pageOf', { page, pages }),
    notice: project.illustrative ? oneLine(words.all('paper.illustrative')) : null,
  };
  return writePdf({ title: `${words.one('paper.title')} ${content.reference}`, languages, moment: data.printed, frame }, async (sheet) => {
    drawTop(sheet, data, words);
    heading(sheet, words.all('paper.items'));
    drawItems(sheet, content, words);
    await sheet.breathe();
    if (content.terms) {
      heading(sheet, words.all('paper.terms'));
      paragraph(sheet, content.terms);
    }
    paragraph(sheet, words.all('statement.receiver'));
    drawSignatures(sheet, data, words);
    paragraph(sheet, words.all('paper.check', { code: data.verificationCode, print: fingerprint(data.sha) }), { size: sizes.tiny, soft: true });
  });
}

// Title and parties stand at the left, the code at the right.
function drawTop(sheet: Sheet, data: HandOverPaper, words: Wording): void {
  const { content } = data;
  const top = sheet.y;
  const { right, width } = sheet.box;
  sheet.box.width = width - qrSide - 12;
  title(sheet, words.all('paper.title'));
  facts(sheet, [{ label: words.all('paper.recipient'), value: oneLine(data.recipient) }, data.title ? { label: words.all('paper.about'), value: data.title } : null], 1);
  facts(sheet, [
    { label: words.all('paper.date'), value: words.format.date(content.date) },
    { label: words.all('paper.place'), value: data.place ?? '' },
    { label: words.all('paper.from'), value: [content.hander, data.organisation].filter(Boolean).join(', ') },
    { label: words.all('paper.to'), value: [content.receiver, content.receiverPost].filter(Boolean).join(', ') },
  ]);
  sheet.box.width = width;
  qr(sheet, data.address, { left: right - qrSide + 8, top: top - 8, side: qrSide }, words.one('paper.qrAlt', { code: data.verificationCode }));
  sheet.tag('P', () => sheet.font('bold', sizes.small, colors.ink).put(data.verificationCode, right - qrSide - 2, top + qrSide - 12, { width: qrSide + 14, align: 'center' }));
  sheet.y = Math.max(sheet.y, top + qrSide + 8);
}

function drawItems(sheet: Sheet, { items }: HandOverContent, words: Wording): void {
  const { format } = words;
  const columns = [
    { head: '#', share: 0.05, align: 'center' as const },
    { head: words.all('paper.item'), share: 0.35 },
    { head: words.all('paper.tag'), share: 0.16 },
    { head: words.all('paper.serial'), share: 0.19 },
    { head: words.all('paper.quantity'), share: 0.09, align: 'right' as const },
    { head: words.all('paper.value'), share: 0.16, align: 'right' as const },
  ];
  const rows = items.map((item, index): Cell[] => [
    String(index + 1),
    { text: item.description, soft: [[item.make, item.model].filter(Boolean).join(' '), item.acceptance && oneLine(words.all('paper.acceptance', item.acceptance))].filter(Boolean).join('\n') || undefined },
    item.assetTag,
    item.serialNumber ?? '–',
    format.number(item.quantity),
    item.value === null ? '–' : format.money(Number(item.value), item.currency ?? ''),
  ]);
  const total: Cell[] = ['', { text: oneLine(words.all('paper.total')), strong: true }, '', '', { text: format.number(items.reduce((sum, item) => sum + item.quantity, 0)), strong: true }, { text: totals(items, words), strong: true }];
  table(sheet, { columns, rows: [...rows, total], striped: true });
}

// In cents and per currency: sums of decimals drift, and currencies are never added up.
function totals(items: HandOverContent['items'], { format }: Wording): string {
  const sums = new Map<string, number>();
  for (const { value, currency } of items) if (value !== null && currency) sums.set(currency, (sums.get(currency) ?? 0) + Math.round(Number(value) * 100));
  return [...sums].map(([currency, cents]) => format.money(cents / 100, currency)).join('\n');
}

function drawSignatures(sheet: Sheet, data: HandOverPaper, words: Wording): void {
  const block = (party: SignatureParty, name: string | null): Signature => {
    const signed = data.signatures.find((signature) => signature.party === party);
    const label = words.all(`paper.${party}${signed ? 'Signed' : 'Signs'}`);
    return { label, name: (signed?.signerName ?? name) || undefined, draw: signed && ((at, box) => drawSignature(at, signed, box)) };
  };
  signatures(sheet, [block('hander', data.content.hander), block('receiver', data.content.receiver)]);
  for (const signed of data.signatures) paragraph(sheet, words.all(`paper.${signed.party}Via.${signed.way}`, detailsOf(signed, data.timeZone, words)), { size: sizes.small });
}

function detailsOf(signed: PaperSignature, timeZone: string, words: Wording) {
  const behalf = signed.onBehalfOf ? 'yes' : 'no';
  const who = [signed.signerName, signed.signerPost].filter(Boolean).join(', ');
  return { who, behalf, name: signed.onBehalfOf ?? '', reason: signed.reason ?? '', when: words.format.moment(signed.signedAt, timeZone) };
}

function drawSignature(sheet: Sheet, { drawing, signerName }: PaperSignature, { left, top, width, height }: Box): void {
  if (drawing) sheet.doc.image(drawing, left, top - 14, { fit: [Math.min(width, 150), height + 14], valign: 'bottom' });
  else sheet.font('italic', sizes.heading).put(signerName, left, top + 8, { width, height: 14, ellipsis: true });
}
