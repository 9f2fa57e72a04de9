import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ReadLimits, type ReadTable, readLimits } from './table';

const usualPatience = 8_000;
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
// A handful of hostile files at once must not take the machine's memory either: the others wait their turn.
const atOnce = 2;
const queueLength = 8;
const turns: { busy: number; waiting: (() => void)[] } = { busy: 0, waiting: [] };

// Read as it stands on disk: a bundled worker would lose its way to the packages. The app always runs in its own folder (DESIGN §7).
const workerFile = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'exchange', 'worker.mjs');

/** The rows of an uploaded XLSX or CSV file, read in a thread with a limit on time and memory. Everything that is wrong with it is a refusal. */
export async function readTable(bytes: Uint8Array, { limits = readLimits, patience = usualPatience }: { limits?: ReadLimits; patience?: number } = {}): Promise<ReadTable> {
  if (bytes.byteLength === 0) return { ok: false, reason: 'fileEmpty' };
  if (bytes.byteLength > limits.bytes) return { ok: false, reason: `importTooLarge:${Math.floor(limits.bytes / 1_000_000)}` };
  const kind = kindOf(bytes);
  if (kind !== 'xlsx' && kind !== 'csv') return { ok: false, reason: kind };
  if (turns.waiting.length >= queueLength) return { ok: false, reason: 'importBusy' };
  await myTurn();
  try {
    const read = await inWorker(kind, bytes, limits, patience);
    return read.ok && read.rows.length === 0 ? { ok: false, reason: 'importNoRows' } : read;
  } finally {
    nextTurn();
  }
}

/** By its first bytes, whatever its name: a workbook, text, or the reason why it is neither. */
function kindOf(bytes: Uint8Array): 'xlsx' | 'csv' | string {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b)) return 'xlsx';
  // One container holds both: the old binary format, and a new file under a password.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'importEncrypted' : 'importOldExcel';
  const text = starts(0xff, 0xfe) || starts(0xfe, 0xff) || !bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32));
  return text && !starts(0x25, 0x50, 0x44, 0x46) ? 'csv' : 'importNotATable';
}

async function myTurn(): Promise<void> {
  if (turns.busy >= atOnce) await new Promise<void>((go) => turns.waiting.push(go));
  else turns.busy += 1;
}

function nextTurn(): void {
  const next = turns.waiting.shift();
  if (next) next();
  else turns.busy -= 1;
}

function inWorker(kind: 'xlsx' | 'csv', bytes: Uint8Array, limits: ReadLimits, patience: number): Promise<ReadTable> {
  const own = new Uint8Array(bytes);
  // Nothing of this process is handed on: neither its settings nor its loaders.
  const worker = new Worker(/* turbopackIgnore: true */ workerFile(), { workerData: { kind, bytes: own, limits }, transferList: [own.buffer], resourceLimits: memory, env: {}, execArgv: [], stdout: true, stderr: true });
  return new Promise<ReadTable>((resolve) => {
    const timer = setTimeout(() => end({ ok: false, reason: 'importTooComplex' }), patience);
    const end = (result: ReadTable) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') console.error('reading an uploaded table failed', error);
      end({ ok: false, reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'importTooComplex' : 'importBroken' });
    });
    worker.once('exit', () => end({ ok: false, reason: 'importTooComplex' }));
  });
}
