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
const partition = '|';
const bracketsWithoutFigure = /\([^()\d]*\)/gu;
const quotedTitle = /《[^《》]*》|[〔[][^〔〕[\]]*[〕\]]|https?:[\w./?=&%-]*/gu;

/** Half-width where one character becomes one, as in ，→, and １→1. */
function halfWidth(character: string): string {
  const normal = character.normalize('NFKC');
  return normal.length === 1 ? normal : character;
}

function without(aligned: AlignedText, pattern: RegExp): AlignedText {
  const gone = new Set(
    [...aligned.text.matchAll(pattern)].flatMap(({ 0: { length }, index }) =>
      Array.from({ length }, (_, offset) => index + offset),
    ),
  );
  const kept = [...aligned.at.keys()].filter((index) => !gone.has(index));
  return {
    text: kept.map((index) => aligned.text.charAt(index)).join(''),
    at: kept.map((index) => aligned.at[index] ?? 0),
  };
}

/**
 * For matching only: without spaces, in half-width signs, without bracketed remarks that hold no figure (含规范性文件)
 * and with the names of documents blanked out, for their years and numbers are not the report's.
 */
export function alignedText(printed: string): AlignedText {
  const parted = printed.replaceAll(parting, (blanks) => partition.padEnd(blanks.length));
  const kept = [...Array(parted.length).keys()].filter((index) => !notCompared.test(parted.charAt(index)));
  const compact = { text: kept.map((index) => halfWidth(parted.charAt(index))).join(''), at: kept };
  const bare = without(compact, bracketsWithoutFigure);
  return { ...bare, text: bare.text.replaceAll(quotedTitle, (title) => '_'.repeat(title.length)) };
}
