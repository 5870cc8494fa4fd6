import { parseArgs } from 'node:util';
import { benchSearch } from './search-bench.ts';

/** `node tools/bench/measure-search.ts --reports 100000`: the search of texts by itself. Of 100,000 reports it takes about a quarter of an hour, most of it to store them. */
const { values } = parseArgs({ options: { reports: { type: 'string', default: '100000' } } });
await benchSearch(Number(values.reports));
