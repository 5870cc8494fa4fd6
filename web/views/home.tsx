import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { HomeDocument, type HomeQuery } from '../data/documents.generated.ts';
import { Link } from '../parts/link.tsx';
import { type PlaceAndYear, WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { ReportList } from '../parts/report-list.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Aggregate = NonNullable<HomeQuery['province']>['aggregate'][number];

/** For a province and year: how much is stored, how sure it is, and who stands out, without a click. */
export function HomeView({ params }: { readonly params: URLSearchParams }) {
  return <WithPlaceAndYear params={params}>{(chosen) => <YearAtAGlance {...chosen} />}</WithPlaceAndYear>;
}

function YearAtAGlance({ province, year }: PlaceAndYear) {
  const { words, measure, count } = useReader();
  const answer = useAnswer(HomeDocument, { province, division: province, year });
  return (
    <Answered answer={answer} lines={10}>
      {(data) => {
        if (data.province === null) return <p class="notice">{words.empty}</p>;
        const { name, coverage, aggregate } = data.province;
        const share = aggregate.find(({ metric }) => metric.kind === 'share');
        const received = aggregate.find(({ metric }) => metric.key === 'applicationsReceived');
        const facts = [
          words.home.held(coverage.held),
          ...(share?.median == null ? [] : [words.home.share(measure(share.median, 'share'), share.measured)]),
        ];
        return (
          <>
            <h1 class="lead">
              {words.home.sentence(year, name, coverage.reported)}
              <span class="lead-facts">{facts.join(' · ')}</span>
            </h1>
            <p class="quiet">
              {words.home.noSum} {words.home.coverage}
            </p>
            <div class="columns">
              {received === undefined ? null : <Foremost title={words.home.mostReceived} of={received} year={year} />}
              {share === undefined ? null : <Foremost title={words.home.mostDisclosed} of={share} year={year} />}
            </div>
            <h2>
              {words.home.list} <span class="quiet">{count(data.reports.totalCount)}</span>
            </h2>
            <ReportList reports={data.reports.nodes} caption={words.home.list} />
            {data.reports.totalCount > data.reports.nodes.length && (
              <p>
                <Link to={to(['calendar'], { province, year })}>{words.more}</Link>
              </p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Foremost({ title, of, year }: { readonly title: string; readonly of: Aggregate; readonly year: number }) {
  const { words, measure, say } = useReader();
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="quiet">
        {say(of.metric.name)} · n = {of.measured}
      </p>
      <ol class="ranks">
        {of.ranking.map(({ rank, value, report }) => (
          <li key={report.agency.id} value={rank}>
            <Link to={to(['agency', report.agency.id, String(year)])}>{report.agency.name}</Link>
            <span class="number">
              {measure(value, of.metric.kind)}
              {of.metric.unit === '1' ? '' : ` ${of.metric.unit}`}
            </span>
          </li>
        ))}
      </ol>
      {of.ranking.length === 0 && <p class="quiet">{words.none}</p>}
    </section>
  );
}
