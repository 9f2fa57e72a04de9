import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskStore } from '@/lib/storage/store';

const root = mkdtempSync(path.join(tmpdir(), 'store-'));
afterAll(() => rmSync(root, { recursive: true }));
const store = diskStore(root);
const bytesOf = async (sha: string) => {
  const stream = await store.open(sha);
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
};

describe('the file store', () => {
  it('keeps bytes under their SHA-256, once', async () => {
    const bytes = randomBytes(100_000);
    const first = await store.put(bytes);
    const again = await store.put((async function* () { yield bytes.subarray(0, 7); yield bytes.subarray(7); })());
    expect(first).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: 100_000 });
    expect(again).toEqual(first);
    expect(await bytesOf(first.sha256)).toEqual(bytes);
    expect(readdirSync(path.join(root, 'tmp'))).toEqual([]);
  });

  it('leaves nothing behind when the sender breaks off', async () => {
    const broken = (async function* () { yield Buffer.from('half'); throw new Error('gone'); })();
    await expect(store.put(broken)).rejects.toThrow('gone');
    expect(readdirSync(path.join(root, 'tmp'))).toEqual([]);
    expect(await store.open(createHash('sha256').update('half').digest('hex'))).toBeNull();
  });

  it('is for the eyes of its own account only', async () => {
    const { sha256 } = await store.put(Buffer.from('a signed list'));
    const folder = path.join(root, sha256.slice(0, 2));
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, sha256.slice(2))).mode & 0o077).toBe(0);
  });

  it.each(['0'.repeat(64), '../../etc/passwd', ''])('has no file %j', async (name) => expect(await store.open(name)).toBeNull());
});
