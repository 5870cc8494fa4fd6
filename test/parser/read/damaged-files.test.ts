import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../parser/read/archive/zip-archive.ts';
import { readDocuments } from '../../../parser/read/format.ts';
import { Budget } from '../../../parser/read/reader.ts';
import { corpusCases } from '../../support/corpus.ts';
import { writeZip } from '../../support/write-zip.ts';

/** Bytes changed at a few places, and perhaps cut off. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    minLength: 1,
    maxLength: 8,
  }),
  kept: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(bytes: Uint8Array, { changes, kept }: Damage): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [place, value] of changes) copy[Math.floor(place * copy.length)] = value;
  return copy.subarray(0, Math.floor(copy.length * kept));
}

/** Checksums find all damage to an archive, so a part of it is damaged and packed again. */
function repacked(bytes: Uint8Array, which: number, how: Damage): Uint8Array {
  const archive = new Archive(bytes, new Budget(bytes.length));
  const { names } = archive;
  const target = names[which % names.length];
  return writeZip(
    names.map((name) => {
      const content = archive.read(name) ?? new Uint8Array();
      return { name, content: name === target ? damaged(content, how) : content };
    }),
  );
}

const cases = corpusCases().filter(({ name }) => /-(?:docx?|xlsx?|mhtml|zip)$/.test(name));

describe('a file damaged anywhere is read or refused, never thrown', () => {
  it.each(cases)('$name', async ({ bytes }) => {
    const isArchive = bytes[0] === 0x50;
    await fc.assert(
      fc.asyncProperty(fc.nat(), damage, async (which, how) => {
        const results = await readDocuments(isArchive ? repacked(bytes, which, how) : damaged(bytes, how));
        expect(results.length).toBeGreaterThan(0);
        for (const { document, reason } of results) expect(document === null).toBe(reason !== null);
      }),
      { numRuns: 20 },
    );
  });
});
