import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { isOfficeFile } from './zip';

/** What may be uploaded: extension → media type. Nothing that a browser or an office program runs. */
export const allowedTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileExtension = keyof typeof allowedTypes;
export type KnownType = { extension: FileExtension; mediaType: string };

/** The type of a file by its bytes, whatever its name or the browser says; null when it is none of the allowed ones. */
export async function typeOf(bytes: Uint8Array): Promise<KnownType | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = found?.ext ?? '';
  if (!isAllowed(extension)) return null;
  if ((extension === 'docx' || extension === 'xlsx') && !isOfficeFile(bytes, extension)) return null;
  return { extension, mediaType: allowedTypes[extension] };
}

const isAllowed = (extension: string): extension is FileExtension => Object.hasOwn(allowedTypes, extension);

/** May a browser show it in place? Images and PDF only, and those under a sandboxing policy (DESIGN §3). */
export const showsInline = (mediaType: string): boolean => mediaType === allowedTypes.pdf || mediaType.startsWith('image/');
