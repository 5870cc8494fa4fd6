/** Big5 codes by character, read off the platform's own decoder. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('big5');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail > 0x7e && trail < 0xa1) continue;
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\uFFFD' && !codes.has(character)) codes.set(character, [lead, trail]);
  }
}

/** Text in Big5; throws at a character that Big5 has not, as all simplified ones are. */
export function encodeBig5(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) return [point];
    const code = codes.get(character);
    if (code === undefined) throw new RangeError(`not in Big5: ${character}`);
    return [...code];
  });
  return Uint8Array.from(bytes);
}
