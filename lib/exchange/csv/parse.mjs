// Reads delimited text: semicolon, comma or tab; UTF-8 with or without a mark, UTF-16 with one, Windows-1250.
import Papa from 'papaparse';
import { grid } from '../grid.mjs';
import { FileRefusal } from '../refusal.mjs';

const delimiters = [';', ',', '\t'];

/** The rows of the text. Cells are text; what they mean is for the columns to say. Refuses with a FileRefusal. */
export function parseCsv(bytes, limits) {
  const found = grid(limits);
  const { text, delimiter } = prepare(decode(bytes));
  let number = 0;
  let refusal;
  Papa.parse(text, {
    delimiter,
    step({ data }, parser) {
      number += 1;
      try {
        found.add(number, data);
      } catch (error) {
        refusal = error;
        parser.abort();
      }
    },
  });
  if (refusal) throw refusal;
  return found.rows;
}

function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new FileRefusal('importNotATable');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}

// Excel may say the delimiter in a line of its own; else the header line shows it: its texts hold none.
function prepare(text) {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said) return { text: text.slice(said[0].length), delimiter: said[1] };
  const line = (/^\s*(.*)/.exec(text.slice(0, 20_000))?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = delimiters.map((one) => line.split(one).length - 1);
  return { text, delimiter: delimiters[counts.indexOf(Math.max(...counts))] };
}
