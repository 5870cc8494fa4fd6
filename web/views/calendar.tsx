import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  NotFoundDocument,
  type NotFoundQuery,
  YearReportsDocument,
  type YearReportsQuery,
} from '../data/documents.generated.ts';
import { Link } from '../parts/link.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { type PlaceAndYear, WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { ReportList } from '../parts/report-list.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Reports = YearReportsQuery['reports'];

/** When reports of a year were published, by month. Nobody is called late: that needs a register of who reports by which date. */
export default function CalendarView({ params }: { readonly params: URLSearchParams }) {
  const { words } = useReader();
  return (
    <>
      <h1>{words.calendar.title}</h1>
      <p>{words.calendar.intro}</p>
      <p class="quiet">{words.calendar.rule}</p>
      <WithPlaceAndYear params={params}>
        {(place) => <Year key={`${place.province} ${place.year}`} {...place} />}
      </WithPlaceAndYear>
    </>
  );
}

function Year({ province, year }: PlaceAndYear) {
  const answer = useAnswer(YearReportsDocument, { year, division: province });
  return (
    <>
      <Answered answer={answer}>{({ reports }) => <Months first={reports} province={province} year={year} />}</Answered>
      <NotFound province={province} year={year} />
    </>
  );
}

type Coverage = NonNullable<NotFoundQuery['province']>['coverage'];

/** Who is known and has no report of the year in store, with the last year that is. */
function NotFound({ province, year }: PlaceAndYear) {
  const { words, count } = useReader();
  const answer = useAnswer(NotFoundDocument, { province, year });
  return (
    <section>
      <h2>{words.coverage.heading(year)}</h2>
      <p class="quiet">{words.coverage.basis}</p>
      <Answered answer={answer} lines={3}>
        {({ province: found }) =>
          found === null ? null : (
            <>
              <p>{words.coverage.of(count(found.coverage.reported), count(found.coverage.known))}</p>
              <NotFoundList first={found.coverage.missing} province={province} year={year} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

function NotFoundList({ first, province, year }: PlaceAndYear & { readonly first: Coverage['missing'] }) {
  const { words } = useReader();
  const pages = usePages(first, NotFoundDocument, {
    variables: { province, year },
    pageOf: ({ province: found }: NotFoundQuery) => found?.coverage.missing ?? first,
  });
  if (pages.total === 0) return <p>{words.coverage.nobody}</p>;
  return (
    <>
      <ul class="agencies">
        {pages.nodes.map(({ id, name, years }) => (
          <li key={id}>
            <Link to={to(['agency', id])}>{name}</Link>{' '}
            {years.map((last) => (
              <span class="quiet" key={last.year}>
                {words.coverage.last(last.year)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

function Months({ first, province, year }: PlaceAndYear & { readonly first: Reports }) {
  const { words } = useReader();
  const pages = usePages(first, YearReportsDocument, {
    variables: { year, division: province },
    pageOf: ({ reports }: YearReportsQuery) => reports,
  });
  const byMonth = Map.groupBy(pages.nodes, ({ publishedOn }) => publishedOn?.slice(0, 7) ?? '');
  const months = [...byMonth.keys()].filter((month) => month !== '').sort();
  return (
    <>
      {months.map((month) => (
        <section key={month}>
          <h2>{words.calendar.month(Number(month.slice(0, 4)), Number(month.slice(5)))}</h2>
          <ReportList reports={(byMonth.get(month) ?? []).toSorted(byDate)} caption={month} />
        </section>
      ))}
      {byMonth.has('') && (
        <section>
          <h2>{words.calendar.noDate}</h2>
          <ReportList reports={byMonth.get('') ?? []} caption={words.calendar.noDate} />
        </section>
      )}
      <More pages={pages} />
    </>
  );
}

function byDate(a: { readonly publishedOn: string | null }, b: { readonly publishedOn: string | null }): number {
  return (a.publishedOn ?? '').localeCompare(b.publishedOn ?? '');
}
