import type { Block } from './read/document.ts';
import { isTraditional, simplifier } from './simplified.ts';

/** Blocks written as the forms are, and the way back from a text found in them to what is printed. */
export interface Alike {
  readonly blocks: readonly Block[];
  /** Replaces every text of a value that was found in the blocks by what is printed there. Keys and figures stay. */
  readonly restore: <Value>(value: Value) => Value;
}

/**
 * Conversion sites write the sound of a character behind it: 數(shù)量. Only in such texts, for a bracket of letters
 * behind an ideograph may also be printed.
 */
const sound = /[(（](?<=\p{Script=Han}.)[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]/giu;
/** A vowel with its tone: where none is printed, there are no sounds to look for. */
const tone = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛ]/u;
const blanks = /\s/u;
const ideograph = /\p{Script=Han}/u;

/** Texts in traditional characters, or with sounds printed in them, as if they were not; every other text as it is. */
export function readAlike(blocks: readonly Block[]): Alike {
  const printed = blocks.flatMap(textsOf);
  const whole = printed.join('\n');
  const hasSounds = tone.test(whole) && whole.search(sound) >= 0;
  if (!hasSounds && !isTraditional(whole)) return { blocks, restore: (value) => value };
  const simplified = simplifier(whole);
  const trail = new Trail(printed, simplified);
  const comparable = (text: string) => simplified(text.replace(sound, ''));
  return { blocks: blocks.map((block) => converted(block, comparable)), restore: (value) => restored(value, trail) };
}

function textsOf(block: Block): string[] {
  return block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.map(({ text }) => text));
}

function converted(block: Block, comparable: (text: string) => string): Block {
  if (block.kind === 'paragraph') return { ...block, text: comparable(block.text) };
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: comparable(cell.text) }))) };
}

/** The converted text of a document without blanks, each character with the piece of print that it stands for. */
class Trail {
  readonly #text: string;
  readonly #pieces: readonly string[];
  #from = 0;

  constructor(printed: readonly string[], simplified: (text: string) => string) {
    this.#pieces = printed.flatMap(piecesOf);
    this.#text = simplified(this.#pieces.map((piece) => piece.charAt(0)).join(''));
  }

  /** What is printed where a text stands, searched onwards from the last one found; null where it stands nowhere. */
  find(text: string): readonly string[] | null {
    const onwards = this.#text.indexOf(text, this.#from);
    const at = onwards < 0 ? this.#text.indexOf(text) : onwards;
    if (at < 0) return null;
    this.#from = at;
    return this.#pieces.slice(at, at + text.length);
  }
}

/** UTF-16 units that are no blanks, each with the sound that is printed behind it. */
function piecesOf(text: string): string[] {
  const sounds = new Map([...text.matchAll(sound)].map((match) => [match.index, match[0]]));
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const note = sounds.get(at);
    if (note !== undefined) {
      pieces.push(`${pieces.pop() ?? ''}${note}`);
      at += note.length - 1;
    } else if (!blanks.test(text.charAt(at))) pieces.push(text.charAt(at));
  }
  return pieces;
}

function restored<Value>(value: Value, trail: Trail): Value {
  const restore = (part: unknown): unknown => {
    if (typeof part === 'string') return restoredText(part, trail);
    if (Array.isArray(part)) return part.map(restore);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, restore(inner)]));
  };
  return restore(value) as Value; // the same shape: only texts are replaced, by texts
}

/** Line by line, since lines of a text may come from several blocks; blanks stay where they are. */
function restoredText(text: string, trail: Trail): string {
  if (!ideograph.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const pieces = trail.find(line.replace(/\s/gu, ''));
      let next = 0;
      return pieces === null ? line : line.replace(/\S/g, (unit) => pieces[next++] ?? unit);
    })
    .join('\n');
}
