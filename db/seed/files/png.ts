import { crc32, deflateSync } from 'node:zlib';

/** A picture of 24-bit pixels. */
export type Picture = { width: number; height: number; pixels: Uint8Array };
export type Colour = readonly [red: number, green: number, blue: number];

export const blank = (width: number, height: number): Picture => ({ width, height, pixels: new Uint8Array(width * height * 3) });

export function fill(picture: Picture, box: { x: number; y: number; width: number; height: number }, colour: Colour): void {
  for (let y = Math.max(0, box.y); y < Math.min(picture.height, box.y + box.height); y += 1)
    for (let x = Math.max(0, box.x); x < Math.min(picture.width, box.x + box.width); x += 1) picture.pixels.set(colour, (y * picture.width + x) * 3);
}

/** The picture as a PNG file: header, one compressed block of rows, end. */
export function encodePng({ width, height, pixels }: Picture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
