import { commonInitials, firstCharacter, severalInitials } from './pinyin-initials.generated.ts';

const several: ReadonlyMap<string, string> = new Map(
  severalInitials.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);

/** First letters of the readings of a character in pinyin, in lower case; of a letter or digit itself, of others none. */
export function initialsOf(character: string): string {
  const all = several.get(character) ?? commonInitials[(character.codePointAt(0) ?? 0) - firstCharacter];
  return all ?? character.toLowerCase();
}
