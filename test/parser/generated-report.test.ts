import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { arbitraryReport } from '../support/arbitrary-report.ts';
import { type Layout, renderReport } from '../support/render-report.ts';
import { runs } from '../support/runs.ts';

/** Agencies at every level, with the division each belongs to. */
const agencies: Record<string, string | null> = {
  四川省人民政府: '510000',
  达州市人民政府: '511700',
  达州市通川区人民政府: '511702',
  赤水市人民政府: '520381',
  鞍山市教育局: '210300',
  贵州省水利厅: '520000',
  重庆市渝中区人民政府: '500103',
  延边朝鲜族自治州人民政府: '222400',
};

describe('a report of any agency with any figures', () => {
  it.each<Layout>(['cellALine', 'rowALine', 'pipes', 'html'])(
    'is one complete record of its agency and year from %s',
    async (layout) => {
      await fc.assert(
        fc.asyncProperty(arbitraryReport('none', Object.keys(agencies)), async ({ report, expected }) => {
          const records = await parseReport(Buffer.from(renderReport(report, layout)));
          expect(records).toHaveLength(1);
          expect(records[0]).toMatchObject({
            kind: 'annual-report',
            form: report.form.id,
            agency: { name: report.agency, divisionCode: agencies[report.agency] },
            year: report.year,
            complete: true,
            reasons: [],
          });
          expect(records[0]?.sections.map((section) => section.key)).toEqual(
            report.form.sections.map(({ key }) => key),
          );
          expect([...expected].filter(([, cell]) => cell.state === 'number').length).toBeGreaterThan(0);
        }),
        { numRuns: runs(15) },
      );
    },
  );

  it('is incomplete and held when the document stops inside table 三', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReport('none', Object.keys(agencies)),
        fc.constantFrom<Layout>('cellALine', 'rowALine', 'html'),
        async ({ report }, layout) => {
          const whole = renderReport(report, layout);
          const stop = whole.indexOf('信访举报投诉类申请');
          const [record] = await parseReport(Buffer.from(whole.slice(0, stop)));
          expect(record).toMatchObject({ complete: false, outcome: 'held' });
          expect(record?.tables.applications).not.toHaveProperty('notProcessed.repeated');
          expect(record?.findings.map(({ rule }) => rule)).toContain('completeness.missing-cell');
        },
      ),
      { numRuns: runs(15) },
    );
  });
});
