// Import rules. Reads the code with swc, because TypeScript 7 offers no parser and a text search cannot tell `import type` reliably.
import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { filesBelow, report } from './lib/files.mjs';
import { cycles, forbiddenImports, forbiddenText } from './lib/import-rules.mjs';
import { root as repository } from './lib/settings.mjs';

const root = path.resolve(process.argv[2] ?? repository);
const top = fs.readdirSync(root).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
const files = filesBelow(root, ['app', 'components', 'db', 'lib', 'scripts', ...top]).filter((file) => /\.tsx?$|\.mjs$/.test(file) && !/\.d\.m?ts$/.test(file));
const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];

function resolve(from, name) {
  if (!name.startsWith('.') && !name.startsWith('@/')) return name;
  const base = name.startsWith('@/') ? name.slice(2) : path.posix.join(path.posix.dirname(from), name);
  return endings.map((ending) => base + ending).find((file) => fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile()) ?? base;
}

const isTypeOnly = (item) => item.typeOnly === true || (item.specifiers?.length > 0 && item.specifiers.every((one) => one.isTypeOnly === true));

function read(file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const { body } = parseSync(text, { syntax: 'typescript', tsx: file.endsWith('.tsx') });
  const named = body.filter((item) => item.source).map((item) => ({ from: file, to: resolve(file, item.source.value), typeOnly: isTypeOnly(item) }));
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, name]) => ({
    from: file,
    to: resolve(file, name),
    typeOnly: false,
    dynamic: true,
  }));
  const onlyReexports = body.length > 0 && body.every((item) => item.source && item.type.startsWith('Export'));
  return { imports: [...named, ...dynamic], findings: forbiddenText(file, text, onlyReexports) };
}

const all = files.map(read);
const imports = all.flatMap((one) => one.imports);
const findings = [...forbiddenImports(imports), ...cycles(imports.filter((one) => !one.dynamic)), ...all.flatMap((one) => one.findings)];
report([...new Set(findings)], `${imports.length} imports of ${files.length} files keep the rules`);
