import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StoredApi, startStoredApi } from './stored-api.ts';

let api: StoredApi;
let neijiang: string;
let gongjing: string;
let yaan: string;
beforeAll(async () => {
  api = await startStoredApi();
  neijiang = await api.storeSample('neijiang-2020.txt', '2021-04-01T00:00:00Z');
  gongjing = await api.storeSample('gongjing-2018.txt', '2021-04-02T00:00:00Z');
  yaan = await api.storeSample('yaan-2021-work-plan.txt', '2021-05-21T00:00:00Z');
  await api.storeSample('qingzhen-2020.txt', '2021-04-03T00:00:00Z');
});
afterAll(() => api.close());

describe('a nested query over real documents', () => {
  it('leads from an agency to a printed cell, its place and the file it was printed in', async () => {
    const query = `query ($id: ID!) {
      agency(id: $id) {
        name level division { code name parent { name } province { code name } }
        year(year: 2020) {
          report { form title outcome publishedOn source { bytes mediaType key versionId } }
          section(key: applications) {
            __typename ordinal heading printed
            ... on ApplicationsSection {
              form
              cell(row: "granted", column: "total") { path unit value raw state place { line } }
              row(key: "unavailable.notHeld") { name { zh } cell(column: "naturalPerson") { value } }
            }
          }
        }
      }
    }`;
    const { data, errors } = await api.ask(query, { id: neijiang });
    expect(errors).toBeUndefined();
    expect(data.agency).toMatchObject({
      name: '内江市人民政府',
      level: 'prefecture',
      division: {
        code: '511000',
        name: '内江市',
        parent: { name: '四川省' },
        province: { code: '510000', name: '四川省' },
      },
      year: {
        report: {
          form: 'FORM_2019',
          title: '2020年内江市政府信息公开工作年度报告',
          publishedOn: '2021-03-30',
          source: { mediaType: 'text/plain', key: 'raw/neijiang-2020.txt', versionId: 'object-version' },
        },
        section: {
          __typename: 'ApplicationsSection',
          ordinal: 3,
          heading: '收到和处理政府信息公开申请情况',
          printed: true,
          form: 'FORM_2019',
          cell: { path: 'applications.granted.total', unit: '件', value: 114, raw: '114', state: 'number' },
          row: { name: { zh: '1.本机关不掌握相关政府信息' }, cell: { value: 65 } },
        },
      },
    });
    expect(data.agency.year.section.cell.place.line).toBeGreaterThan(1);
  });

  it('gives every row of a statutory table in the order of its form', async () => {
    const query = `query ($id: ID!) { agency(id: $id) { years(last: 1) {
      sections(keys: [proactiveDisclosure]) { key ... on StatutorySection { rows { key cells { column value } } } }
    } } }`;
    const { data } = await api.ask(query, { id: neijiang });
    const [section] = data.agency.years[0].sections;
    expect(section.rows.map((row: { key: string }) => row.key)).toEqual([
      'regulations',
      'normativeDocuments',
      'licensing',
      'otherServices',
      'penalties',
      'coercion',
      'fees',
      'procurement',
    ]);
    expect(section.rows[2].cells).toEqual([
      { column: 'previousItems', value: 364 },
      { column: 'change', value: -12 },
      { column: 'decisions', value: 309685 },
    ]);
  });

  it('serves a report on form 2008 as narrative sections', async () => {
    const query = `query ($id: ID!) { agency(id: $id) { years { year report { form } sections { __typename text } } } }`;
    const { data } = await api.ask(query, { id: gongjing });
    const [year] = data.agency.years;
    expect(year).toMatchObject({ year: 2018, report: { form: 'FORM_2008' } });
    const types = year.sections.map((section: { __typename: string }) => section.__typename);
    expect(new Set(types)).toEqual(new Set(['NarrativeSection']));
    expect(year.sections[0].text).not.toBe('');
  });

  it('serves a work plan with its demands, and no report for a year that has none', async () => {
    const query = `query ($id: ID!) { agency(id: $id) { year(year: 2021) {
      report { title } sections { key }
      workPlans { kind title publishedOn forwards { documentNumber issuedOn } targets { value comparison unit } responsibilities { number } tasks { number } items { number } }
    } } }`;
    const { data } = await api.ask(query, { id: yaan });
    const { report, sections, workPlans } = data.agency.year;
    expect({ report, sections }).toEqual({ report: null, sections: [] });
    expect(workPlans).toHaveLength(1);
    expect(workPlans[0]).toMatchObject({
      kind: 'workPlan',
      title: '2021年全省政务公开重点工作安排',
      publishedOn: '2021-05-20',
      forwards: { documentNumber: '川办发〔2021〕16号', issuedOn: '2021-03-30' },
      targets: [
        { value: 8000, comparison: 'atLeast', unit: '条' },
        { value: 200, comparison: 'atLeast', unit: '条' },
      ],
    });
    expect(workPlans[0].responsibilities).toHaveLength(22);
    expect(workPlans[0].tasks).toHaveLength(35);
    expect(workPlans[0].items).toHaveLength(22);
  });

  it('keeps every stored version of a report, newest arrival first', async () => {
    const query = `{ reports(filter: { year: 2020, division: "51" }) { nodes { version versions { version arrival outcome } } } }`;
    const { data } = await api.ask(query);
    const [report] = data.reports.nodes;
    expect(report.versions).toHaveLength(1);
    expect(report.versions[0].version).toBe(report.version);
  });
});

