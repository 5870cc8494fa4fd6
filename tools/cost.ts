import { writeFileSync } from 'node:fs';
import { deployedProvince } from './cost/deployed.ts';
import { describeCosts } from './cost/describe.ts';
import { readMeasured } from './cost/measured.ts';

// Run after a measurement, a change of prices, or of what is deployed; a test holds the document against the figures.
writeFileSync(new URL('../docs/cost.md', import.meta.url), describeCosts(readMeasured(), deployedProvince()));
