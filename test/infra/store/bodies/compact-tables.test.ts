import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBody, encodeBody } from '../../../../infra/store/bodies/body.ts';
import { compactTables, expandTables } from '../../../../infra/store/bodies/compact-tables.ts';
import { createBodyCache } from '../../../../infra/store/bodies/read-bodies.ts';
import { Cell, type Place } from '../../../../schema/record/cell.ts';
import { StatutoryTable } from '../../../../schema/record/report.ts';
import { buildRecord } from '../../../support/build-record.ts';

const count = fc.integer({ min: 1, max: 500 });
const place: fc.Arbitrary<Place> = fc.record(
  { table: count, row: count, column: count, line: count, offset: fc.nat(), selector: fc.string(), page: count },
  { requiredKeys: ['table', 'row', 'column'] },
);
const cell: fc.Arbitrary<Cell> = fc
  .tuple(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), fc.string(), fc.constantFrom('/', '—'), place)
  .map(([value, raw, mark, where]) =>
    Cell.parse(
      value === null
        ? { value, raw: mark, state: 'notApplicable', place: where }
        : { value, raw: raw === '' ? String(value) : raw, state: 'number', place: where },
    ),
  );
const row = fc.dictionary(fc.constantFrom('naturalPerson', 'total', 'constructor', 'amount'), cell);
const table = fc
  .dictionary(fc.constantFrom('granted', 'refused.stateSecret', 'toString', 'fees'), row)
  .map((rows) => StatutoryTable.parse({ form: '2021', ...rows }));

test('tables are the same again, whatever their rows, columns and places', () => {
  fc.assert(
    fc.property(table, table, (applications, proactiveDisclosure) => {
      const tables = { applications, proactiveDisclosure };
      expect(expandTables(JSON.parse(JSON.stringify(compactTables(tables))))).toEqual(
        JSON.parse(JSON.stringify(tables)),
      );
    }),
  );
});

test('a record is read back byte for byte as it was written', async () => {
  const record = buildRecord();
  const { DATA, TEXT } = encodeBody(record);
  expect(JSON.stringify(decodeBody(DATA, TEXT))).toBe(JSON.stringify(record));
});

test('the cache keeps what was used last, within its bytes', () => {
  const cache = createBodyCache(100);
  const record = buildRecord();
  cache.set('a', record, { size: 40 });
  cache.set('b', record, { size: 40 });
  expect(cache.get('a')).toBe(record);
  cache.set('c', record, { size: 40 });
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([record, undefined, record]);
  cache.set('large', record, { size: 101 });
  expect([cache.get('large'), cache.get('a')]).toEqual([undefined, record]);
});
