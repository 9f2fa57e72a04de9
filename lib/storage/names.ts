import { cleanText } from '@/lib/shared/text';
import type { FileExtension } from './types';

const longest = 150;
const same: Record<FileExtension, RegExp> = { pdf: /\.pdf$/i, png: /\.png$/i, jpg: /\.(jpe?g|jfif)$/i, webp: /\.webp$/i, docx: /\.docx$/i, xlsx: /\.xlsx$/i };

/** A plain file name for a file of this type: no folders, no control or reserved characters, at most 150 characters, with the extension of what it is. */
export function plainName(name: string, extension: FileExtension): string {
  const last = cleanText(name).split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*\n\t]/g, ' ').replace(/\s+/g, ' ').replace(/^[.\s]+|[.\s]+$/g, '');
  const stem = same[extension].test(plain) ? plain.replace(/\.[^.]*$/, '') : plain;
  return `${[...stem].slice(0, longest - extension.length - 1).join('').trim() || 'file'}.${extension}`;
}

/** Content-Disposition for a name with any letters (RFC 6266): an ASCII form for old programs and the exact one. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii || 'file'}"; filename*=UTF-8''${exact}`;
}
