import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import type { ExampleReport } from '../../../parser/rules/rule.ts';
import { formById } from '../../../schema/law/forms/forms.ts';
import { balancedReport } from '../../support/balanced-report.ts';
import { errorCount, isFound } from '../../support/mutation-scores.ts';
import { mutations, type Pick } from '../../support/mutations.ts';
import { renderReport } from '../../support/render-report.ts';
import { runs } from '../../support/runs.ts';

const places = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });

/** Picks by the numbers of a generator, in turn. */
function pickBy(numbers: readonly number[]): Pick {
  let turn = 0;
  return (list) => {
    const number = numbers[turn % numbers.length] ?? 0;
    turn += 1;
    return list[number % Math.max(list.length, 1)];
  };
}

/** The report as a page prints it, read again. */
async function printedAndRead({ form, year = 2021, rows = {} }: ExampleReport) {
  const tables = formById(form).tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows.flatMap((row) =>
        block.columns.map(({ key }, index): [string, string] => {
          const path = `${table.key}.${row.key}`;
          return [`${path}.${key}`, String(rows[path]?.[index] ?? 0)];
        }),
      ),
    ),
  );
  const report = { form: formById(form), agency: '内江市人民政府', year, printed: new Map(tables) };
  const [record] = await parseReport(Buffer.from(renderReport(report, 'html')));
  return record?.findings.filter(({ severity }) => severity === 'error') ?? [];
}

describe('reports that agree with themselves', () => {
  it('have no error', () => {
    fc.assert(
      fc.property(balancedReport, (report) => {
        expect(errorCount(report)).toBe(0);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each(Object.entries(mutations))('are found with %s', (_, mutate) => {
    fc.assert(
      fc.property(balancedReport, places, (report, numbers) => {
        const mutant = mutate(report, pickBy(numbers));
        fc.pre(mutant !== null);
        expect(isFound(mutant), mutant.cells.join(', ')).toBe(true);
      }),
      { numRuns: runs(80) },
    );
  });

  it('have no error and are found as printed pages too', async () => {
    await fc.assert(
      fc.asyncProperty(balancedReport, places, async (report, numbers) => {
        expect(await printedAndRead(report)).toEqual([]);
        const mutant = mutations['one cell by ±1']?.(report, pickBy(numbers));
        const errors = mutant == null ? [] : await printedAndRead(mutant.report);
        expect(errors.some(({ cells }) => cells.some((cell) => mutant?.cells.includes(cell)))).toBe(true);
      }),
      { numRuns: runs(6) },
    );
  });
});
