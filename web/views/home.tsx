import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { ChangedDocument, HomeDocument, type HomeQuery } from '../data/documents.generated.ts';
import { Basis, Counts } from '../parts/coverage.tsx';
import { Link } from '../parts/link.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { type PlaceAndYear, WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { ReportList } from '../parts/report-list.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Province = NonNullable<HomeQuery['province']>;
type Aggregate = Province['aggregate'][number];

/** For a province and year: how much was asked and given, who is not there, what is doubted and what was changed, without a click. */
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
            <p class="quiet">{words.home.noSum}</p>
            <div class="columns">
              {received === undefined ? null : <Foremost title={words.home.mostReceived} of={received} year={year} />}
              {share === undefined ? null : <Foremost title={words.home.mostDisclosed} of={share} year={year} />}
              <WhoPublished coverage={coverage} province={province} year={year} />
              <Doubts data={data} province={province} year={year} />
              <Changed province={province} year={year} />
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

/** Who published when, and who is not found: by a register those who are expected, else those who are known from other years. */
function WhoPublished({ coverage, province, year }: PlaceAndYear & { readonly coverage: Province['coverage'] }) {
  const { words, count } = useReader();
  const { basis, notFound, missing } = coverage;
  const [total, agencies] =
    basis === 'register'
      ? [notFound.totalCount, notFound.nodes.map(({ agency }) => agency)]
      : [missing.totalCount, missing.nodes];
  return (
    <section class="card">
      <h2>{words.coverage.title}</h2>
      <Basis coverage={coverage} />
      <Counts coverage={coverage} province={province} year={year} />
      {total > 0 && (
        <>
          <p>{words.coverage.notFound(year, count(total))}</p>
          <ul class="names">
            {agencies.map(({ id, name }) => (
              <li key={id}>
                <Link to={to(['agency', id])}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to={to(['calendar'], { province, year })}>{words.coverage.calendar}</Link>
      </p>
    </section>
  );
}

/** The gravest doubts of the year, each with whose error it seems to be, and the way to its cell. */
function Doubts({ data, province, year }: PlaceAndYear & { readonly data: HomeQuery }) {
  const { words, say, count } = useReader();
  const { errors, warnings } = data;
  const shown = [...errors.nodes, ...warnings.nodes].slice(0, 3);
  return (
    <section class="card">
      <h2>{words.home.doubts}</h2>
      <p class="quiet">
        {words.severities.error} {count(errors.totalCount)} · {words.severities.warning} {count(warnings.totalCount)}
      </p>
      <ul class="briefs">
        {shown.map(({ finding, report }) => (
          <li key={`${report.agency.id} ${finding.id ?? finding.rule}`}>
            <Link to={to(['agency', report.agency.id, String(year)], { cell: finding.cells[0] ?? null })}>
              {report.agency.name}
            </Link>{' '}
            <SeverityMark severity={finding.severity} /> <span class="quiet">{words.causes[finding.cause]}</span>
            <div>{say(finding.message)}</div>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="quiet">{words.none}</p>}
      <p>
        <Link to={to(['findings'], { province, year })}>{words.home.allDoubts}</Link>
      </p>
    </section>
  );
}

/** Reports that print other figures than an earlier edition of them. */
function Changed({ province, year }: PlaceAndYear) {
  const { words, say, count } = useReader();
  const answer = useAnswer(ChangedDocument, { division: province, year });
  return (
    <section class="card">
      <h2>{words.changes.title}</h2>
      <Answered answer={answer} lines={3}>
        {({ reports: { nodes, totalCount } }) => {
          const changed = nodes.flatMap(({ agency }) =>
            (agency.year?.changedAfterPublication ?? []).map((finding) => ({ agency, finding })),
          );
          return (
            <>
              <p class="quiet">{words.changes.looked(count(nodes.length), count(totalCount))}</p>
              <ul class="briefs">
                {changed.map(({ agency, finding }) => (
                  <li key={agency.id}>
                    <Link to={to(['agency', agency.id, String(year)], { cell: finding.cells[0] ?? null })}>
                      {agency.name}
                    </Link>
                    <div>{say(finding.message)}</div>
                  </li>
                ))}
              </ul>
              {changed.length === 0 && <p>{words.changes.none}</p>}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
