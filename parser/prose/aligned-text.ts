import { isMarkCharacter } from '../wording/figure.ts';

/** Text made comparable, each character with its index in the text as printed. */
export interface AlignedText {
  readonly text: string;
  /** Index in the printed text of each character of `text`. */
  readonly at: readonly number[];
}

const notCompared = /[\s\p{Cf}]/u;
/** Blanks that part figures or columns, of which copied tables consist; all others are only typeset. */
const parting = /\t|(?<=\d)\s+(?=\d)/gu;
/** Stands for a parting blank. */
export const partition = '|';
const bracketsWithoutFigure = /\([^()\d]*\)/gu;
const quotedTitle = /《[^《》]*》|[〔[][^〔〕[\]]*[〕\]]|https?:[\w./?=&%-]*/gu;

/** Most characters are ideographs, which stay as they are. */
function ideograph(character: string): boolean {
  return character >= '\u4E00' && character <= '\u9FFF';
}

const comparable = new Map<string, string>();

/** Half-width where one character becomes one, as in ，→, and １→1; empty for one that is not compared. A mark is no digit. Each is folded once. */
function comparableCharacter(character: string): string {
  const known = comparable.get(character);
  if (known !== undefined) return known;
  const normal = isMarkCharacter(character) ? character : character.normalize('NFKC');
  const found = notCompared.test(character) ? '' : normal.length === 1 ? normal : character;
  comparable.set(character, found);
  return found;
}

function without(aligned: AlignedText, pattern: RegExp): AlignedText {
  let text = '';
  const at: number[] = [];
  let from = 0;
  const keep = (end: number) => {
    text += aligned.text.slice(from, end);
    for (let index = from; index < end; index += 1) at.push(aligned.at[index] ?? 0);
  };
  for (const { 0: gone, index } of aligned.text.matchAll(pattern)) {
    keep(index);
    from = index + gone.length;
  }
  if (from === 0) return aligned;
  keep(aligned.text.length);
  return { text, at };
}

/** For matching only: without spaces and in half-width signs. */
export function foldedText(printed: string): AlignedText {
  const parted = printed.replaceAll(parting, (blanks) => partition.padEnd(blanks.length));
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < parted.length; index += 1) {
    const printedCharacter = parted.charAt(index);
    const character = ideograph(printedCharacter) ? printedCharacter : comparableCharacter(printedCharacter);
    if (character === '') continue;
    text += character;
    at.push(index);
  }
  return { text, at };
}

/**
 * For matching only: folded, without bracketed remarks that hold no figure (含规范性文件) and with the names of
 * documents blanked out, for their years and numbers are not the report's.
 */
export function alignedText(printed: string): AlignedText {
  const bare = without(foldedText(printed), bracketsWithoutFigure);
  return { ...bare, text: bare.text.replaceAll(quotedTitle, (title) => '_'.repeat(title.length)) };
}
