import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PoliteOptions, politeFetch } from '../../../cli/collect/polite-fetch.ts';
import { guardedLookup, isPublicAddress } from '../../../cli/collect/public-address.ts';
import { Refusal } from '../../../cli/collect/refusal.ts';
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts';
import { startWebHost, type WebHost } from '../../support/web-host.ts';

let host: WebHost;
let clock: FakeClock;

beforeEach(async () => {
  host = await startWebHost();
  clock = fakeClock();
});

afterEach(() => host.close());

const isReachable = (address: string) => address === '127.0.0.1';

function fetcher(options: Partial<PoliteOptions> = {}) {
  return politeFetch({
    ...{ userAgent: 'gongkai/1 (+mailto:a@example.org)', lookup: guardedLookup(isReachable), isReachable },
    ...{ maxBytes: 1000, pauseMs: 2000, timeoutMs: 60_000, clock },
    ...options,
  });
}

const at = (path: string) => new URL(path, host.origin);
const textOf = async (path: string, one = fetcher()) => Buffer.from((await one.fetch(at(path))).body).toString();
const faultOf = (path: string, one = fetcher()) =>
  one.fetch(at(path)).then(
    () => null,
    (error: Error) => error,
  );

describe('a host', () => {
  it('is asked for one thing at a time, with a pause between, and told who asks', async () => {
    let open = 0;
    let most = 0;
    for (const path of ['/1', '/2', '/3']) {
      host.pages[path] = (response) => {
        open += 1;
        most = Math.max(most, open);
        setImmediate(() => {
          open -= 1;
          response.end(path);
        });
      };
    }
    const one = fetcher();
    expect(await Promise.all(['/1', '/2', '/3'].map((path) => textOf(path, one)))).toEqual(['/1', '/2', '/3']);
    expect(most).toBe(1);
    expect(host.asked).toEqual(['/robots.txt', '/1', '/2', '/3']);
    expect(clock.slept).toEqual([2000, 2000, 2000]);
    expect([...host.userAgents]).toEqual(['gongkai/1 (+mailto:a@example.org)']);
  });

  it('is not asked for what its robots.txt forbids to all or to gongkai, and is for the rest', async () => {
    host.pages['/robots.txt'] =
      'User-agent: *\nDisallow: /\n\nUser-agent: gongkai\nDisallow: /inner/\nCrawl-delay: 30\n';
    host.pages['/a'] = 'a';
    host.pages['/inner/a'] = 'inner';
    const one = fetcher();
    expect(await textOf('/a', one)).toBe('a');
    const fault = await faultOf('/inner/a', one);
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault?.message).toBe(`robots.txt of ${at('/').host} does not allow it.`);
    expect(host.asked).toEqual(['/robots.txt', '/a']);
    expect(clock.slept).toEqual([30_000]);
  });

  it('whose robots.txt cannot be read is asked for nothing else, and may be tried another time', async () => {
    host.pages['/robots.txt'] = (response) => response.writeHead(503).end();
    host.pages['/a'] = 'a';
    const fault = await faultOf('/a');
    expect(fault).not.toBeInstanceOf(Refusal);
    expect(fault?.message).toBe(`${at('/robots.txt')} cannot be read: HTTP 503`);
    expect(new Set(host.asked)).toEqual(new Set(['/robots.txt']));
  });

  it('that asks for a pause of hours is left', async () => {
    host.pages['/robots.txt'] = 'User-agent: *\nCrawl-delay: 7200\n';
    expect((await faultOf('/a'))?.message).toBe(`${at('/robots.txt')} asks for 7200 s between requests.`);
    expect(host.asked).toEqual(['/robots.txt']);
  });
});

/** Answers one after the other, the last one for ever. */
function answers(
  ...all: readonly (readonly [status: number, headers?: Record<string, string>])[]
): WebHost['pages'][string] {
  const left = [...all];
  return (response) => {
    const [status, headers] = (left.length > 1 ? left.shift() : left[0]) ?? [500];
    response.writeHead(status, headers).end(`HTTP ${status}`);
  };
}

