import { describe, expect, test } from 'vitest';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { reportOfYear } from '../../support/years.ts';
import { after, before, id, useIngestedApi } from './ingested-api.ts';

interface FoundNode {
  readonly finding: { readonly rule: string };
}

const { ask, store, findingsOf, dynamo } = useIngestedApi();

describe('two years that do not agree', () => {
  test('say so in both of them, each naming its own cell as its report does', async () => {
    await store(after);
    await store(before);
    const found = { rule: 'across-years.carried-forward', expected: 3, actual: 2 };
    expect(await findingsOf(2022)).toMatchObject([
      { ...found, cells: ['applications.carriedOver.total', 'applications.carriedForward.total@2021'] },
    ]);
    expect(await findingsOf(2021)).toMatchObject([
      { ...found, cells: ['applications.carriedOver.total@2022', 'applications.carriedForward.total'] },
    ]);
    const [[earlier], [later]] = [await findingsOf(2021), await findingsOf(2022)];
    expect(earlier.id).toBe(`${later.id}.2021`);
  });

  test('stand in the list of findings with the later of them, until they agree', async () => {
    await store(before);
    await store(after);
    const listed = async (filter: object) => {
      const { data } = await ask(
        `query ($filter: FindingFilter) { findings(filter: $filter) {
          totalCount nodes { finding { id rule cells } report { year } other { year } }
        } }`,
        { filter },
      );
      expect(data.findings.nodes).toHaveLength(data.findings.totalCount);
      return data.findings.nodes;
    };
    const found = {
      finding: {
        ...{ id: (await findingsOf(2022))[0].id, rule: 'across-years.carried-forward' },
        cells: ['applications.carriedOver.total', 'applications.carriedForward.total@2021'],
      },
      ...{ report: { year: 2022 }, other: { year: 2021 } },
    };
    for (const filter of [{ agencyId: id }, { year: 2022 }, { division: '51' }, { rule: found.finding.rule }]) {
      expect(await listed(filter), JSON.stringify(filter)).toEqual([found]);
    }
    expect(await listed({ severity: 'error' })).toEqual([]);
    expect(await listed({ year: 2021 })).toEqual([]);
    await store(reportOfYear({ year: 2022, rows: { 'applications.carriedOver': [3, 0, 0, 0, 0, 0, 3] } }));
    expect((await listed({ rule: found.finding.rule })).length).toBe(0);
    expect(await listed({ year: 2022, rule: 'report.changed-after-publication' })).toMatchObject([
      { report: { year: 2022 }, other: { year: 2022 } },
    ]);
  });

  test('are told at the cell too', async () => {
    await store(before);
    await store(after);
    const { data } = await ask(
      `query ($id: ID!) { agency(id: $id) { year(year: 2022) { section(key: applications) { ... on ApplicationsSection {
        cell(row: "carriedOver", column: "total") { findings { rule } }
      } } } } }`,
      { id },
    );
    expect(data.agency.year.section.cell.findings).toEqual([{ rule: 'across-years.carried-forward' }]);
  });

  test('say how much of them was compared, and what a change of form keeps from being compared', async () => {
    await store(reportOfYear({ year: 2021, form: '2019' }));
    await store(after);
    const { data } = await ask(
      'query ($id: ID!) { agency(id: $id) { year(year: 2022) { comparisons { from to checks { made possible notMade { rule } } } } } }',
      { id },
    );
    expect(data.agency.year.comparisons).toEqual([
      {
        ...{ from: 2021, to: 2022 },
        checks: { made: 7, possible: 8, notMade: [{ rule: 'across-years.proactive-stock' }] },
      },
    ]);
  });

  test('cost no more calls than one: the agency and its bodies', async () => {
    await store(before);
    await store(after);
    const meter = attachCallMeter(dynamo());
    const { data } = await ask(
      `query ($id: ID!) { agency(id: $id) { years {
        findings { id rule review { decision } } comparisons { findings { rule review { note } } } sections { heading }
      } } }`,
      { id },
    );
    expect(data.agency.years).toHaveLength(2);
    expect(meter.read().byCommand).toEqual({ Query: 1, BatchGet: 1 });
  });
});

