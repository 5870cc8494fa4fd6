import { describe, expect, it } from 'vitest';
import { indicatorsClosedExceedsReceived } from '../../../parser/rules/indicators-closed-exceeds-received.ts';
import { failures, outcomes, recordOf, stating } from './support/checkable.ts';
import { neijiang2020 } from './support/real-tables.ts';

const gongjing2018 = {
  'applications.received': 2,
  'applications.closedOnTime': 24,
  'applications.closedExtended': 5,
};

describe('indicators.closed-exceeds-received', () => {
  it('finds that Gongjing 2018 closed 24 and 5 applications after receiving 2', () => {
    expect(failures(indicatorsClosedExceedsReceived, stating(gongjing2018))).toEqual([
      {
        cells: [
          'indicators.applications.received',
          'indicators.applications.closedOnTime',
          'indicators.applications.closedExtended',
        ],
        expected: 2,
        actual: 29,
        message: {
          zh: '办结多于收到:按时办结数 24 + 延期办结数 5,而收到申请数 2,未写明上年结转数。',
          en: 'More closed than received: Closed on time 24 + Closed after an extension 5, but Applications received 2; none is said to be carried over.',
        },
      },
    ]);
  });

  it('holds where last year left enough of them, by the sentences or by the table', () => {
    const stated = stating({ ...gongjing2018, 'applications.carriedOver': 27 });
    expect(outcomes(indicatorsClosedExceedsReceived, stated)).toEqual(['pass']);
    const { indicators } = stating({ 'applications.received': 224, 'applications.closed': 234 });
    expect(outcomes(indicatorsClosedExceedsReceived, { ...recordOf(neijiang2020), indicators })).toEqual(['pass']);
  });

  it('prefers a stated number closed to its parts', () => {
    const record = stating({ ...gongjing2018, 'applications.closed': 2 });
    expect(outcomes(indicatorsClosedExceedsReceived, record)).toEqual(['pass']);
  });

  it('is not evaluated with round figures or without a number received', () => {
    expect(outcomes(indicatorsClosedExceedsReceived, stating(gongjing2018, true))).toEqual(['notApplicable']);
    expect(outcomes(indicatorsClosedExceedsReceived, stating({ 'applications.closed': 5 }))).toEqual(['notApplicable']);
  });

  it('is not evaluated where the text states two numbers received', () => {
    const record = stating(gongjing2018);
    const indicators = [...record.indicators, ...stating({ 'applications.received': 30 }).indicators];
    expect(outcomes(indicatorsClosedExceedsReceived, { ...record, indicators })).toEqual(['notApplicable']);
  });
});
