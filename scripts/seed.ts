import { closeDatabase } from '@/db/client';
import { seedDemo } from '@/db/seed/demo';

// Started by scripts/lib/demo.mjs. The seed itself refuses any server that lacks the role capacity_embedded.
await seedDemo();
await closeDatabase();
