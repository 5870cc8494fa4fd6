import { z } from 'zod';
import type { Bilingual } from '../../record/bilingual.ts';

/** What figures of a whole territory are divided by (docs/denominators.md). */
export const DenominatorMeasure = z.enum(['residentPopulation', 'registeredPopulation', 'organs']);
export type DenominatorMeasure = z.infer<typeof DenominatorMeasure>;

/** A measure of divisions: its names, the unit in which it is served, and how many of that each unit of a file is. */
export interface DenominatorTerm {
  readonly key: DenominatorMeasure;
  readonly name: Bilingual;
  /** What is counted, and of what. */
  readonly note: Bilingual;
  readonly unit: string;
  readonly units: Readonly<Record<string, number>>;
}

const tenThousand = 10_000;
const persons = { 人: 1, 万人: tenThousand } as const;

/** The dictionary of denominators. */
export const denominatorTerms: readonly DenominatorTerm[] = [
  {
    ...{ key: 'residentPopulation', unit: '人', units: persons },
    name: { zh: '常住人口', en: 'Resident population' },
    note: {
      zh: '行政区划内居住半年以上的人口；时点以来源为准',
      en: 'Persons who live in the division for half a year or longer, at the time that the source says',
    },
  },
  {
    ...{ key: 'registeredPopulation', unit: '人', units: persons },
    name: { zh: '户籍人口', en: 'Registered population' },
    note: {
      zh: '户口登记在行政区划内的人口；时点以来源为准',
      en: 'Persons whose household is registered in the division, at the time that the source says',
    },
  },
  {
    ...{ key: 'organs', unit: '个', units: { 个: 1, 家: 1 } },
    name: { zh: '行政机关数', en: 'Administrative organs' },
    note: {
      zh: '行政区划全辖区内应公开政府信息的行政机关，含下级',
      en: 'Organs within the whole division, the levels below it too, that have to disclose information',
    },
  },
];

const byKey: ReadonlyMap<string, DenominatorTerm> = new Map(denominatorTerms.map((term) => [term.key, term]));

export function denominatorTerm(key: DenominatorMeasure): DenominatorTerm {
  const term = byKey.get(key);
  if (term === undefined) throw new Error(`no denominator ${key}`);
  return term;
}

/** The measure that a key or a Chinese name names; null for what names none. */
export function denominatorNamed(text: string): DenominatorTerm | null {
  return byKey.get(text) ?? denominatorTerms.find(({ name }) => name.zh === text) ?? null;
}
