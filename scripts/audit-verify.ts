import { closeDatabase } from '@/db/client';
import { listChains, verifyChain } from '@/lib/audit/queries';

// npm run audit:verify: recounts every chain of the audit trail; exit code 1 when one does not hold.
try {
  const chains = await listChains();
  if (chains.length === 0) console.log('The audit trail has no entries yet.');
  for (const { chain, project } of chains) {
    const { entries, brokenAt } = await verifyChain(chain);
    const name = project ?? (chain.startsWith('0000') ? 'outside projects' : chain);
    if (brokenAt !== null) process.exitCode = 1;
    console.log(brokenAt === null ? `${name}: ok, ${entries} entries` : `${name}: BROKEN at entry ${brokenAt}`);
  }
} finally {
  await closeDatabase();
}
