/** Two-byte GB18030 codes by character, read off the platform's own decoder. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail === 0x7f) continue;
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\uFFFD') codes.set(character, [lead, trail]);
  }
}

/** Text in GB18030; characters outside its two-byte plane take four bytes. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) return [point];
    const code = codes.get(character);
    return code === undefined ? fourBytes(character) : [...code];
  });
  return Uint8Array.from(bytes);
}

/** Searches the four-byte plane; only a handful of characters of a report are there. */
function fourBytes(character: string): number[] {
  for (let index = 0; index < 39_420; index += 1) {
    const bytes = [
      0x81 + Math.floor(index / 12_600),
      0x30 + (Math.floor(index / 1260) % 10),
      0x81 + (Math.floor(index / 10) % 126),
      0x30 + (index % 10),
    ];
    if (decoder.decode(Uint8Array.from(bytes)) === character) return bytes;
  }
  throw new RangeError(`not in the tested part of GB18030: ${character}`);
}
