import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { AgencyOverYearsDocument, type AgencyOverYearsQuery } from '../data/documents.generated.ts';
import { Link } from '../parts/link.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { FindingCounts, OutcomeMark } from '../parts/marks.tsx';
import { SeriesChart } from '../parts/series-chart.tsx';
import { Answered } from '../parts/states.tsx';
import { Title } from '../parts/title.tsx';
import { useReader } from '../words/words.ts';

/** An agency's years side by side, and its measures over them. */
export default function AgencyView({ id }: { readonly id: string }) {
  const { words } = useReader();
  const answer = useAnswer(AgencyOverYearsDocument, { id });
  return (
    <Answered answer={answer} lines={10}>
      {({ agency }) => {
        if (agency === null) return <p class="notice">{words.notFoundAgency}</p>;
        const { received, disclosed, refused, reconsideration, litigation, proactive, produced, inForce } = agency;
        const series = [received, disclosed, refused, reconsideration, litigation, proactive, produced, inForce];
        const place = [agency.division?.parent?.name, agency.division?.name].filter(Boolean).join(' · ');
        return (
          <>
            <Title of={agency.name} />
            <h1>{agency.name}</h1>
            <p class="quiet">
              {[place, agency.level === null ? null : words.levels[agency.level], agency.division?.code]
                .filter(Boolean)
                .join(' · ')}{' '}
              <Link class="on-screen" to={to(['compare'], { ids: id })}>
                {words.compare.add}
              </Link>
            </p>
            <h2>{words.agencyPage.years}</h2>
            <ul class="year-cards">
              {agency.years
                .toSorted((a, b) => b.year - a.year)
                .map(({ year, report, workPlans }) => (
                  <li key={year} class="card">
                    <h3>
                      <Link to={to(['agency', id, String(year)])}>{year}</Link>
                    </h3>
                    {report === null ? (
                      <p class="quiet">{words.agencyPage.noReport}</p>
                    ) : (
                      <>
                        <p>
                          <OutcomeMark outcome={report.outcome} complete={report.complete} />
                        </p>
                        <p class="quiet">
                          {report.form === null ? words.unknown : (words.forms[report.form] ?? report.form)} ·{' '}
                          {words.publishedOn} <span class="date">{report.publishedOn ?? words.unknown}</span>
                        </p>
                        <FindingCounts counts={report.findingCounts} />
                      </>
                    )}
                    {workPlans.length > 0 && <p class="quiet">{words.agencyPage.plansIn(workPlans.length)}</p>}
                  </li>
                ))}
            </ul>
            <h2>{words.agencyPage.trends}</h2>
            <Measures agency={agency.name} series={series} />
          </>
        );
      }}
    </Answered>
  );
}

type Series = NonNullable<AgencyOverYearsQuery['agency']>['received'];

/** A chart a measure; of one year, of which a chart would show nothing, the figures alone. */
function Measures({ agency, series }: { readonly agency: string; readonly series: readonly Series[] }) {
  const { words, say, measure, unitOf } = useReader();
  const years = new Set(
    series.flatMap(({ points }) => points.flatMap(({ year, gap }) => (gap?.code === 'noReport' ? [] : [year]))),
  );
  const [only] = years;
  if (only === undefined) return <p class="quiet">{words.none}</p>;
  if (years.size > 1)
    return (
      <div class="charts">
        {series.map(({ metric, points }) => (
          <SeriesChart key={metric.key} metric={metric} series={[{ name: agency, look: 0, points }]} />
        ))}
      </div>
    );
  const figures = series.map(({ metric, points }) => ({ metric, point: points.find(({ year }) => year === only) }));
  return (
    <ListTable
      label={words.agencyPage.trends}
      rows={figures}
      keyOf={({ metric }) => metric.key}
      columns={[
        { ...{ heading: words.measure, isName: true }, cell: ({ metric }) => say(metric.name) },
        {
          ...{ heading: String(only), class: 'number' },
          cell: ({ metric: { kind, unit }, point }) =>
            point?.value == null ? '—' : `${measure(point.value, kind)}${unit === '1' ? '' : ` ${unitOf(unit)}`}`,
        },
        { heading: words.agencyPage.gap, cell: ({ point }) => point?.gap && say(point.gap.message) },
      ]}
    />
  );
}
