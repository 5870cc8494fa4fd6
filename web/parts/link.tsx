import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { go } from '../data/address.ts';

interface LinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly current?: boolean;
}

/** A link within the explorer: an ordinary one to every reader and tool, followed without loading the page anew. */
export function Link({ to, children, current, ...rest }: LinkProps) {
  return (
    <a href={to} onClick={follow} {...(current ? { 'aria-current': 'page' as const } : {})} {...rest}>
      {children}
    </a>
  );
}

/**
 * Follows the link of the explorer that was clicked, without loading the page anew; a click that asks for a new window is left to the browser.
 * Stands on a link, or once on a list of very many: a listener on each would cost more than the links themselves.
 */
export function follow(event: TargetedMouseEvent<HTMLElement>): void {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
  const address = event.target instanceof Element && event.target.closest('a')?.getAttribute('href');
  if (!address) return;
  event.preventDefault();
  go(address);
  window.scrollTo(0, 0);
}
