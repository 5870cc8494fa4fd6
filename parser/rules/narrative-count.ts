import { anyTable } from '../../schema/law/forms/needs.ts';
import { indicatorName } from '../../schema/law/vocabulary/indicators.ts';
import { subordinateOrgan } from '../../schema/law/vocabulary/prose-marks.ts';
import type { Indicator } from '../../schema/record/report.ts';
import { differentScopes, scopeOf } from '../../schema/record/scope.ts';
import { alignedText } from '../prose/aligned-text.ts';
import { type CellReading, readingsIn } from './readings.ts';
import type { CheckableRecord, Rule } from './rule.ts';
import { checkOf, type Verdict } from './verdict.ts';

/** Money is stated in rounded units: a difference of this share is no contradiction. */
const roundingOfMoney = 0.005;
/** A round figure (余, 约, 近) contradicts only what is more than this many times larger or smaller. */
const grossly = 2;

const subordinate = new RegExp(subordinateOrgan, 'u');
const government = /人民政府$/u;
function fits({ value, unit, approximate }: Indicator, reading: CellReading): boolean {
  if (value === reading.value) return true;
  if (unit === '元') return Math.abs(value - reading.value) <= roundingOfMoney * Math.max(value, reading.value);
  return approximate && value <= grossly * reading.value && reading.value <= grossly * value;
}

interface Subject {
  readonly indicator: Indicator;
  readonly key: string;
  /** An organ within the reporting one is what the clause speaks of. */
  readonly ofPart: boolean;
}

function verdict({ indicator, key, ofPart }: Subject, readings: readonly CellReading[]): Verdict[] {
  const [meant] = readings;
  if (meant === undefined || differentScopes(scopeOf(indicator), meant.scope)) return [];
  const name = indicatorName(key) ?? { zh: key, en: key };
  const matched = readings.find((reading) => fits(indicator, reading));
  const { value, text } = indicator;
  const { cells, value: printed } = matched ?? meant;
  const unsure = matched === undefined && (ofPart || readings.some(({ hasBlank }) => hasBlank));
  return [
    {
      tag: key,
      agrees: matched !== undefined ? true : unsure ? null : false,
      cells: [`indicators.${key}`, ...cells],
      expected: printed,
      actual: value,
      text,
      message: unsure
        ? {
            zh: `${name.zh}:表中有空白或所述为下属机关,无法核对。`,
            en: `${name.en}: cells are blank or a subordinate organ is meant, nothing to compare.`,
          }
        : {
            zh: `正文所述${name.zh}为${value},表中为${printed}。`,
            en: `${name.en}: ${value} in the text, ${printed} in the tables.`,
          },
    },
  ];
}

/** Each figure that a sentence states and a table of no other scope prints, held against every reading of the words. */
export function countVerdicts(record: CheckableRecord): Verdict[] {
  const readings = readingsIn(record);
  const isGovernment = government.test(record.agency?.name ?? '');
  return record.indicators.flatMap((indicator) => {
    const { key, text } = indicator;
    if (key === null) return [];
    const ofPart = isGovernment && subordinate.test(alignedText(text).text);
    return verdict({ indicator, key, ofPart }, readings(key));
  });
}

/** A figure that sentences state and a table prints is the same in both, by one of the readings of its words. */
export const narrativeCount: Rule = {
  id: 'narrative.count',
  title: { zh: '正文所述件数与表格一致', en: 'Counts in the text agree with the tables' },
  severity: 'warning',
  source: { zh: '正文与表二至表四', en: 'Text and tables 2 to 4' },
  needs: anyTable,
  check: (record) => countVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: {
        zh: '内江市2020年:“受理并办结234件”含上年结转10件',
        en: 'Neijiang 2020: the 234 accepted and closed include 10 carried over',
      },
      form: '2019',
      year: 2020,
      sections: { overview: '全市政府系统各级行政机关共受理并办结政府信息公开申请234件。' },
      rows: {
        'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
        'applications.carriedOver': [10, 0, 0, 0, 0, 0, 10],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
    failing: {
      about: { zh: '正文为17件,表三为95件', en: '17 in the text, 95 in table 3' },
      form: '2021',
      sections: { overview: '2021年共收到政府信息公开申请17件。' },
      rows: {
        'applications.newlyReceived': [95, 0, 0, 0, 0, 0, 95],
        'applications.processed': [95, 0, 0, 0, 0, 0, 95],
      },
    },
  },
};
