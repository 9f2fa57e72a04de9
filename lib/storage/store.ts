import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { env } from '@/lib/env';

export type StoredFile = { sha256: string; size: number };
type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Files by their content: the same bytes lie once, under their SHA-256. On disk here; another place (S3) is another object of this type. */
export type FileStore = {
  /** Keeps the bytes for good before it returns. */
  put(bytes: Bytes): Promise<StoredFile>;
  /** The bytes as a stream, or null when there is no such file. */
  open(sha256: string): Promise<ReadableStream<Uint8Array> | null>;
};

/** The store of this process, under DATA_DIR/files. `dataDir` is for seeds and tests. */
export const fileStore = (dataDir: string = env().DATA_DIR): FileStore => diskStore(path.resolve(dataDir, 'files'));

/** A store under one folder, for this account's eyes only: files/ab/cdef…; what is half written lies in files/tmp and is never read. */
export function diskStore(root: string): FileStore {
  const placeOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2));
  return {
    async put(bytes) {
      const draft = path.join(root, 'tmp', randomUUID());
      await mkdir(path.dirname(draft), { recursive: true, mode: 0o700 });
      try {
        const stored = await write(draft, bytes);
        await settle(draft, placeOf(stored.sha256));
        return stored;
      } finally {
        await rm(draft, { force: true });
      }
    },
    async open(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const place = placeOf(sha256);
      if (!(await exists(place))) return null;
      return Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>;
    },
  };
}

async function write(file: string, bytes: Bytes): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      hash.update(chunk);
      size += chunk.byteLength;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

// Rename is atomic; the folder is synced too, or the name could be lost in a power cut although the bytes are safe.
async function settle(draft: string, place: string): Promise<void> {
  if (await exists(place)) return;
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(draft, place);
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
