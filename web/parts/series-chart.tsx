import { useEffect, useRef, useState } from 'preact/hooks';
import { useReader } from '../words/words.ts';
import { CiteView } from './cite.tsx';
import { saveCsv, savePng, saveSvg } from './download.ts';
import { Scroll } from './scroll.tsx';
import { type Break, breaksOf, gapsOf, type Metric, type Point, runsOf, type Series } from './series.ts';

interface SeriesChartProps {
  readonly metric: Metric;
  readonly series: readonly Series[];
  /** Whose figures they all are, where a view draws a chart a scope. */
  readonly scope?: string;
}

/** The drawing's width in its own units, which a telephone shows one to one: its letters stay as large as others there. */
const widths = { wide: 640, narrow: 340 } as const;
const height = 220;
/** What a year under the axis needs. */
const yearWidth = 36;
const margin = { top: 18, right: 18, bottom: 28, left: 56 };

/** Colours of series in the style sheet; of more series than these, the dashes tell those of one colour apart. */
const colours = 4;
const dashes = ['', '7 4', '2 3', '10 3 2 3'];

const seriesClass = (look: number): string => `series-${look % colours}`;
const dashOf = (look: number) => dashes[(look + Math.floor(look / colours)) % dashes.length] ?? '';

/** The line that an agency is drawn with, for a legend. */
export function SeriesSign({ look }: { readonly look: number }) {
  return (
    <svg class={`sign-of-series ${seriesClass(look)}`} viewBox="0 0 28 10" aria-hidden="true">
      <path d="M0,5L28,5" stroke-dasharray={dashOf(look)} />
      <circle cx="14" cy="5" r="3.5" />
    </svg>
  );
}

/**
 * A measure over the years, a line a series. A line breaks where a value is missing, where the form changes and the measure means something
 * else on either side, and where the figures are of another scope; a missing year is a gap, never a zero. Why stands below, and the table
 * holds the same for those who do not see it.
 */
export function SeriesChart({ metric, series, scope }: SeriesChartProps) {
  const { words, say, measure, unitOf } = useReader();
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth();
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const name = say(metric.name);
  const title = scope === undefined ? name : `${name} · ${words.scope.one(scope)}`;
  const unit = metric.unit === '1' ? words.share : unitOf(metric.unit);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const top = metric.kind === 'share' ? Math.max(1, ...values) : niceTop(Math.max(...values));
  const x = (year: number) =>
    last === first
      ? margin.left + (width - margin.left - margin.right) / 2
      : margin.left + ((year - first) / (last - first)) * (width - margin.left - margin.right);
  const y = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const everyYear = Math.ceil((years.length * yearWidth) / (width - margin.left - margin.right));
  const breaks = new Map(series.map((one) => [one, breaksOf(one, metric)]));
  const reasons = useReasons(series, [...breaks.values()].flat());
  if (values.length === 0) return null;
  const picture = () =>
    drawing.current && {
      drawing: drawing.current,
      title: `${title} (${unit})`,
      series: series.map(({ name: who, look }) => ({ name: who, dash: dashOf(look) })),
      notes: [...reasons, `Gongkai, ${window.location.href}`],
    };
  return (
    <figure class="chart">
      <figcaption>
        <h3>{title}</h3>
        <span class="quiet">{unit}</span>
      </figcaption>
      <svg ref={drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.table.caption(title)}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line class="grid" x1={margin.left} x2={width - margin.right} y1={y(top * part)} y2={y(top * part)} />
            <text class="tick" x={margin.left - 8} y={y(top * part) + 4} text-anchor="end">
              {measure(top * part, metric.kind)}
            </text>
          </g>
        ))}
        {years
          .filter((_, index) => (years.length - 1 - index) % everyYear === 0)
          .map((year) => (
            <text key={year} class="tick" x={x(year)} y={height - 8} text-anchor="middle">
              {year}
            </text>
          ))}
        {[...new Set([...breaks.values()].flat().map(({ year }) => year))].map((year) => (
          <line
            key={year}
            class="break"
            x1={x(year - 0.5)}
            x2={x(year - 0.5)}
            y1={margin.top}
            y2={height - margin.bottom}
          />
        ))}
        {series.map((one, index) => (
          <g key={one.name} class={`series ${seriesClass(one.look)}`}>
            {runsOf(one.points, breaks.get(one) ?? []).map((run) => (
              <path
                key={run[0]?.year}
                d={run.map(({ year, value }, at) => `${at === 0 ? 'M' : 'L'}${x(year)},${y(value)}`).join('')}
                stroke-dasharray={dashOf(one.look)}
              />
            ))}
            {one.points.map(({ year, value, gap }) =>
              value === null ? (
                <text
                  key={year}
                  class="gap"
                  x={x(year)}
                  y={height - margin.bottom - 6 - index * 12}
                  text-anchor="middle"
                >
                  ×
                  <title>{`${one.name} ${year}: ${gap === null ? words.agencyPage.noReport : say(gap.message)}`}</title>
                </text>
              ) : (
                <circle key={year} cx={x(year)} cy={y(value)} r="3.5">
                  <title>{`${one.name} ${year}: ${measure(value, metric.kind)}`}</title>
                </circle>
              ),
            )}
            <LatestValue points={one.points} show={(value) => measure(value, metric.kind)} x={x} y={y} width={width} />
          </g>
        ))}
      </svg>
      {reasons.length > 0 && (
        <ul class="reasons quiet">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <SeriesTable metric={metric} series={series} years={years} />
      <fieldset class="actions" aria-label={`${words.download} ${title}`}>
        <span class="quiet">{words.download}</span>
        <button type="button" title={words.downloadSvg} onClick={() => saveSvg(metric.key, picture())}>
          SVG
        </button>
        <button type="button" title={words.downloadPng} onClick={() => void savePng(metric.key, picture())}>
          PNG
        </button>
        <button
          type="button"
          title={words.downloadCsv}
          onClick={() => saveCsv(metric.key, csvRows(series, years, name))}
        >
          CSV
        </button>
        <CiteView title={`${title}: ${series.map(({ name: who }) => who).join(', ')}`} />
      </fieldset>
    </figure>
  );
}

