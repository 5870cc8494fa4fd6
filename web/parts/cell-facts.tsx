import type { CellFactsFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';

interface CellFactsProps {
  readonly cell: CellFactsFragment;
  readonly onClose: () => void;
}

/** What is known of a cell that was chosen: as printed, its state, where it stands, and what is doubted. */
export function CellFacts({ cell, onClose }: CellFactsProps) {
  const { words, say, count, unitOf } = useReader();
  const { place } = cell;
  const where = [
    words.cell.table(place.table),
    words.cell.row(place.row),
    words.cell.column(place.column),
    ...(place.line === null ? [] : [words.cell.line(place.line)]),
    ...(place.page === null ? [] : [words.cell.page(place.page)]),
  ];
  return (
    <div class="cell-facts">
      <dl class="facts" aria-live="polite">
        <dt>{words.cell.raw}</dt>
        <dd>{cell.raw === '' ? '—' : `“${cell.raw}”`}</dd>
        <dt>{words.value}</dt>
        <dd>{cell.value === null ? '—' : `${count(cell.value)} ${unitOf(cell.unit ?? '')}`}</dd>
        <dt>{words.cell.state}</dt>
        <dd>
          {words.states[cell.state]} <span class="quiet">{words.stateHelp[cell.state]}</span>
        </dd>
        <dt>{words.cell.place}</dt>
        <dd>{where.join(' · ')}</dd>
        {cell.findings.map((finding) => (
          <dd key={finding.rule} class={`doubt-${finding.severity}`}>
            {say(finding.message)}
          </dd>
        ))}
      </dl>
      <p class="on-screen">
        <button type="button" onClick={() => document.getElementById('original')?.focus()}>
          {words.cell.toOriginal}
        </button>{' '}
        <button type="button" onClick={onClose}>
          {words.cell.close}
        </button>
      </p>
    </div>
  );
}
