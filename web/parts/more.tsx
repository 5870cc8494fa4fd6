import { useReader } from '../words/words.ts';
import type { Pages } from './pages.ts';

/** How much of a list is shown, and the buttons for more of it and for all of it, which can be stopped on the way. */
export function More({ pages }: { readonly pages: Pages<unknown> }) {
  const { words } = useReader();
  const { nodes, total, hasMore, isAsking, problem, more, all, stop } = pages;
  return (
    <p class="more">
      <span class="quiet" role="status">
        {words.of(nodes.length, total)}
      </span>{' '}
      {isAsking && (
        <button type="button" onClick={stop}>
          {words.stop}
        </button>
      )}
      {hasMore && !isAsking && (
        <>
          <button type="button" onClick={() => void more()}>
            {words.more}
          </button>{' '}
          <button type="button" onClick={() => void all()}>
            {words.showAll}
          </button>
        </>
      )}
      {problem === null ? null : <span role="alert">{words.failedWhy(problem.code)}</span>}
    </p>
  );
}
