import { describe, expect, it } from 'vitest';
import { disposition, plainName } from '@/lib/storage/names';

describe('plainName', () => {
  it.each([
    ['lista prisutnih.pdf', 'pdf', 'lista prisutnih.pdf'],
    ['..\\..\\windows\\evil.PDF', 'pdf', 'evil.pdf'],
    ['/etc/passwd', 'pdf', 'passwd.pdf'],
    ['photo.jpeg', 'jpg', 'photo.jpg'],
    ['report.pdf.exe', 'pdf', 'report.pdf.exe.pdf'],
    ['a\u202egnp.exe', 'png', 'agnp.exe.png'],
    ['<b>"x"|?*.png', 'png', 'b x.png'],
    ['...', 'pdf', 'file.pdf'],
    ['šćđžč.docx', 'docx', 'šćđžč.docx'],
  ] as const)('%s as %s is %s', (name, extension, plain) => expect(plainName(name, extension)).toBe(plain));

  it('keeps the extension of a very long name', () => {
    const name = plainName(`${'č'.repeat(400)}.pdf`, 'pdf');
    expect([...name].length).toBeLessThanOrEqual(150);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});

describe('disposition', () => {
  it('gives an ASCII form and the exact one, and no way out of the header', () => {
    expect(disposition('attachment', 'zapisnik "č"\r\nx.pdf')).toMatch(/^attachment; filename="zapisnik _c_x\.pdf"; filename\*=UTF-8''zapisnik%20%22%C4%8D%22%0D%0Ax\.pdf$/);
  });
});
