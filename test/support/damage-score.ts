import { readFileSync } from 'node:fs';
import { parseReport } from '../../parser/parse-report.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { damages } from './damage.ts';

/** What became of the cells of real reports after one kind of damage. */
export interface DamageScore {
  readonly kind: string;
  readonly documents: number;
  readonly cells: number;
  /** Cells with the value that is printed in the whole report. */
  readonly exact: number;
  /** Cells without a value: unreadable, or not there. */
  readonly unread: number;
  /** Cells with another value, of records that are held, with a finding that says so. */
  readonly wrongFlagged: number;
  /** Cells with another value, of records that are published. There must be none. */
  readonly wrongUnflagged: number;
}

type Values = ReadonlyMap<string, number | null>;

const samples = ['qingzhen-2020', 'yingkou-2020'];
/** Far from each other, so that they fall on places all over a document. */
const stride = 7919;

/** Damages each sample so many times in each way, at places that are the same in every run. */
export async function damageScores(times: number): Promise<DamageScore[]> {
  const texts = samples.map((name) => readFileSync(`samples/${name}.txt`, 'utf8'));
  const scores: DamageScore[] = [];
  for (const [kind, damage] of Object.entries(damages)) {
    let score: DamageScore = { kind, documents: 0, cells: 0, exact: 0, unread: 0, wrongFlagged: 0, wrongUnflagged: 0 };
    for (const text of texts) {
      const whole = valuesOf((await parseReport(Buffer.from(text)))[0]);
      for (let time = 1; time <= times; time += 1) {
        const damaged = damage(text, time * stride);
        if (damaged === text) continue;
        score = add(score, whole, (await parseReport(Buffer.from(damaged)))[0]);
      }
    }
    scores.push(score);
  }
  return scores;
}

function add(score: DamageScore, whole: Values, record: ReportRecord | undefined): DamageScore {
  const found = valuesOf(record);
  const other = [...whole].filter(([path, value]) => (found.get(path) ?? null) !== value);
  const wrong = other.filter(([path]) => (found.get(path) ?? null) !== null).length;
  const isFlagged = record?.outcome !== 'published';
  return {
    ...score,
    documents: score.documents + 1,
    cells: score.cells + whole.size,
    exact: score.exact + whole.size - other.length,
    unread: score.unread + other.length - wrong,
    wrongFlagged: score.wrongFlagged + (isFlagged ? wrong : 0),
    wrongUnflagged: score.wrongUnflagged + (isFlagged ? 0 : wrong),
  };
}

function valuesOf(record: ReportRecord | undefined): Values {
  return new Map(tableCells(record?.tables ?? {}).map(([path, { value }]) => [path, value]));
}
