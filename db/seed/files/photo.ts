import type { Random } from '../random';
import { blank, type Colour, encodePng, fill, type Picture } from './png';

// Letters of 5 × 7 dots, one number per row, for what a picture must say.
const glyphs: Record<string, readonly number[]> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  E: [31, 16, 16, 30, 16, 16, 31],
  I: [14, 4, 4, 4, 4, 4, 14],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  Q: [14, 17, 17, 17, 21, 18, 13],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  V: [17, 17, 17, 17, 17, 10, 4],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  '-': [0, 0, 0, 31, 0, 0, 0],
};
const ink: Colour = [255, 255, 255];

function write(picture: Picture, text: string, at: { x: number; y: number; dot: number }): void {
  for (const [place, letter] of [...text].entries())
    for (const [row, bits] of (glyphs[letter] ?? []).entries())
      for (let column = 0; column < 5; column += 1)
        if (bits & (16 >> column)) fill(picture, { x: at.x + (place * 6 + column) * at.dot, y: at.y + row * at.dot, width: at.dot, height: at.dot }, ink);
}

/** A drawn scene in place of a photo: a room with people or boxes as plain shapes, and the words ILLUSTRATIVE and the reference. */
export function drawPhoto(random: Random, reference: string, scene: 'room' | 'boxes'): Uint8Array {
  const picture = blank(480, 320);
  for (let y = 0; y < 320; y += 1) fill(picture, { x: 0, y, width: 480, height: 1 }, y < 210 ? [196 - y / 4, 206 - y / 4, 214 - y / 5] : [150 - (y - 210) / 3, 128 - (y - 210) / 3, 104]);
  if (scene === 'room') drawRoom(picture, random);
  else drawBoxes(picture, random);
  fill(picture, { x: 0, y: 282, width: 480, height: 38 }, [30, 42, 66]);
  write(picture, `ILLUSTRATIVE ${reference}`, { x: 14, y: 292, dot: 3 });
  return encodePng(picture);
}

function drawRoom(picture: Picture, random: Random): void {
  fill(picture, { x: 150, y: 40, width: 180, height: 100 }, [244, 246, 248]);
  for (let line = 0; line < 4; line += 1) fill(picture, { x: 168, y: 58 + line * 18, width: random.int(80, 140), height: 6 }, [120, 140, 170]);
  for (let seat = 0; seat < 9; seat += 1) {
    const x = 24 + seat * 50;
    const shade = random.int(50, 130);
    fill(picture, { x: x + 8, y: 178, width: 18, height: 20 }, [214, 182, 154]);
    fill(picture, { x, y: 198, width: 34, height: 44 }, [shade, shade + 10, shade + 30]);
  }
  fill(picture, { x: 0, y: 240, width: 480, height: 14 }, [108, 84, 62]);
}

function drawBoxes(picture: Picture, random: Random): void {
  for (let box = 0; box < 7; box += 1) {
    const [x, width, height] = [18 + box * 66, random.int(42, 60), random.int(46, 110)];
    const top = 254 - height;
    fill(picture, { x, y: top, width, height }, [188, 150, 104]);
    fill(picture, { x, y: top, width, height: 6 }, [160, 124, 82]);
    fill(picture, { x: x + Math.floor(width / 2) - 4, y: top, width: 8, height }, [224, 204, 170]);
  }
}
