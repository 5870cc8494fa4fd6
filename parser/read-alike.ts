import type { Block } from './read/document.ts';
import { simplifiedCharacter } from './wording/simplified.ts';

/** Characters that simplified text uses as well, in names and set phrases: they do not tell that a text is traditional. */
const ambiguous = new Set('乾於瞭著藉徵夥餘叡鍾讎祇麽');

/** A word of Taiwan's usage that every such text of this kind holds. */
const regionalMark = '資訊';

/**
 * Words of gateways that put a region's words beside its characters, by what the conversion of characters alone makes of
 * them; only pairs of equal length, so that every character keeps its place. Archives (档案局, 档案馆) stay archives.
 */
const regionalWords: readonly (readonly [found: RegExp, meant: string])[] = [
  [/资讯/g, '信息'],
  [/档案(?![局馆室管员柜])/g, '文件'],
  [/专案/g, '项目'],
  [/释出/g, '发布'],
  [/线上/g, '在线'],
  [/程式/g, '程序'],
  [/设定/g, '设置'],
  [/民众/g, '群众'],
  [/巨观/g, '宏观'],
  [/网路/g, '网络'],
  [/透过/g, '通过'],
  [/联络/g, '联系'],
  [/连结/g, '链接'],
  [/反覆/g, '反复'],
];

/** Spellings that conversion sites leave behind. */
const misspelt: readonly (readonly [found: RegExp, meant: string])[] = [[/谘询/g, '咨询']];

const ideographs = /\p{Script=Han}/gu;
/** A text is traditional from this part of its ideographs on, and from this number: names and quotations are fewer. */
const leastShare = 0.02;
const leastNumber = 20;

/**
 * Makes texts of one document comparable: simplified characters, and common words where it uses a region's. Of the same
 * length as what is printed, which is kept as printed.
 */
function simplifier(document: string): (text: string) => string {
  const words = document.includes(regionalMark) ? [...misspelt, ...regionalWords] : misspelt;
  return (text) => {
    const characters = text.replace(ideographs, simplifiedCharacter);
    return words.reduce((converted, [found, meant]) => converted.replace(found, meant), characters);
  };
}

/** A line that may be a report's title, in either script: one character in it tells, for by it the report is known to be one, and whose. */
const titleLine = /^(?=.{0,80}$).*公[开開].{0,20}(?:报告|報告|年报|年報).*$/gmu;

/** Whether a text is written in traditional characters, or its title is. */
function isTraditional(text: string): boolean {
  const number = tellingIn(text);
  if (number >= leastNumber && number >= leastShare * (text.match(ideographs)?.length ?? 0)) return true;
  return number > 0 && (text.match(titleLine) ?? []).some((line) => tellingIn(line) > 0);
}

function tellingIn(text: string): number {
  let number = 0;
  for (let index = 0; index < text.length; index += 1) if (isTelling(text, index)) number += 1;
  return number;
}

/** By its first unit of UTF-16 whether a character is telling; a document has tens of thousands, of a few hundred kinds. */
const answers = new Uint8Array(0x10000);
const [notAsked, no, yes] = [0, 1, 2];
const firstSurrogate = 0xd800;

/** Whether the character at a place is one that simplified texts do not use. */
function isTelling(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const known = answers[unit];
  if (known !== notAsked) return known === yes;
  const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
  const isIdeograph = character.search(ideographs) >= 0;
  const found = isIdeograph && !ambiguous.has(character) && simplifiedCharacter(character) !== character;
  // Many characters share the first of two units.
  if (unit < firstSurrogate || character.length === 1) answers[unit] = found ? yes : no;
  return found;
}

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
