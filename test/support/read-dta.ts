/** A file in Stata's format 118 as its documentation has it (`help dta`): every section is found by the map, as Stata finds it. */
export interface StataFile {
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly formats: readonly string[];
  /** `_dta[_lang_c]`, `agency[_lang_v_en]`. */
  readonly characteristics: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

export function readDta(file: Buffer): StataFile {
  const number = (tag: string, read: (at: number) => number) => read(file.indexOf(`<${tag}>`) + tag.length + 2);
  const [columns, rows] = [
    number('K', (at) => file.readUInt16LE(at)),
    number('N', (at) => Number(file.readBigUInt64LE(at))),
  ];
  const mapAt = file.indexOf('<map>') + '<map>'.length;
  const map = Array.from({ length: 14 }, (_, index) => Number(file.readBigUInt64LE(mapAt + 8 * index)));
  const tags =
    'stata_dta map variable_types varnames sortlist formats value_label_names variable_labels characteristics data strls value_labels'.split(
      ' ',
    );
  for (const [index, tag] of tags.entries()) {
    const found = file.toString('latin1', map[index], (map[index] ?? 0) + tag.length + 2);
    if (found !== `<${tag}>`) throw new Error(`The map leads to ${found} and not to ${tag}`);
  }
  if (map[13] !== file.length) throw new Error('The map does not end with the file');
  const startOf = (tag: string) => (map[tags.indexOf(tag)] ?? 0) + tag.length + 2;
  const text = (at: number, bytes: number) => file.toString('utf8', at, at + bytes).replace(/\0.*$/s, '');
  const texts = (tag: string, bytes: number) =>
    Array.from({ length: columns }, (_, index) => text(startOf(tag) + index * bytes, bytes));
  const types = Array.from({ length: columns }, (_, index) => file.readUInt16LE(startOf('variable_types') + 2 * index));
  const [names, sets] = [texts('varnames', 129), texts('value_label_names', 129)];
  const valueLabels = readValueLabels(file.subarray(map[11], map[12]));
  let at = startOf('data');
  const read = (type: number): string | number | null => {
    const from = at;
    at += type <= 2045 ? type : (sizes[type] ?? Number.NaN);
    if (type <= 2045) return text(from, type);
    if (type === 65_526) return file.readUInt16LE(from + 6) === 0x7fe0 ? null : file.readDoubleLE(from);
    if (type === 65_528) return file.readInt32LE(from) === 2_147_483_621 ? null : file.readInt32LE(from);
    return file.readInt8(from) === 101 ? null : file.readInt8(from);
  };
  const row = () =>
    names.map((name, index) => {
      const value = read(types[index] ?? 0);
      const set = valueLabels.get(sets[index] ?? '');
      return [name, set === undefined || value === null ? value : (set.get(Number(value)) ?? 'no label')] as const;
    });
  return {
    names,
    labels: texts('variable_labels', 321),
    formats: texts('formats', 57),
    characteristics: readCharacteristics(file.subarray(map[8], map[9])),
    rows: Array.from({ length: rows }, () => Object.fromEntries(row())),
  };
}

const sizes: Readonly<Record<number, number>> = { 65526: 8, 65528: 4, 65530: 1 };

function readCharacteristics(section: Buffer): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = section.indexOf('<ch>'); at !== -1; at = section.indexOf('<ch>', at)) {
    const from = at + 8;
    const name = (start: number) => section.toString('utf8', start, section.indexOf(0, start));
    found[`${name(from)}[${name(from + 129)}]`] = name(from + 258);
    at = from + section.readUInt32LE(at + 4);
  }
  return found;
}

function readValueLabels(section: Buffer): Map<string, Map<number, string>> {
  const sets = new Map<string, Map<number, string>>();
  for (let at = section.indexOf('<lbl>'); at !== -1; at = section.indexOf('<lbl>', at)) {
    const nameAt = at + 9;
    const table = nameAt + 129 + 3;
    const count = section.readUInt32LE(table);
    const textsAt = table + 8 + 8 * count;
    const set = Array.from({ length: count }, (_, index) => {
      const from = textsAt + section.readUInt32LE(table + 8 + 4 * index);
      const value = section.readUInt32LE(table + 8 + 4 * (count + index));
      return [value, section.toString('utf8', from, section.indexOf(0, from))] as const;
    });
    sets.set(section.toString('utf8', nameAt, section.indexOf(0, nameAt)), new Map(set));
    at = textsAt;
  }
  return sets;
}
