import 'server-only';
import PDFDocument from 'pdfkit';
import { localeTags } from '@/lib/i18n/languages';
import type { Language } from '@/lib/shared/vocabulary';
import { drawFrames, type Frame } from './frame';
import { colors, fontBytes, type FontName, fontNames, paper, sizes } from './style';

type Doc = PDFKit.PDFDocument;
type Element = ReturnType<Doc['struct']>;
/** The structure types of PDF that readers for the blind know. */
export type Tag = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Form';
export type Box = { left: number; top: number; width: number; height: number };
/** Words in one language or two: the first is set strong, the second beneath it and softer. */
export type Text = string | readonly string[];

export type PdfPlan = {
  title: string;
  /** the first is the document's own */
  languages: readonly Language[];
  /** when it was made; the same moment gives the same bytes */
  moment: Date;
  landscape?: boolean;
  /** width and height in points where it is no A4, as for labels on a roll */
  size?: readonly [number, number];
  /** of bare pages, in points */
  margin?: number;
  /** running head, foot and "page x of y"; without it pages are bare and leave as they are drawn */
  frame?: Frame;
};

/** A document being written: where the next thing goes, and the ways to put it there. Coordinates in points from the top left. */
export class Sheet {
  readonly box: { left: number; right: number; width: number; top: number; bottom: number };
  private parent: Element;

  constructor(
    readonly doc: Doc,
    readonly plan: PdfPlan,
    private readonly drained: () => Promise<void>,
  ) {
    const { margins, width, height } = doc.page;
    this.box = { left: margins.left, right: width - margins.right, width: width - margins.left - margins.right, top: margins.top, bottom: height - margins.bottom };
    this.parent = doc.struct('Document');
    doc.addStructure(this.parent);
  }

  get y(): number {
    return this.doc.y;
  }
  set y(value: number) {
    this.doc.x = this.box.left;
    this.doc.y = value;
  }

  font(name: FontName, size: number = sizes.body, color: string = colors.ink): this {
    this.doc.font(name).fontSize(size).fillColor(color);
    return this;
  }

  /** Starts a page unless `height` still fits on this one. True when it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.box.bottom) return false;
    this.page();
    return true;
  }
  page(): void {
    this.doc.addPage();
    this.y = this.box.top;
  }

  /** Text at a fixed place, which never breaks onto another page; what comes next stays where it was. */
  put(text: string, left: number, top: number, options: PDFKit.Mixins.TextOptions = {}): void {
    const { doc } = this;
    const { x, y } = doc;
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.text(text, left, top, { lineBreak: options.width !== undefined, ...options });
    doc.page.margins.bottom = bottom;
    doc.x = x;
    doc.y = y;
  }

  /** Draws as one element of the document's structure; `alt` says a figure in words, `actual` what is read instead of the letters drawn. */
  tag(type: Tag, draw: () => void, options: { alt?: string; actual?: string; scope?: 'Column'; lang?: string } = {}): void {
    this.parent.add(this.doc.struct(type, options as object, draw));
  }
  /** An element that holds the elements made in `draw`. */
  group(type: Tag, draw: () => void): void {
    const [outer, inner] = [this.parent, this.doc.struct(type)];
    outer.add(inner);
    this.parent = inner;
    draw();
    inner.end();
    this.parent = outer;
  }
  /** Lines, shades and running heads: seen, not read aloud. Never inside a tag. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Lets the reader of the file and other requests go on before more is drawn; call it between pages of a long document. */
  breathe(): Promise<void> {
    return this.drained();
  }
}

export type Draw = (sheet: Sheet) => void | Promise<void>;

/** Writes a PDF (A4, tagged, fonts embedded) as a stream. Memory: one page and 256 kB without a frame, the page contents with one. */
export function writePdf(plan: PdfPlan, draw: Draw): Doc {
  const doc = open(plan);
  const drained = backpressure(doc);
  const write = async () => {
    doc.addPage();
    const sheet = new Sheet(doc, plan, drained);
    sheet.y = sheet.box.top;
    await draw(sheet.font('plain'));
    if (plan.frame) drawFrames(sheet, plan.frame);
    doc.end();
  };
  // A later turn, so that whoever asked can listen before the first byte.
  setImmediate(() => void write().catch((error) => doc.destroy(error as Error)));
  return doc;
}

function open({ title, languages, moment, landscape, frame, size, margin = paper.margin }: PdfPlan): Doc {
  const margins = { top: frame ? 72 : margin, bottom: frame ? 56 : margin, left: margin, right: margin };
  const doc = new PDFDocument({
    size: size ? [...size] : 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins,
    autoFirstPage: false,
    bufferPages: frame !== undefined,
    pdfVersion: '1.7',
    tagged: true,
    lang: localeTags[languages[0] ?? 'en'],
    displayTitle: true,
    info: { Title: title, Author: 'Capacity Tracker', Creator: 'Capacity Tracker', Producer: 'Capacity Tracker', CreationDate: moment, ModDate: moment },
    highWaterMark: 262_144,
  } as PDFKit.PDFDocumentOptions);
  for (const name of fontNames) doc.registerFont(name, fontBytes(name));
  return doc;
}

const yieldTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

// pdfkit pushes whatever it draws; so the drawing itself waits while nobody takes the bytes.
function backpressure(doc: Doc): () => Promise<void> {
  let wake = () => {};
  doc._read = () => wake();
  doc.once('close', () => wake());
  return async () => {
    await yieldTurn();
    while (!doc.destroyed && doc.readableLength > doc.readableHighWaterMark) await new Promise<void>((resolve) => { wake = resolve; });
    if (doc.destroyed) throw new Error('nobody reads this document any more');
  };
}
