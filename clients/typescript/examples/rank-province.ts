import process from 'node:process';
import { createClient } from '../client.ts';
import { ProvinceRankingDocument } from '../operations.generated.ts';

/** Ranks the agencies of a province by the applications they received: `node rank-province.ts <address> <code> <year>`. */
const [url = 'http://127.0.0.1:4000/graphql', code = '', year = ''] = process.argv.slice(2);
const variables = { code, year: Number(year), metric: 'applicationsReceived', first: 10 } as const;
const { province } = await createClient({ url }).request(ProvinceRankingDocument, variables);
if (province === null) throw new Error('Nothing of this province is stored.');

for (const { metric, measured, median, coverage, ranking } of province.aggregate) {
  console.log(
    `${province.name} ${metric.name.zh} (${metric.unit}): ${coverage.reported}/${coverage.known}, ${measured} measured, median ${median}`,
  );
  for (const { rank, value, report } of ranking) console.log(`${rank}\t${value}\t${report.agency.name}`);
}
