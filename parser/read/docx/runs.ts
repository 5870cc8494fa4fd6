import type { StoryBlock } from '../word/story.ts';
import { childOf, elementAt, elementsOf, textOf, type XmlElement } from '../xml.ts';
import { type Styles, switchOf, valOf } from './styles.ts';

/** What a paragraph prints: its line, and the content of text boxes that hang on it. */
export interface Printed {
  text: string;
  readonly boxes: StoryBlock[];
}

/** What has to be known to read runs. `readBox` reads the content of a text box. */
export interface RunContext {
  readonly styles: Styles;
  readonly readBox: (box: XmlElement) => StoryBlock[];
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

/** Reads everything in a paragraph that prints into `printed`, through hyperlinks, insertions and controls. */
export function readRuns(parent: XmlElement, printed: Printed, context: RunContext): void {
  for (const element of elementsOf(parent)) {
    if (unprinted.has(element.name) || isHidden(element, context.styles)) continue;
    const character = characters[element.name];
    if (character !== undefined) printed.text += character;
    else if (element.name === 'w:t') printed.text += textOf(element);
    else if (element.name === 'w:txbxContent') printed.boxes.push(...context.readBox(element));
    else if (element.name === 'mc:AlternateContent') readAlternative(element, printed, context);
    else readRuns(element, printed, context);
  }
}

/** The first alternative that prints something: newer programs write a drawing, and the same as a picture for older ones. */
function readAlternative(element: XmlElement, printed: Printed, context: RunContext): void {
  for (const alternative of elementsOf(element)) {
    const found: Printed = { text: '', boxes: [] };
    readRuns(alternative, found, context);
    if (found.text.trim() === '' && found.boxes.length === 0) continue;
    printed.text += found.text;
    printed.boxes.push(...found.boxes);
    return;
  }
}

/** A run is hidden by its own property, else by its character style's. */
function isHidden(element: XmlElement, styles: Styles): boolean {
  if (element.name !== 'w:r') return false;
  const properties = childOf(element, 'w:rPr');
  const own = switchOf(childOf(properties, 'w:vanish'));
  return own ?? switchOf(styles.find(valOf(childOf(properties, 'w:rStyle')), 'w:rPr', 'w:vanish')) ?? false;
}

/** Whether a tracked change removes the end of a paragraph, so that the next one continues it. */
export function isEndDeleted(paragraph: XmlElement): boolean {
  return elementAt(paragraph, 'w:pPr', 'w:rPr', 'w:del') !== undefined;
}
