import process from 'node:process';
import { renderers } from './renderings/renderers.ts';
import { keep, render } from './renderings/rendering.ts';

/**
 * Renders made-up reports anew with every tool and keeps them for the tests; with arguments, only with the tools named.
 * Needs the tools of `renderings/renderers.ts`; no test that runs on every change does.
 */
const perRenderer = 9;
const wanted = new Set(process.argv.slice(2));
for (const [index, renderer] of renderers.entries()) {
  if (wanted.size > 0 && !wanted.has(renderer.name)) continue;
  const seeds = Array.from({ length: perRenderer }, (_, at) => 1 + index * perRenderer + at);
  keep(renderer.name, render(renderer, seeds));
  console.log(renderer.name);
}
