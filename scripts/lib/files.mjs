import fs from 'node:fs';
import path from 'node:path';

/** Paths of all files below the given folders or files, relative to `root`, with '/'. */
export function filesBelow(root, starts) {
  const found = [];
  const visit = (file) => {
    const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of fs.readdirSync(path.join(root, file)).sort()) visit(`${file}/${name}`);
    else if (stat) found.push(file);
  };
  for (const start of starts) visit(start);
  return found;
}

/** Prints the findings of a check and sets the exit code: 1 when there are any. */
export function report(findings, fine) {
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) process.exitCode = 1;
  else console.log(fine);
}
