import process from 'node:process';
import { createClient, everyNode } from '../client.ts';
import { FindAgenciesDocument } from '../operations.generated.ts';

/** Lists every agency whose name fits, with the years of which it has a report: `node list-agencies.ts <address> <name>`. */
const [url = 'http://127.0.0.1:4000/graphql', name = ''] = process.argv.slice(2);
const client = createClient({ url });
const agencies = everyNode(
  async (after) => (await client.request(FindAgenciesDocument, { name, first: 2, after })).agencies,
);

for await (const { id, name: printed, division, years } of agencies) {
  const reported = years.filter(({ report }) => report !== null).map(({ year }) => year);
  console.log([id, printed, division?.name ?? '', reported.join(' ')].join('\t'));
}
