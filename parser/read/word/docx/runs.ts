import { faintText, notText, setOffText, wordsOf } from '../../../wording/figure.ts';
import { childOf, elementAt, elementsOf, textOf, type XmlElement } from '../../xml.ts';
import type { StoryBlock } from '../story.ts';

/** What paragraphs and characters inherit from the styles they name; `null` where no style of the chain says. */
export interface Styles {
  /** Properties of that name in the style or the nearest one it is based on. */
  find(styleId: string | null, ...path: readonly string[]): XmlElement | null;
  /** The built-in name of a style, whatever a translated program calls it. */
  nameOf(styleId: string | null): string | null;
  /** The style of paragraphs that name none. */
  readonly defaultParagraph: string | null;
}

/** Styles based on each other in a circle, or deeper than this, are damage. */
const longestChain = 20;

export function readStyles(part: XmlElement | null): Styles {
  const styles = elementsOf(childOf(part ?? undefined, 'w:styles') ?? empty).filter(({ name }) => name === 'w:style');
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const standard = styles.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && isOn(attributes['w:default']),
  );
  return {
    find(styleId, ...path) {
      let style = byId.get(styleId ?? '');
      for (let step = 0; style !== undefined && step < longestChain; step += 1) {
        const found = elementAt(style, ...path);
        if (found !== undefined) return found;
        style = byId.get(valOf(childOf(style, 'w:basedOn')) ?? '');
      }
      return null;
    },
    nameOf: (styleId) => valOf(childOf(byId.get(styleId ?? ''), 'w:name')),
    defaultParagraph: standard?.attributes['w:styleId'] ?? null,
  };
}

const empty: XmlElement = { name: '', attributes: {}, children: [] };

export function valOf(element: XmlElement | null | undefined): string | null {
  return element?.attributes['w:val'] ?? null;
}

/** A property that is switched: on by standing there, unless its value says off. */
export function isOn(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && !['0', 'false', 'off'].includes(value);
}

/** Whether a switching property is there and on; null where it is not there. */
export function switchOf(element: XmlElement | null | undefined): boolean | null {
  return element === null || element === undefined ? null : isOn(valOf(element) ?? 'true');
}

/** What a paragraph prints: its line, and the content of text boxes that hang on it. */
export interface Printed {
  text: string;
  readonly boxes: StoryBlock[];
}

/** What has to be known to read runs. `readBox` reads the content of a text box. */
export interface RunContext {
  readonly styles: Styles;
  readonly readBox: (box: XmlElement) => StoryBlock[];
  /** Whether the runs stand in a cell of a table that has no colour of its own. */
  readonly isOnPaper: boolean;
}

const characters: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** What is in the file and not on the page: properties, tracked deletions, field codes, readings above characters. */
const unprinted = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:rt']);

/** What stands in a line and is no text, unless a text box is in it: pictures, drawings, embedded objects, formulas, signs of a font of signs. */
const objects = new Set(['w:drawing', 'w:pict', 'w:object', 'w:sym', 'w:altChunk', 'oMath', 'w:checkBox', 'w:ddList']);

/** Reads everything in a paragraph that prints into `printed`, through hyperlinks, insertions and controls. */
export function readRuns(parent: XmlElement, printed: Printed, context: RunContext): void {
  for (const element of elementsOf(parent)) {
    if (unprinted.has(element.name) || isHidden(element, context.styles)) continue;
    const character = characters[element.name];
    if (character !== undefined) printed.text += character;
    else if (element.name === 'w:t') printed.text += runText(parent, textOf(element), context);
    else if (element.name === 'w:txbxContent') printed.boxes.push(...context.readBox(element));
    else if (element.name === 'mc:AlternateContent') readAlternative(element, printed, context);
    else if (objects.has(element.name)) readObject(element, printed, context);
    else readRuns(element, printed, context);
  }
}

function runText(run: XmlElement, text: string, { styles, isOnPaper }: RunContext): string {
  if (isSetOff(run, styles)) return setOffText(text);
  return isOnPaper && isFaint(run, styles) ? faintText(text) : text;
}

/** The first alternative that prints something: newer programs write a drawing, and the same as a picture for older ones. */
function readAlternative(element: XmlElement, printed: Printed, context: RunContext): void {
  const alternatives = elementsOf(element).map((alternative) => {
    const found: Printed = { text: '', boxes: [] };
    readRuns(alternative, found, context);
    return found;
  });
  const hasWords = ({ text, boxes }: Printed) => wordsOf(text).trim() !== '' || boxes.length > 0;
  const printing = alternatives.find(hasWords) ?? alternatives.find(({ text }) => text.trim() !== '');
  if (printing === undefined) return;
  printed.text += printing.text;
  printed.boxes.push(...printing.boxes);
}

/** The text of an object's box follows its paragraph; one without text stands for itself. */
function readObject(element: XmlElement, printed: Printed, context: RunContext): void {
  const found: Printed = { text: '', boxes: [] };
  readRuns(element, found, context);
  const hasText = found.boxes.some((block) => typeof block !== 'string' || block.trim() !== '');
  if (hasText) printed.boxes.push(...found.boxes);
  else printed.text += notText;
}

/** What a run's text does not count in: hidden, or struck out. */
const withdrawing = ['w:vanish', 'w:strike', 'w:dstrike'];

/** A run is hidden or struck out by its own property, else by its character style's. */
function isHidden(element: XmlElement, styles: Styles): boolean {
  if (element.name !== 'w:r') return false;
  return withdrawing.some((property) => switchOf(runProperty(element, property, styles)) ?? false);
}

/** Whether a run is set above or below the line, as marks that lead to notes are. */
function isSetOff(element: XmlElement, styles: Styles): boolean {
  const position = element.name === 'w:r' ? valOf(runProperty(element, 'w:vertAlign', styles)) : null;
  return position === 'superscript' || position === 'subscript';
}

/** Whether a run is printed in white, on no colour of its own. */
function isFaint(run: XmlElement, styles: Styles): boolean {
  if (run.name !== 'w:r' || valOf(runProperty(run, 'w:color', styles))?.toUpperCase() !== 'FFFFFF') return false;
  return !isFilled(runProperty(run, 'w:shd', styles)) && runProperty(run, 'w:highlight', styles) === null;
}

/** Whether a shading gives a colour to what stands on it. */
export function isFilled(shading: XmlElement | null | undefined): boolean {
  const fill = shading?.attributes['w:fill']?.toUpperCase() ?? 'AUTO';
  return fill !== 'AUTO' && fill !== 'FFFFFF';
}

function runProperty(run: XmlElement, name: string, styles: Styles): XmlElement | null {
  const properties = childOf(run, 'w:rPr');
  return childOf(properties, name) ?? styles.find(valOf(childOf(properties, 'w:rStyle')), 'w:rPr', name);
}

/** Whether a tracked change removes the end of a paragraph, so that the next one continues it. */
export function isEndDeleted(paragraph: XmlElement): boolean {
  return elementAt(paragraph, 'w:pPr', 'w:rPr', 'w:del') !== undefined;
}
