// The yardstick: a bare Node server that sends the statements of a page straight through `postgres`, all at once, and answers with the rows as JSON.
//   node scripts/bench/bare.mjs FILE   where FILE holds { "<page>": [[text, parameters] …] }; DATABASE_URL names the server. Prints its port.
import fs from 'node:fs';
import http from 'node:http';
import { bareConnection } from './connection.mjs';

const pages = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const sql = bareConnection(process.env.DATABASE_URL, 10);
const server = http.createServer(async (request, response) => {
  const statements = pages[decodeURIComponent(request.url.slice(1))];
  try {
    const rows = await Promise.all(statements.map(([text, parameters]) => sql.unsafe(text, parameters, { prepare: true })));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
