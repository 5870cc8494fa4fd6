import { raisedText } from '../../note-marks.ts';
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
    else if (element.name === 'w:t')
      printed.text += isRaised(parent, context.styles) ? raisedText(textOf(element)) : textOf(element);
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

/** What a run's text does not count in: hidden, or struck out. */
const withdrawing = ['w:vanish', 'w:strike', 'w:dstrike'];

/** A run is hidden or struck out by its own property, else by its character style's. */
function isHidden(element: XmlElement, styles: Styles): boolean {
  if (element.name !== 'w:r') return false;
  return withdrawing.some((property) => switchOf(runProperty(element, property, styles)) ?? false);
}

/** Whether a run is set above the line, as marks that lead to notes are. */
function isRaised(element: XmlElement, styles: Styles): boolean {
  return element.name === 'w:r' && valOf(runProperty(element, 'w:vertAlign', styles)) === 'superscript';
}

function runProperty(run: XmlElement, name: string, styles: Styles): XmlElement | null {
  const properties = childOf(run, 'w:rPr');
  return childOf(properties, name) ?? styles.find(valOf(childOf(properties, 'w:rStyle')), 'w:rPr', name);
}

/** Whether a tracked change removes the end of a paragraph, so that the next one continues it. */
export function isEndDeleted(paragraph: XmlElement): boolean {
  return elementAt(paragraph, 'w:pPr', 'w:rPr', 'w:del') !== undefined;
}
