import { describe, expect, test } from 'vitest';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import { reportOfYear } from '../../support/years.ts';
import { after, before, id, useIngestedApi } from './ingested-api.ts';

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
    expect((await findingsOf(2021))[0].id).toBe((await findingsOf(2022))[0].id);
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
