import { useState } from 'preact/hooks';
import { go, to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  MetricDictionaryDocument,
  type MetricKey,
  RankingDocument,
  type RankingQuery,
  type Scope,
} from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { CiteView } from '../parts/cite.tsx';
import { saveCsv } from '../parts/download.ts';
import { type LikeWithLike, likeWithLike, scopes } from '../parts/like-with-like.ts';
import { Link } from '../parts/link.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Group = NonNullable<RankingQuery['province']>['aggregate'][number];

/** Agencies of one level by one measure. Levels stand apart, and so do scopes: a county is not ranked among cities, nor an office among whole governments. */
export default function RankView({ params }: { readonly params: URLSearchParams }) {
  const { words, say } = useReader();
  const only = scopes.find((one) => one === params.get('scope')) ?? null;
  const metrics = useAnswer(MetricDictionaryDocument, {});
  return (
    <>
      <h1>{words.rank.title}</h1>
      <p>{words.rank.intro}</p>
      <p class="quiet">{words.rank.scope}</p>
      <Answered answer={metrics} lines={2}>
        {({ metrics: known }) => {
          const metric = known.find(({ key }) => key === params.get('metric')) ?? known[0];
          if (metric === undefined) return null;
          const choice = (
            <>
              <Choice
                name="metric"
                label={words.measure}
                value={metric.key}
                options={known.map(({ key, name }) => ({ value: key, text: say(name) }))}
              />
              <Choice
                name="scope"
                label={words.scope.title}
                value={only ?? ''}
                options={[
                  { value: '', text: words.rank.eachScope },
                  ...scopes.map((value) => ({ value, text: words.scope.of[value] })),
                ]}
              />
            </>
          );
          return (
            <WithPlaceAndYear params={params} more={choice}>
              {(place) => <Levels {...place} metric={metric.key} only={only} />}
            </WithPlaceAndYear>
          );
        }}
      </Answered>
    </>
  );
}

interface LevelsProps {
  readonly province: string;
  readonly year: number;
  readonly metric: MetricKey;
  /** The one scope to show; null: each by itself. */
  readonly only: Scope | null;
}

function Levels({ province, year, metric, only }: LevelsProps) {
  const { words } = useReader();
  const answer = useAnswer(RankingDocument, { province, year, metric, first: 100 });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Answered answer={answer}>
      {({ province: found }) => {
        const groups = (found?.aggregate ?? []).filter(({ coverage }) => coverage.reported > 0);
        return (
          // A form, so that Enter on what was ticked goes on to the comparison.
          <form
            onSubmit={(event) => {
              event.preventDefault();
              go(to(['compare'], { ids: chosen.join(','), metric }));
            }}
          >
            {groups.length === 0 && <p class="notice">{words.none}</p>}
            {groups.map((group) => (
              <Level key={group.level ?? ''} group={group} {...{ year, only, chosen }} onToggle={toggle} />
            ))}
            {groups.length > 0 && (
              <p class="chosen on-screen">
                <button type="submit" disabled={chosen.length < 2}>
                  {words.compare.toCompare} ({chosen.length})
                </button>
              </p>
            )}
          </form>
        );
      }}
    </Answered>
  );
}

interface LevelProps {
  readonly group: Group;
  readonly year: number;
  readonly only: Scope | null;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}

function Level({ group, only, ...props }: LevelProps) {
  const { words, measure } = useReader();
  const { metric, level, median, measured, coverage, gaps } = group;
  const likes = likeWithLike(group).filter(({ scope }) => only === null || scope === only);
  return (
    <section>
      <h2>{level === null ? words.unknown : words.levels[level]}</h2>
      <p class="quiet">
        {[
          words.rank.n(measured, coverage.reported, coverage.known),
          ...gaps.map(({ code, count }) => `${words.gaps[code]} ${count}`),
          ...(median === null || group.scopes.length > 1
            ? []
            : [`${words.rank.median} ${measure(median, metric.kind)}`]),
        ].join(' · ')}
      </p>
      {likes.length === 0 && <p class="quiet">{words.none}</p>}
      {likes.map((like) => (
        <Ranking key={like.scope} group={group} like={like} {...props} />
      ))}
    </section>
  );
}

/** The agencies of a level whose figures are of one scope, ranked among themselves. */
function Ranking({
  group,
  like,
  year,
  chosen,
  onToggle,
}: Omit<LevelProps, 'only'> & { readonly like: LikeWithLike<Group['ranking'][number]> }) {
  const { words, say, measure, unitOf } = useReader();
  const { metric, level } = group;
  const { scope, ranked, count } = like;
  const widest = Math.max(...ranked.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const name = level === null ? words.unknown : words.levels[level];
  const title = `${name} · ${words.scope.one(words.scope.of[scope])}`;
  return (
    <>
      <h3>
        {words.scope.one(words.scope.of[scope])} <span class="quiet">n = {count}</span>
      </h3>
      {ranked.length < count && <p class="quiet">{words.of(ranked.length, count)}</p>}
      <ListTable
        label={`${title} ${say(metric.name)}`}
        rows={ranked}
        keyOf={({ report }) => report.agency.id}
        columns={[
          { ...{ heading: words.rankNumber, class: 'number' }, cell: ({ rank }) => rank },
          {
            ...{ heading: words.agency, isName: true },
            cell: ({ report: { agency } }) => <Link to={to(['agency', agency.id, String(year)])}>{agency.name}</Link>,
          },
          {
            heading: `${say(metric.name)}${metric.unit === '1' ? '' : ` (${unitOf(metric.unit)})`}`,
            class: 'number',
            cell: ({ value }) => (
              <>
                <meter min={0} max={widest} value={Math.abs(value)} aria-hidden="true" /> {measure(value, metric.kind)}
              </>
            ),
          },
          { heading: words.outcome, cell: ({ report }) => <OutcomeMark outcome={report.outcome} /> },
          {
            ...{ heading: words.rank.choose, class: 'on-screen' },
            cell: ({ report: { agency } }) => (
              <input
                type="checkbox"
                aria-label={`${words.rank.choose} ${agency.name}`}
                checked={chosen.includes(agency.id)}
                onChange={() => onToggle(agency.id)}
              />
            ),
          },
        ]}
      />
      <div class="actions">
        <button
          type="button"
          onClick={() =>
            saveCsv(`${metric.key}-${year}-${level ?? 'unknown'}-${scope}`, [
              ['rank', 'agency', 'id', 'value', 'unit', 'scope', 'outcome', 'form'],
              ...ranked.map(({ rank, value, report }) => [
                ...[rank, report.agency.name, report.agency.id, value, metric.unit, scope],
                ...[report.outcome, report.form],
              ]),
            ])
          }
        >
          {words.downloadCsv}
        </button>
        <CiteView title={`${say(metric.name)} ${year}, ${title}, n = ${count}`} />
      </div>
    </>
  );
}
