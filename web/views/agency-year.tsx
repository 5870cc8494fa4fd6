import { useEffect, useMemo } from 'preact/hooks';
import { go, here, leftFor, to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  AgencyYearPageDocument,
  type AgencyYearPageQuery,
  type CellFactsFragment,
  StatutoryFormDocument,
} from '../data/documents.generated.ts';
import { CellFacts } from '../parts/cell-facts.tsx';
import { Cite } from '../parts/cite.tsx';
import { saveCsv } from '../parts/download.ts';
import { Editions } from '../parts/editions.tsx';
import { FindingCard } from '../parts/finding-card.tsx';
import { focusWhenDrawn } from '../parts/focus.ts';
import { Link } from '../parts/link.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Answered } from '../parts/states.tsx';
import { Printed, StatutoryTable } from '../parts/statutory-table.tsx';
import { Title } from '../parts/title.tsx';
import { type Chosen, OriginalView } from '../source/original.tsx';
import { useReader } from '../words/words.ts';

type Agency = NonNullable<AgencyYearPageQuery['agency']>;
type Year = NonNullable<Agency['year']>;
type Report = NonNullable<Year['report']>;
type Section = Report['sections'][number];
type TableSection = Extract<Section, { rows: unknown }>;

interface AgencyYearProps {
  readonly id: string;
  readonly year: number;
  readonly params: URLSearchParams;
}

