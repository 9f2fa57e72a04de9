import 'server-only';
import { Readable } from 'node:stream';
import { disposition, plainName } from '@/lib/storage/names';

// As for evidence files: whatever opens this may load and run nothing.
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** A PDF as the answer of a route, sent while it is drawn. The browser shows it; saved, it has this name. */
export function pdfResponse(pdf: Readable, name: string): Response {
  return new Response(Readable.toWeb(pdf) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': disposition('inline', plainName(name, 'pdf')),
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** A whole PDF as bytes: for evidence, attachments and tests. */
export async function pdfBytes(pdf: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
