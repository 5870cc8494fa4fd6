import { abolishedLines, divisionLines } from './divisions.generated.ts';

/** Level of a division in GB/T 2260. Districts of Beijing, Tianjin, Shanghai and Chongqing are counties under a province. */
export type DivisionLevel = 'province' | 'prefecture' | 'county';

/** An administrative division. `parentCode` is that of the next level that exists: 济源市 419001 stands under 410000. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parentCode: string | null;
}

const codeLength = 6;

const nameByCode = namesByCode(divisionLines);

/** Every division by code, provinces before their prefectures and those before their counties. */
export const divisions: readonly Division[] = divisionsOf(nameByCode);

/** Counties and cities that are no more, of which older reports speak: 郫县 (510124), 郫都区 today; 莱芜市 (371200), which had districts. */
export const abolishedDivisions: readonly Division[] = divisionsOf(namesByCode(abolishedLines));

const byCode: ReadonlyMap<string, Division> = new Map(
  [...divisions, ...abolishedDivisions].map((division) => [division.code, division]),
);

/** The division with a GB/T 2260 code, abolished ones too; null for a code that names none, as 110100. */
export function divisionByCode(code: string): Division | null {
  return byCode.get(code) ?? null;
}

/** A division's parents, nearest first. */
export function divisionParents(division: Division): Division[] {
  const parent = division.parentCode === null ? null : divisionByCode(division.parentCode);
  return parent === null ? [] : [parent, ...divisionParents(parent)];
}

function namesByCode(lines: string): ReadonlyMap<string, string> {
  return new Map(lines.split('\n').map((line) => [line.slice(0, codeLength), line.slice(codeLength)]));
}

function divisionsOf(names: ReadonlyMap<string, string>): Division[] {
  return Array.from(names, ([code, name]) => ({ code, name, level: levelOf(code), parentCode: parentOf(code) }));
}

function levelOf(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

function parentOf(code: string): string | null {
  if (code.endsWith('0000')) return null;
  const prefecture = `${code.slice(0, 4)}00`;
  return code !== prefecture && nameByCode.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
}
