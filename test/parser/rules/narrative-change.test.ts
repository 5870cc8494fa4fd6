import { expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { narrativeChange } from '../../../parser/rules/narrative-change.ts';
import { failures } from './support/checkable.ts';

/** What is wrong with a sentence, by its severity; null where the rule's own holds. */
const wrongIn = (overview: string) =>
  failures(narrativeChange, exampleRecord({ form: '2021', sections: { overview } })).map(
    ({ severity = null }) => severity,
  );

it('a change in percent of this year’s figure alone is one that some whole number of last year makes', () => {
  expect(wrongIn('主动公开政府信息3条,同比增长50%。')).toEqual([]);
  expect(wrongIn('主动公开政府信息3条,同比增长40%。')).toEqual(['info']);
  expect(wrongIn('主动公开政府信息1000000条,同比增长33.33%。')).toEqual([]);
  expect(wrongIn('主动公开政府信息1000000条,同比下降33.33%。')).toEqual([]);
});

it('a difference is that of the two figures', () => {
  expect(wrongIn('收到申请12件,比上年的10件增加2件。')).toEqual([]);
  expect(wrongIn('收到申请12件,比上年的10件增加3件。')).toEqual([null]);
});
