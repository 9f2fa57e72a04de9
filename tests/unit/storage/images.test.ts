import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanDrawing, cleanPhoto } from '@/lib/storage/images';

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

describe('a photo', () => {
  test('loses place, device and everything but its picture, and stands upright', async () => {
    const taken = await picture(300, 200).withExif({ IFD0: { Make: 'SecretPhone', Copyright: 'Somebody' }, IFD3: { GPSLatitude: '42/1 26/1 0/1', GPSLatitudeRef: 'N' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(taken.toString('latin1')).toContain('SecretPhone');
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const clean = await cleanPhoto(taken);
    if (!clean.ok) throw new Error(clean.reason);
    const { exif, xmp, iptc, format, width, height } = await sharp(clean.bytes).metadata();
    expect([exif, xmp, iptc, format, width, height]).toEqual([undefined, undefined, undefined, 'jpeg', 200, 300]);
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toMatch(/SecretPhone|Somebody|GPS/);
    // The same photo sent again is the same file: a second send is recognised.
    expect(await cleanPhoto(taken)).toEqual(clean);
  });

  test('keeps no second content behind its end, and is made no larger than a screen shows', async () => {
    const trailing = Buffer.concat([await picture(4000, 3000).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    const clean = await cleanPhoto(trailing);
    expect(clean).toMatchObject({ ok: true, width: 2000, height: 1500, mediaType: 'image/jpeg' });
    expect(clean.ok && Buffer.from(clean.bytes).toString('latin1')).not.toContain('script');
  });

  test('is refused by its bytes when it is none, whatever its name', async () => {
    for (const bytes of [Buffer.from('not a picture'), Buffer.from('%PDF-1.7 x'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('GIF89a')]) expect(await cleanPhoto(bytes)).toMatchObject({ ok: false, reason: 'photoType' });
    const cut = (await picture(800, 800).png().toBuffer()).subarray(0, 400);
    expect(await cleanPhoto(cut)).toMatchObject({ ok: false, reason: 'photoBroken' });
  });

  test('of 100 million pixels is refused with the reason before anything is decoded', async () => {
    const huge = await picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    const began = performance.now();
    expect(await cleanPhoto(huge)).toEqual({ ok: false, reason: 'photoTooManyPixels', params: { n: 50, found: 100 } });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a drawn signature', () => {
  const url = async (image: Sharp) => `data:image/png;base64,${(await image.png().toBuffer()).toString('base64')}`;
  const sheet = (alpha: number) => sharp({ create: { width: 900, height: 300, channels: 4, background: { r: 0, g: 0, b: 40, alpha } } });

  test('is trimmed to its ink', async () => {
    const ink = await sharp({ create: { width: 300, height: 80, channels: 4, background: { r: 0, g: 0, b: 40, alpha: 1 } } }).png().toBuffer();
    expect(await cleanDrawing(await url(sheet(0).composite([{ input: ink, left: 100, top: 100 }])))).toMatchObject({ ok: true, width: 300, height: 80, mediaType: 'image/png' });
  });

  test('is refused empty, of another type, or of too many pixels', async () => {
    expect(await cleanDrawing(await url(sheet(0)))).toMatchObject({ reason: 'drawingEmpty' });
    const jpeg = (await picture(10, 10).jpeg().toBuffer()).toString('base64');
    for (const text of ['', 'data:image/png;base64,', `data:image/png;base64,${jpeg}`, `data:image/jpeg;base64,${jpeg}`, await url(sharp({ create: { width: 3000, height: 3000, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 1 } } }))]) expect(await cleanDrawing(text)).toMatchObject({ reason: 'drawingInvalid' });
  });
});
