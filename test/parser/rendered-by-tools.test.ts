import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { type Judged, judge, readingPage } from '../../tools/renderings/reading-page.ts';
import { installed, renderers } from '../../tools/renderings/renderers.ts';
import { keptRenderings, render } from '../../tools/renderings/rendering.ts';
import { runs } from '../support/runs.ts';

const kept = keptRenderings();
/** Reports that each tool renders anew: none in a run of all tests, more than 2,000 over all tools at night. */
const anew = Math.min(80, runs(0));
const firstSeed = 100_000 + Number(process.env.FC_SEED ?? 0);

const judgedKept = new Map<string, Promise<Judged[]>>();
function judgedOf(renderer: string): Promise<Judged[]> {
  const found = judgedKept.get(renderer) ?? judge(kept.get(renderer) ?? []);
  judgedKept.set(renderer, found);
  return found;
}

/** What is said of reports that is not so and that no finding names, a line each. */
function untrue(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ rendering: { renderer, seed }, score }) => {
    const overstated = score.isOverstated ? ['published as complete, with cells that are not in it'] : [];
    return [...score.silent, ...overstated, ...score.falseFindings].map((what) => `${renderer} ${seed}: ${what}`);
  });
}

describe('reports as other tools render them', () => {
  it('are rendered by ten tools or more, two hundred of them', () => {
    expect(kept.size).toBeGreaterThan(10);
    expect([...kept.values()].flat().length).toBeGreaterThanOrEqual(200);
  });

  it.each([...kept.keys()])('have nothing wrong, blanked or invented that is not named, from %s', async (renderer) => {
    expect(untrue(await judgedOf(renderer))).toEqual([]);
  });

  it('are read as well as docs/reading.md says', async () => {
    const judged = new Map<string, readonly Judged[]>();
    for (const renderer of kept.keys()) judged.set(renderer, await judgedOf(renderer));
    expect(readFileSync('docs/reading.md', 'utf8')).toBe(readingPage(judged));
  }, 120_000);
});

if (anew > 0) {
  it.each(renderers.map(({ name }) => name))(
    'have nothing wrong, blanked or invented that is not named, from %s anew',
    async (name) => {
      const { here, missing } = installed();
      if (missing.includes(name)) {
        if (process.env.CI === 'true') throw new Error(`${name} is not installed`);
        console.warn(`Not tried: ${name} is not installed.`);
      }
      const seeds = Array.from({ length: anew }, (_, index) => firstSeed + index);
      const renderings = here
        .filter((renderer) => renderer.name === name)
        .flatMap((renderer) => render(renderer, seeds));
      expect(untrue(await judge(renderings))).toEqual([]);
    },
  );
}
