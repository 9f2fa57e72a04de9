// Loaded before our TypeScript scripts (node --import): makes `server-only` empty, as the bundler does on the server and the tests do.
// The condition "react-server" would do it too, but outside the bundler it also takes from Next the React functions it needs.
import { register } from 'node:module';

const hook = `export const resolve = (name, context, next) => name === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`, import.meta.url);
