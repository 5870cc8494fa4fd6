import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  ChangedDocument,
  type ChangedQuery,
  type ForemostFragment,
  HomeDocument,
  type HomeQuery,
  type Scope,
} from '../data/documents.generated.ts';
import { Basis, Counts } from '../parts/coverage.tsx';
import { Cause } from '../parts/finding-card.tsx';
import { Link } from '../parts/link.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { type PlaceAndYear, WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { ReportList } from '../parts/report-list.tsx';
import { scopes } from '../parts/scopes.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Province = NonNullable<HomeQuery['province']>;
/** A measure of the agencies of one level whose reports give figures of one scope. */
type Group = ForemostFragment & { readonly scope: Scope };

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
        const { province: found } = data;
        const { name, coverage } = found;
        const groupsOf = (key: Group['metric']['key']): Group[] =>
          scopes.flatMap((scope) =>
            found[scope]
              .filter(({ metric, measured }) => metric.key === key && measured > 0)
              .map((group) => ({ ...group, scope })),
          );
        const received = groupsOf('applicationsReceived');
        const share = groupsOf('disclosedShare');
        // A median over unlike scopes or levels would be a figure of nothing.
        const [alike] = share.length === 1 ? share : [];
        const facts = [
          words.home.held(coverage.held),
          ...(alike?.median == null ? [] : [words.home.share(measure(alike.median, 'share'), alike.measured)]),
        ];
        return (
          <>
            <h1 class="lead">
              {words.home.sentence(year, name, coverage.reported)}
              <span class="lead-facts">{facts.join(' · ')}</span>
            </h1>
            <p class="quiet">{words.home.noSum}</p>
            <div class="columns">
              <Foremost title={words.home.mostReceived} groups={received} {...{ province, year }} />
              <Foremost title={words.home.mostDisclosed} groups={share} {...{ province, year }} />
              <WhoPublished coverage={coverage} province={province} year={year} />
              <Doubts data={data} province={province} year={year} />
              <Changed province={province} year={year} />
            </div>
            <h2>
              {words.home.list} <span class="quiet">{count(data.reports.totalCount)}</span>
            </h2>
            <ReportList reports={data.reports.nodes} caption={words.home.list} />
            {data.reports.totalCount > data.reports.nodes.length && (
              <p class="on-screen">
                <Link to={to(['calendar'], { province, year })}>{words.more}</Link>
              </p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

interface ForemostProps extends PlaceAndYear {
  readonly title: string;
  /** One measure, a group for each scope and level that has values. */
  readonly groups: readonly Group[];
}

/** The highest of each level and scope, with how many of how many have a value; the whole is a click away. */
function Foremost({ title, groups, province, year }: ForemostProps) {
  const { words, measure, say, unitOf } = useReader();
  const [first] = groups;
  return (
    <section class="card">
      <h2>{title}</h2>
      {first === undefined ? <p class="quiet">{words.none}</p> : <p class="quiet">{say(first.metric.name)}</p>}
      {groups.map(({ scope, level, measured, coverage, metric, ranking }) => (
        <div key={`${level} ${scope}`}>
          <h3>
            {level === null ? words.unknown : words.levels[level]} · {words.scope.of[scope]}{' '}
            <span class="quiet">{words.home.n(measured, coverage.reported)}</span>
          </h3>
          <ol class="ranks">
            {ranking.map(({ rank, value, report }) => (
              <li key={report.agency.id} value={rank}>
                <Link to={to(['agency', report.agency.id, String(year)])}>{report.agency.name}</Link>
                <span class="number">
                  {measure(value, metric.kind)}
                  {metric.unit === '1' ? '' : ` ${unitOf(metric.unit)}`}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {first === undefined ? null : (
        <p class="on-screen">
          <Link to={to(['rank'], { province, year, metric: first.metric.key })}>{words.home.wholeRanking}</Link>
        </p>
      )}
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
      <p class="on-screen">
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
            <SeverityMark severity={finding.severity} /> <Cause of={finding} />
            <div>{say(finding.message)}</div>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="quiet">{words.none}</p>}
      <p class="on-screen">
        <Link to={to(['findings'], { province, year })}>{words.home.allDoubts}</Link>
      </p>
    </section>
  );
}

/** Reports that print other figures than an earlier edition of them. */
function Changed({ province, year }: PlaceAndYear) {
  const { words } = useReader();
  const answer = useAnswer(ChangedDocument, { division: province, year });
  return (
    <section class="card">
      <h2>{words.changes.title}</h2>
      <Answered answer={answer} lines={3}>
        {({ reports }) => <Changes key={`${province} ${year}`} first={reports} {...{ province, year }} />}
      </Answered>
    </section>
  );
}

/** Those among the reports that were looked at, a page of them at first; a reader may have all looked at. */
function Changes({ first, province, year }: PlaceAndYear & { readonly first: ChangedQuery['reports'] }) {
  const { words, say, count } = useReader();
  const pages = usePages(first, ChangedDocument, {
    variables: { division: province, year },
    pageOf: ({ reports }: ChangedQuery) => reports,
  });
  const changed = pages.nodes.flatMap(({ agency }) =>
    (agency.year?.changedAfterPublication ?? []).map((finding) => ({ agency, finding })),
  );
  return (
    <>
      <p class="quiet">{words.changes.looked(count(pages.nodes.length), count(pages.total))}</p>
      <ul class="briefs">
        {changed.map(({ agency, finding }) => (
          <li key={agency.id}>
            <Link to={to(['agency', agency.id, String(year)], { cell: finding.cells[0] ?? null })}>{agency.name}</Link>
            <div>{say(finding.message)}</div>
          </li>
        ))}
      </ul>
      {changed.length === 0 && <p>{pages.hasMore ? words.changes.noneYet : words.changes.none}</p>}
      {(pages.hasMore || pages.problem !== null) && <More pages={pages} />}
    </>
  );
}
