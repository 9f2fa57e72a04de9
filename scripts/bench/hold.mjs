import '../lib/require-node.mjs';
import fs from 'node:fs'; import path from 'node:path'; import { spawn } from 'node:child_process';
const { live } = await import('../lib/life.mjs'); const { ensureDatabase } = await import('../pg.mjs'); const { benchDir } = await import('./scale.mjs'); const { sessionCookie } = await import('./stack.mjs'); const { root, youngSpace } = await import('../lib/settings.mjs'); const { untilHealthy } = await import('../lib/app.mjs');
await live(async (life) => { const scale=Number(process.argv[2]), port=process.argv[3]; const dir=benchDir(scale); const db=await ensureDatabase({dataDir:dir, embedded:true, signal: life.signal}); life.onEnd(()=>db.stop()); console.log('db',db.url, db.ownerUrl);
const env={...process.env, NODE_ENV:'production', DATABASE_URL:db.url, DATA_DIR:dir, NEXTAUTH_SECRET:'only-for-measuring-on-this-machine', NEXTAUTH_URL:`http://127.0.0.1:${port}`, CAPACITY_EMBEDDED:'1'};
const child=spawn(process.execPath,[youngSpace, path.join(root,'node_modules/next/dist/bin/next'),'start','-p',port,'-H','127.0.0.1','--keepAliveTimeout','70000'],{cwd:root,env,stdio:'inherit'}); life.onEnd(async()=>void child.kill());
await untilHealthy(`http://127.0.0.1:${port}`, life); fs.writeFileSync('/tmp/cookie', await sessionCookie()); console.log('ready'); await new Promise((r)=>child.once('exit',r)); return 0; });
