import { exampleRecord } from '../parser/rules/example-record.ts';
import { rules } from '../parser/rules/rules.ts';
import { runRules } from '../parser/rules/run-rules.ts';
import { mutationScores } from '../test/support/mutation-scores.ts';
import { printTable } from './measure.ts';

const reports = 200;
const seed = 5;
const runs = 200;

/** How many changed reports the rules find, how many clean ones they doubt, and how long they take for one. */
export function benchRules(): void {
  const { clean, scores } = mutationScores(reports, seed);
  const rows = scores.map(({ kind, mutants, found }) => [
    kind,
    String(mutants),
    `${((100 * found) / Math.max(mutants, 1)).toFixed(1)} %`,
  ]);
  printTable(`Rules: ${reports} clean reports with ${clean} errors, each changed in one place`, [
    ['change', 'reports changed', 'found'],
    ...rows,
  ]);
  const record = exampleRecord({ about: { zh: '', en: '' }, form: '2021' });
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) runRules(record);
  const each = (performance.now() - start) / runs;
  const { made, possible } = runRules(record).checks;
  printTable('Rules: one report of the form of 2021', [
    ['rules', 'checks made', 'of', 'ms'],
    [String(rules.length), String(made), String(possible), each.toFixed(2)],
  ]);
}
