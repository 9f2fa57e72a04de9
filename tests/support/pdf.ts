import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = { pages: string[]; title: string; language: string; tagged: boolean };

/** Reads a PDF back as a reader program does: the text of each page, and what the document says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const [{ info }, marks] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo()]);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageText(pdf, number));
  await task.destroy();
  const about = info as { Title?: string; Language?: string };
  return { pages, title: about.Title ?? '', language: about.Language ?? '', tagged: (marks as { Marked?: boolean } | null)?.Marked === true };
}

async function pageText(pdf: Awaited<ReturnType<typeof getDocument>['promise']>, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
