import { useState } from 'preact/hooks';
import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  MetricDictionaryDocument,
  type MetricKey,
  RankingDocument,
  type RankingQuery,
} from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { saveCsv } from '../parts/download.ts';
import { Link } from '../parts/link.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Group = NonNullable<RankingQuery['province']>['aggregate'][number];

/** Agencies of one level by one measure. Levels stand apart: a county is not ranked among cities. */
export default function RankView({ params }: { readonly params: URLSearchParams }) {
  const { words, say } = useReader();
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
            <Choice
              name="metric"
              label={words.measure}
              value={metric.key}
              options={known.map(({ key, name }) => ({ value: key, text: say(name) }))}
            />
          );
          return (
            <WithPlaceAndYear params={params} more={choice}>
              {(place) => <Levels {...place} metric={metric.key} />}
            </WithPlaceAndYear>
          );
        }}
      </Answered>
    </>
  );
}

function Levels({
  province,
  year,
  metric,
}: {
  readonly province: string;
  readonly year: number;
  readonly metric: MetricKey;
}) {
  const { words } = useReader();
  const answer = useAnswer(RankingDocument, { province, year, metric, first: 100 });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Answered answer={answer}>
      {({ province: found }) => (
        <>
          {chosen.length > 1 && (
            <p class="notice">
              <Link to={to(['compare'], { ids: chosen.join(','), metric })}>
                {words.compare.toCompare} ({chosen.length})
              </Link>
            </p>
          )}
          {(found?.aggregate ?? []).map((group) => (
            <Level key={group.level ?? ''} group={group} year={year} chosen={chosen} onToggle={toggle} />
          ))}
        </>
      )}
    </Answered>
  );
}

interface LevelProps {
  readonly group: Group;
  readonly year: number;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}

function Level({ group, year, chosen, onToggle }: LevelProps) {
  const { words, say, measure } = useReader();
  const { metric, level, ranking, median, measured, coverage } = group;
  const name = level === null ? words.unknown : words.levels[level];
  const widest = Math.max(...ranking.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <section>
      <h2>{name}</h2>
      <p class="quiet">
        {words.rank.n(measured, coverage.reported)}
        {median === null ? '' : ` · ${words.rank.median} ${measure(median, metric.kind)}`}
      </p>
      {ranking.length === 0 ? null : (
        <Scroll label={`${name} ${say(metric.name)}`}>
          <table class="list">
            <thead>
              <tr>
                <th scope="col" class="number">
                  {words.rankNumber}
                </th>
                <th scope="col">{words.agency}</th>
                <th scope="col" class="number">
                  {say(metric.name)}
                  {metric.unit === '1' ? '' : ` (${metric.unit})`}
                </th>
                <th scope="col">{words.scope.title}</th>
                <th scope="col">{words.outcome}</th>
                <th scope="col" class="on-screen">
                  {words.rank.choose}
                </th>
              </tr>
            </thead>
            <tbody>
              {ranking.map(({ rank, value, report }) => (
                <tr key={report.agency.id}>
                  <td class="number">{rank}</td>
                  <th scope="row">
                    <Link to={to(['agency', report.agency.id, String(year)])}>{report.agency.name}</Link>
                  </th>
                  <td class="number">
                    <meter min={0} max={widest} value={Math.abs(value)} aria-hidden="true" />{' '}
                    {measure(value, metric.kind)}
                  </td>
                  <td>{words.scope.of[report.scope.scope]}</td>
                  <td>
                    <OutcomeMark outcome={report.outcome} />
                  </td>
                  <td class="on-screen">
                    <input
                      type="checkbox"
                      aria-label={`${words.rank.choose} ${report.agency.name}`}
                      checked={chosen.includes(report.agency.id)}
                      onChange={() => onToggle(report.agency.id)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {ranking.length === 0 ? null : (
        <p class="actions">
          <button
            type="button"
            onClick={() =>
              saveCsv(`${metric.key}-${year}-${level ?? 'unknown'}`, [
                ['rank', 'agency', 'id', 'value', 'outcome', 'form'],
                ...ranking.map(({ rank, value, report }) => [
                  rank,
                  report.agency.name,
                  report.agency.id,
                  value,
                  report.outcome,
                  report.form,
                ]),
              ])
            }
          >
            {words.downloadCsv}
          </button>
        </p>
      )}
    </section>
  );
}
