import type { CalendarState } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';

type Severity = 'error' | 'warning' | 'info';

/** A mark beside the word, so that neither colour nor shape has to tell alone. */
const shapes: Record<Severity, string> = { error: '▲', warning: '◐', info: '●' };

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { words } = useReader();
  return (
    <span class={`mark mark-${severity}`}>
      <span aria-hidden="true">{shapes[severity]}</span> {words.severities[severity]}
    </span>
  );
}

export function OutcomeMark({
  outcome,
  complete,
}: {
  readonly outcome: 'published' | 'held' | 'rejected';
  readonly complete?: boolean;
}) {
  const { words } = useReader();
  const severity = outcome === 'published' ? 'fine' : 'error';
  return (
    <span class={`mark mark-${severity}`} title={words.outcomeHelp[outcome]}>
      <span aria-hidden="true">{outcome === 'published' ? '✓' : '▲'}</span> {words.outcomes[outcome]}
      {complete === undefined ? null : <span class="quiet"> · {complete ? words.complete : words.incomplete}</span>}
    </span>
  );
}

/** Each state by its own sign; what is not known is quiet, and is no doubt about the agency. */
const calendarSigns = {
  inTime: { sign: '✓', tone: 'fine' },
  late: { sign: '◐', tone: 'warning' },
  dateUnknown: { sign: '?', tone: 'info' },
  undecided: { sign: '?', tone: 'info' },
  notFound: { sign: '○', tone: 'warning' },
  notExpected: { sign: '–', tone: 'info' },
  unknown: { sign: '?', tone: 'info' },
} as const;

export function CalendarMark({ state }: { readonly state: CalendarState }) {
  const { words } = useReader();
  const { sign, tone } = calendarSigns[state];
  return (
    <span class={`mark mark-${tone}`} title={words.calendar.help[state]}>
      <span aria-hidden="true">{sign}</span> {words.calendar.states[state]}
    </span>
  );
}

export function FindingCounts({
  counts,
}: {
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
}) {
  const { words } = useReader();
  const some = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0);
  if (some.length === 0) return <span class="quiet">{words.none}</span>;
  return (
    <span class="marks">
      {some.map((severity) => (
        <span class={`mark mark-${severity}`} key={severity}>
          <span aria-hidden="true">{shapes[severity]}</span> {words.severities[severity]} {counts[severity]}
        </span>
      ))}
    </span>
  );
}
