import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byDivisionAndName, compareRanks, type Placed, rankOf } from '../../../../schema/record/lists/order.ts';

const short = fc.string({ unit: fc.constantFrom('a', 'b', '县', '區'), maxLength: 2 });
const placed: fc.Arbitrary<Placed> = fc.record({ id: short, name: short, divisionCode: fc.option(short) });

test('lines are in the order of the ranks that cursors are made of', () => {
  const compare = byDivisionAndName((line: Placed) => line);
  fc.assert(
    fc.property(placed, placed, (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(Math.sign(compareRanks(rankOf(a), rankOf(b))));
    }),
  );
});
