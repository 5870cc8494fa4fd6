import { to } from '../data/address.ts';
import type { ReportLineFragment } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { Link } from './link.tsx';
import { ListTable } from './list-table.tsx';
import { FindingCounts, OutcomeMark } from './marks.tsx';

/** Reports of a year, a line an agency, that leads to the record beside its original. */
export function ReportList({
  reports,
  caption,
}: {
  readonly reports: readonly ReportLineFragment[];
  readonly caption: string;
}) {
  const { words } = useReader();
  return (
    <ListTable
      label={caption}
      rows={reports}
      keyOf={({ agency, year }) => `${agency.id} ${year}`}
      columns={[
        {
          ...{ heading: words.agency, isName: true },
          cell: ({ agency, year }) => <Link to={to(['agency', agency.id, String(year)])}>{agency.name}</Link>,
        },
        {
          heading: words.form,
          cell: ({ form }) => (form === null ? words.unknown : (words.forms[form] ?? form)),
        },
        { heading: words.scope.title, cell: ({ scope }) => words.scope.of[scope.scope] },
        {
          heading: words.outcome,
          cell: ({ outcome, complete }) => <OutcomeMark outcome={outcome} complete={complete} />,
        },
        { heading: words.counts, cell: ({ findingCounts }) => <FindingCounts counts={findingCounts} /> },
        {
          ...{ heading: words.publishedOn, class: 'date' },
          cell: ({ publishedOn }) => publishedOn ?? <span class="quiet">{words.unknown}</span>,
        },
      ]}
    />
  );
}
