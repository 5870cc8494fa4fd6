import { to } from '../data/address.ts';
import type { ReportLineFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { Link } from './link.tsx';
import { FindingCounts, OutcomeMark } from './marks.tsx';
import { Scroll } from './scroll.tsx';

/** Reports of several agencies, a line each, that leads to the record beside its original. */
export function ReportList({
  reports,
  caption,
}: {
  readonly reports: readonly ReportLineFragment[];
  readonly caption: string;
}) {
  const { words } = useReader();
  return (
    <Scroll label={caption}>
      <table class="list">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.form}</th>
            <th scope="col">{words.scope.title}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.counts}</th>
            <th scope="col">{words.publishedOn}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={`${report.agency.id} ${report.year}`}>
              <th scope="row">
                <Link to={to(['agency', report.agency.id, String(report.year)])}>{report.agency.name}</Link>
              </th>
              <td>{report.year}</td>
              <td>{report.form === null ? words.unknown : (words.forms[report.form] ?? report.form)}</td>
              <td>{words.scope.of[report.scope.scope]}</td>
              <td>
                <OutcomeMark outcome={report.outcome} complete={report.complete} />
              </td>
              <td>
                <FindingCounts counts={report.findingCounts} />
              </td>
              <td class="date">{report.publishedOn ?? <span class="quiet">{words.unknown}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
