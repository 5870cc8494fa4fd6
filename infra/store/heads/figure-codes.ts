import { createHash } from 'node:crypto';
import { cellPaths } from '../../../schema/law/forms/form.ts';
import { forms } from '../../../schema/law/forms/forms.ts';
import { indicatorTerms } from '../../../schema/law/vocabulary/indicators.ts';

/** Digits of a code. With some hundred paths four of 64 each are distinct; a test holds that they are. */
const codeLength = 4;

const indicatorPaths = indicatorTerms.flatMap(({ key }) => [`statistics.${key}`, `indicators.${key}`]);
const tablePaths = forms.flatMap(({ tables }) =>
  tables.flatMap((table) => cellPaths(table).map((path) => `${table.key}.${path}`)),
);

/** Every path a headline figure can have by the forms and the dictionary of indicators. */
export const figurePaths: readonly string[] = [...new Set([...tablePaths, ...indicatorPaths])];

/** A code depends on its path alone, so that forms and indicators may be added and reordered. */
export function codeOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, codeLength);
}

const codes: ReadonlyMap<string, string> = new Map(figurePaths.map((path) => [path, codeOf(path)]));
const paths: ReadonlyMap<string, string> = new Map(figurePaths.map((path) => [codeOf(path), path]));

/** Code, value, code, value: a fifth of the size of the same with paths. A path of no form stands as it is. */
export type CodedFigures = readonly (string | number)[];

export function encodeFigures(figures: Readonly<Record<string, number>>): CodedFigures {
  return Object.entries(figures).flatMap(([path, value]) => [codes.get(path) ?? path, value]);
}

export function decodeFigures(coded: CodedFigures): Record<string, number> {
  const figures: Record<string, number> = {};
  for (let index = 0; index < coded.length; index += 2) {
    const code = coded[index];
    const value = coded[index + 1];
    if (typeof code === 'string' && typeof value === 'number') figures[paths.get(code) ?? code] = value;
  }
  return figures;
}
