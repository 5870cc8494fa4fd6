import { expect, test } from 'vitest';
import { losses } from '../../cdk/upgrade.ts';
import released from '../../released/province.json' with { type: 'json' };
import { provinceTemplate } from './support/stacks.ts';

const current = provinceTemplate().toJSON();

/** The released template with one resource in another form, or without it. */
function changed(resource: keyof typeof released.Resources, change: object | null): Record<string, unknown> {
  const { [resource]: before, ...others } = released.Resources;
  return { ...released, Resources: change === null ? others : { ...others, [resource]: { ...before, ...change } } };
}

test('an update of a deployed province to what is here loses nothing', () => {
  expect(losses(released, current)).toEqual([]);
});

test('the release has a bucket and a table to lose', () => {
  expect(Object.keys(released.Resources)).toEqual(expect.arrayContaining(['RawBucket', 'RecordsTable']));
});

test('another key of the table would be noticed', () => {
  const { Properties } = released.Resources.RecordsTable;
  const KeySchema = [{ AttributeName: 'id', KeyType: 'HASH' }];
  expect(losses(released, changed('RecordsTable', { Properties: { ...Properties, KeySchema } }))).toEqual([
    { resource: 'RecordsTable', impact: 'WILL_REPLACE' },
  ]);
});

test('another name of the bucket would be noticed', () => {
  const { Properties } = released.Resources.RawBucket;
  expect(losses(released, changed('RawBucket', { Properties: { ...Properties, BucketName: 'other' } }))).toEqual([
    { resource: 'RawBucket', impact: 'WILL_REPLACE' },
  ]);
});

test('a table that is left behind would be noticed', () => {
  expect(losses(released, changed('RecordsTable', null))).toEqual([
    { resource: 'RecordsTable', impact: 'WILL_ORPHAN' },
  ]);
});
