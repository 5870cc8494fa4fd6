import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { CalendarDocument, type CalendarQuery } from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { Basis, Counts, calendarStates } from '../parts/coverage.tsx';
import { Link } from '../parts/link.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { CalendarMark, OutcomeMark } from '../parts/marks.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { type PlaceAndYear, WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Coverage = NonNullable<CalendarQuery['province']>['coverage'];
type State = (typeof calendarStates)[number];

/** Who published in time, late, or is not found, with the day of the law beside each: what is not certain is said to be unknown. */
export default function CalendarView({ params }: { readonly params: URLSearchParams }) {
  const { words } = useReader();
  const state = calendarStates.find((one) => one === params.get('state')) ?? null;
  const choice = (
    <Choice
      name="state"
      label={words.calendar.state}
      value={state ?? ''}
      options={[
        { value: '', text: words.findings.all },
        ...calendarStates.map((one) => ({ value: one, text: words.calendar.states[one] })),
      ]}
    />
  );
  return (
    <>
      <h1>{words.calendar.title}</h1>
      <p>{words.calendar.intro}</p>
      <p class="quiet">{words.calendar.rule}</p>
      <WithPlaceAndYear params={params} more={choice}>
        {(place) => <Year key={`${place.province} ${place.year} ${state}`} {...place} state={state} />}
      </WithPlaceAndYear>
    </>
  );
}

function Year({ province, year, state }: PlaceAndYear & { readonly state: State | null }) {
  const { words } = useReader();
  const answer = useAnswer(CalendarDocument, { province, year, state });
  return (
    <Answered answer={answer}>
      {({ province: found }) =>
        found === null ? (
          <p class="notice">{words.empty}</p>
        ) : (
          <>
            <Basis coverage={found.coverage} />
            <Counts coverage={found.coverage} province={province} year={year} />
            <p class="on-screen">
              <a href={`/export/${province.slice(0, 2)}/${province}.atom`}>{words.calendar.feed}</a>
            </p>
            <List first={found.coverage.calendar} province={province} year={year} state={state} />
          </>
        )
      }
    </Answered>
  );
}

function Day({ on }: { readonly on: string | null }) {
  const { words } = useReader();
  return <span class={on === null ? 'quiet' : 'date'}>{on ?? words.unknown}</span>;
}

interface ListProps extends PlaceAndYear {
  readonly first: Coverage['calendar'];
  readonly state: State | null;
}

function List({ first, province, year, state }: ListProps) {
  const { words } = useReader();
  const pages = usePages(first, CalendarDocument, {
    variables: { province, year, state },
    pageOf: ({ province: found }: CalendarQuery) => found?.coverage.calendar ?? first,
  });
  if (pages.total === 0) return <p class="notice">{words.none}</p>;
  return (
    <>
      <ListTable
        label={words.calendar.title}
        rows={pages.nodes}
        keyOf={({ agency }) => agency.id}
        columns={[
          {
            ...{ heading: words.agency, isName: true },
            cell: ({ agency, report }) => (
              <Link to={to(report === null ? ['agency', agency.id] : ['agency', agency.id, String(year)])}>
                {agency.name}
              </Link>
            ),
          },
          { heading: words.calendar.state, cell: (one) => <CalendarMark state={one.state} /> },
          {
            ...{ heading: words.calendar.due, class: 'date' },
            cell: (one) => (one.state === 'notExpected' ? null : <Day on={one.dueOn} />),
          },
          {
            ...{ heading: words.publishedOn, class: 'date' },
            cell: ({ report }) => report && <Day on={report.publishedOn} />,
          },
          {
            heading: words.outcome,
            cell: ({ report }) => report && <OutcomeMark outcome={report.outcome} complete={report.complete} />,
          },
        ]}
      />
      <More pages={pages} />
    </>
  );
}