/** The width to draw in, by that of the window. */
function useWidth(): number {
  const [query] = useState(() => window.matchMedia('(max-width: 480px)'));
  const [isNarrow, set] = useState(query.matches);
  useEffect(() => {
    const follow = () => set(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return isNarrow ? widths.narrow : widths.wide;
}

/** Why lines break and years have no value, a sentence each; those of one reason together. */
function useReasons(series: readonly Series[], breaks: readonly Break[]): string[] {
  const { words, say } = useReader();
  const who = (name: string) => (series.length > 1 ? `${name}, ` : '');
  const notes = breaks.map(({ series: name, year, note, scopes }) =>
    scopes === null
      ? `┆ ${year}: ${say(note)}`
      : `┆ ${who(name)}${year}: ${words.scope.changed(words.scope.of[scopes[0]], words.scope.of[scopes[1]])}`,
  );
  const gaps = series.flatMap((one) =>
    gapsOf(one).map(({ years, gap }) => `× ${who(one.name)}${spans(years)}: ${say(gap.message)}`),
  );
  return [...new Set([...notes, ...gaps])];
}

/** Years as 2012–2014, 2016. */
function spans(years: readonly number[]): string {
  const found: [number, number][] = [];
  for (const year of years) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else found.push([year, year]);
  }
  return found.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}

interface LatestValueProps {
  readonly points: readonly Point[];
  readonly show: (value: number) => string;
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly width: number;
}

/** The figure of the last year that has one, written beside its point: inwards, where the last year stands at the edge. */
function LatestValue({ points, show, x, y, width }: LatestValueProps) {
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

function SeriesTable({
  metric,
  series,
  years,
}: Omit<SeriesChartProps, 'scope'> & { readonly years: readonly number[] }) {
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

/** A round number not under a value, of which the half is whole. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const step = [2, 4, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return power > 1 && power >= value ? power : step * power;
}

function csvRows(series: readonly Series[], years: readonly number[], metric: string): (string | number | null)[][] {
  const lines = series.flatMap(({ name, points }) =>
    years.map((year) => {
      const point = points.find((one) => one.year === year);
      return [
        name,
        metric,
        year,
        point?.value ?? null,
        point?.form ?? null,
        point?.scope ?? null,
        point?.gap?.code ?? null,
      ];
    }),
  );
  return [['agency', 'measure', 'year', 'value', 'form', 'scope', 'gap'], ...lines];
}
