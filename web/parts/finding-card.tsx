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
        <SeverityMark severity={finding.severity} /> <span class="quiet">{words.causes[finding.cause]}</span>{' '}
        <code>{finding.rule}</code>
      </p>
      <p>{say(finding.message)}</p>
      {finding.expected !== null && finding.actual !== null && (
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
        <p class="cells">
          <span class="quiet">{words.findings.cells}:</span>{' '}
          {finding.cells.slice(0, 12).map((path) =>
            onCell === undefined ? (
              <code key={path}>{path}</code>
            ) : (
              <button type="button" class="plain" key={path} onClick={() => onCell(path)}>
                <code>{path}</code>
              </button>
            ),
          )}
          {finding.cells.length > 12 && ` +${finding.cells.length - 12}`}
        </p>
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
