import type { Original } from './originals.ts';

/** What must come out of an original whatever its format, as the corpus states it. */
export function expectedOf({ report, divisionCode, values }: Original): object {
  const { form, agency, year } = report;
  return {
    kind: 'annual-report',
    form: form.id,
    agency: { name: agency, divisionCode, provinceCode: divisionCode.slice(0, 2) },
    year,
    complete: true,
    outcome: 'published',
    sections: form.sections.map(({ key, ordinal, headings }) => ({ key, ordinal, heading: headings[0] })),
    tables: nested(values),
    findings: [],
    reasons: [],
  };
}

/** The same tables where nothing says whose and of which year they are. */
export function tablesAlone({ report, values }: Original): object {
  return {
    kind: 'annual-report',
    form: report.form.id,
    agency: null,
    year: null,
    complete: true,
    outcome: 'rejected',
    sections: [],
    tables: nested(values),
    findings: [],
    reasons: [{ code: 'agency-unrecognised' }, { code: 'year-unrecognised' }],
  };
}

/** A document in which there is no report. */
export function unrecognised(code: string): object {
  return { kind: 'unrecognised', outcome: 'rejected', tables: {}, findings: [], reasons: [{ code }] };
}

type Tables = Record<string, Record<string, Record<string, number | null>>>;

function nested(values: Original['values']): Tables {
  const tables: Tables = {};
  for (const [path, value] of values) {
    const [table = '', ...rest] = path.split('.');
    const column = rest.pop() ?? '';
    const rows = tables[table] ?? {};
    tables[table] = rows;
    const cells = rows[rest.join('.')] ?? {};
    rows[rest.join('.')] = cells;
    cells[column] = value;
  }
  return tables;
}
