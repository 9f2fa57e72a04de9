import fc from 'fast-check';
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { Drawn } from '@/components/ui/drawn';
import { htmlOf } from '@/components/ui/html';
import { Icon } from '@/components/ui/icon';

let locale = 'en-GB';
vi.mock('next-intl', () => ({ useLocale: () => locale, useTranslations: () => (key: string) => `${locale} ${key}` }));

/** Attributes in any order: React puts those of <input> in an order of its own. */
const plain = (html: string) => html.replace(/<([a-z0-9]+)((?: [^\s=>]+="[^"]*")*)(\/?)>/gi, (_all, tag: string, attributes: string, end: string) => `<${tag}${(attributes.match(/ [^\s=>]+="[^"]*"/g) ?? []).sort().join('')}${end}>`);
const sameAsReact = (node: ReactNode) => expect(plain(htmlOf(node))).toBe(plain(renderToStaticMarkup(node)));

const Row = ({ name, children }: { name: string; children?: ReactNode }) => <tr data-name={name}><th scope="row">{name}</th>{children}</tr>;

test('writes what React would write', () => {
  sameAsReact(
    <section className="a b" id="x" aria-hidden={false} data-on={true} data-off={undefined} hidden={false}>
      <table><caption>{'A & B <c> "d" \'e\''}</caption><tbody>{['one', 'two'].map((name) => <Row key={name} name={name}><td colSpan={2} rowSpan={1}>{name.length}{0}{null}{false}{true}{undefined}{10n}</td></Row>)}</tbody></table>
      <svg viewBox="0 0 10 10" aria-hidden="true" role="img"><path d="M0 0" strokeWidth={2} strokeLinecap="round" strokeDasharray="2 1" fillOpacity={0.5} vectorEffect="non-scaling-stroke" /><text textAnchor="end" dominantBaseline="middle" fontSize={9} x={0.1 + 0.2} y={-0}>5 %</text><use xlinkHref="#a" /><linearGradient gradientUnits="userSpaceOnUse" /></svg>
      <Fragment><br /><hr /><img src="/a.png" alt="" loading="lazy" /></Fragment>
      <a href="/x?a=1&b=2" download>get</a><a href="/x" tabIndex={-1} download="name.csv">get</a><details open><summary>more</summary></details>
      <time dateTime="2019-01-01">day</time><ol start={3} reversed><li value={0}>x</li></ol>
    </section>,
  );
});

test('writes forms as React does: what is chosen, ticked and filled in', () => {
  sameAsReact(
    <form action="/projects" method="get" noValidate>
      <label htmlFor="q">Name</label><input id="q" name="q" type="search" defaultValue={'a "b"'} maxLength={20} autoComplete="off" required readOnly={false} />
      <input type="checkbox" name="c" value="1" defaultChecked /><input type="checkbox" name="d" defaultChecked={false} disabled />
      <select name="s" defaultValue="b"><option value="">all</option><option value="b">B</option><optgroup label="more"><option>c</option></optgroup></select>
      <select name="m" multiple defaultValue={['c', 'b']}><option value="a">A</option><option value="b">B</option><option>c</option></select>
      <textarea name="t" rows={3} defaultValue={'<b>'} /><button type="submit" disabled={true}>Go</button>
    </form>,
  );
});

test('what says the same again is written again, for other props and in another language anew', () => {
  for (const turn of [1, 2]) {
    for (const language of ['en-GB', 'sr-Latn-ME']) {
      locale = language;
      for (const icon of ['check', 'clock', undefined] as const) sameAsReact(<p><Badge tone="good" icon={icon}>{`A < ${turn}`}</Badge><Badge icon={icon}>{5}</Badge><Badge icon={icon}><b>{turn}</b> more</Badge><Icon name="box" size={turn} /><Icon name="box" className="a" /></p>);
      for (const state of ['draft', 'approved'] as const) sameAsReact(<><StatusBadge of="review" state={state} /><StatusBadge of="implementation" state="planned" /></>);
      expect(htmlOf(<StatusBadge of="review" state="draft" />)).toContain(language);
    }
  }
  locale = 'en-GB';
});

test('a drawn part inside another is an element of it', () => {
  const Within = () => <Drawn className="in"><b>1</b></Drawn>;
  expect(htmlOf(<section><Within /><Drawn id="x">2</Drawn></section>)).toBe('<section><div class="in"><b>1</b></div><div id="x">2</div></section>');
});

test('refuses what it cannot write', () => {
  const Client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
  const Later = (async () => <p>later</p>) as unknown as () => ReactNode;
  expect(() => htmlOf(<Client />)).toThrow(/runs in the browser/);
  expect(() => htmlOf(<Later />)).toThrow(/asynchronous/);
  expect(() => htmlOf(<button type="button" onClick={() => {}}>x</button>)).toThrow(/onClick/);
  expect(() => htmlOf(<p style={{ color: 'red' }}>x</p>)).toThrow(/style/);
  for (const href of ['javascript:alert(1)', ' JaVa\nscript:alert(1)', '\u0001javascript:x']) expect(() => htmlOf(createElement('a', { href }))).toThrow(/script/);
  expect(() => htmlOf(createElement('p', { 'x onload=': '1' }))).toThrow(/no attribute/);
});

test('any text and any tree stay text and the same tree', () => {
  const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('</p><script>alert(1)</script>', '" onmouseover="x', '&amp;', "'", '<!--', '{{}}'));
  const { tree } = fc.letrec<{ tree: ReactNode; node: ReactNode }>((tie) => ({
    tree: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => createElement(Fragment, null, ...nodes)),
    node: fc.oneof({ maxDepth: 4 }, words, fc.integer(), fc.constantFrom(null, false, undefined),
      fc.record({ tag: fc.constantFrom('div', 'span', 'b', 'section'), title: words, tall: fc.boolean(), inner: tie('tree') }).map(({ tag, title, tall, inner }) => createElement(tag, { title, 'aria-label': title, hidden: tall, 'data-tall': tall }, inner))),
  }));
  // React writes line feeds of attributes and texts as they are; so do we.
  fc.assert(fc.property(tree, (node) => { expect(htmlOf(node)).toBe(renderToStaticMarkup(node)); }), { numRuns: 300, seed: 5 });
});
