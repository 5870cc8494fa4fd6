import { Converter } from 'opencc-js/t2cn';

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

let convert: ((text: string) => string) | null = null;
const known = new Map<string, string>();

/** The simplified form of a character, from the table of OpenCC; itself where there is none of equal length. */
function simplifiedCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const toSimplified = convert ?? Converter({ from: 't', to: 'cn' });
  convert = toSimplified;
  const converted = toSimplified(character);
  const simplified = converted.length === character.length ? converted : character;
  known.set(character, simplified);
  return simplified;
}

/**
 * Makes texts of one document comparable: simplified characters, and common words where it uses a region's. Of the same
 * length as what is printed, which is kept as printed.
 */
export function simplifier(document: string): (text: string) => string {
  const words = document.includes(regionalMark) ? [...misspelt, ...regionalWords] : misspelt;
  return (text) => {
    const characters = text.replace(ideographs, simplifiedCharacter);
    return words.reduce((converted, [found, meant]) => converted.replace(found, meant), characters);
  };
}

/** Whether a text is written in traditional characters. */
export function isTraditional(text: string): boolean {
  let number = 0;
  for (let index = 0; index < text.length; index += 1) if (isTelling(text, index)) number += 1;
  return number >= leastNumber && number >= leastShare * (text.match(ideographs)?.length ?? 0);
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
