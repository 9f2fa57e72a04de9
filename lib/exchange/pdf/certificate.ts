import 'server-only';
import type { Readable } from 'node:stream';
import { type Wording, wording } from '@/lib/i18n/wording';
import type { Language } from '@/lib/shared/vocabulary';
import { qr } from './marks';
import { type Sheet, writePdf } from './sheet';
import { colors, type FontName, sizes } from './style';
import { oneLine } from './text';

export type CertificatePaper = {
  /** 'PX.0009-C-0042' */
  number: string;
  name: string;
  course: string;
  place: string | null;
  heldFrom: string;
  heldTo: string;
  hours: number | null;
  issuedOn: string;
  verificationCode: string;
};
export type CertificateBatch = {
  project: { projectsId: string; title: string; implementer: string | null; donor: string | null; illustrative: boolean };
  certificates: readonly CertificatePaper[];
  /** where a code is checked: '<address>/verify' */
  verifyAt: string;
  moment: Date;
};

/** Certificates to print, one a page; drawn page by page while they are sent. */
export function certificatesPdf(batch: CertificateBatch, languages: readonly [Language, ...Language[]]): Readable {
  const words = wording(languages, 'certificates');
  const [only] = batch.certificates;
  const title =
    batch.certificates.length === 1 && only ? `${words.one('paper.title')} ${only.number}` : `${words.one('paper.titles')} ${batch.project.projectsId}`;
  return writePdf({ title, languages, moment: batch.moment, landscape: true }, async (sheet) => {
    for (const [index, certificate] of batch.certificates.entries()) {
      if (index > 0) sheet.page();
      drawCertificate(sheet, certificate, batch, words);
      await sheet.breathe();
    }
  });
}

function drawCertificate(sheet: Sheet, certificate: CertificatePaper, batch: CertificateBatch, words: Wording): void {
  const { doc } = sheet;
  sheet.artifact(() => drawBorder(sheet));
  const [title = '', ...others] = words.all('paper.title');
  const { project } = batch;
  sheet.tag('P', () => centred(sheet, project.implementer ?? project.projectsId, 74, { font: 'bold', size: 10.5, color: colors.accent, spacing: 0.6 }));
  sheet.tag(
    'H1',
    () => {
      centred(sheet, title.toLocaleUpperCase(words.format.locale), 104, { font: 'serifBold', size: 32, spacing: 5 });
      if (others.length > 0) centred(sheet, others.join(' / '), 146, { font: 'serif', size: 13, color: colors.soft });
    },
    // Spaced letters would be read out one by one.
    { actual: [title, ...others].join(' / ') },
  );
  sheet.artifact(() =>
    doc
      .moveTo(doc.page.width / 2 - 60, 174)
      .lineTo(doc.page.width / 2 + 60, 174)
      .lineWidth(1.4)
      .strokeColor(colors.accent)
      .stroke(),
  );
  sheet.tag('P', () => centred(sheet, oneLine(words.all('paper.awardedTo')), 192, { size: 10, color: colors.soft }));
  sheet.tag('H2', () => centred(sheet, certificate.name, 212, { font: 'serifBold', size: 28, least: 14, height: 40 }));
  sheet.tag('P', () => centred(sheet, oneLine(words.all('paper.completed')), 260, { size: 10, color: colors.soft }));
  sheet.tag('P', () => centred(sheet, certificate.course, 281, { font: 'bold', size: 17, least: 9, height: 48 }));
  sheet.tag('P', () => centred(sheet, held(certificate, words), 338, { size: 11 }));
  sheet.tag('P', () =>
    centred(sheet, `${oneLine(words.all('paper.within'))}: ${project.projectsId} ${project.title}`, 358, { size: 8.5, color: colors.soft, height: 24 }),
  );
  drawFoot(sheet, certificate, batch, words);
  if (project.illustrative)
    sheet.artifact(() => centred(sheet, oneLine(words.all('paper.illustrative')), 50, { font: 'bold', size: sizes.tiny, color: colors.warn }));
}

