import 'server-only';
import { disposition } from '@/lib/storage/names';
import { type FileFormat, fileFormats, mediaTypes } from './write';

/** A file to save: never kept by a cache, never shown in the page. */
export const download = (name: string, format: FileFormat, body: BodyInit): Response =>
  new Response(body, { headers: { 'content-type': mediaTypes[format], 'content-disposition': disposition('attachment', `${name}.${format}`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } });

/** The format that an address asks for; XLSX where it asks for none. */
export const formatIn = (request: Request): FileFormat => fileFormats.find((one) => one === new URL(request.url).searchParams.get('format')) ?? 'xlsx';
