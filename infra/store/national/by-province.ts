import type { ProvinceReader, Provinces } from './provinces.ts';

/** An id, like the code of a division, begins with the code of its province, or with zeros where the province of its agency is not known. */
export const codeLength = 2;
export const unknownProvince = '00';

/** First two digits of the code of the province that an agency lies in. */
export function provinceOf(agencyId: string): string {
  return agencyId.slice(0, codeLength);
}

/** Keys of agencies, and how a province is asked for several of them: an answer a key, in their order. */
export interface Question<Key, Value> {
  readonly keys: readonly Key[];
  readonly agencyOf: (key: Key) => string;
  readonly ask: (reader: ProvinceReader, keys: readonly Key[]) => Promise<readonly (Value | null)[]>;
}

/**
 * Asks each province for its own keys, and every province for those of agencies whose province is not known. Answers in the
 * order of the keys, null where no province has anything. Throws `ProvinceUnavailable` where a key's only province fails.
 */
export async function byProvince<Key, Value>(
  provinces: Provinces,
  { keys, agencyOf, ask }: Question<Key, Value>,
): Promise<(Value | null)[]> {
  const groups = Map.groupBy(keys, (key) => provinceOf(agencyOf(key)));
  const found = new Map<Key, Value>();
  const keep = (some: readonly Key[], answers: readonly (Value | null)[]) => {
    for (const [index, key] of some.entries()) {
      const answer = answers[index];
      if (answer !== null && answer !== undefined && !found.has(key)) found.set(key, answer);
    }
  };
  const askFor = async (code: string, some: readonly Key[]) => {
    const question = (reader: ProvinceReader) => ask(reader, some);
    if (code !== unknownProvince) keep(some, (await provinces.one(code, question)) ?? []);
    else for (const answers of await provinces.each(question)) keep(some, answers);
  };
  await Promise.all(Array.from(groups, ([code, some]) => askFor(code, some)));
  return keys.map((key) => found.get(key) ?? null);
}
