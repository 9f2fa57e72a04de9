import fs from 'node:fs';
import path from 'node:path';

/** Server settings under which every statement is logged with its parameters, as JSON. */
export const logging = ['logging_collector=on', 'log_destination=jsonlog', 'log_filename=statements.log', 'log_statement=all', 'log_truncate_on_rotation=on'];
const fileOf = (place) => path.join(place, 'cluster/log/statements.json');

const parametersOf = (detail) => {
  const values = [];
  for (const [, number, value] of (detail ?? '').matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g))
    values[Number(number) - 1] = value === 'NULL' ? null : value.slice(1, -1).replaceAll("''", "'");
  return values;
};

/** What the database was asked while `act` ran: [[text, parameters] …]. `place`: the cluster's folder; nobody else may be using it. */
export async function statementsOf(place, act) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 400)); // the log is written by a process of its own
  await pause();
  const from = fs.statSync(fileOf(place)).size;
  await act();
  await pause();
  const lines = fs.readFileSync(fileOf(place)).subarray(from).toString('utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ message, user }) => user === 'capacity_app' && /^(execute [^:]+|statement): /.test(message))
    .map(({ message, detail }) => [message.replace(/^(execute [^:]+|statement): /, ''), parametersOf(detail)]);
}
