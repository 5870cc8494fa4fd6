import type { ComponentChildren } from 'preact';

interface ScrollProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What is wider or longer than its place, in a region of its own that scrolls, by keyboard too. */
export function Scroll({ label, class: look = 'scroll', children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1).
    <section class={look} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
