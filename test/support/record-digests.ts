import { createHash } from 'node:crypto';
import { parseReport } from '../../parser/parse-report.ts';
import { acrossYearsRules, compareYears } from '../../parser/rules/across-years/compare-years.ts';
import { examplePair } from '../../parser/rules/examples.ts';
import { corpusCases } from './corpus.ts';

/**
 * What the parser makes of each case of the corpus, and the rules of two years of their examples, each as a digest: another
 * digest is another record. The version itself is left out.
 */
export async function recordDigests(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { name, bytes } of corpusCases()) {
    digests[name] = digest((await parseReport(bytes)).map(({ parser: _, ...record }) => record));
  }
  for (const { id, examples } of acrossYearsRules) {
    digests[id] = digest([examples.passing, examples.failing].map((pair) => compareYears(examplePair(pair))));
  }
  return digests;
}

function digest(made: unknown): string {
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
}
