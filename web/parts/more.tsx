import { useReader } from '../words/words.ts';
import type { Pages } from './pages.ts';

/** How much of a list is shown, and the button for more of it. */
export function More({ pages }: { readonly pages: Pages<unknown> }) {
  const { words } = useReader();
  return (
    <p class="more">
      <span class="quiet">{words.of(pages.nodes.length, pages.total)}</span>{' '}
      {pages.hasMore && (
        <button type="button" onClick={() => void pages.more()}>
          {words.more}
        </button>
      )}
      {pages.problem === null ? null : <span role="alert">{words.failedWhy(pages.problem.code)}</span>}
    </p>
  );
}
