import { attribute, type Element, isElement, type Node, rawText } from './nodes.ts';

/** Tells whether an element, and with it everything inside, is not shown. */
export type IsHidden = (element: Element) => boolean;

/** Elements whose content a browser does not print, or prints as struck out. */
const unprinted = new Set(
  'script style noscript template head select datalist button svg math iframe object embed canvas audio video textarea noframes noembed rp rt dialog del s strike'.split(
    ' ',
  ),
);

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:text-indent|left|top)\s*:\s*-\d{3,}|content-visibility\s*:\s*hidden|text-decoration[\w-]*\s*:[^;]*line-through|(?:^|[;\s])font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)|mso-hide\s*:\s*all|(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?%?\s*(?:;|$|!)|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:100|50)%|transform\s*:\s*scale\(\s*0\s*[,)]|color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))/i;
const showingStyle = /display\s*:\s*(?!none)[a-z]/i;
/** Selectors that begin with the same name; each element of that name asks for all of them. */
const mostOfOneName = 100;
const compound = /^([a-z][\w-]*)?((?:[.#][\w-]+)+)$/i;

const settingOff = /vertical-align\s*:\s*(?:super|sub|text-top|text-bottom)/i;

/** Whether an element sets its text above or below the line, as marks that lead to notes are. */
export function isSetOff(element: Element): boolean {
  return element.tagName === 'sup' || element.tagName === 'sub' || settingOff.test(attribute(element, 'style') ?? '');
}

const white = /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))/i;
const whiteName = /^(?:#?fff(?:fff)?|white)$/i;
const coloured = /background(?:-color|-image)?\s*:\s*(?!none|transparent|inherit|initial|white|#fff(?:fff)?\b)[^;]/i;

/** Tells whether an element prints in white, the colour of the page, and whether it says of which other colour its background is. */
export interface Colours {
  readonly isWhite: (element: Element) => boolean;
  readonly isColoured: (element: Element) => boolean;
}

/** The colours that elements and the page's own style sheets say. */
export function coloursIn(nodes: readonly Node[]): Colours {
  const sheets = styleSheets(nodes);
  const whites = selectors(sheets, (style) => white.test(style));
  const fills = selectors(sheets, (style) => coloured.test(style));
  return {
    isWhite: (element) => isWhite(element) || mostSpecific(element, whites) > 0,
    isColoured: (element) => isColoured(element) || mostSpecific(element, fills) > 0,
  };
}

/** Whether an element prints in white by itself. */
function isWhite(element: Element): boolean {
  const isNamed = element.tagName === 'font' && whiteName.test((attribute(element, 'color') ?? '').trim());
  return isNamed || white.test(attribute(element, 'style') ?? '');
}

/** Whether an element says itself of which colour its background is. */
function isColoured(element: Element): boolean {
  const background = attribute(element, 'bgcolor') ?? attribute(element, 'background') ?? '';
  return (background !== '' && !whiteName.test(background)) || coloured.test(attribute(element, 'style') ?? '');
}

/** Whether an element is one whose content is not text of the page. */
export function isUnprinted({ tagName }: Element): boolean {
  return unprinted.has(tagName);
}

/** Reads the page's own style sheets for what they hide by class or id; sheets of other files are not known. */
export function hiddenBy(nodes: readonly Node[]): IsHidden {
  const sheets = styleSheets(nodes);
  const hiding = selectors(sheets, (style) => hidingStyle.test(style));
  const showing = selectors(sheets, (style) => showingStyle.test(style));
  return (element) => {
    if (attribute(element, 'hidden') !== null) return true;
    const style = attribute(element, 'style');
    if (style !== null && hidingStyle.test(style)) return true;
    if (style !== null && showingStyle.test(style)) return false;
    return mostSpecific(element, hiding) > mostSpecific(element, showing);
  };
}

function styleSheets(nodes: readonly Node[]): string {
  let text = '';
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'style') text += `${rawText(node)}\n`;
  }
  return withoutBlocks(withoutComments(text));
}

function withoutComments(css: string): string {
  const [first = '', ...rest] = css.split('/*');
  return first + rest.map((part) => part.slice(part.indexOf('*/') < 0 ? part.length : part.indexOf('*/') + 2)).join('');
}

/** Rules for print and small screens are not those of the page as read. */
function withoutBlocks(css: string): string {
  let kept = '';
  let from = 0;
  for (let at = css.indexOf('@media'); at >= 0; at = css.indexOf('@media', from)) {
    kept += css.slice(from, at);
    from = endOfBlock(css, at);
  }
  return kept + css.slice(from);
}

function endOfBlock(css: string, start: number): number {
  let depth = 0;
  for (let at = start; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (css[at] === '}' && depth <= 0) return at + 1;
  }
  return css.length;
}

/** A selector of one element by its tag, classes and id; those with combinators are left. */
interface Compound {
  readonly tag: string | null;
  readonly names: readonly string[];
}

/** Compounds by their first name, so that an element asks only for its own. */
type Selectors = ReadonlyMap<string, readonly Compound[]>;

function selectors(css: string, says: (style: string) => boolean): Selectors {
  const found = new Map<string, Compound[]>();
  const said = new Set<string>();
  for (const rule of css.split('}')) {
    const [list = '', style = ''] = rule.split('{');
    if (!says(style)) continue;
    for (const selector of list.split(',').map((one) => one.trim())) {
      if (!said.has(selector)) addSelector(selector, found);
      said.add(selector);
    }
  }
  return found;
}

function addSelector(selector: string, found: Map<string, Compound[]>): void {
  const [, tag, names = ''] = compound.exec(selector) ?? [];
  const parts = names.match(/[.#][\w-]+/g) ?? [];
  const [first] = parts;
  if (first === undefined) return;
  const others = found.get(first) ?? [];
  found.set(first, others);
  if (others.length < mostOfOneName) others.push({ tag: tag?.toLowerCase() ?? null, names: parts });
}

/** How many names the most specific matching selector has; 0 for none. */
function mostSpecific(element: Element, known: Selectors): number {
  if (known.size === 0) return 0;
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
  const id = attribute(element, 'id');
  const own = new Set([...classes.map((name) => `.${name}`), ...(id === null ? [] : [`#${id}`])]);
  const matching = [...own]
    .flatMap((name) => known.get(name) ?? [])
    .filter(({ tag, names }) => {
      return (tag === null || tag === element.tagName) && names.every((name) => own.has(name));
    });
  return Math.max(0, ...matching.map(({ names }) => names.length));
}
