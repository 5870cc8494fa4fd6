import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organ } from './agencies.ts';
import { fullVersion, type StoredVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const counties = ['511002', '511011', '511024', '511025', '511083'];
const agencies = Array.from({ length: 100 }, (_, index) =>
  organ(`第${String(index).padStart(3, '0')}局`, counties[index % counties.length]),
);

/** A report that received as many applications as its number says. */
function numbered(version: StoredVersion, index: number): StoredVersion {
  const figures = { 'applications.newlyReceived.total': index };
  const outcome = index % 4 === 0 ? ('published' as const) : ('held' as const);
  return { ...version, head: { ...version.head, figures, outcome } };
}

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  for (const [index, agency] of agencies.entries()) {
    await api.store([numbered(fullVersion(agency, 2020), index), numbered(fullVersion(agency, 2021), 2 * index)]);
  }
  await api.storeSample('qingzhen-2020.txt', '2021-04-03T00:00:00Z');
  await api.storeSample('yaan-2021-work-plan.txt', '2021-05-21T00:00:00Z');
}, 120_000);
afterAll(() => api.close());

const namesOf = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name);

describe('lists of agencies', () => {
  it.each([1, 10, 100])('of %i with every year take two calls, whatever was written', async (first) => {
    const query = `query ($first: Int!) {
      agencies(first: $first, filter: { division: "5110" }) { totalCount nodes { name years { year report { title outcome } } } }
    }`;
    await api.store([fullVersion(organ('市档案局', '510304'), 2015)]);
    api.calls();
    const { data, errors } = await api.ask(query, { first });
    expect(errors).toBeUndefined();
    expect(data.agencies.totalCount).toBe(100);
    expect(data.agencies.nodes).toHaveLength(first);
    for (const { years } of data.agencies.nodes)
      expect(years.map(({ year }: { year: number }) => year)).toEqual([2020, 2021]);
    // One agency alone is read as such.
    expect(api.calls().calls).toBe(2);
    await api.ask(query, { first });
    expect(api.calls().calls).toBe(2);
  });

  it.each([1, 10, 100])('of %i with a figure of every year take one batch more', async (first) => {
    const query = `query ($first: Int!) {
      agencies(first: $first, filter: { division: "5110" }) {
        nodes { years(last: 1) { section(key: applications) { ... on ApplicationsSection { cell(row: "granted", column: "total") { value } } } } }
      }
    }`;
    await api.ask('{ agencies { totalCount } }');
    api.calls();
    const { data } = await api.ask(query, { first });
    expect(data.agencies.nodes.at(-1).years[0].section.cell.value).toBeGreaterThan(0);
    expect(api.calls().calls).toBe(3);
    await api.ask(query, { first });
    expect(api.calls().calls).toBeLessThanOrEqual(2);
  });

  it('are found by a part of the name, with the divisions above it, and by initials', async () => {
    const query = 'query ($name: String!) { agencies(filter: { nameContains: $name }) { nodes { name } } }';
    for (const name of ['清镇', '贵阳市清镇', '清镇政府', 'gysqz']) {
      const { data } = await api.ask(query, { name });
      expect(namesOf(data.agencies.nodes)).toEqual(['清镇市人民政府']);
    }
  });

  it('are of one kind of organ, and a kind that is none is refused', async () => {
    const query =
      'query ($type: String!) { agencies(filter: { type: $type, division: "5201" }) { nodes { name type { key } } } }';
    const kind = (type: string) => api.ask(query, { type });
    expect((await kind('government')).data.agencies.nodes).toEqual([
      { name: '清镇市人民政府', type: { key: 'government' } },
    ]);
    expect((await kind('education')).data.agencies.nodes).toEqual([]);
    expect((await kind('school')).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('are those whose division no document tells', async () => {
    const query =
      'query ($placed: Boolean!) { agencies(filter: { placed: $placed, division: "5201" }) { totalCount } }';
    expect((await api.ask(query, { placed: true })).data.agencies.totalCount).toBe(1);
    expect((await api.ask(query, { placed: false })).data.agencies.totalCount).toBe(0);
  });
});

describe('lists of reports', () => {
  const query = `query ($filter: ReportFilter!, $orderBy: ReportOrder, $first: Int, $after: String) {
    reports(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { agency { name } outcome }
    }
  }`;
  const reports = async (variables: object) => {
    const { data, errors } = await api.ask(query, { ...variables });
    expect(errors).toBeUndefined();
    return data.reports;
  };
  const named = (page: { nodes: { agency: { name: string } }[] }) => page.nodes.map(({ agency }) => agency.name);

  it('are ordered by a measure, page after page, each once', async () => {
    const filter = { year: 2020, division: '5110' };
    const orderBy = { metric: 'applicationsReceived', direction: 'descending' };
    const first = await reports({ filter, orderBy, first: 60 });
    expect(first.totalCount).toBe(100);
    expect(named(first).slice(0, 2)).toEqual(['第099局', '第098局']);
    const second = await reports({ filter, orderBy, first: 60, after: first.pageInfo.endCursor });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...named(first), ...named(second)]).toEqual(agencies.map(({ name }) => name).toReversed());
  });

  it('are picked by measures, outcome, form, rule and division, with a true total', async () => {
    const metrics = [{ metric: 'applicationsReceived', min: 10, max: 19 }];
    const page = await reports({ filter: { year: 2020, metrics, outcome: 'published' }, first: 2 });
    expect(page.totalCount).toBe(2);
    expect(named(page)).toEqual(['第016局', '第012局']);
    expect((await reports({ filter: { year: 2020, form: 'FORM_2019' } })).totalCount).toBe(1);
    const ruled = await reports({ filter: { year: 2020, rule: 'applications.column-balance', division: '511002' } });
    expect(ruled.totalCount).toBe(20);
    expect((await reports({ filter: { year: 2020, rule: 'applications.row-sum' } })).nodes).toEqual([]);
  });

  it('are of one level and one kind of organ, and a kind that is none is refused', async () => {
    const county = { year: 2020, division: '520181' };
    expect(named(await reports({ filter: { ...county, level: 'county', type: 'government' } }))).toEqual([
      '清镇市人民政府',
    ]);
    expect(named(await reports({ filter: { ...county, level: 'prefecture' } }))).toEqual([]);
    expect(named(await reports({ filter: { ...county, type: 'education' } }))).toEqual([]);
    const { errors } = await api.ask(query, { filter: { ...county, type: 'school' } });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['reports', '{ reports(filter: { year: 2020, rule: "no-such-rule" }) { totalCount } }', 'rule'],
    ['findings by rule', '{ findings(filter: { rule: "no-such-rule" }) { totalCount } }', 'rule'],
    ['findings', '{ findings(filter: { agencyId: "511000-000000000000" }) { totalCount } }', 'agencyId'],
    ['findings by what is no id', '{ findings(filter: { agencyId: "x" }) { totalCount } }', 'agencyId'],
    ['tasks', '{ tasks(filter: { agencyId: "511000-000000000000" }) { totalCount } }', 'agencyId'],
    [
      'comparisons',
      '{ compare(agencyIds: ["511000-000000000000"], years: [2020], metrics: [closingRate]) { metric { key } } }',
      'agencyIds[0]',
    ],
  ])('of what does not exist are an error, not empty: %s', async (_name, asked, argument) => {
    const { data, errors } = await api.ask(asked);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it('of an agency of which nothing is found are empty', async () => {
    const [{ id = '' } = {}] = agencies;
    expect((await api.ask(`{ tasks(filter: { agencyId: "${id}" }) { totalCount } }`)).data.tasks.totalCount).toBe(0);
  });

  it('keep their place while others are written', async () => {
    const filter = { year: 2021, division: '5110' };
    const orderBy = { metric: 'applicationsReceived', direction: 'ascending' };
    const first = await reports({ filter, orderBy, first: 50 });
    await api.store([numbered(fullVersion(organ('新设局', '511002'), 2021), 3)]);
    const rest = await reports({ filter, orderBy, first: 100, after: first.pageInfo.endCursor });
    expect(named(rest)).toEqual(agencies.slice(50).map(({ name }) => name));
    expect(rest.totalCount).toBe(101);
  });

  it('come from the end, page before page, with what stands beside each', async () => {
    const backwards = `query ($last: Int, $before: String) {
      reports(filter: { year: 2020, division: "511002" }, last: $last, before: $before) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor } nodes { agency { name } }
      }
    }`;
    const names: string[] = [];
    const sides: boolean[][] = [];
    for (let before: string | null = null, more = true; more; ) {
      const { data, errors } = await api.ask(backwards, { last: 8, before });
      expect(errors).toBeUndefined();
      const { pageInfo } = data.reports;
      names.unshift(...named(data.reports));
      sides.push([pageInfo.hasPreviousPage, pageInfo.hasNextPage]);
      [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
    }
    expect(sides).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ]);
    expect(names).toEqual(named(await reports({ filter: { year: 2020, division: '511002' }, first: 100 })));
  });

  it.each([
    ['first: 1, last: 1', 'last'],
    ['after: "x", last: 1', 'last'],
    ['before: "x"', 'before'],
    ['first: 1, before: "x"', 'before'],
    ['last: 0', 'last'],
    ['last: 101', 'last'],
    ['last: 1, before: ""', 'before'],
  ])('refuse pages that cannot be meant: %s', async (args, argument) => {
    for (const list of ['agencies', 'findings', 'tasks', 'ingestions', 'reports(filter: { year: 2020 })']) {
      const asked = list.includes('(') ? list.replace(')', `, ${args})`) : `${list}(${args})`;
      const { errors } = await api.ask(`{ ${asked} { totalCount } }`);
      expect(errors, asked).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    }
  });

  it('refuse a cursor of another list before it too', async () => {
    const { pageInfo } = await reports({ filter: { year: 2020 }, first: 1 });
    const { errors } = await api.ask(
      'query ($before: String) { reports(filter: { year: 2021 }, last: 1, before: $before) { totalCount } }',
      { before: pageInfo.endCursor },
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('of several years are those of each, an agency by year, in one call a year', async () => {
    const filter = { years: [2021, 2020, 2021], division: '511002' };
    const both = `query ($filter: ReportFilter!) { reports(filter: $filter, first: 100) { totalCount nodes { year agency { name } } } }`;
    await api.ask(both, { filter });
    api.calls();
    const { data } = await api.ask(both, { filter });
    expect(api.calls().calls).toBeLessThanOrEqual(2);
    const one = await reports({ filter: { year: 2020, division: '511002' }, first: 100 });
    const other = await reports({ filter: { year: 2021, division: '511002' }, first: 100 });
    expect(data.reports.totalCount).toBe(one.totalCount + other.totalCount);
    const lines = data.reports.nodes.map((node: { year: number; agency: { name: string } }) => [
      node.agency.name,
      node.year,
    ]);
    expect(lines.filter(([name]: [string]) => name.startsWith('第')).slice(0, 4)).toEqual([
      ...[
        ['第000局', 2020],
        ['第000局', 2021],
        ['第005局', 2020],
        ['第005局', 2021],
      ],
    ]);
    expect((await reports({ filter: { ...filter, year: 2020 } })).totalCount).toBe(one.totalCount);
    const orderBy = { metric: 'applicationsReceived', direction: 'descending' };
    const ranked = await reports({ filter, orderBy, first: 100 });
    expect(ranked.totalCount).toBe(data.reports.totalCount);
  });

  it('of one of several places, levels, kinds and scopes are those of each together', async () => {
    const count = async (list: string, filter: object) => {
      const type = {
        agencies: 'AgencyFilter',
        findings: 'FindingFilter',
        tasks: 'TaskFilter',
        reports: 'ReportFilter!',
      }[list];
      const asked = list === 'reports' ? { year: 2020, ...filter } : filter;
      const { data, errors } = await api.ask(`query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`, {
        filter: asked,
      });
      expect(errors, JSON.stringify(filter)).toBeUndefined();
      return data[list].totalCount;
    };
    const conditions = [
      ['division', 'divisions', ['511002', '5201', '511011']],
      ['level', 'levels', ['county', 'prefecture']],
      ['type', 'types', ['other', 'government', 'governmentOffice']],
      ['scope', 'scopes', ['unknown', 'organ', 'territory']],
    ] as const;
    for (const list of ['agencies', 'findings', 'tasks', 'reports']) {
      for (const [one, several, values] of conditions) {
        if (one === 'scope' && (list === 'agencies' || list === 'tasks')) continue;
        const each = await Promise.all(values.map((value) => count(list, { [one]: value })));
        const together = await count(list, { [several]: values });
        expect(together, `${list} ${several}`).toBe(each.reduce((sum, some) => sum + some, 0));
        expect(await count(list, { [one]: values[0], [several]: values })).toBe(each[0]);
      }
    }
    expect(await count('agencies', { divisions: ['511002', '5110'] })).toBe(
      await count('agencies', { division: '5110' }),
    );
  });

  it('of several years are the agencies with a report of any of them, each once', async () => {
    const ofYears = async (filter: object) => {
      const { data, errors } = await api.ask(
        'query ($filter: AgencyFilter) { agencies(filter: $filter, first: 100) { totalCount nodes { name } } }',
        { filter },
      );
      expect(errors).toBeUndefined();
      return data.agencies;
    };
    const old = organ('市气象局', '510304');
    await api.store([fullVersion(old, 2012)]);
    const both = await ofYears({ years: [2012, 2020], division: '51' });
    expect(both.totalCount).toBe((await ofYears({ year: 2020, division: '51' })).totalCount + 1);
    expect(namesOf(both.nodes)).toEqual([...new Set(namesOf(both.nodes))]);
    expect(namesOf((await ofYears({ years: [2012, 2011] })).nodes)).toEqual(['市气象局']);
    const each = await Promise.all([2020, 2021].map((year) => ofYears({ year, division: '511002' })));
    expect(new Set(namesOf((await ofYears({ years: [2021, 2020], division: '511002' })).nodes))).toEqual(
      new Set(each.flatMap(({ nodes }) => namesOf(nodes))),
    );
    expect((await ofYears({ year: 2020, years: [2012] })).totalCount).toBe(0);
  });

  it('of alternatives are those of which one holds, with all that is said beside them', async () => {
    const alternatives = [{ division: '511002' }, { metrics: [{ metric: 'applicationsReceived', min: 97 }] }];
    const { nodes, totalCount } = await reports({ filter: { year: 2020, or: alternatives }, first: 100 });
    const places = await reports({ filter: { year: 2020, division: '511002' }, first: 100 });
    expect(totalCount).toBe(places.totalCount + 3);
    expect(new Set(named({ nodes })).size).toBe(totalCount);
    const published = await reports({ filter: { year: 2020, outcome: 'published', or: alternatives }, first: 100 });
    expect(published.totalCount).toBeLessThan(totalCount);
    const { data } = await api.ask(
      '{ agencies(filter: { division: "5110", or: [{ nameContains: "第007局" }, { nameContains: "第009局" }] }) { nodes { name } } }',
    );
    expect(namesOf(data.agencies.nodes).sort()).toEqual(['第007局', '第009局']);
  });

  it.each([
    ['{ or: [] }', 'or'],
    [`{ or: [${'{ level: county } '.repeat(21)}] }`, 'or'],
    ['{ or: [{ divisions: [] }] }', 'divisions'],
    ['{ or: [{ rule: "none" }] }', 'rule'],
    ['{ divisions: [] }', 'divisions'],
    ['{ divisions: ["51", "5"] }', 'divisions'],
    ['{ levels: [] }', 'levels'],
    ['{ types: ["education", "school"] }', 'types'],
    [`{ years: [${Array.from({ length: 31 }, (_, index) => 2000 + index)}] }`, 'years'],
    ['{ years: [] }', 'years'],
    ['{}', 'year'],
  ])('refuse conditions that cannot be meant: %s', async (filter, argument) => {
    const year = argument.startsWith('year') ? '' : 'year: 2020, ';
    const { errors } = await api.ask(`{ reports(filter: ${filter.replace('{', `{ ${year}`)}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it('refuse a cursor of another order', async () => {
    const { pageInfo } = await reports({ filter: { year: 2020 }, first: 1 });
    const { errors } = await api.ask(query, { filter: { year: 2021 }, after: pageInfo.endCursor });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('lists of findings', () => {
  const query = `query ($filter: FindingFilter, $first: Int, $after: String) {
    findings(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { finding { rule severity } report { year agency { name } } }
    }
  }`;

  it('of a rule and a severity have a true total, and take one batch for the page', async () => {
    const filter = { year: 2020, division: '511002', rule: 'applications.column-balance', severity: 'error' };
    await api.ask(query, { filter, first: 5 });
    api.calls();
    const { data, errors } = await api.ask(query, { filter, first: 5 });
    expect(errors).toBeUndefined();
    expect(api.calls().calls).toBeLessThanOrEqual(2);
    expect(data.findings.totalCount).toBe(40);
    expect(
      data.findings.nodes.map((node: { report: { agency: { name: string } } }) => node.report.agency.name),
    ).toEqual([...['第000局', '第000局', '第005局', '第005局', '第010局']]);
    const next = await api.ask(query, { filter, first: 100, after: data.findings.pageInfo.endCursor });
    expect(next.data.findings.nodes).toHaveLength(35);
    expect(next.data.findings.pageInfo.hasNextPage).toBe(false);
  });

  it('of a level and a kind of organ are those of agencies that are both', async () => {
    const count = async (filter: object) => (await api.ask(query, { filter })).data.findings.totalCount;
    const all = await count({ year: 2020 });
    const kinds = [await count({ year: 2020, type: 'other' }), await count({ year: 2020, type: 'government' })];
    expect(kinds[0]).toBeGreaterThan(0);
    expect((kinds[0] ?? 0) + (kinds[1] ?? 0)).toBeLessThanOrEqual(all);
    expect(await count({ year: 2020, level: 'township' })).toBe(0);
    const { errors } = await api.ask(query, { filter: { type: 'x' } });
    expect(errors?.[0]?.extensions?.argument).toBe('type');
  });

  it('of one agency come by year', async () => {
    const { data } = await api.ask(query, { filter: { agencyId: agencies[7]?.id } });
    expect(data.findings.nodes.map((node: { report: { year: number } }) => node.report.year)).toEqual([
      ...[2020, 2020, 2020, 2021, 2021, 2021],
    ]);
  });
});

describe('lists of tasks', () => {
  const query = `query ($filter: TaskFilter) {
    tasks(filter: $filter, first: 3) { totalCount nodes { dueOn task { number name responsible deadlines } plan { agency { name } } } }
  }`;

  it('come by their deadline, and can be asked for by day and by who is responsible', async () => {
    const { data, errors } = await api.ask(query, { filter: { year: 2021, dueTo: '2021-10-01' } });
    expect(errors).toBeUndefined();
    expect(data.tasks.nodes[0]).toMatchObject({
      dueOn: ['2021-05-31', '2021-12-31'],
      task: { deadlines: ['全年', '5月底前'] },
      plan: { agency: { name: '雅安市人民政府办公室' } },
    });
    expect(data.tasks.nodes.map(({ dueOn }: { dueOn: string[] }) => dueOn[0])).toEqual([
      '2021-05-31',
      '2021-09-30',
      '2021-09-30',
    ]);
    const all = await api.ask(query, { filter: { year: 2021 } });
    const ofOffices = await api.ask(query, { filter: { year: 2021, type: 'governmentOffice', level: 'prefecture' } });
    expect(ofOffices.data.tasks.totalCount).toBe(all.data.tasks.totalCount);
    expect((await api.ask(query, { filter: { year: 2021, type: 'education' } })).data.tasks.totalCount).toBe(0);
    const some = await api.ask(query, { filter: { year: 2021, responsible: '教育厅' } });
    expect(some.data.tasks.totalCount).toBeGreaterThan(0);
    expect(some.data.tasks.totalCount).toBeLessThan(all.data.tasks.totalCount);
    for (const { task } of some.data.tasks.nodes) expect(task.responsible.join()).toContain('教育厅');
  });

  it('refuse what is no date', async () => {
    const { errors } = await api.ask(query, { filter: { dueTo: 'tomorrow' } });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