function held({ place, heldFrom, heldTo, hours }: CertificatePaper, words: Wording): string {
  const parts = [place, words.format.dateRange(heldFrom, heldTo), hours ? oneLine(words.all('paper.hours', (format) => ({ n: format.number(hours) }))) : null];
  return parts.filter(Boolean).join('  ·  ');
}

// A thick rule within a thin one, and a corner of accent in each corner.
function drawBorder({ doc }: Sheet): void {
  const { width, height } = doc.page;
  doc
    .rect(26, 26, width - 52, height - 52)
    .lineWidth(2.2)
    .strokeColor(colors.accent)
    .stroke();
  doc
    .rect(33, 33, width - 66, height - 66)
    .lineWidth(0.7)
    .strokeColor(colors.edge)
    .stroke();
  for (const [x, y] of [
    [26, 26],
    [width - 26, 26],
    [26, height - 26],
    [width - 26, height - 26],
  ] as const)
    doc.rect(x - 5, y - 5, 10, 10).fill(colors.accent);
}

type Style = { font?: FontName; size: number; least?: number; color?: string; spacing?: number; height?: number };

/** One centred line or few; where it would not fit in `height` it is set smaller, down to `least`. */
function centred(sheet: Sheet, text: string, top: number, { font = 'plain', size, least = size, color, spacing = 0, height }: Style): void {
  const left = sheet.box.left + 40;
  const width = sheet.box.width - 80;
  const options = { width, align: 'center' as const, characterSpacing: spacing };
  let fitting = size;
  while (height !== undefined && fitting > least && sheet.font(font, fitting).doc.heightOfString(text, options) > height) fitting -= 0.5;
  sheet.font(font, fitting, color).put(text, left, top, { ...options, ...(height !== undefined && { height, ellipsis: true }) });
}

// Two lines to sign on; at the right what proves it: number, code, and the QR code that checks it.
function drawFoot(sheet: Sheet, certificate: CertificatePaper, { verifyAt, project }: CertificateBatch, words: Wording): void {
  const { left, right } = sheet.box;
  const [base, side, lineWidth] = [468, 84, 170];
  for (const [index, label] of [words.all('paper.forProject'), words.all('paper.trainer')].entries()) {
    const x = left + 34 + index * (lineWidth + 36);
    sheet.artifact(() =>
      sheet.doc
        .moveTo(x, base)
        .lineTo(x + lineWidth, base)
        .lineWidth(0.8)
        .strokeColor(colors.edge)
        .stroke(),
    );
    sheet.tag('P', () => sheet.font('plain', sizes.small, colors.soft).put(oneLine(label), x, base + 5, { width: lineWidth, align: 'center' }));
  }
  const address = `${verifyAt}?code=${certificate.verificationCode}`;
  qr(sheet, address, { left: right - 34 - side, top: base - side + 22, side }, words.one('paper.qrAlt', { code: certificate.verificationCode }));
  const text = { left: right - 34 - side - 158, width: 150 };
  sheet.tag('P', () => {
    sheet.font('bold', sizes.body).put(certificate.number, text.left, base - 46, { width: text.width, align: 'right' });
    sheet
      .font('plain', sizes.small, colors.soft)
      .put(oneLine(words.all('paper.issuedOn', (format) => ({ date: format.date(certificate.issuedOn) }))), text.left, base - 32, {
        width: text.width,
        align: 'right',
      });
    sheet.font('mono', sizes.body).put(certificate.verificationCode, text.left, base - 12, { width: text.width, align: 'right' });
    sheet
      .font('plain', sizes.tiny, colors.soft)
      .put(verifyAt.replace(/^https?:\/\//, ''), text.left, base + 2, { width: text.width, align: 'right', height: 18, ellipsis: true });
  });
  if (project.donor)
    sheet.tag('P', () => centred(sheet, oneLine(words.all('paper.fundedBy', { donor: project.donor ?? '' })), 518, { size: sizes.small, color: colors.soft }));
}
