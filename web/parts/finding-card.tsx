import type { FindingLineFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { SeverityMark } from './marks.tsx';

interface FindingCardProps {
  readonly finding: FindingLineFragment;
  /** Leads to a cell that the finding names; absent where the record is not shown beside it. */
  readonly onCell?: (path: string) => void;
}

/** A doubt: what does not hold, what would, whose error it seems to be, and the cells it is about. */
export function FindingCard({ finding, onCell }: FindingCardProps) {
  const { words, say, count } = useReader();
  const { review } = finding;
  return (
    <article class="finding">
      <p>
        <SeverityMark severity={finding.severity} /> <Cause of={finding} /> <code>{finding.rule}</code>
      </p>
      <p>{say(finding.message)}</p>
      {finding.expected !== null && finding.actual !== null && !isOfEditions(finding) && (
        <p class="number">
          {words.findings.expected} {count(finding.expected)} · {words.findings.actual} {count(finding.actual)}
        </p>
      )}
      {finding.evidence === null ? null : (
        <p class="quiet">
          {words.findings.evidence}: {say(finding.evidence)}
        </p>
      )}
      {finding.cells.length > 0 && (
        <details class="cells" open={onCell !== undefined}>
          <summary class="quiet">
            {words.findings.cells} {count(finding.cells.length)}
          </summary>
          {finding.cells.slice(0, cellsAtMost).map((path) =>
            onCell === undefined ? (
              <code key={path}>{path}</code>
            ) : (
              <button type="button" class="plain" key={path} onClick={() => onCell(path)}>
                <code>{path}</code>
              </button>
            ),
          )}
          {finding.cells.length > cellsAtMost && ` +${finding.cells.length - cellsAtMost}`}
        </details>
      )}
      {review === null ? null : (
        <p class="notice">
          {words.findings.decided(
            words.findings.decisions[review.decision] ?? review.decision,
            review.reviewer,
            review.at.slice(0, 10),
          )}
          {review.note === '' ? '' : ` — ${review.note}`}
        </p>
      )}
    </article>
  );
}

type Told = Pick<FindingLineFragment, 'rule' | 'cause' | 'severity'>;

/**
 * Whose error a doubt seems to be, in words: an error of a document that was read for certain is called so, anything less may be one. A
 * figure that was changed later is told as that: which edition was right nobody knows.
 */
export function Cause({ of: { rule, cause, severity } }: { readonly of: Told }) {
  const { words } = useReader();
  const told = cause === 'source' && severity !== 'error' ? words.maybeSource : words.causes[cause];
  return <span class="quiet">{rule === ofEditions.changed ? words.changes.title : told}</span>;
}

/** What two documents of one report say of each other: the figure of one is not what was expected of the other. */
const ofEditions = { changed: 'report.changed-after-publication', readOtherwise: 'report.read-otherwise' } as const;
const isOfEditions = ({ rule }: Pick<Told, 'rule'>): boolean => Object.values<string>(ofEditions).includes(rule);

/** Paths that stand in a card; of more their number. */
const cellsAtMost = 12;
