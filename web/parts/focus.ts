import { useEffect, useRef } from 'preact/hooks';
import { leftFor } from '../data/address.ts';

/**
 * Puts the focus where a reader goes on: on the content of a screen that was opened, and after going back on the link that was followed from
 * there, once it is drawn again, unless the reader has done something else by then.
 */
export function useFocusOf(screen: string): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const address = leftFor();
    if (address === null) return document.getElementById('content')?.focus();
    return focusWhenDrawn(`a[href="${CSS.escape(address)}"]`);
  }, [screen]);
  useEffect(() => {
    document.addEventListener('keydown', closeByEscape);
    return () => document.removeEventListener('keydown', closeByEscape);
  }, []);
}

/** Focuses the first element of a selector that is drawn; waits for none once the reader does something, or the function that is returned is called. */
export function focusWhenDrawn(selector: string): () => void {
  const observer = new MutationObserver(look);
  const events = ['keydown', 'pointerdown'];
  const stop = () => {
    observer.disconnect();
    for (const event of events) document.removeEventListener(event, stop);
  };
  function look() {
    const link = document.querySelector<HTMLElement>(selector);
    if (link === null) return;
    stop();
    link.focus();
  }
  for (const event of events) document.addEventListener(event, stop);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return stop;
}

/** Escape closes the innermost opened part that has the focus, and leaves the focus on what opens it. */
function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const open = document.activeElement?.closest('details[open]');
  if (open === null || open === undefined) return;
  event.preventDefault();
  open.removeAttribute('open');
  open.querySelector('summary')?.focus();
}
