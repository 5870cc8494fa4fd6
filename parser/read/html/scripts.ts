import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import { attribute, type Element, type Node, rawText } from './nodes.ts';

/** Shorter texts are names and addresses, not a report. */
const shortest = 100;
const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\n', b: '', f: '', v: '' };
const quotes = new Set(['"', "'", '`']);
const between = /\s*\+\s*/y;
const markup = /<[a-z!/]|&lt;[a-z]/i;
const han = /\p{Script=Han}/u;

/**
 * Markup that scripts keep in string literals, unescaped: the content of pages that are put together in the browser.
 * Literals joined by `+` are one; a text that is itself a script or JSON is looked into once more.
 */
export function stringLiterals(script: string, depth = 0): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < script.length) {
    if (!quotes.has(script[at] ?? '')) {
      at += 1;
      continue;
    }
    const literal = readJoined(script, at);
    at = literal.end;
    if (literal.text.length < shortest || !han.test(literal.text)) continue;
    const inner = depth === 0 && /^\s*[[{]/.test(literal.text) ? stringLiterals(literal.text, depth + 1) : [];
    if (inner.length > 0) found.push(...inner);
    else if (markup.test(literal.text)) found.push(literal.text);
  }
  return found;
}

interface Literal {
  readonly text: string;
  readonly end: number;
}

function readJoined(script: string, start: number): Literal {
  const parts: string[] = [];
  let literal = readLiteral(script, start);
  while (literal !== null) {
    parts.push(literal.text);
    between.lastIndex = literal.end;
    const next = between.test(script) ? between.lastIndex : -1;
    const following = next >= 0 && quotes.has(script[next] ?? '') ? readLiteral(script, next) : null;
    if (following === null) return { text: parts.join(''), end: literal.end };
    literal = following;
  }
  return { text: '', end: start + 1 };
}

/** Null where the quote opens no literal: one that no quote closes, on its line unless it may run over lines. */
function readLiteral(script: string, start: number): Literal | null {
  const quote = script[start];
  const parts: string[] = [];
  let from = start + 1;
  for (let at = from; at < script.length; at += 1) {
    const character = script[at];
    if (character === quote) return { text: parts.join('') + script.slice(from, at), end: at + 1 };
    if (character === '\n' && quote !== '`') return null;
    if (character !== '\\') continue;
    const escaped = readEscape(script, at);
    parts.push(script.slice(from, at), escaped.text);
    from = escaped.end;
    at = from - 1;
  }
  return null;
}

function readEscape(script: string, at: number): Literal {
  const kind = script[at + 1] ?? '';
  const [, hex] = (kind === 'u' ? /^u([\da-f]{4})/i : /^x([\da-f]{2})/i).exec(script.slice(at + 1, at + 6)) ?? [];
  if (hex !== undefined) return { text: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 2 + hex.length };
  return { text: simpleEscapes[kind] ?? (kind === '\n' ? '' : kind), end: at + 2 };
}

/** Shorter values of hidden fields are settings. */
const shortestValue = 100;

/** Elements whose text is the source of content that a script shows later. */
const sources = new Set(['textarea', 'noscript', 'xmp', 'noframes']);

/** Markup that an element keeps as text or in scripts instead of showing it, for the page to put in its place later. */
export function injectedMarkup(element: Element): string[] {
  if (sources.has(element.tagName)) return [rawText(element)];
  if (element.tagName === 'script') return stringLiterals(rawText(element));
  if (element.tagName === 'iframe') return present(attribute(element, 'srcdoc'));
  if (element.tagName !== 'input') return [];
  return present(attribute(element, 'value')).filter((value) => value.length >= shortestValue);
}

/** What a `template` holds; nothing of other elements. */
export function templateNodes(element: Element): readonly Node[] {
  if (element.tagName !== 'template') return [];
  return tree.getTemplateContent(element as DefaultTreeAdapterTypes.Template).childNodes; // told by its name
}

function present(value: string | null): string[] {
  return value === null ? [] : [value];
}
