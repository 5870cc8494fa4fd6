import robotsModule from 'robots-parser';
import { BodyTooLarge } from '../http-body.ts';
import type { Clock } from './clock.ts';
import { type Answer, type GetOptions, httpGet } from './http-get.ts';
import { Refusal } from './refusal.ts';

export interface PoliteOptions extends Omit<GetOptions, 'signal'> {
  /** Least pause between two requests to a host, in milliseconds. */
  readonly pauseMs: number;
  /** Longest a request may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** What was fetched; `url` is where it came from in the end. */
export interface Fetched extends Answer {
  readonly url: URL;
}

/** Fetches as a polite guest does. */
export interface PoliteFetch {
  /**
   * Fetches an address, through redirects. Throws a `Refusal` for what asking again at once cannot help: robots.txt, an answer that there is
   * nothing, a private address, a body too large; another error where a later run may succeed.
   */
  fetch(url: URL): Promise<Fetched>;
}

const mostRedirects = 5;
/** Tries of one request, and the pause before the second in milliseconds; each later one is four times as long. */
const tries = 4;
const firstBackoffMs = 5_000;
/** What a host may ask a collector to wait, between requests or before another try; one that asks for more is left for a later run. */
const longestWaitMs = 10 * 60_000;
/** Bytes of a robots.txt that RFC 9309 has a collector read at least. */
const robotsBytes = 500 * 1024;
/** The name by which a robots.txt speaks of this collector. */
const productToken = 'gongkai';

/** The package is one function; its types are those of a module that has it as its default. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

interface Robots {
  isAllowed(url: string): boolean;
  readonly pauseMs: number;
}

/** One request at a time and a pause for each host, robots.txt (RFC 9309) obeyed, Retry-After and Crawl-delay honoured. */
export function politeFetch(options: PoliteOptions): PoliteFetch {
  const { clock, pauseMs, timeoutMs } = options;
  const turns = hostTurns(clock);
  const robots = new Map<string, Promise<Robots>>();

  async function robotsOf({ origin }: URL): Promise<Robots> {
    const known = robots.get(origin) ?? readRobots(new URL('/robots.txt', origin));
    robots.set(origin, known);
    return known;
  }

  async function readRobots(url: URL): Promise<Robots> {
    const answer = await follow(url, (at) => asked(at, pauseMs, robotsBytes)).catch((error) => {
      if (error instanceof Missing) return null;
      if (error instanceof Refusal) throw error;
      throw new Error(`${url} cannot be read: ${messageOf(error)}`);
    });
    if (answer === null) return { isAllowed: () => true, pauseMs };
    const rules = robotsParser(url.href, new TextDecoder().decode(answer.body));
    const delayMs = (rules.getCrawlDelay(productToken) ?? 0) * 1_000;
    if (delayMs > longestWaitMs) throw new Refusal(`${url} asks for ${delayMs / 1_000} s between requests.`);
    return {
      isAllowed: (address) => rules.isAllowed(address, productToken) !== false,
      pauseMs: Math.max(pauseMs, delayMs),
    };
  }

  /** Asks until there is an answer that another try would not change. */
  function asked(url: URL, pause: number, maxBytes: number): Promise<Answer> {
    return turns.take(url.host, pause, async () => {
      for (let left = tries - 1, backoffMs = firstBackoffMs; ; left -= 1, backoffMs *= 4) {
        const answer = await httpGet(url, { ...options, maxBytes, signal: clock.deadline(timeoutMs) }).catch((error) =>
          passing(error, timeoutMs),
        );
        const passes = answer instanceof Error || answer.status === 429 || answer.status >= 500;
        if (!passes) return answer;
        const waitMs = answer instanceof Error ? backoffMs : (retryAfter(answer, clock) ?? backoffMs);
        if (waitMs > longestWaitMs)
          throw new Error(`${url.host} asks to come again in ${Math.ceil(waitMs / 1_000)} s.`);
        if (left === 0) throw answer instanceof Error ? answer : new Error(`HTTP ${answer.status}`);
        await clock.sleep(waitMs);
      }
    });
  }

  return {
    fetch: (first) =>
      follow(first, async (url) => {
        const { isAllowed, pauseMs: pause } = await robotsOf(url);
        if (!isAllowed(url.href)) throw new Refusal(`robots.txt of ${url.host} does not allow it.`);
        return asked(url, pause, options.maxBytes);
      }),
  };
}

/** The host answers that there is nothing for us. */
class Missing extends Refusal {}

/** Follows redirects to an answer of 200. */
async function follow(first: URL, ask: (url: URL) => Promise<Answer>): Promise<Fetched> {
  let url = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(url);
    if (answer.status === 200) return { ...answer, url };
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status > 399 || location === undefined)
      throw new Missing(`HTTP ${answer.status}`);
    const next = URL.parse(asSent(location), url);
    if (next === null || !/^https?:$/.test(next.protocol))
      throw new Refusal(`It leads to ${location}, which is no page of the web.`);
    url = next;
  }
  throw new Refusal(`It leads on more than ${mostRedirects} times.`);
}

/** An address of a header in ASCII: bytes beyond it, which HTTP gives as single characters, stay the bytes that they are. */
function asSent(location: string): string {
  return location.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An error that another try may pass, as a value; any other throws. */
function passing(error: unknown, timeoutMs: number): Error {
  if (error instanceof Refusal) throw error;
  if (error instanceof BodyTooLarge) throw new Refusal(error.message);
  if (!(error instanceof Error)) return new Error(String(error));
  return /^(?:Abort|Timeout)Error$/.test(error.name) ? new Error(`It took more than ${timeoutMs / 1_000} s.`) : error;
}

/** Milliseconds that an answer asks to wait; null where it does not say. */
function retryAfter({ headers }: Answer, clock: Clock): number | null {
  const text = headers['retry-after'];
  if (text === undefined) return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - clock.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets requests to one host come one at a time, with a pause between. */
interface HostTurns {
  /** Does a piece of work when the host is free and `pauseMs` have passed since the work before ended. */
  take<Result>(host: string, pauseMs: number, work: () => Promise<Result>): Promise<Result>;
}

function hostTurns(clock: Clock): HostTurns {
  const last = new Map<string, { readonly over: Promise<unknown>; endedAt: number | null }>();
  return {
    take(host, pauseMs, work) {
      const before = last.get(host);
      const turn = { over: Promise.resolve() as Promise<unknown>, endedAt: null as number | null };
      const result = (async () => {
        await before?.over;
        const wait = before?.endedAt == null ? 0 : before.endedAt + pauseMs - clock.now();
        if (wait > 0) await clock.sleep(wait);
        return work();
      })();
      turn.over = result
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          turn.endedAt = clock.now();
        });
      last.set(host, turn);
      return result;
    },
  };
}
