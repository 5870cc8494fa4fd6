import { exampleRecord } from '../../parser/rules/examples.ts';
import { rules } from '../../parser/rules/rules.ts';
import { runRules } from '../../parser/rules/run-rules.ts';
import { sentenceScores } from '../../test/labelled-sentences/score.ts';
import { corpusScores, generatedScores, type MutationScores } from '../../test/support/mutation-scores.ts';
import { mutationRows, sentenceRows } from '../rule-scores.ts';
import { printTable } from './measure.ts';

const reports = 200;
const seed = 5;
const changesOfEach = 10;
const runs = 200;

/** How many changed reports the rules find, how many clean ones they doubt, what they make of sentences, and how long they take. */
export async function benchRules(): Promise<void> {
  printMutations('generated reports', generatedScores(reports, seed));
  printMutations('reports of the corpus', await corpusScores(changesOfEach));
  printTable('Rules: sentences labelled by hand', sentenceRows(sentenceScores()));
  printOneReport();
}

function printMutations(of: string, scores: MutationScores): void {
  const title = `Rules: ${scores.reports} clean ${of} with ${scores.clean} errors, each changed in one place`;
  printTable(title, mutationRows(scores));
}

function printOneReport(): void {
  const record = exampleRecord({ form: '2021' });
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) runRules(record);
  const each = (performance.now() - start) / runs;
  const { made, possible } = runRules(record).checks;
  printTable('Rules: one report of the form of 2021', [
    ['rules', 'checks made', 'of', 'ms'],
    [String(rules.length), String(made), String(possible), each.toFixed(2)],
  ]);
}
