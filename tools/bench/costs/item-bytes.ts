/**
 * Size of a value in a table, in bytes (DynamoDB Developer Guide, "Item sizes and formats"): text as UTF-8, numbers about
 * half a byte a digit, lists and maps three bytes and one for each element.
 */
function valueBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof Set) return sum([...value].map(valueBytes));
  if (Array.isArray(value)) return 3 + sum(value.map((each) => valueBytes(each) + 1));
  if (typeof value === 'object' && value !== null) return 3 + itemBytes(value) + Object.keys(value).length;
  return 1;
}

/** Size of an item: names and values of its attributes. */
export function itemBytes(item: object): number {
  return sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueBytes(value)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
