import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StoredApi, startStoredApi } from './stored-api.ts';

let api: StoredApi;
let gongjing: string;
beforeAll(async () => {
  api = await startStoredApi();
  gongjing = await api.storeSample('gongjing-2018.txt', '2021-04-02T00:00:00Z');
});
afterAll(() => api.close());

describe('the checks of a report', () => {
  it('say how many were made and what could not be', async () => {
    const query = `query ($id: ID!) {
      agency(id: $id) {
        year(year: 2018) {
          report { checks { made possible passed notMade { rule count why { en } } } }
          findings { rule evidence { zh } }
        }
      }
    }`;
    const { data, errors } = await api.ask(query, { id: gongjing });
    expect(errors).toBeUndefined();
    const { checks } = data.agency.year.report;
    expect(checks.possible).toBeGreaterThan(checks.made);
    expect(checks.made - checks.passed).toBe(2);
    expect(checks.notMade).toContainEqual({
      rule: 'identity.province',
      count: 1,
      why: { en: 'The document was not received for one province.' },
    });
    expect(data.agency.year.findings).toHaveLength(2);
  });
});
