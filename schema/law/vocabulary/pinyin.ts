import { syllables } from './pinyin.generated.ts';

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Readings of a character in pinyin, without tones and with v for ü; any other than a Chinese character is read as itself, in lower case. */
export function readingsOf(character: string): readonly string[] {
  known ??= readTable();
  return known.get(character) ?? [character.toLowerCase()];
}

function readTable(): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, string[]>();
  for (const [, syllable = '', characters = ''] of syllables.matchAll(/([a-z]+)([^ ]*)/g)) {
    for (const character of characters) {
      const others = readings.get(character);
      if (others === undefined) readings.set(character, [syllable]);
      else others.push(syllable);
    }
  }
  return readings;
}
