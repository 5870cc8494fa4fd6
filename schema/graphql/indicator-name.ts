import type { Bilingual } from '../bilingual.ts';
import { indicatorTerms } from '../vocabulary/indicators.ts';

const names: ReadonlyMap<string, Bilingual> = new Map(indicatorTerms.map(({ key, name }) => [key, name]));

/** The words of the dictionary for an indicator; null for a figure that has no key. */
export function indicatorName(key: string | null): Bilingual | null {
  return key === null ? null : (names.get(key) ?? null);
}
