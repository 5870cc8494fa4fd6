import type { RecordReader } from '../record-store.ts';

/** Keys of agencies, and how they are loaded together. */
interface Load<Key, Value> {
  readonly agencyOf: (key: Key) => string;
  readonly load: (keys: readonly Key[]) => Promise<readonly Value[]>;
}

/** Loads the keys of each part of the store together, so that a part that fails takes no other along: its keys are errors. */
export async function loadByPart<Key, Value>(
  { partOf = oneStore }: Pick<RecordReader, 'partOf'>,
  keys: readonly Key[],
  { agencyOf, load }: Load<Key, Value>,
): Promise<(Value | Error)[]> {
  const places = Map.groupBy(keys.entries(), ([, key]) => partOf(agencyOf(key)));
  const values: (Value | Error)[] = [];
  const loadPart = async (part: readonly (readonly [number, Key])[]) => {
    const loaded = await settled(load(part.map(([, key]) => key)));
    for (const [at, [index]] of part.entries()) values[index] = loaded instanceof Error ? loaded : valueAt(loaded, at);
  };
  await Promise.all([...places.values()].map(loadPart));
  return values;
}

/** An answer, or the error in its place. */
export async function settled<T>(answer: Promise<T>): Promise<T | Error> {
  try {
    return await answer;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function oneStore(): string {
  return '';
}

function valueAt<Value>(values: readonly Value[], index: number): Value | Error {
  const value = values[index];
  return value === undefined ? new Error('the store answered fewer keys than it was asked for') : value;
}
