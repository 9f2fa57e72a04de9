// What both languages owe each other: the same files, keys and placeholders, and no empty text.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** { 'a.b': 'text' } of nested messages. */
export function flatten(messages, prefix = '') {
  return Object.entries(messages).flatMap(([key, value]) =>
    value && typeof value === 'object' ? flatten(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  );
}

/** Placeholders and tags of a message with their kind, sorted: ['count plural', 'name']. Throws where the message is not ICU. */
export function placeholders(text) {
  const found = new Set();
  const kinds = {
    [TYPE.argument]: '',
    [TYPE.number]: ' number',
    [TYPE.date]: ' date',
    [TYPE.time]: ' time',
    [TYPE.select]: ' select',
    [TYPE.plural]: ' plural',
    [TYPE.tag]: ' tag',
  };
  const visit = (parts) => {
    for (const part of parts) {
      if (part.type in kinds) found.add(`${part.value}${kinds[part.type]}`);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
      if (part.children) visit(part.children);
    }
  };
  visit(parse(text));
  return [...found].sort();
}

const pluralsOf = (text) => {
  const found = [];
  const visit = (parts) => {
    for (const part of parts) {
      if (part.type === TYPE.plural && part.pluralType === 'cardinal') found.push(Object.keys(part.options));
      for (const option of Object.values(part.options ?? {})) visit(option.value);
      if (part.children) visit(part.children);
    }
  };
  visit(parse(text));
  return found;
};

// Two and more take their own form in Montenegrin (dva učesnika, pet učesnika, but dvije obuke, pet obuka): `few` must be said.
const needed = { en: ['other'], cnr: ['one', 'few', 'other'] };

function checkText(language, name, text) {
  if (typeof text !== 'string' || text.trim() === '') return [`${language}/${name}: has no text`];
  try {
    const missing = pluralsOf(text).flatMap((options) => needed[language].filter((form) => !options.includes(form)));
    return missing.length > 0 ? [`${language}/${name}: the plural lacks ${[...new Set(missing)].join(', ')}`] : [];
  } catch (error) {
    return [`${language}/${name}: is not a valid message (${error.message})`];
  }
}

/** Differences between two languages, as sentences. `en`, `cnr`: { namespace: messages }. */
export function compare({ en, cnr }) {
  const texts = { en: new Map(), cnr: new Map() };
  for (const [language, files] of Object.entries({ en, cnr })) {
    for (const [namespace, messages] of Object.entries(files)) for (const [key, text] of flatten(messages)) texts[language].set(`${namespace}.${key}`, text);
  }
  const findings = [];
  for (const [one, other] of [
    ['en', 'cnr'],
    ['cnr', 'en'],
  ]) {
    for (const name of Object.keys({ en, cnr }[one])) if (!(name in { en, cnr }[other])) findings.push(`${other}/${name}.json: is missing, ${one} has it`);
    for (const [name, text] of texts[one]) {
      if (!texts[other].has(name)) findings.push(`${other}/${name}: is missing, ${one} has it`);
      findings.push(...checkText(one, name, text));
    }
  }
  for (const [name, text] of texts.en) {
    const theirs = texts.cnr.get(name);
    if (typeof theirs !== 'string' || checkText('en', name, text).length + checkText('cnr', name, theirs).length > 0) continue;
    const [a, b] = [placeholders(text), placeholders(theirs)];
    if (a.join() !== b.join()) findings.push(`${name}: en has {${a.join(', ')}}, cnr has {${b.join(', ')}}`);
  }
  return findings;
}

/** Keys that a file asks for and nobody wrote. Sees literal keys only. `has(name)`: is there such a message or group? */
export function missingKeys(file, text, has) {
  const spaces = new Map(); // variable → namespaces it stands for somewhere in the file
  for (const [, variable, namespace] of text.matchAll(/const (\w+) = (?:await )?(?:useTranslations|getTranslations)\(\s*'([\w.]+)'\s*\)/g)) {
    spaces.set(variable, new Set(spaces.get(variable)).add(namespace));
  }
  const found = new Set();
  for (const [variable, names] of spaces) {
    const namespaces = [...names];
    for (const [, key] of text.matchAll(new RegExp(`(?<![\\w.])${variable}(?:\\.rich|\\.raw|\\.markup)?\\(\\s*'([\\w.-]+)'`, 'g'))) {
      if (!namespaces.some((namespace) => has(`${namespace}.${key}`))) found.add(`${file}: asks for ${namespaces.join(' or ')}.${key}, which has no text`);
    }
  }
  for (const [, key] of text.matchAll(/new Refusal\(\s*'([\w.-]+)/g))
    if (!has(`errors.${key}`)) found.add(`${file}: refuses with errors.${key}, which has no text`);
  return [...found];
}
