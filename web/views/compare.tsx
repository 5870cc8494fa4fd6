import { here, to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { CompareDocument, MetricDictionaryDocument, type MetricKey, type Scope } from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { Link } from '../parts/link.tsx';
import { scopes } from '../parts/scopes.ts';
import type { Series } from '../parts/series.ts';
import { SeriesChart, SeriesSign } from '../parts/series-chart.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';
import type { Words } from '../words/zh.ts';

/** The first year of which reports exist: the Regulations of 2007 took effect on 1 May 2008. */
const firstYear = 2008;

/** More lines than these nobody tells apart. */
const comparedAtMost = 8;

/** One measure of several agencies over the years, a chart for each scope that their reports give figures of. */
export default function CompareView({ params }: { readonly params: URLSearchParams }) {
  const { words, say } = useReader();
  const asked = [...new Set((params.get('ids') ?? '').split(',').filter(Boolean))];
  const ids = asked.slice(0, comparedAtMost);
  const metrics = useAnswer(MetricDictionaryDocument, {});
  return (
    <>
      <h1>{words.compare.title}</h1>
      <p>{words.compare.intro}</p>
      <p class="on-screen">
        <Link to={to(['rank'])}>{words.rank.title}</Link> · <Link to={to(['agencies'])}>{words.search}</Link>
      </p>
      {asked.length > comparedAtMost && (
        <p class="notice notice-doubt">{words.compare.atMost(comparedAtMost, asked.length)}</p>
      )}
      {ids.length === 0 ? null : (
        <Answered answer={metrics} lines={2}>
          {({ metrics: known }) => {
            const metric = known.find(({ key }) => key === params.get('metric')) ?? known[0];
            if (metric === undefined) return null;
            return (
              <>
                <div class="choices">
                  <Choice
                    name="metric"
                    label={words.measure}
                    value={metric.key}
                    options={known.map(({ key, name }) => ({ value: key, text: say(name) }))}
                  />
                </div>
                <Comparison ids={ids} metric={metric.key} />
              </>
            );
          }}
        </Answered>
      )}
    </>
  );
}

function Comparison({ ids, metric }: { readonly ids: readonly string[]; readonly metric: MetricKey }) {
  const { words, measure, say } = useReader();
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => firstYear + index);
  const answer = useAnswer(CompareDocument, { ids, years, metrics: [metric] });
  return (
    <Answered answer={answer}>
      {({ compare }) => {
        const [first] = compare;
        if (first === undefined) return <p class="notice">{words.notFoundAgency}</p>;
        const stored = new Set(
          compare.flatMap(({ points }) => points.filter(({ gap }) => gap?.code !== 'noReport').map(({ year }) => year)),
        );
        const series = compare.map(({ agency, points }, look) => ({
          ...{ name: agency.name, look },
          points: points.filter(({ year }) => stored.has(year)),
        }));
        const found = scopes.flatMap((scope) => {
          const ofScope = series.map((one) => onlyOf(scope, one, words)).filter(hasValue);
          return ofScope.length === 0 ? [] : [{ scope, series: ofScope }];
        });
        return (
          <>
            <ul class="legend">
              {compare.map(({ agency, points }, look) => {
                const last = points.findLast(({ value }) => value !== null);
                return (
                  <li key={agency.id}>
                    <SeriesSign look={look} /> <Link to={to(['agency', agency.id])}>{agency.name}</Link>{' '}
                    <span class="quiet">
                      {agency.level === null ? '' : words.levels[agency.level]}
                      {last?.value == null ? '' : ` · ${last.year}: ${measure(last.value, first.metric.kind)}`}
                    </span>{' '}
                    <Link class="on-screen" to={here({ ids: ids.filter((id) => id !== agency.id).join(',') || null })}>
                      {words.compare.remove}
                    </Link>
                  </li>
                );
              })}
            </ul>
            {found.length === 0 && <p class="notice">{words.none}</p>}
            {found.length > 1 && <p class="notice">{words.compare.scopes}</p>}
            {found.map(({ scope, series: ofScope }) => (
              <SeriesChart key={scope} metric={first.metric} series={ofScope} scope={words.scope.of[scope]} />
            ))}
            <p class="quiet">
              {say(first.metric.name)}: <code>{first.metric.formula}</code>
            </p>
          </>
        );
      }}
    </Answered>
  );
}

const hasValue = ({ points }: Series): boolean => points.some(({ value }) => value !== null);

/** A series with the values of one scope alone; a year of another scope is a gap that says so. */
function onlyOf(scope: Scope, series: Series, words: Words): Series {
  const points = series.points.map((point) => {
    if (point.value === null || point.scope === null || point.scope === scope) return point;
    const text = words.scope.other(words.scope.of[point.scope]);
    return { ...point, value: null, gap: { code: 'otherScope', message: { zh: text, en: text } } };
  });
  return { ...series, points };
}