describe('lists', () => {
  it('page through agencies with stable cursors and a true total', async () => {
    const query = `query ($after: String) {
      agencies(first: 3, after: $after) { totalCount edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    }`;
    const first = (await api.ask(query)).data.agencies;
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const second = (await api.ask(query, { after: first.pageInfo.endCursor })).data.agencies;
    expect(second).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const names = [...first.edges, ...second.edges].map((edge: { node: { name: string } }) => edge.node.name);
    expect(new Set(names).size).toBe(4);
  });

  it('filter agencies by division, level, name and year', async () => {
    const query = `query ($filter: AgencyFilter) { agencies(filter: $filter) { totalCount nodes { name } } }`;
    const names = async (filter: Record<string, unknown>) =>
      (await api.ask(query, { filter })).data.agencies.nodes.map((node: { name: string }) => node.name);
    expect(await names({ division: '5110' })).toEqual(['内江市人民政府']);
    expect(await names({ nameContains: '清镇' })).toEqual(['清镇市人民政府']);
    expect(await names({ level: 'prefecture', division: '51', year: 2020 })).toEqual(['内江市人民政府']);
  });

  it('filter reports by year, division and outcome', async () => {
    const query = `query ($filter: ReportFilter!) { reports(filter: $filter) { nodes { year agency { name } } } }`;
    const ofYear = (await api.ask(query, { filter: { year: 2018 } })).data.reports.nodes;
    expect(ofYear).toMatchObject([{ year: 2018 }]);
    const rejected = (await api.ask(query, { filter: { year: 2018, outcome: 'rejected' } })).data.reports.nodes;
    expect(rejected).toEqual([]);
  });
});

describe('dictionaries', () => {
  it('describe every form down to its columns, and every rule', async () => {
    const query = `{
      form(id: FORM_2021) { name { en } source { zh } years { from to } tables { key layout columns { key unit } rows { key name { zh } } blocks { caption } } }
      forms { id }
      rules { id severity title { zh en } forms }
    }`;
    const { data } = await api.ask(query);
    expect(data.forms).toEqual([{ id: 'FORM_2008' }, { id: 'FORM_2019' }, { id: 'FORM_2021' }]);
    expect(data.form).toMatchObject({ source: { zh: '国办公开办函〔2021〕30号' }, years: { from: 2021, to: null } });
    expect(data.form.tables[1]).toMatchObject({ key: 'applications', layout: 'down' });
    expect(data.form.tables[1].rows).toHaveLength(25);
    expect(data.form.tables[1].columns.at(-1)).toEqual({ key: 'total', unit: '件' });
    expect(data.rules.map((rule: { id: string }) => rule.id)).toContain('applications.column-balance');
  });
});
