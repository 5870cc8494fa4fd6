import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSharedVersions } from '../../../../functions/graphql/answers/answer-store.ts';
import type { Reader } from '../../../../schema/graphql/context.ts';
import type { AgencyWithHeads } from '../../../../schema/record/record-store.ts';
import { organ } from '../agencies.ts';
import { fullVersion } from '../full-record.ts';
import { type StoredApi, startStoredApi } from '../stored-api.ts';

const agency = organ('市公安局');
const other = organ('市司法局');
const ofAgency = `{ agency(id: "${agency.id}") { name years { year report { title outcome } section(key: applications) { heading } } } }`;
const ofYear = '{ reports(filter: { year: 2020 }) { totalCount nodes { title agency { name } } } }';

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store([fullVersion(agency, 2020)]);
});
afterAll(() => api.close());

function get(query: string, headers: Record<string, string> = {}): Promise<Response> {
  const search = new URLSearchParams({ query }).toString();
  return api.fetch(
    new Request(`http://localhost/graphql?${search}`, { headers: { accept: 'application/json', ...headers } }),
  );
}

function post(query: string): Promise<Response> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  return api.fetch(new Request('http://localhost/graphql', { method: 'POST', headers, body }));
}

/** A later version of a report, which says something else. */
function changed(of: typeof agency, second: number, year = 2020) {
  const version = fullVersion(of, year);
  const title = `${second}`;
  const head = {
    ...version.head,
    title,
    version: `v${second}`,
    arrival: `2030#${String(second).padStart(6, '0')}`,
  };
  return { ...version, head, record: { ...version.record, title } };
}

describe('an answer that is asked for again', () => {
  it('takes one call to see that nothing has changed, and is the same', async () => {
    for (const send of [() => get(ofAgency), () => post(ofAgency), () => get(ofYear)]) {
      const first = await (await send()).text();
      api.calls();
      expect(await (await send()).text()).toBe(first);
      expect(api.calls().byCommand).toEqual({ Query: 1 });
    }
  });

  it('has a tag, and whoever holds it is told so with 304 and no body', async () => {
    const first = await get(ofAgency);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await get(ofAgency, { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get(ofAgency, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is told so too where the answer itself is not kept', async () => {
    const query = '{ ingestions { totalCount } }';
    const etag = (await get(query)).headers.get('etag') ?? '';
    expect((await get(query, { 'if-none-match': etag })).status).toBe(304);
  });

  it('is a new one once something was written that it was made from, and not for what was written elsewhere', async () => {
    const before = await get(ofAgency);
    await api.store([fullVersion(other, 2020)]);
    expect((await get(ofAgency, { 'if-none-match': before.headers.get('etag') ?? '' })).status).toBe(304);
    await api.store([changed(agency, 1)]);
    const after = await get(ofAgency, { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect((await after.json()).data.agency.years[0].report.title).toBe('1');
  });

  it('is not kept with errors, nor sent again to another question', async () => {
    expect((await get('{ agencies(first: 0) { totalCount } }')).headers.get('etag')).toBeNull();
    expect(await (await get('{ rules { id } }')).text()).not.toBe(await (await get('{ forms { id } }')).text());
  });

  it('is never older than what is stored, in whatever order reports and questions come', async () => {
    let second = 10;
    const step = fc.oneof(
      fc.constantFrom(agency, other).map((of) => ({ write: of })),
      fc.constantFrom(ofAgency, ofYear).map((query) => ({ query })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        for (const each of steps) {
          second += 1;
          if ('write' in each) await api.store([changed(each.write, second)]);
          else {
            // A question of its own each time, so that nothing is kept of its answer.
            const fresh = await api.ask(`${each.query} # ${second}`);
            expect(await (await get(each.query)).json()).toEqual(fresh);
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});

/** A reader of which agencies alone are asked. */
const of = (agencyWithHeads: Reader['agencyWithHeads']) => () => ({
  agencyWithHeads,
  lists: () => {
    throw new Error('no list is asked for');
  },
});

describe('questions about what an agency is at', () => {
  it('that come while it is read are answered together, by a reading after it', async () => {
    let readings = 0;
    const releases: (() => void)[] = [];
    const versionOf = createSharedVersions(
      of(async () => {
        readings += 1;
        const version = `${readings}`;
        await new Promise<void>((resolve) => releases.push(resolve));
        return { version } as AgencyWithHeads;
      }),
    );
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const first = versionOf('agency/a');
    await turn();
    const rest = [versionOf('agency/a'), versionOf('agency/a')];
    releases.shift()?.();
    expect(await first).toBe('1');
    await turn();
    releases.shift()?.();
    expect(await Promise.all(rest)).toEqual(['2', '2']);
    expect(readings).toBe(2);
  });

  it('are asked again after one that failed', async () => {
    let readings = 0;
    const versionOf = createSharedVersions(
      of(async () => {
        readings += 1;
        if (readings === 1) throw new Error('throttled');
        return null;
      }),
    );
    await expect(versionOf('agency/a')).rejects.toThrow('throttled');
    expect(await versionOf('agency/a')).toBeNull();
  });
});
