// Message keys: English and Montenegrin complete, and every key that the code names has its text.
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, report } from './lib/files.mjs';
import { compare, flatten, missingKeys } from './lib/message-rules.mjs';
import { root } from './lib/settings.mjs';

const read = (language) =>
  Object.fromEntries(
    filesBelow(root, [`messages/${language}`]).map((file) => [path.basename(file, '.json'), JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))]),
  );

const languages = { en: read('en'), cnr: read('cnr') };
const keys = flatten(languages.en).map(([key]) => key);
const groups = new Set(keys.flatMap((key) => key.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))));
const code = filesBelow(root, ['app', 'components', 'lib']).filter((file) => /\.tsx?$/.test(file));
const missing = code.flatMap((file) => missingKeys(file, fs.readFileSync(path.join(root, file), 'utf8'), (name) => groups.has(name)));
report([...compare(languages), ...missing], `${keys.length} messages stand in both languages`);
