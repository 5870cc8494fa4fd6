import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | null = null;
const known = new Map<string, string>();

/** The simplified form of a character, from the table of OpenCC; itself where there is none of equal length. */
export function simplifiedCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const toSimplified = convert ?? Converter({ from: 't', to: 'cn' });
  convert = toSimplified;
  const converted = toSimplified(character);
  const simplified = converted.length === character.length ? converted : character;
  known.set(character, simplified);
  return simplified;
}
