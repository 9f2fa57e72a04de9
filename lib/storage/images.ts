import 'server-only';
import sharp from 'sharp';
import { typeOf } from './types';

export const photoLimits = { megapixels: 50, /** longest side kept */ side: 2000 } as const;
const pixels = photoLimits.megapixels * 1_000_000;

export type CleanImage = { ok: true; bytes: Uint8Array; mediaType: string; width: number; height: number };
export type ImageRefusal = { ok: false; reason: 'photoType' | 'photoTooManyPixels' | 'photoBroken' | 'drawingInvalid' | 'drawingEmpty'; params?: Record<string, number> };

// A picture of 50 million pixels takes some 150 MB while it is decoded: one at a time.
let turn: Promise<unknown> = Promise.resolve();
function alone<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => null);
  return mine;
}

/**
 * A photo as it may be kept: turned upright, at most 2,000 pixels a side, encoded anew as JPEG, so that nothing of the file but its picture remains
 * (no place, device or time; no second content). Refuses by the bytes what is no photo, and by its header one of too many pixels before anything is decoded.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanImage | ImageRefusal> {
  const type = await typeOf(bytes);
  if (!type || !['jpg', 'png', 'webp'].includes(type.extension)) return { ok: false, reason: 'photoType' };
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!head?.width || !head.height) return { ok: false, reason: 'photoBroken' };
  if (head.width * head.height > pixels) return { ok: false, reason: 'photoTooManyPixels', params: { n: photoLimits.megapixels, found: Math.round((head.width * head.height) / 1_000_000) } };
  const resize = { width: photoLimits.side, height: photoLimits.side, fit: 'inside', withoutEnlargement: true } as const;
  return alone(() => sharp(bytes, { limitInputPixels: pixels, failOn: 'error' }).autoOrient().resize(resize).flatten({ background: '#ffffff' }).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true })).then(
    ({ data, info }) => ({ ok: true as const, bytes: new Uint8Array(data), mediaType: 'image/jpeg', width: info.width, height: info.height }),
    () => ({ ok: false as const, reason: 'photoBroken' as const }),
  );
}

const drawingLimit = { bytes: 150_000, pixels: 4_000_000 } as const;

/** A signature drawn on screen ('data:image/png;base64,…') as a small PNG of its own. Refuses other types, too large ones, and an empty sheet. */
export async function cleanDrawing(dataUrl: string): Promise<CleanImage | ImageRefusal> {
  const invalid = { ok: false, reason: 'drawingInvalid' } as const;
  const [, base64] = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(dataUrl) ?? [];
  const bytes = base64 ? Buffer.from(base64, 'base64') : null;
  if (!bytes || bytes.byteLength > drawingLimit.bytes || (await typeOf(bytes))?.extension !== 'png') return invalid;
  try {
    const { data: raw, info } = await sharp(bytes, { limitInputPixels: drawingLimit.pixels }).ensureAlpha().extractChannel('alpha').raw().toBuffer({ resolveWithObject: true });
    if (!raw.some((alpha) => alpha > 40)) return { ok: false, reason: 'drawingEmpty' };
    const trimmed = sharp(bytes, { limitInputPixels: drawingLimit.pixels }).ensureAlpha().trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 1 });
    const { data, info: kept } = await trimmed.resize({ width: 800, height: 300, fit: 'inside', withoutEnlargement: true }).png({ palette: true, colours: 16 }).toBuffer({ resolveWithObject: true });
    return info.width > 0 ? { ok: true, bytes: new Uint8Array(data), mediaType: 'image/png', width: kept.width, height: kept.height } : invalid;
  } catch {
    return invalid;
  }
}
