/** Open elements beyond which browsers too stop nesting (Blink stops at 512). */
const deepest = 400;
/** Open formatting elements beyond which each paragraph would repeat them all; published pages have a handful. */
const mostFormatting = 8;
/** The largest real pages have some tens of thousands of tags. */
const mostTags = 120_000;
/** Tags too deep or too many at a place; real pages have none. */
const mostDropped = 2000;
/** Attributes that one tag may have. */
const mostAttributes = 300;

const voidTags = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Elements whose content is no markup. */
const rawTags = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noscript', 'iframe', 'noembed', 'noframes']);
/** What a start tag closes if it is still open right above, as the HTML standard has it. */
const implied: Readonly<Record<string, ReadonlySet<string>>> = {
  p: new Set(['p']),
  div: new Set(['p']),
  table: new Set(['p']),
  ul: new Set(['p']),
  li: new Set(['p', 'li']),
  dd: new Set(['p', 'dd', 'dt']),
  dt: new Set(['p', 'dd', 'dt']),
  option: new Set(['option']),
  td: new Set(['p', 'td', 'th', ...formatting, 'span']),
  th: new Set(['p', 'td', 'th', ...formatting, 'span']),
  tr: new Set(['p', 'td', 'th', 'tr', ...formatting, 'span']),
  tbody: new Set(['p', 'td', 'th', 'tr', 'tbody', 'thead', ...formatting, 'span']),
};

/** What ends a tag, parts its attributes, or begins a value in quotes. */
const tagMark = /[> \n\t/"']/g;
const tagStart = /<(\/?)([a-z][^\s/>]*)/giy;

/**
 * A page with the tags blanked out that would make building its tree cost more than its size: nested or unclosed beyond
 * what browsers follow, or with hundreds of attributes. Everything else stands where it stood, so offsets hold; real
 * pages come through unchanged. CDATA marks, which HTML takes for comments, are blanked out too.
 */
export function tame(html: string): string {
  const source = html.replace(/<!\[CDATA\[|\]\]>/g, (mark) => ' '.repeat(mark.length));
  const open = new OpenElements();
  const kept: string[] = [];
  let from = 0;
  let tags = 0;
  let dropped = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const tag = readTag(source, at);
    if (tag === null) {
      at = afterOther(source, at);
      continue;
    }
    tags += 1;
    if (tags > mostTags || dropped > mostDropped)
      return [...kept, source.slice(from, at), withoutTags(source.slice(at))].join('');
    if (tag.attributes > mostAttributes || !open.take(tag)) {
      dropped += 1;
      kept.push(source.slice(from, at), blanked(source.slice(at, tag.end)));
      from = tag.end;
    }
    at = rawTags.has(tag.name) && !tag.isEnd ? endOfRaw(source, tag) : tag.end;
  }
  return kept.length === 0 ? source : [...kept, source.slice(from)].join('');
}

function blanked(tag: string): string {
  return tag.replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
}

/** The rest of a page that is no real one: its text, without the tags and so without exact offsets. */
function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>\s*/g, ' ');
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: number;
  readonly end: number;
}

function readTag(source: string, at: number): Tag | null {
  tagStart.lastIndex = at;
  const match = tagStart.exec(source);
  if (match === null) return null;
  const { end, attributes } = endOfTag(source, tagStart.lastIndex);
  return { name: (match[2] ?? '').toLowerCase(), isEnd: match[1] === '/', attributes, end };
}

/** Behind the `>` that closes a tag; one in a quoted value does not. */
function endOfTag(source: string, from: number): { end: number; attributes: number } {
  let attributes = 0;
  tagMark.lastIndex = from;
  for (let match = tagMark.exec(source); match !== null; match = tagMark.exec(source)) {
    const [mark] = match;
    if (mark === '>') return { end: tagMark.lastIndex, attributes };
    if (mark !== '"' && mark !== "'") attributes += 1;
    else if (/=\s{0,9}$/.test(source.slice(Math.max(from, match.index - 10), match.index))) {
      const close = source.indexOf(mark, tagMark.lastIndex);
      if (close < 0) return { end: source.length, attributes };
      tagMark.lastIndex = close + 1;
    }
  }
  return { end: source.length, attributes };
}

/** Behind a comment, a declaration, or a `<` that begins no tag. */
function afterOther(source: string, at: number): number {
  if (!source.startsWith('<!--', at)) return at + 1;
  const end = source.indexOf('-->', at + 2);
  return end < 0 ? source.length : end + 3;
}

function endOfRaw(source: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}\\b`, 'gi');
  close.lastIndex = end;
  return close.exec(source)?.index ?? source.length;
}

/** Elements that are open, as nearly as their tags tell without building the tree. */
class OpenElements {
  readonly #stack: string[] = [];
  readonly #counts = new Map<string, number>();
  #formatting = 0;

  /** Whether the tag may stand; if so it is followed. */
  take({ name, isEnd }: Tag): boolean {
    if (voidTags.has(name)) return true;
    if (isEnd) return this.#close(name);
    for (let top = this.#stack.at(-1); top !== undefined && implied[name]?.has(top); top = this.#stack.at(-1))
      this.#pop();
    if (this.#stack.length >= deepest) return false;
    if (formatting.has(name) && this.#formatting >= mostFormatting) return false;
    this.#push(name);
    return true;
  }

  /** An end tag closes what is open inside its element; one that closes nothing is left to the parser while it is cheap. */
  #close(name: string): boolean {
    if ((this.#counts.get(name) ?? 0) === 0) return this.#stack.length < deepest / 2;
    for (let top = this.#pop(); top !== undefined && top !== name; ) top = this.#pop();
    return true;
  }

  #push(name: string): void {
    this.#stack.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    if (formatting.has(name)) this.#formatting += 1;
  }

  #pop(): string | undefined {
    const name = this.#stack.pop();
    if (name === undefined) return undefined;
    this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
    if (formatting.has(name)) this.#formatting -= 1;
    return name;
  }
}
