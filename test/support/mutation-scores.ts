import fc from 'fast-check';
import { compareYears } from '../../parser/rules/across-years/compare-years.ts';
import { examplePair, exampleRecord } from '../../parser/rules/examples.ts';
import type { ExampleReport } from '../../parser/rules/rule.ts';
import { runRules } from '../../parser/rules/run-rules.ts';
import { balancedReport } from './balanced-report.ts';
import { corpusReports } from './corpus-reports.ts';
import { type Mutant, mutations, type Pick } from './mutations.ts';

/** How many changed reports of a kind were made, and in how many the change was found where it is. */
interface MutationScore {
  readonly kind: string;
  readonly mutants: number;
  readonly found: number;
}

/** What the rules make of reports that agree with themselves, and of changed ones. */
export interface MutationScores {
  readonly reports: number;
  /** Errors found in the reports as they are. */
  readonly clean: number;
  readonly scores: readonly MutationScore[];
}

const errorsIn = (report: ExampleReport) =>
  runRules(exampleRecord(report)).findings.filter(({ severity }) => severity === 'error');

const rowOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));
const columnOf = (path: string): string => path.slice(path.lastIndexOf('.'));

/**
 * Whether the change is found: an error in the row or the column of a cell that was changed; of what last year says a
 * finding of the two years that names the very cell.
 */
export function isFound({ report, cells, before }: Mutant): boolean {
  if (before !== undefined) return isFoundAcrossYears(before, report, cells);
  const meets = (path: string) =>
    cells.some((cell) => rowOf(cell) === rowOf(path) || columnOf(cell) === columnOf(path));
  return errorsIn(report).some((finding) => finding.cells.some(meets));
}

function isFoundAcrossYears(before: ExampleReport, after: ExampleReport, cells: readonly string[]): boolean {
  const years = examplePair({ about: { zh: '', en: '' }, before, after });
  const { findings } = compareYears(years);
  return findings.some((finding) => cells.every((cell) => finding.cells.includes(`${cell}@${years.after.year}`)));
}

/** Errors found in a report as it is. */
export function errorCount(report: ExampleReport): number {
  return errorsIn(report).length;
}

/** The same generated reports and changes for the same seed. */
export function generatedScores(reports: number, seed: number): MutationScores {
  return scoresOf(fc.sample(balancedReport, { numRuns: reports, seed }), 1);
}

/** Every report of the corpus in which no error is, each changed so often in every way. */
export async function corpusScores(times: number): Promise<MutationScores> {
  return scoresOf(await corpusReports(), times);
}

function scoresOf(sample: readonly ExampleReport[], times: number): MutationScores {
  const scores = Object.entries(mutations).map(([kind, mutate]) => {
    const mutants = sample.flatMap((report, index) =>
      Array.from({ length: times }, (_, time) => mutate(report, pickBy(index * times + time)) ?? []).flat(),
    );
    return { kind, mutants: mutants.length, found: mutants.filter(isFound).length };
  });
  const clean = sample.reduce((sum, report) => sum + errorCount(report), 0);
  return { reports: sample.length, clean, scores };
}

/** Another place for each report, without chance. */
function pickBy(index: number): Pick {
  let step = index;
  return (list) => {
    step = (step * 31 + 7) % 1_000_003;
    return list[step % Math.max(list.length, 1)];
  };
}