/** The record of a year beside the document it was read from. What is chosen stands in the address and lights up in the original. */
export default function AgencyYearView({ id, year, params }: AgencyYearProps) {
  const { words } = useReader();
  const answer = useAnswer(AgencyYearPageDocument, { id, year });
  return (
    <Answered answer={answer} lines={14}>
      {({ agency }) => {
        if (agency === null) return <p class="notice">{words.notFoundAgency}</p>;
        const report = agency.year?.report ?? null;
        return (
          <>
            <Heading agency={agency} year={year} report={report} />
            {report === null ? (
              <p class="notice">{words.agencyPage.noReport}</p>
            ) : (
              <Record
                agency={agency}
                report={report}
                year={year}
                params={params}
                comparisons={agency.year?.comparisons ?? []}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Heading({
  agency,
  year,
  report,
}: {
  readonly agency: Agency;
  readonly year: number;
  readonly report: Report | null;
}) {
  const { words } = useReader();
  const years = agency.years.filter((one) => one.report !== null).map((one) => one.year);
  const before = years.filter((one) => one < year).sort((a, b) => b - a)[0];
  const after = years.filter((one) => one > year).sort((a, b) => a - b)[0];
  return (
    <header class="record-head">
      <Title of={`${agency.name} ${year}`} />
      <h1>
        <Link to={to(['agency', agency.id])}>{agency.name}</Link> · {year}
      </h1>
      {before === undefined && after === undefined ? null : (
        <p class="years">
          {before !== undefined && <Link to={to(['agency', agency.id, String(before)])}>‹ {before}</Link>}
          {after !== undefined && <Link to={to(['agency', agency.id, String(after)])}>{after} ›</Link>}
        </p>
      )}
      {report === null ? null : (
        <p>
          <OutcomeMark outcome={report.outcome} complete={report.complete} />
          <span class="quiet">
            {' · '}
            {report.form === null ? words.unknown : (words.forms[report.form] ?? report.form)} · {words.publishedOn}{' '}
            <span class="date">{report.publishedOn ?? words.unknown}</span> · {words.scope.title}{' '}
            <Scope told={report.scope} /> ·{' '}
            {words.yearPage.checks(report.checks.passed, report.checks.made, report.checks.possible)}
          </span>
        </p>
      )}
    </header>
  );
}

/** Whose figures the report gives, and the printed words that tell it. */
function Scope({ told: { scope, from, words: said } }: { readonly told: Report['scope'] }) {
  const { words } = useReader();
  const because = from === null ? '' : words.scope.from[from];
  return (
    <span title={because}>
      {words.scope.of[scope]}
      {said === null ? null : (
        <>
          {' '}
          <q lang="zh">{said}</q>
        </>
      )}
    </span>
  );
}

interface RecordProps {
  readonly agency: Agency;
  readonly report: Report;
  readonly year: number;
  readonly params: URLSearchParams;
  readonly comparisons: Year['comparisons'];
}

function Record({ agency, report, year, params, comparisons }: RecordProps) {
  const { words, count } = useReader();
  const cells = useMemo(() => cellsOf(report), [report]);
  const chosenPath = params.get('cell');
  const chosenSentence = params.get('sentence') ?? sentenceOf(report, chosenPath);
  const cell = chosenPath === null ? undefined : cells.get(chosenPath);
  const sentence = chosenSentence === null ? undefined : report.indicators[Number(chosenSentence)];
  const chosen = useMemo<Chosen>(
    () => ({ place: cell?.place ?? null, text: sentence?.text ?? null }),
    [cell, sentence],
  );
  const choose = (path: string) =>
    go(here({ cell: path === chosenPath ? null : path, sentence: null }), { replace: true });
  const clear = () => {
    go(here({ cell: null, sentence: null }), { replace: true });
    document.querySelector<HTMLElement>(pressed)?.focus();
  };
  // Who came by a link to a figure goes on from it; who comes back is where the link was that was followed.
  useEffect(() => {
    if (chosenPath !== null && leftFor() === null) return focusWhenDrawn(pressed);
  }, []);
  useEffect(() => {
    const clearByEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && (chosenPath ?? chosenSentence) !== null) clear();
    };
    document.addEventListener('keydown', clearByEscape);
    return () => document.removeEventListener('keydown', clearByEscape);
  });
  const acrossYears = comparisons.flatMap(({ findings }) => findings);
  const about = {
    agency: agency.name,
    title: report.title,
    year,
    publishedOn: report.publishedOn,
    version: report.version,
    source: report.source,
    ...(cell === undefined ? {} : { figure: `${cell.path} = ${cell.raw}` }),
  };
  return (
    <div class="beside">
      <div class="record">
        <p class="quiet on-screen">{words.yearPage.choose}</p>
        {(chosenPath ?? chosenSentence) !== null && cell === undefined && sentence === undefined && (
          <p class="notice notice-doubt">{words.yearPage.noSuchFigure}</p>
        )}
        <div class="actions">
          <Cite of={about} />
          <button type="button" onClick={() => saveCsv(`${agency.name}-${year}`, cellRows(agency.name, year, cells))}>
            {words.downloadCsv}
          </button>
          <button type="button" onClick={() => window.print()}>
            {words.print}
          </button>
        </div>
        <h2 id="findings">
          {words.yearPage.findings} <span class="quiet">{count(report.findings.length)}</span>
        </h2>
        {report.findings.length === 0 && <p class="quiet">{words.yearPage.noFindings}</p>}
        {report.findings.map((finding) => (
          <FindingCard key={finding.id ?? finding.rule} finding={finding} onCell={choose} />
        ))}
        {acrossYears.length > 0 && <h3>{words.yearPage.acrossYears}</h3>}
        {acrossYears.map((finding) => (
          <FindingCard key={finding.id ?? finding.rule} finding={finding} />
        ))}
        <Editions agencyId={agency.id} year={year} shown={report.version} onChoose={choose} />
        <Tables report={report} cells={cells} chosen={chosenPath} onChoose={choose} />
        <Indicators report={report} chosen={chosenSentence} />
        <Annex report={report} chosen={chosenPath} onChoose={choose} />
        <Text report={report} opened={params.get('section')} />
      </div>
      <div class="looked-up">
        {cell === undefined ? null : <CellFacts cell={cell} onClose={clear} />}
        <OriginalView original={report.source} chosen={chosen} />
      </div>
    </div>
  );
}

/** The number of the sentence that a path names, as findings name figures of sentences by their key: indicators.applications.received. */
function sentenceOf({ indicators }: Report, path: string | null): string | null {
  const index = indicators.findIndex(({ key }) => key !== null && `indicators.${key}` === path);
  return index < 0 ? null : String(index);
}

/** The figure or sentence that is chosen, in the record. */
const pressed = '.record [aria-pressed="true"]';

interface TablesProps {
  readonly report: Report;
  readonly cells: ReadonlyMap<string, CellFactsFragment>;
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}

function Tables({ report, ...props }: TablesProps) {
  const { words } = useReader();
  const tables = report.sections.filter(hasTable);
  if (tables.length === 0) return null;
  return (
    <>
      <h2>{words.yearPage.tables}</h2>
      {tables.map((section) => (
        <Table key={section.key} section={section} report={report} {...props} />
      ))}
    </>
  );
}

/** A table as the edition of the form that it follows prints it, which may be another than the report's. */
function Table({ section, report, ...props }: TablesProps & { readonly section: TableSection }) {
  const { words, lang, say } = useReader();
  const answer = useAnswer(StatutoryFormDocument, { id: section.form });
  const named = answer.state === 'ready' ? answer.data.form.tables.find(({ key }) => key === section.key) : undefined;
  return (
    <section>
      <h3 lang="zh">{section.heading}</h3>
      <p class="quiet">
        {lang === 'en' && named !== undefined && `${say(named.name)} · `}
        {words.yearPage.tableForm(words.forms[section.form] ?? section.form)}
        {section.scope.scope === report.scope.scope ? null : (
          <>
            {' · '}
            {words.scope.title} <Scope told={section.scope} />
          </>
        )}
      </p>
      <Answered answer={answer} lines={8}>
        {({ form }) => {
          const table = form.tables.find(({ key }) => key === section.key);
          return table === undefined ? null : <StatutoryTable table={table} {...props} />;
        }}
      </Answered>
    </section>
  );
}

function Indicators({ report, chosen }: { readonly report: Report; readonly chosen: string | null }) {
  const { words, say, count, unitOf } = useReader();
  if (report.indicators.length === 0) return null;
  return (
    <>
      <h2>{words.yearPage.indicators}</h2>
      <ul class="sentences">
        {report.indicators.map(({ name, label, value, unit, text, scope }, index) => (
          // A sentence is named by its number, and the list never changes.
          <li key={index}>
            <button
              type="button"
              aria-pressed={chosen === String(index)}
              onClick={() =>
                go(here({ sentence: chosen === String(index) ? null : index, cell: null }), { replace: true })
              }
            >
              <strong>{say(name) || label}</strong>{' '}
              <span class="number">{`${count(value)} ${unitOf(unit ?? '')}`}</span>
              {scope.scope !== 'unknown' && scope.scope !== report.scope.scope && (
                <span class="quiet">
                  {' '}
                  {words.scope.title} {words.scope.of[scope.scope]}
                </span>
              )}
              <q lang="zh">{text}</q>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Annex({
  report,
  chosen,
  onChoose,
}: {
  readonly report: Report;
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}) {
  const { words } = useReader();
  if (report.statistics.length === 0) return null;
  return (
    <>
      <h2>{words.yearPage.annex}</h2>
      <Scroll label={words.yearPage.annex}>
        <table class="list">
          <tbody>
            {report.statistics.map(({ path, label, unit, cell }) => (
              <tr key={path}>
                <th scope="row" lang="zh" style={`--depth: ${path.split('/').length - 1}`} class="annex-label">
                  {label}
                </th>
                <td>{unit}</td>
                <td class={`figure figure-${cell.state}`}>
                  <button type="button" aria-pressed={chosen === cell.path} onClick={() => onChoose(cell.path)}>
                    <Printed cell={cell} />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** The texts as printed. The one that the address names by the number of its section, 0 for what stands before the first, is open. */
function Text({ report, opened }: { readonly report: Report; readonly opened: string | null }) {
  const { words } = useReader();
  useEffect(() => {
    if (opened !== null && leftFor() === null) return focusWhenDrawn('details.printed[open] > summary');
  }, []);
  const sections = report.sections.filter(({ text, heading }) => text !== '' || heading !== '');
  return (
    <>
      <h2>{words.yearPage.sections}</h2>
      {report.preamble === '' ? null : (
        <details class="printed" lang="zh" open={opened === '0'}>
          <summary>{report.title ?? words.source.title}</summary>
          <p>{report.preamble}</p>
        </details>
      )}
      {sections.map(({ ordinal, heading, text }) => (
        <details class="printed" lang="zh" key={`${ordinal} ${heading}`} open={opened === String(ordinal)}>
          <summary>{heading}</summary>
          <p>{text}</p>
        </details>
      ))}
    </>
  );
}

function hasTable(section: Section): section is TableSection {
  return 'rows' in section;
}

/** Every cell of the record by its path, those of the annex too. */
function cellsOf(report: Report): ReadonlyMap<string, CellFactsFragment> {
  const tables = report.sections.filter(hasTable).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  return new Map([...tables, ...report.statistics.map(({ cell }) => cell)].map((cell) => [cell.path, cell]));
}

function cellRows(agency: string, year: number, cells: ReadonlyMap<string, CellFactsFragment>) {
  const lines = [...cells.values()].map(({ path, value, raw, state, unit, place, findings }) => [
    ...[agency, year, path, value, raw, state, unit],
    ...[place.table, place.row, place.column, place.line, place.page],
    findings.map(({ rule }) => rule).join(' '),
  ]);
  return [
    ['agency', 'year', 'path', 'value', 'raw', 'state', 'unit', 'table', 'row', 'column', 'line', 'page', 'findings'],
    ...lines,
  ];
}
