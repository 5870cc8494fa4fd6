import fc from 'fast-check';
import { exampleRecord } from '../../parser/rules/example-record.ts';
import type { RuleExample } from '../../parser/rules/rule-example.ts';
import { runRules } from '../../parser/rules/run-rules.ts';
import { balancedReport } from './balanced-report.ts';
import { type Mutant, mutations, type Pick } from './mutations.ts';

/** How many changed reports of a kind were made, and in how many an error was found in the row or column of the change. */
export interface MutationScore {
  readonly kind: string;
  readonly mutants: number;
  readonly found: number;
}

const errorsIn = (report: RuleExample) =>
  runRules(exampleRecord(report)).findings.filter(({ severity }) => severity === 'error');

const rowOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));
const columnOf = (path: string): string => path.slice(path.lastIndexOf('.'));

/** Whether an error is found in the row or the column of a cell that was changed. */
export function isFound({ report, cells }: Mutant): boolean {
  const meets = (path: string) =>
    cells.some((cell) => rowOf(cell) === rowOf(path) || columnOf(cell) === columnOf(path));
  return errorsIn(report).some((finding) => finding.cells.some(meets));
}

/** Errors found in a report as it is. */
export function errorCount(report: RuleExample): number {
  return errorsIn(report).length;
}

/** The same reports and changes for the same seed. */
export function mutationScores(reports: number, seed: number): { clean: number; scores: MutationScore[] } {
  const sample = fc.sample(balancedReport, { numRuns: reports, seed });
  const scores = Object.entries(mutations).map(([kind, mutate]) => {
    const mutants = sample.flatMap((report, index) => mutate(report, pickBy(index)) ?? []);
    return { kind, mutants: mutants.length, found: mutants.filter(isFound).length };
  });
  return { clean: sample.reduce((sum, report) => sum + errorCount(report), 0), scores };
}

/** Another place for each report, without chance. */
function pickBy(index: number): Pick {
  let step = index;
  return (list) => {
    step = (step * 31 + 7) % 1_000_003;
    return list[step % Math.max(list.length, 1)];
  };
}
