import { useLocale } from 'next-intl';
import { Fragment, isValidElement, type ReactElement, type ReactNode, StrictMode, Suspense } from 'react';
import { Badge, StatusBadge } from './badge';
import { remember } from '@/lib/shared/remember';
import { Icon } from './icon';

type Props = Record<string, unknown>;
/** What the nearest <select> has chosen. */
type Chosen = readonly string[] | null;

/**
 * The HTML of elements that no script touches: what React's static markup would be, written in one pass. Components may read translations; refuses client
 * components, asynchronous ones, event handlers, inline styles (the content security policy does too) and addresses that are scripts.
 */
export function htmlOf(node: ReactNode, chosen: Chosen = null): string {
  if (typeof node === 'string') return escaped(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (isValidElement<Props>(node)) return elementHtml(node, chosen);
  if (Symbol.iterator in node) {
    let html = '';
    for (const child of node) html += htmlOf(child, chosen);
    return html;
  }
  throw new Error('Only what is there at once can be drawn as HTML.');
}

function elementHtml({ type, props }: ReactElement<Props>, chosen: Chosen): string {
  if (typeof type === 'string') return tagHtml(type, props, chosen);
  if (type === Fragment || type === Suspense || type === StrictMode) return htmlOf(props.children as ReactNode, chosen);
  if (typeof type !== 'function' || '$$typeof' in type) throw new Error(`${nameOf(type)} runs in the browser: it cannot be drawn as HTML.`);
  const written = repeated.get(type);
  return written ? again(type as Component, props, written) : componentHtml(type as Component, props, chosen);
}

type Component = (props: Props) => ReactNode;

function componentHtml(type: Component, props: Props, chosen: Chosen = null): string {
  const drawn = within(() => type(props));
  if (drawn instanceof Promise) throw new Error(`${nameOf(type)} is asynchronous: it cannot be drawn as HTML.`);
  return htmlOf(drawn, chosen);
}

/** Small ones that say the same all over a page: what was written for the same plain props in the same language is written again. They may rest on nothing else. */
const repeated = new Map<unknown, Map<string, string>>([Icon, Badge, StatusBadge].map((component) => [component, new Map()]));
const most = 1000;

function again(type: Component, props: Props, written: Map<string, string>): string {
  // biome-ignore lint/correctness/useHookAtTopLevel: reads the language of the request and keeps no state
  let key: string = useLocale();
  for (const name in props) {
    const value = props[name];
    if (typeof value === 'object' && value !== null) return componentHtml(type, props);
    key += ` ${name}=${JSON.stringify(value)}`;
  }
  return remember(written, most, key, () => componentHtml(type, props));
}

let depth = 0;
/** Whether a component is being written by `htmlOf`, and not by React: writing waits for nothing in between. */
export const isBeingDrawn = () => depth > 0;

function within<T>(draw: () => T): T {
  depth += 1;
  try {
    return draw();
  } finally {
    depth -= 1;
  }
}

const nameOf = (type: unknown) => (type as { name?: string }).name || 'A component';

function tagHtml(tag: string, props: Props, chosen: Chosen): string {
  let html = `<${tag}`;
  for (const name in props) html += attribute(tag, name, props[name], props);
  if (tag === 'option' && chosen?.includes(String(props.value ?? text(props.children)))) html += ' selected=""';
  if (childless.has(tag)) return `${html}/>`;
  return `${html}>${inside(tag, props, chosen)}</${tag}>`;
}

function inside(tag: string, props: Props, chosen: Chosen): string {
  const raw = props.dangerouslySetInnerHTML as { __html: string } | undefined;
  if (raw) return raw.__html;
  if (tag === 'textarea') return escaped(String(props.value ?? props.defaultValue ?? ''));
  const value = props.value ?? props.defaultValue;
  return htmlOf(props.children as ReactNode, tag === 'select' && value !== undefined ? [value].flat().map(String) : chosen);
}

const text = (node: unknown): string => (Array.isArray(node) ? node.map(text).join('') : String(node ?? ''));

const childless = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const silent = new Set(['children', 'key', 'ref', 'dangerouslySetInnerHTML', 'suppressHydrationWarning', 'suppressContentEditableWarning']);
/** Said by being there. */
const flags = new Set(['allowFullScreen', 'async', 'autoFocus', 'autoPlay', 'checked', 'controls', 'default', 'defer', 'disabled', 'download', 'formNoValidate', 'hidden', 'inert', 'itemScope', 'loop', 'multiple', 'muted', 'noModule', 'noValidate', 'open', 'playsInline', 'readOnly', 'required', 'reversed', 'selected']);
/** Said as true or false. */
const spoken = new Set(['contentEditable', 'draggable', 'spellCheck', 'focusable', 'preserveAlpha', 'externalResourcesRequired']);
const addresses = new Set(['href', 'src', 'action', 'formAction', 'xlinkHref']);
const htmlNames: Record<string, string> = { className: 'class', htmlFor: 'for', tabIndex: 'tabindex', acceptCharset: 'accept-charset', httpEquiv: 'http-equiv', crossOrigin: 'crossorigin', xlinkHref: 'xlink:href', xmlSpace: 'xml:space', xmlLang: 'xml:lang', panose1: 'panose-1' };
// Names of SVG that are written with dashes; all others stand as React has them.
const dashed = new Set(
  'accentHeight alignmentBaseline arabicForm baselineShift capHeight clipPath clipRule colorInterpolation colorInterpolationFilters colorProfile colorRendering dominantBaseline enableBackground fillOpacity fillRule floodColor floodOpacity fontFamily fontSize fontSizeAdjust fontStretch fontStyle fontVariant fontWeight glyphName glyphOrientationHorizontal glyphOrientationVertical horizAdvX horizOriginX imageRendering letterSpacing lightingColor markerEnd markerMid markerStart overlinePosition overlineThickness paintOrder pointerEvents renderingIntent shapeRendering stopColor stopOpacity strikethroughPosition strikethroughThickness strokeDasharray strokeDashoffset strokeLinecap strokeLinejoin strokeMiterlimit strokeOpacity strokeWidth textAnchor textDecoration textRendering transformOrigin underlinePosition underlineThickness unicodeBidi unicodeRange unitsPerEm vAlphabetic vHanging vIdeographic vMathematical vectorEffect vertAdvY vertOriginX vertOriginY wordSpacing writingMode xHeight'.split(' '),
);

const known = new Map<string, string>();
/** The attribute's name in HTML. */
function nameIn(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (!/^[a-z][\w:.-]*$/i.test(name)) throw new Error(`${name} is no attribute.`);
  const written = htmlNames[name] ?? (dashed.has(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name);
  known.set(name, written);
  return written;
}

/** One attribute with the space before it; nothing where React would write nothing. */
function attribute(tag: string, name: string, value: unknown, props: Props): string {
  if (value === null || value === undefined || silent.has(name)) return '';
  if (name === 'defaultValue' || name === 'defaultChecked') return initial(tag, name, value, props);
  if (name === 'value' && (tag === 'select' || tag === 'textarea')) return '';
  if (typeof value === 'string') return ` ${nameIn(name)}="${escaped(addresses.has(name) ? harmless(value) : value)}"`;
  if (typeof value === 'boolean') return flag(name, value);
  if (typeof value === 'number' || typeof value === 'bigint') return flags.has(name) && !value ? '' : ` ${nameIn(name)}="${value}"`;
  throw new Error(`${name} of <${tag}> cannot be drawn as HTML.`);
}

function initial(tag: string, name: string, value: unknown, props: Props): string {
  if (tag !== 'input') return '';
  if (name === 'defaultChecked') return props.checked === undefined ? attribute(tag, 'checked', value, props) : '';
  return props.value === undefined ? attribute(tag, 'value', value, props) : '';
}

function flag(name: string, value: boolean): string {
  if (flags.has(name)) return value ? ` ${nameIn(name)}=""` : '';
  return spoken.has(name) || name.startsWith('aria-') || name.startsWith('data-') ? ` ${nameIn(name)}="${value}"` : '';
}

function harmless(address: string): string {
  // A browser leaves out control characters and spaces before it looks at the scheme.
  if (/^javascript:/i.test(address.replace(/[^!-~]/g, ''))) throw new Error('An address that is a script was not drawn.');
  return address;
}

const special = /["&'<>]/;
const entities: Record<string, string> = { '"': '&quot;', '&': '&amp;', "'": '&#x27;', '<': '&lt;', '>': '&gt;' };
const escaped = (plain: string) => (special.test(plain) ? plain.replace(/["&'<>]/g, (sign) => entities[sign] ?? sign) : plain);
