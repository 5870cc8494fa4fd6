import { useState } from 'preact/hooks';
import { go, to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  MetricDictionaryDocument,
  type MetricKey,
  RankingDocument,
  type RankingQuery,
  type Scope,
  ScopesOfYearDocument,
} from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { CiteView } from '../parts/cite.tsx';
import { saveCsv } from '../parts/download.ts';
import { Link } from '../parts/link.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { scopes } from '../parts/scopes.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Group = NonNullable<RankingQuery['province']>['aggregate'][number];

/** How many of a level and scope are listed. */
const rankedAtMost = 100;

/** Agencies by one measure. Scopes stand apart, and in each the levels: an office is not ranked among whole governments, nor a county among cities. */
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
              {(place) => <Scopes {...place} metric={metric.key} only={only} />}
            </WithPlaceAndYear>
          );
        }}
      </Answered>
    </>
  );
}

interface ScopesProps {
  readonly province: string;
  readonly year: number;
  readonly metric: MetricKey;
  /** The one scope to show; null: each by itself. */
  readonly only: Scope | null;
}

/** How many reports have a value, and a ranking for each scope that they give figures of. */
function Scopes({ province, year, metric, only }: ScopesProps) {
  const { words } = useReader();
  const answer = useAnswer(ScopesOfYearDocument, { province, year, metric });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Answered answer={answer}>
      {({ province: found }) => {
        const [all] = found?.aggregate ?? [];
        const counted = scopes.flatMap((scope) => all?.scopes.filter((one) => one.scope === scope) ?? []);
        const shown = counted.filter(({ scope }) => only === null || scope === only);
        return (
          // A form, so that Enter on what was ticked goes on to the comparison.
          <form
            onSubmit={(event) => {
              event.preventDefault();
              go(to(['compare'], { ids: chosen.join(','), metric }));
            }}
          >
            {all === undefined ? null : (
              <p class="quiet">
                {[
                  words.rank.of(all.coverage.reported, all.coverage.known),
                  ...all.gaps.map(({ code, count }) => `${words.gaps[code]} ${count}`),
                ].join(' · ')}
              </p>
            )}
            {shown.length === 0 && <p class="notice">{words.none}</p>}
            {shown.map(({ scope }) => (
              <OfScope key={scope} {...{ province, year, metric, scope, chosen }} onToggle={toggle} />
            ))}
            {shown.length > 0 && (
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

interface OfScopeProps {
  readonly province: string;
  readonly year: number;
  readonly metric: MetricKey;
  readonly scope: Scope;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}

function OfScope({ province, year, metric, scope, ...props }: OfScopeProps) {
  const { words } = useReader();
  const answer = useAnswer(RankingDocument, { province, year, metric, scope, first: rankedAtMost });
  return (
    <section>
      <h2>{words.scope.one(words.scope.of[scope])}</h2>
      <Answered answer={answer}>
        {({ province: found }) =>
          (found?.aggregate ?? [])
            .filter(({ measured }) => measured > 0)
            .map((group) => <Level key={group.level ?? ''} {...{ group, year, scope }} {...props} />)
        }
      </Answered>
    </section>
  );
}

interface LevelProps extends Pick<OfScopeProps, 'year' | 'scope' | 'chosen' | 'onToggle'> {
  readonly group: Group;
}

/** The agencies of a level whose figures are of one scope, ranked among themselves. */
function Level({ group, year, scope, chosen, onToggle }: LevelProps) {
  const { words, say, measure, unitOf } = useReader();
  const { metric, level, median, measured, ranking } = group;
  const widest = Math.max(...ranking.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const name = level === null ? words.unknown : words.levels[level];
  const title = `${name} · ${words.scope.one(words.scope.of[scope])}`;
  return (
    <>
      <h3>
        {name}{' '}
        <span class="quiet">
          n = {measured}
          {median !== null && ` · ${words.rank.median} ${measure(median, metric.kind)}`}
        </span>
      </h3>
      {ranking.length < measured && <p class="quiet">{words.of(ranking.length, measured)}</p>}
      <ListTable
        label={`${title} ${say(metric.name)}`}
        rows={ranking}
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
              ...ranking.map(({ rank, value, report }) => [
                ...[rank, report.agency.name, report.agency.id, value, metric.unit, scope],
                ...[report.outcome, report.form],
              ]),
            ])
          }
        >
          {words.downloadCsv}
        </button>
        <CiteView title={`${say(metric.name)} ${year}, ${title}, n = ${measured}`} />
      </div>
    </>
  );
}
