import { indicatorName } from '../../schema/law/vocabulary/indicators.ts';
import type { Indicator } from '../../schema/record/report.ts';
import { differentScopes, scopeOf } from '../../schema/record/scope.ts';
import { readingsOf } from './readings.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule.ts';

function check(record: CheckableRecord, key: string, stated: readonly Indicator[]): RuleCheck {
  const name = indicatorName(key) ?? { zh: key, en: key };
  const exact = stated.filter(({ approximate }) => !approximate);
  if (exact.length === 0) {
    return notApplicable({ zh: `${name.zh}:只写约数。`, en: `${name.en}: round figures only.` });
  }
  const apart = exact.filter((one) => exact.some((other) => contradict(one, other)));
  if (apart.length === 0) return passed;
  const values = [...new Set(apart.map(({ value }) => value))];
  if (readingsOf(record, key).length > 0) {
    return notApplicable({ zh: `${name.zh}:已与表格核对。`, en: `${name.en}: held against the tables instead.` });
  }
  const quotes = apart.map(({ text }) => `“${text}”`);
  return failed({
    cells: [`indicators.${key}`],
    expected: values[0] ?? null,
    actual: values[1] ?? null,
    message: {
      zh: `${name.zh}前后不一:${values.join('、')}。`,
      en: `${name.en} is stated as ${values.join(' and as ')}.`,
    },
    cause: 'source',
    evidence: { zh: `原文:${quotes.join(';')}`, en: `The text says: ${quotes.join('; ')}` },
  });
}

/** Two values of one figure, unless they are known to be of different scopes: 市本级2件 beside 全市5件. */
function contradict(one: Indicator, other: Indicator): boolean {
  return one.value !== other.value && !differentScopes(scopeOf(one), scopeOf(other));
}

/** Sentences that state the same figure of one scope agree. Where a table prints it too, each is held against the table instead. */
export const indicatorsContradicting: Rule = {
  id: 'indicators.contradicting',
  title: { zh: '同一指标前后一致', en: 'A figure stated twice is the same' },
  severity: 'warning',
  source: { zh: '正文', en: 'Text' },
  check: (record) => {
    // Two shares of one figure may be of two wholes.
    const counted = record.indicators.filter(({ unit }) => unit !== '%');
    const keyed = counted.flatMap((indicator) => (indicator.key === null ? [] : [indicator.key]));
    return [...new Set(keyed)].map((key) =>
      check(
        record,
        key,
        record.indicators.filter((indicator) => indicator.key === key),
      ),
    );
  },
  examples: {
    passing: {
      about: { zh: '清镇市2020年两处均为9920条', en: 'Qingzhen 2020 states 9920 twice' },
      form: '2019',
      year: 2020,
      sections: { overview: '2020年累计主动公开信息9920条。\n全市各部门累计主动公开信息9920条。' },
    },
    failing: {
      about: { zh: '同上,后一处为9290条', en: 'The same with 9290 the second time' },
      form: '2019',
      year: 2020,
      sections: { overview: '2020年累计主动公开信息9920条。\n全市各部门累计主动公开信息9290条。' },
    },
  },
};
