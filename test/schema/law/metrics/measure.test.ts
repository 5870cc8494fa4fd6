import { describe, expect, it } from 'vitest';
import { formById } from '../../../../schema/law/forms/forms.ts';
import { evaluate, formulaText } from '../../../../schema/law/metrics/expression.ts';
import { gapWords } from '../../../../schema/law/metrics/gap-words.ts';
import { measure as measureBy } from '../../../../schema/law/metrics/measure.ts';
import { metricByKey } from '../../../../schema/law/metrics/metrics.ts';
import { ruleDescriptions } from '../../../../schema/law/rule-descriptions.generated.ts';
import { noDenominators } from '../../../../schema/record/denominator.ts';
import { type FindingCounts, identityRules } from '../../../../schema/record/version-head.ts';

const measure = (...[metric, head]: [Parameters<typeof measureBy>[0], Parameters<typeof measureBy>[1]]) =>
  measureBy(metric, head, noDenominators);

/** Totals of table 三 of 内江市人民政府 for 2020. */
const neijiang = {
  'applications.newlyReceived.total': 224,
  'applications.carriedOver.total': 10,
  'applications.granted.total': 114,
  'applications.processed.total': 234,
};

/** Findings of a report that nothing is held against. */
const clear = {
  rules: {},
  year: 2020,
  agencyName: '内江市人民政府',
  divisionCode: '511000',
  level: 'prefecture',
} as const;

describe('a measure of a report', () => {
  it('is what its formula makes of the printed figures', () => {
    expect(measure(metricByKey('applicationsReceived'), { ...clear, form: '2019', figures: neijiang })).toEqual({
      value: 224,
      gap: null,
    });
    expect(measure(metricByKey('grantedShare'), { ...clear, form: '2019', figures: neijiang }).value).toBeCloseTo(
      114 / 234,
    );
    expect(measure(metricByKey('closingRate'), { ...clear, form: '2019', figures: neijiang }).value).toBe(1);
  });

  it('is a gap where a figure is not printed, and names it: nothing is taken for zero', () => {
    expect(measure(metricByKey('notHeldShare'), { ...clear, form: '2019', figures: neijiang })).toEqual({
      value: null,
      gap: { code: 'notPrinted', missing: ['applications.unavailable.notHeld.total'] },
    });
  });

  it('is a gap where nothing can be divided, and where the form cannot be told', () => {
    const none = { 'applications.granted.total': 0, 'applications.processed.total': 0 };
    expect(measure(metricByKey('grantedShare'), { ...clear, form: '2021', figures: none }).gap?.code).toBe(
      'nothingToDivide',
    );
    expect(measure(metricByKey('grantedShare'), { ...clear, form: null, figures: neijiang }).gap?.code).toBe(
      'formUnknown',
    );
  });

  it.each(identityRules)('is a gap where %s leaves in doubt whose figures these are', (rule) => {
    const asks = (counts: FindingCounts) =>
      measure(metricByKey('applicationsReceived'), {
        ...clear,
        rules: { [rule]: counts },
        form: '2019',
        figures: neijiang,
      });
    expect(asks({ error: 1, warning: 0, info: 0 }).gap?.code).toBe('identityInDoubt');
    expect(asks({ error: 0, warning: 1, info: 0 }).value).toBe(224);
  });

  it('is a gap where the form means something else by the same words, and says what', () => {
    const metric = metricByKey('normativeDocumentsIssued');
    const { gap } = measure(metric, {
      ...clear,
      form: '2019',
      figures: { 'proactiveDisclosure.normativeDocuments.issued': 5 },
    });
    expect(gap?.code).toBe('notInForm');
    expect(gap === null ? null : gapWords(metric, gap, '2019').zh).toContain('口径不同');
  });

  it('takes the same figure from wherever the form prints it', () => {
    const metric = metricByKey('applicationsReceived');
    const annex = { 'statistics.applications.received': 7, 'indicators.applications.received': 8 };
    expect(measure(metric, { ...clear, form: '2008', figures: annex }).value).toBe(7);
    expect(measure(metric, { ...clear, form: '2008', figures: { 'indicators.applications.received': 8 } }).value).toBe(
      8,
    );
    const rows = { 'applications.other.total': 2, 'applications.processed.total': 4 };
    expect(measure(metricByKey('otherShare'), { ...clear, form: '2019', figures: rows }).value).toBe(0.5);
  });
});

it('a formula can be read', () => {
  const formula = {
    ratio: { of: { sum: [{ figure: 'a' }, { figure: 'b' }] }, to: { first: [{ figure: 'c' }, { figure: 'd' }] } },
  };
  expect(formulaText(formula)).toBe('(a + b) / c | d');
  expect(evaluate(formula, { form: formById('2019'), figures: { a: 1, b: 2, d: 4 } })).toBe(0.75);
});

it('whose report a document is can be left in doubt by rules that there are', () => {
  expect(ruleDescriptions.map(({ id }) => id)).toEqual(expect.arrayContaining([...identityRules]));
});