test('rules over two years and two versions stand in the dictionary of rules', async () => {
  const { data } = await ask('{ rules { id title { zh } } }');
  const ids = data.rules.map(({ id: rule }: { id: string }) => rule);
  expect(ids).toEqual(expect.arrayContaining(['across-years.carried-forward', 'report.changed-after-publication']));
  expect(new Set(ids).size).toBe(ids.length);
});

describe('a report that was changed after publication', () => {
  test('serves every version with what differs from the one before it', async () => {
    await store(reportOfYear({ year: 2022, rows: { 'applications.granted': [7, 0, 0, 0, 0, 0, 7] } }));
    await store(reportOfYear({ year: 2022, rows: { 'applications.granted': [8, 0, 0, 0, 0, 0, 8] } }));
    const { data } = await ask(
      `query ($id: ID!) { agency(id: $id) { year(year: 2022) {
        findings { rule severity cells }
        report { versions { changes { facts { name } sections { key } cells { path before { raw } after { value state } } } } }
      } } }`,
      { id },
    );
    const { findings, report } = data.agency.year;
    const cells = ['naturalPerson', 'total'].map((column) => `applications.granted.${column}`);
    expect(findings).toEqual([{ rule: 'report.changed-after-publication', severity: 'warning', cells }]);
    expect(report.versions).toEqual([
      {
        changes: {
          ...{ facts: [], sections: [] },
          cells: cells.map((path) => ({ path, before: { raw: '7' }, after: { value: 8, state: 'number' } })),
        },
      },
      { changes: null },
    ]);
  });

  test('leaves its superseded documents in the list of findings where they are asked for', async () => {
    const doubt: Finding = {
      ...{ rule: 'sections.extra', severity: 'info', cells: [], expected: null, actual: null },
      ...{ message: { zh: '多出一节', en: 'a section more' }, cause: 'source' },
    };
    const granted = (count: number) => ({ 'applications.granted': [count, 0, 0, 0, 0, 0, count] });
    await store(reportOfYear({ year: 2022, rows: granted(7), change: { findings: [doubt] } }));
    await store(reportOfYear({ year: 2022, rows: granted(8) }));
    const rules = async (filter: object) => {
      const query =
        'query ($filter: FindingFilter) { findings(filter: $filter) { nodes { finding { rule } report { version } } } }';
      const { data, errors } = await ask(query, { filter });
      return errors?.[0]?.extensions ?? data.findings.nodes.map((node: FoundNode) => node.finding.rule);
    };
    expect(await rules({ agencyId: id })).toEqual(['report.changed-after-publication']);
    expect(await rules({ agencyId: id, superseded: true })).toEqual([
      ...['sections.extra', 'report.changed-after-publication'],
    ]);
    expect(await rules({ superseded: true })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'superseded' });
  });

  test('is found in a list of reports without any document being read', async () => {
    await store(reportOfYear({ year: 2022, rows: { 'applications.granted': [7, 0, 0, 0, 0, 0, 7] } }));
    await store(reportOfYear({ year: 2022, rows: { 'applications.granted': [8, 0, 0, 0, 0, 0, 8] } }));
    const meter = attachCallMeter(dynamo());
    const { data } = await ask(
      `{ reports(filter: { year: 2022 }) { nodes {
        agency { year(year: 2022) { changedAfterPublication { rule severity message { zh } } } }
      } } }`,
    );
    expect(data.reports.nodes).toEqual([
      {
        agency: {
          year: {
            changedAfterPublication: [
              {
                ...{ rule: 'report.changed-after-publication', severity: 'warning' },
                message: { zh: expect.stringContaining('(一)予以公开 · 自然人”本份8,另一份7') },
              },
            ],
          },
        },
      },
    ]);
    expect(meter.read().byCommand).toEqual({ Query: 2 });
  });

  test('is no new version where a newer parser reads the same document', async () => {
    const readAgain = await store(before);
    await readAgain();
    const { data } = await ask(
      'query ($id: ID!) { agency(id: $id) { year(year: 2021) { report { versions { parserVersion changes { cells { path } } } } } } }',
      { id },
    );
    expect(data.agency.year.report.versions).toEqual([{ parserVersion: '9.0.0', changes: null }]);
  });
});
