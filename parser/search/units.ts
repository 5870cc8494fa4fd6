import { withoutRadicals } from '../wording/radicals.ts';
import { simplifiedCharacter } from '../wording/simplified.ts';

/**
 * What a text is compared by when it is searched: an ideograph, or a word of letters and digits of any other script. Compatibility
 * forms, capitals, radicals and traditional characters count as what they stand for.
 */
export interface Unit {
  /** Folded, as it is compared. */
  readonly text: string;
  /** UTF-16 units of the text, from 0; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
  readonly isIdeograph: boolean;
  /** Whether it is an ideograph and the next unit is one with nothing but blanks between: a line end or a mark parts them. */
  readonly joins: boolean;
}

type Kind = 'ideograph' | 'word' | 'blank' | 'unseen' | 'mark';
type Piece = readonly [kind: Kind, text: string];

const ideograph = /^\p{Script=Han}$/u;
const ofWord = /^[\p{L}\p{M}\p{N}]$/u;
const blank = /^[\p{Zs}\t]$/u;
const unseen = /^(?:\p{Cf}|\p{Variation_Selector})$/u;

function kindOf(character: string): Kind {
  if (ideograph.test(character)) return 'ideograph';
  if (unseen.test(character)) return 'unseen';
  if (ofWord.test(character)) return 'word';
  return blank.test(character) ? 'blank' : 'mark';
}

const known = new Map<string, readonly Piece[]>();

/** What a character counts as: itself folded, or several where it stands for several, as ㈠ does. A text has few different ones. */
function piecesOf(character: string): readonly Piece[] {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = [...withoutRadicals(character).normalize('NFKC').toLowerCase()];
  const pieces = folded.map((each): Piece => {
    const kind = kindOf(each);
    return [kind, kind === 'ideograph' ? simplifiedCharacter(each) : each];
  });
  known.set(character, pieces);
  return pieces;
}

/** A text as it is searched. */
export function unitsOf(text: string): Unit[] {
  const units: { text: string; start: number; end: number; isIdeograph: boolean; joins: boolean }[] = [];
  let between: 'nothing' | 'blank' | 'mark' = 'mark';
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const [kind, folded] of piecesOf(character)) {
      if (kind === 'unseen') continue;
      if (kind === 'mark') between = 'mark';
      else if (kind === 'blank') between = between === 'mark' ? 'mark' : 'blank';
      else {
        const last = units.at(-1);
        const isIdeograph = kind === 'ideograph';
        if (!isIdeograph && between === 'nothing' && last?.isIdeograph === false) {
          last.text += folded;
          last.end = end;
        } else {
          if (isIdeograph && between !== 'mark' && last?.isIdeograph) last.joins = true;
          units.push({ text: folded, start, end, isIdeograph, joins: false });
        }
        between = 'nothing';
      }
    }
    start = end;
  }
  return units;
}

/**
 * The words by which a text is indexed, one a unit in its order: an ideograph with the one that it joins, so that a run of ideographs is
 * found as a phrase of such pairs; else the unit itself.
 */
export function indexWords(units: readonly Pick<Unit, 'text' | 'joins'>[]): string[] {
  return units.map(({ text, joins }, at) => (joins ? text + (units[at + 1]?.text ?? '') : text));
}
