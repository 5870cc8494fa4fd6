import type { ComponentChildren } from 'preact';
import { to } from '../data/address.ts';
import type { Answer } from '../data/api.ts';
import { useReader } from '../words/words.ts';
import { Link } from './link.tsx';

/** What stands where an answer will stand: its shape while it is under way, a sentence and a retry where it failed, else its data. */
export function Answered<Data>({
  answer,
  lines = 6,
  children,
}: {
  readonly answer: Answer<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ComponentChildren;
}) {
  const { words } = useReader();
  if (answer.state === 'loading') return <Skeleton lines={lines} />;
  if (answer.state === 'failed')
    return (
      <div class="notice notice-error" role="alert">
        <p>
          <strong>{words.failed}</strong> {words.failedWhy(answer.problem.code)}
        </p>
        <button type="button" onClick={answer.retry}>
          {words.retry}
        </button>
      </div>
    );
  return (
    <>
      {answer.missing.map(({ code }) => (
        <p class="notice notice-doubt" role="status" key={code}>
          {words.partly(code)}
        </p>
      ))}
      {children(answer.data)}
    </>
  );
}

function Skeleton({ lines }: { readonly lines: number }) {
  const { words } = useReader();
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class="skeleton-line" />
      ))}
    </div>
  );
}

/** An empty province says what to do. */
export function Empty() {
  const { words } = useReader();
  return (
    <div class="notice">
      <p>
        <strong>{words.empty}</strong> {words.emptyHow}
      </p>
      <p>
        <Link to={to(['upload'])} class="button">
          {words.toUpload}
        </Link>
      </p>
    </div>
  );
}
