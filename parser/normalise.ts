/** The one place where text is made comparable. Records keep the verbatim text; this form is only ever compared. */

const notCompared = /[\s\p{P}\p{S}\p{Cf}\uFFFD]+/gu;

/** Compatibility forms folded, blanks, punctuation and symbols dropped: `(一) 予以公开` and `（一）予以公开` are one. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(notCompared, '').toLowerCase();
}

/** Printed text on one line: compatibility forms kept, runs of blanks folded to one, ends trimmed. */
export function tidy(text: string): string {
  return text.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim();
}

/** All blanks removed, as for a label broken over lines. */
export function unspaced(text: string): string {
  return text.replace(/[\s\u200B\uFEFF]+/gu, '');
}
