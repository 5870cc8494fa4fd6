import { to } from '../data/address.ts';
import type { CoveredFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { Link } from './link.tsx';
import { CalendarMark } from './marks.tsx';
import type { PlaceAndYear } from './place-and-year.tsx';

/** What can be known of an agency and a year, as the API names it. */
export const calendarStates = [
  'inTime',
  'late',
  'dateUnknown',
  'undecided',
  'notFound',
  'notExpected',
  'unknown',
] as const;

/** How many are known or expected, and by what: without a register nobody is expected. */
export function Basis({ coverage: { basis, expected, known, reported } }: { readonly coverage: CoveredFragment }) {
  const { words, count } = useReader();
  return (
    <>
      <p>
        {basis === 'register' && expected !== null
          ? words.coverage.expected(count(expected), count(reported))
          : words.coverage.of(count(reported), count(known))}
      </p>
      <p class="quiet">{basis === 'register' ? words.coverage.byRegister : words.coverage.byUploads}</p>
    </>
  );
}

/** How many agencies are in each state, each the way to their list. */
export function Counts({ coverage, province, year }: PlaceAndYear & { readonly coverage: CoveredFragment }) {
  const { count } = useReader();
  const known = calendarStates.flatMap((state) => coverage.states.filter((one) => one.state === state));
  return (
    <ul class="counts">
      {known.map(({ state, count: agencies }) => (
        <li key={state}>
          <Link to={to(['calendar'], { province, year, state })}>
            <CalendarMark state={state} /> <span class="number">{count(agencies)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
