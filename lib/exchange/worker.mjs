// The thread in which a file from outside is read: it may run out of time or memory without the server noticing. Started by read.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { parseCsv } from './csv/parse.mjs';
import { FileRefusal } from './refusal.mjs';
import { parseXlsx } from './xlsx/parse.mjs';

const { kind, bytes, limits } = workerData;
try {
  const rows = kind === 'xlsx' ? await parseXlsx(bytes, limits) : parseCsv(bytes, limits);
  parentPort.postMessage({ ok: true, rows });
} catch (error) {
  parentPort.postMessage({ ok: false, reason: error instanceof FileRefusal ? error.reason : 'importBroken' });
}
