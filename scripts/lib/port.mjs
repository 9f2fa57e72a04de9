import net from 'node:net';
import { Sentence } from './sentence.mjs';

const tryPort = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

/** Refuses a port that somebody serves on any address that `localhost` may mean. */
export async function requireFreePort(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    const problem = await tryPort(port, host);
    if (problem === 'EADDRINUSE')
      throw new Sentence(`Port ${port} is already in use: stop the program that uses it, or choose another one with PORT=${port + 1}.`);
    if (problem === 'EACCES') throw new Sentence(`Port ${port} needs more rights than this account has: choose one above 1023 with PORT=3000.`);
  }
}

/** A port of the loopback address that nobody uses now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Does somebody accept connections there? */
export const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
