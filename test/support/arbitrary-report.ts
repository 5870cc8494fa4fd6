import fc from 'fast-check';
import { type CellKind, cellPaths, type Form, type FormTable } from '../../schema/law/forms/form.ts';
import { form2019 } from '../../schema/law/forms/form-2019.ts';
import { form2021 } from '../../schema/law/forms/form-2021.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { GeneratedReport } from './render-report.ts';

/** What the parser must make of a printed text: its value (null where none) and state. */
interface Expected {
  readonly printed: string;
  readonly value: number | null;
  readonly state: Cell['state'];
}

const whole = fc.nat({ max: 3_000_000 });
const plain = (value: number): Expected => ({ printed: String(value), value, state: 'number' });

const figures: Record<CellKind, fc.Arbitrary<Expected>> = {
  count: fc.oneof(
    { weight: 6, arbitrary: whole.map(plain) },
    {
      weight: 1,
      arbitrary: whole.map((value) => ({ printed: value.toLocaleString('en'), value, state: 'number' as const })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('/', '—', '无')
        .map((printed) => ({ printed, value: null, state: 'notApplicable' as const })),
    },
  ),
  change: fc.tuple(fc.nat({ max: 5000 }), fc.constantFrom('+', '-', '减', '增', '增加', '')).map(([size, sign]) => {
    const value = size === 0 ? 0 : sign === '-' || sign === '减' ? -size : size;
    return { printed: `${sign}${size}`, value, state: 'number' as const };
  }),
  amount: fc.tuple(fc.nat({ max: 9_999_999 }), fc.constantFrom('万元', '元', '(万元)')).map(([cents, unit]) => {
    const decimal = (cents / 100).toFixed(2);
    const exponent = unit.includes('万') ? 4 : 0;
    return { printed: `${decimal}${unit}`, value: Number(`${decimal}e${exponent}`), state: 'number' as const };
  }),
};

const blank: Expected = { printed: '', value: null, state: 'blank' };
/** In copied text a blank row cannot be told from one whose figures are lost. */
const unseen: Expected = { printed: '', value: null, state: 'unreadable' };

/** What a report leaves blank: nothing, whole rows of copied text, or single cells. */
export type Blanks = 'none' | 'rows' | 'cells';

function rowArbitrary(table: FormTable, rowKey: string, blanks: Blanks): fc.Arbitrary<[string, Expected][]> {
  const block = table.blocks.find((candidate) => candidate.rows.some((row) => row.key === rowKey));
  const columns = block?.columns ?? [];
  const cell = (kind: CellKind) =>
    blanks === 'cells' ? fc.oneof({ weight: 5, arbitrary: figures[kind] }, fc.constant(blank)) : figures[kind];
  const filled = fc.tuple(...columns.map((column) => cell(column.kind)));
  const empty = fc.constant(columns.map(() => unseen));
  return fc
    .oneof(
      { weight: 8, arbitrary: filled },
      { weight: blanks === 'rows' && table.layout === 'down' ? 1 : 0, arbitrary: empty },
    )
    .map((cells) => cells.map((expected, index) => [`${table.key}.${rowKey}.${columns[index]?.key}`, expected]));
}

export interface ArbitraryReport {
  readonly report: GeneratedReport;
  readonly expected: ReadonlyMap<string, Expected>;
}

const forms: readonly Form[] = [form2019, form2021];

/**
 * Reports with random figures on either form. In copied text a blank cell leaves no trace, so a partly blank row cannot be
 * read there by anyone, and a blank row only be told to be unread.
 */
export function arbitraryReport(blanks: Blanks, agencies: readonly string[]): fc.Arbitrary<ArbitraryReport> {
  return fc
    .record({
      form: fc.constantFrom(...forms),
      agency: fc.constantFrom(...agencies),
      year: fc.integer({ min: 2019, max: 2025 }),
    })
    .chain((head) => {
      const rows = head.form.tables.flatMap((table) =>
        [...new Set(cellPaths(table).map((path) => path.slice(0, path.lastIndexOf('.'))))].map((key) =>
          rowArbitrary(table, key, blanks),
        ),
      );
      return fc.tuple(...rows).map((parts) => {
        const expected = new Map(parts.flat());
        const printed = new Map([...expected].map(([path, cell]) => [path, cell.printed] as const));
        const summary = () => `form ${head.form.id}, ${head.agency} ${head.year}`;
        return { report: { ...head, printed }, expected, [fc.toStringMethod]: summary };
      });
    });
}
