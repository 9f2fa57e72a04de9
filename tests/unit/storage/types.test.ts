import { describe, expect, it } from 'vitest';
import { typeOf } from '@/lib/storage/types';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** A zip with stored entries; `claims` is the unpacked size the directory states. */
function office(parts: Record<string, string>, claims?: number): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [name, text] of Object.entries(parts)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(text.length, 14);
    common.writeUInt32LE(claims ?? text.length, 18);
    common.writeUInt16LE(name.length, 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(local.reduce((sum, part) => sum + part.length, 0), 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, offset, Buffer.from(name));
    const plain = Buffer.from(common);
    plain.writeUInt32LE(text.length, 18);
    local.push(Buffer.from([0x50, 0x4b, 3, 4]), plain, Buffer.from(name), Buffer.from(text));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(local).length, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}
const wordTypes = '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const word = { '[Content_Types].xml': wordTypes, 'word/document.xml': '<w:document/>' };

describe('typeOf', () => {
  it('knows a type by its bytes, whatever the name', async () => {
    expect((await typeOf(bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj')))?.mediaType).toBe('application/pdf');
    expect((await typeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1)))?.extension).toBe('jpg');
    expect((await typeOf(office(word)))?.extension).toBe('docx');
  });

  it.each([
    ['a program', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)],
    ['plain text', bytes('just text')],
    ['a page', bytes('<html><script>alert(1)</script></html>')],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['nothing', new Uint8Array()],
    ['any zip', office({ 'a.txt': 'x' })],
    ['macros', office({ ...word, 'word/vbaProject.bin': 'x' })],
    ['a bomb', office(word, 900_000_000)],
    ['no document', office({ '[Content_Types].xml': wordTypes })],
    ['a cut-off document', office(word).slice(0, -30)],
  ])('refuses %s', async (_what, bytes) => expect(await typeOf(bytes)).toBeNull());
});