describe('another try', () => {
  it.each([
    ['after a pause where a host fails', [[500], [502], [200]], [5000, 20_000]],
    ['when the host says, in seconds', [[429, { 'retry-after': '7' }], [200]], [7000]],
    ['when the host says, by date', [[503, { 'retry-after': 'Mon, 05 Jan 2026 00:01:02 GMT' }], [200]], [60_000]],
  ] as const)('comes %s', async (_, all, waits) => {
    host.pages['/a'] = answers(...all);
    expect(await textOf('/a')).toBe('HTTP 200');
    expect(clock.slept).toEqual([2000, ...waits]);
  });

  it('comes after a line that broke, and not for ever', async () => {
    host.pages['/a'] = (response) => response.socket?.destroy();
    const fault = await faultOf('/a');
    expect(fault).not.toBeInstanceOf(Refusal);
    expect(host.asked).toEqual(['/robots.txt', '/a', '/a', '/a', '/a']);
    expect(clock.slept).toEqual([2000, 5000, 20_000, 80_000]);
  });

  it('does not come within hours that a host asks to wait', async () => {
    host.pages['/a'] = answers([429, { 'retry-after': '7200' }]);
    expect((await faultOf('/a'))?.message).toBe(`${at('/').host} asks to come again in 7200 s.`);
    expect(clock.slept).toEqual([2000]);
  });

  it('does not come where there is nothing', async () => {
    const fault = await faultOf('/none');
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault?.message).toBe('HTTP 404');
    expect(host.asked).toEqual(['/robots.txt', '/none']);
  });
});

describe('an answer', () => {
  it('without end is broken off', async () => {
    host.pages['/a'] = (response) => {
      const more = () => response.write(Buffer.alloc(400), () => setImmediate(more));
      more();
    };
    const fault = await faultOf('/a');
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault?.message).toBe('It has more than 1000 bytes.');
  });

  it('that never comes is broken off', async () => {
    const over = new AbortController();
    clock = fakeClock(undefined, over.signal);
    host.pages['/a'] = (response) => response.write('<', () => over.abort());
    expect((await faultOf('/a'))?.message).toBe('It took more than 60 s.');
  });

  it('that is shorter than it says is none', async () => {
    host.pages['/a'] = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.socket?.destroy());
    };
    expect(await faultOf('/a')).toBeInstanceOf(Error);
    expect(host.asked).toHaveLength(5);
  });
});

it('a name that leads into a private network is not fetched', async () => {
  const guarded = { isReachable: isPublicAddress, lookup: guardedLookup(isPublicAddress) };
  const fault = await fetcher(guarded)
    .fetch(new URL(host.origin.replace('127.0.0.1', 'localhost')))
    .catch((error) => error);
  expect(fault).toBeInstanceOf(Refusal);
  expect(fault.message).toMatch(/^localhost is in a private network/);
  expect(host.asked).toEqual([]);
});

describe('a redirect', () => {
  const to = (location: string) => answers([302, { location }]);

  it('is followed, and said', async () => {
    host.pages['/a'] = to('/b');
    host.pages['/b'] = 'b';
    const { url, body } = await fetcher().fetch(at('/a'));
    expect([url.href, Buffer.from(body).toString()]).toEqual([at('/b').href, 'b']);
  });

  it('to an address that is not in ASCII goes to the bytes that the host sent', async () => {
    host.pages['/a'] = (response) =>
      response.writeHead(302, { location: Buffer.from('/年报').toString('latin1') }).end();
    host.pages[encodeURI('/年报')] = 'b';
    expect(await textOf('/a')).toBe('b');
  });

  it('in a loop is followed five times', async () => {
    host.pages['/a'] = to('/a');
    expect((await faultOf('/a'))?.message).toBe('It leads on more than 5 times.');
    expect(host.asked.filter((path) => path === '/a')).toHaveLength(6);
  });

  it.each([
    ['http://127.0.0.2/', '127.0.0.2 is in a private network (--allow-private lets it be fetched).'],
    ['http://2130706434/', '127.0.0.2 is in a private network (--allow-private lets it be fetched).'],
    ['http://[::1]/', '::1 is in a private network (--allow-private lets it be fetched).'],
    ['file:///etc/passwd', 'It leads to file:///etc/passwd, which is no page of the web.'],
  ])('to %s is not followed', async (location, message) => {
    host.pages['/a'] = to(location);
    const fault = await faultOf('/a');
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault?.message).toBe(message);
  });

  it('into what robots.txt forbids is not followed', async () => {
    host.pages['/robots.txt'] = 'User-agent: *\nDisallow: /b\n';
    host.pages['/a'] = to('/b');
    host.pages['/b'] = 'b';
    expect(await faultOf('/a')).toBeInstanceOf(Refusal);
    expect(host.asked).not.toContain('/b');
  });
});
