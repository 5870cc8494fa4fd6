import { writeFileSync } from 'node:fs';
import { type Judged, judge, readingPage } from './renderings/reading-page.ts';
import { keptRenderings } from './renderings/rendering.ts';

/** Writes docs/reading.md anew from the kept renderings. */
const judged = new Map<string, readonly Judged[]>();
for (const [renderer, renderings] of keptRenderings()) judged.set(renderer, await judge(renderings));
writeFileSync('docs/reading.md', readingPage(judged));
