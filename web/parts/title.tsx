import { useEffect } from 'preact/hooks';
import { useReader } from '../words/words.ts';

/** Names the page as the window, the history and bookmarks show it: what the screen is about, then the explorer. */
export function Title({ of }: { readonly of: string }) {
  const { words } = useReader();
  useEffect(() => {
    document.title = `${of} · ${words.name}`;
  }, [of, words]);
  return null;
}
