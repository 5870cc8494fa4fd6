/** The one place where text is made comparable. Records keep the verbatim text; this form is only ever compared. */

const notCompared = /[\s\p{P}\p{S}\p{Cf}\uFFFD]+/gu;

/** Characters that may join with those beside them; nearly all texts have none. */
const joining = /[^\t\n\r\u0020-\u02FF\u2000-\u206F\u3000-\u3029\u4E00-\u9FFF\uFF01-\uFF5E]/;
const noIdeograph = /[^\u4E00-\u9FFF]/g;
const foldedCharacters = new Map<string, string>();

/** Compatibility forms folded, blanks, punctuation and symbols dropped: `(一) 予以公开` and `（一）予以公开` are one. */
export function normalise(text: string): string {
  return joining.test(text) ? folded(text) : text.replace(noIdeograph, foldedCharacter);
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(notCompared, '').toLowerCase();
}

/** Folding costs most of a report's time, so each character that may stand alone is folded once. */
function foldedCharacter(character: string): string {
  const known = foldedCharacters.get(character) ?? folded(character);
  foldedCharacters.set(character, known);
  return known;
}

/** Characters that are not seen and take no room: what they stand between is one word. */
const unseen = /[\u200B-\u200D\u2060\uFEFF]+/gu;

/** A text as it is seen: characters that take no room are left out. */
export function seen(text: string): string {
  return text.replace(unseen, '');
}

/** Printed text on one line: compatibility forms kept, runs of blanks folded to one, ends trimmed. */
export function tidy(text: string): string {
  return seen(text).replace(/\s+/gu, ' ').trim();
}

/** All blanks removed, as for a label broken over lines. */
export function unspaced(text: string): string {
  return seen(text).replace(/\s+/gu, '');
}

/** A text line by line as patterns take it: compatibility forms folded, no blanks. */
export function compactLines(text: string): string {
  return text
    .split('\n')
    .map((line) => unspaced(line.normalize('NFKC')))
    .join('\n');
}

const known = new Map<string, string>();

/** A label or heading of a form made comparable: the forms are the same for every document, so each is normalised once. */
export function comparableLabel(label: string): string {
  const found = known.get(label);
  if (found !== undefined) return found;
  const comparable = normalise(label);
  known.set(label, comparable);
  return comparable;
}
