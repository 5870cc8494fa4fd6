import { useRef } from 'preact/hooks';
import type { PointsFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { saveCsv, saveSvg } from './download.ts';
import { Scroll } from './scroll.tsx';

interface Series {
  readonly name: string;
  readonly points: PointsFragment['points'];
}

interface SeriesChartProps {
  readonly metric: PointsFragment['metric'];
  readonly series: readonly Series[];
}

const width = 640;
const height = 220;
const margin = { top: 18, right: 18, bottom: 28, left: 56 };
const dashes = ['', '7 4', '2 3', '10 3 2 3'];

/**
 * A measure over the years, a line a series. A line breaks where a value is missing, and where the form changes and the measure means
 * something else on either side; a missing year is a gap, never a zero. The table below holds the same for those who do not see it.
 */
export function SeriesChart({ metric, series }: SeriesChartProps) {
  const { words, say, measure } = useReader();
  const drawing = useRef<SVGSVGElement>(null);
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const name = say(metric.name);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const top = metric.kind === 'share' ? Math.max(1, ...values) : niceTop(Math.max(1, ...values));
  const x = (year: number) =>
    last === first
      ? margin.left + (width - margin.left - margin.right) / 2
      : margin.left + ((year - first) / (last - first)) * (width - margin.left - margin.right);
  const y = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const breaks = breakYears(series, metric);
  if (values.length === 0) return null;
  return (
    <figure class="chart">
      <figcaption>
        <h3>{name}</h3>
        <span class="quiet">{metric.unit === '1' ? words.share : metric.unit}</span>
      </figcaption>
      <svg ref={drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.table.caption(name)}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line class="grid" x1={margin.left} x2={width - margin.right} y1={y(top * part)} y2={y(top * part)} />
            <text class="tick" x={margin.left - 8} y={y(top * part) + 4} text-anchor="end">
              {measure(top * part, metric.kind)}
            </text>
          </g>
        ))}
        {years.map((year) => (
          <text key={year} class="tick" x={x(year)} y={height - 8} text-anchor="middle">
            {year}
          </text>
        ))}
        {breaks.map((year) => (
          <line
            key={year}
            class="break"
            x1={x(year - 0.5)}
            x2={x(year - 0.5)}
            y1={margin.top}
            y2={height - margin.bottom}
          />
        ))}
        {series.map(({ name: who, points }, index) => (
          <g key={who} class={`series series-${index}`}>
            {runs(points, breaks).map((run) => (
              <path
                key={run[0]?.year}
                d={run.map(({ year, value }, at) => `${at === 0 ? 'M' : 'L'}${x(year)},${y(value)}`).join('')}
                stroke-dasharray={dashes[index % dashes.length]}
              />
            ))}
            {points.map(({ year, value }) =>
              value === null ? (
                <text
                  key={year}
                  class="gap"
                  x={x(year)}
                  y={height - margin.bottom - 6 - index * 12}
                  text-anchor="middle"
                >
                  ×
                </text>
              ) : (
                <circle key={year} cx={x(year)} cy={y(value)} r="3.5">
                  <title>{`${who} ${year}: ${measure(value, metric.kind)}`}</title>
                </circle>
              ),
            )}
            <LatestValue points={points} show={(value) => measure(value, metric.kind)} x={x} y={y} />
          </g>
        ))}
      </svg>
      {breaks.length > 0 && <p class="quiet">┆ {words.agencyPage.breakNote}</p>}
      <SeriesTable metric={metric} series={series} years={years} />
      <p class="actions">
        <button type="button" onClick={() => drawing.current && saveSvg(metric.key, drawing.current)}>
          {words.downloadSvg}
        </button>
        <button type="button" onClick={() => saveCsv(metric.key, csvRows(series, years, name))}>
          {words.downloadCsv}
        </button>
      </p>
    </figure>
  );
}

interface LatestValueProps {
  readonly points: PointsFragment['points'];
  readonly show: (value: number) => string;
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
}

/** The figure of the last year that has one, written beside its point: inwards, where the last year stands at the edge. */
function LatestValue({ points, show, x, y }: LatestValueProps) {
  const latest = points.toSorted((a, b) => a.year - b.year).findLast(({ value }) => value !== null);
  if (latest?.value == null) return null;
  const isAtEdge = x(latest.year) > width - margin.right - 60;
  return (
    <text
      class="value"
      x={x(latest.year) + (isAtEdge ? -2 : 8)}
      y={y(latest.value) - 8}
      text-anchor={isAtEdge ? 'end' : 'start'}
    >
      {show(latest.value)}
    </text>
  );
}

function SeriesTable({ metric, series, years }: SeriesChartProps & { readonly years: readonly number[] }) {
  const { words, say, measure } = useReader();
  return (
    <details>
      <summary>{words.table.caption(say(metric.name))}</summary>
      <Scroll label={words.table.caption(say(metric.name))}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.agency}</th>
              {years.map((year) => (
                <th scope="col" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map(({ name, points }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {years.map((year) => {
                  const point = points.find((one) => one.year === year);
                  return (
                    <td key={year}>
                      {point?.value == null ? (
                        <span class="quiet">
                          {point?.gap == null ? words.agencyPage.noReport : say(point.gap.message)}
                        </span>
                      ) : (
                        measure(point.value, metric.kind)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

type Point = { readonly year: number; readonly value: number };

/** Points that a line may join: neighbouring years, both with a value, with no break between them. */
function runs(points: PointsFragment['points'], breaks: readonly number[]): Point[][] {
  const found: Point[][] = [];
  let before: number | null = null;
  for (const { year, value } of points.toSorted((a, b) => a.year - b.year)) {
    if (value === null) {
      before = null;
      continue;
    }
    const joins = before === year - 1 && !breaks.includes(year);
    if (joins) found.at(-1)?.push({ year, value });
    else found.push([{ year, value }]);
    before = year;
  }
  return found;
}

/** Years whose form differs from that of the year before, where the measure's own notes say that the two do not mean the same. */
function breakYears(series: readonly Series[], metric: PointsFragment['metric']): number[] {
  const broken = new Set(metric.breaks.map(({ form }) => form));
  const years = series.flatMap(({ points }) =>
    points.filter(({ year, form }) => {
      const before = points.find((point) => point.year === year - 1)?.form ?? null;
      return form !== null && before !== null && form !== before && (broken.has(form) || broken.has(before));
    }),
  );
  return [...new Set(years.map(({ year }) => year))];
}

function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

function csvRows(series: readonly Series[], years: readonly number[], metric: string): (string | number | null)[][] {
  const lines = series.flatMap(({ name, points }) =>
    years.map((year) => {
      const point = points.find((one) => one.year === year);
      return [name, metric, year, point?.value ?? null, point?.form ?? null, point?.gap?.code ?? null];
    }),
  );
  return [['agency', 'measure', 'year', 'value', 'form', 'gap'], ...lines];
}
