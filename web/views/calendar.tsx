import { useAnswer } from '../data/api.ts';
import { YearReportsDocument, type YearReportsQuery } from '../data/documents.generated.ts';
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
    <Answered answer={answer}>{({ reports }) => <Months first={reports} province={province} year={year} />}</Answered>
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
