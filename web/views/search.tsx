import { useEffect, useRef, useState } from 'preact/hooks';
import { go, here, to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  ProvincesDocument,
  SearchTextsDocument,
  type SearchTextsQuery,
  type SearchTextsQueryVariables,
  SectionDictionaryDocument,
  type SectionKey,
} from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { saveCsv } from '../parts/download.ts';
import { Link } from '../parts/link.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Search = SearchTextsQuery['search'];
type Found = Search['nodes'][number];
type Sentence = Found['sentences'][number];

const levels = ['central', 'province', 'prefecture', 'county', 'township'] as const;

/** Sections of reports in which words stand: the sentences with the words marked, and of how many reports that can be said. */
export default function SearchView({ params }: { readonly params: URLSearchParams }) {
  const { words, say } = useReader();
  const provinces = useAnswer(ProvincesDocument, {});
  const forms = useAnswer(SectionDictionaryDocument, {});
  const sections = new Map(
    forms.state === 'ready'
      ? forms.data.forms.flatMap((form) => form.sections.map(({ key, name }) => [key, name]))
      : [],
  );
  const text = (params.get('text') ?? '').trim();
  const section = params.get('section') ?? '';
  const level = levels.find((one) => one === params.get('level')) ?? null;
  const filter = {
    division: params.get('province') || null,
    year: /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : null,
    // The address may say anything; what is no section the API refuses.
    sections: section === '' ? null : [section as SectionKey],
    level,
  };
  const all = { value: '', text: words.findings.all };
  return (
    <>
      <h1>{words.searchPage.title}</h1>
      <p>{words.searchPage.intro}</p>
      <Box key={text} given={text} />
      <div class="choices">
        {provinces.state === 'ready' && (
          <>
            <Choice
              name="province"
              label={words.province}
              value={filter.division ?? ''}
              options={[all, ...provinces.data.provinces.map(({ code, name }) => ({ value: code, text: name }))]}
            />
            <Choice
              name="year"
              label={words.year}
              value={filter.year === null ? '' : String(filter.year)}
              options={[all, ...yearsOf(provinces.data.provinces).map((one) => ({ value: one, text: one }))]}
            />
          </>
        )}
        <Choice
          name="section"
          label={words.searchPage.section}
          value={section}
          options={[all, ...Array.from(sections, ([key, name]) => ({ value: key, text: say(name) }))]}
        />
        <Choice
          name="level"
          label={words.level}
          value={level ?? ''}
          options={[all, ...levels.map((value) => ({ value, text: words.levels[value] }))]}
        />
      </div>
      {text === '' ? <p class="notice">{words.searchPage.hint}</p> : <Results text={text} filter={filter} />}
    </>
  );
}

/** Years of which anything is stored, the latest first. */
function yearsOf(provinces: readonly { readonly years: readonly number[] }[]): string[] {
  return [...new Set(provinces.flatMap(({ years }) => years))].sort((a, b) => b - a).map(String);
}

function Box({ given }: { readonly given: string }) {
  const { words } = useReader();
  const [text, setText] = useState(given);
  return (
    <form
      class="search search-texts"
      onSubmit={(event) => {
        event.preventDefault();
        go(here({ text: text.trim() }));
      }}
    >
      <input
        type="search"
        aria-label={words.searchPage.label}
        placeholder={words.searchPage.placeholder}
        maxLength={longestSearch}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit">{words.searchPage.find}</button>
    </form>
  );
}

/** What the API takes. */
const longestSearch = 200;

interface ResultsProps {
  readonly text: string;
  readonly filter: NonNullable<SearchTextsQueryVariables['filter']>;
}

function Results({ text, filter }: ResultsProps) {
  const variables = { text, filter };
  const answer = useAnswer(SearchTextsDocument, variables);
  useAskAgain(answer.state === 'ready' ? answer.data.search.coverage.askAfterMilliseconds : null, {
    of: JSON.stringify(variables),
    again: answer.state === 'ready' ? answer.again : null,
  });
  if (answer.state === 'failed' && answer.problem.code === 'BAD_USER_INPUT')
    return (
      <p class="notice notice-error" role="alert">
        {answer.problem.message}
      </p>
    );
  return (
    <Answered answer={answer}>
      {({ search }) => (
        <>
          <Coverage of={search} />
          <List key={JSON.stringify([variables, search.totalCount, search.coverage])} first={search} {...variables} />
        </>
      )}
    </Answered>
  );
}

const longestPauseMs = 30_000;

/** Asks again for what has not been searched yet, after pauses that double: what is being made may take a minute, or fail. */
function useAskAgain(
  afterMs: number | null,
  { of, again }: { readonly of: string; readonly again: (() => void) | null },
) {
  const times = useRef({ of, count: 0 });
  useEffect(() => {
    if (afterMs === null || again === null) return;
    if (times.current.of !== of) times.current = { of, count: 0 };
    let timer: number;
    const ask = () => {
      times.current.count += 1;
      again();
      wait();
    };
    const wait = () => {
      timer = window.setTimeout(ask, Math.min(afterMs * 2 ** times.current.count, longestPauseMs));
    };
    wait();
    return () => window.clearTimeout(timer);
  }, [afterMs, of, again]);
}

/** Of how many reports the answer is. Nothing is said of those that have not been searched. */
function Coverage({ of: { coverage, totalCount } }: { readonly of: Search }) {
  const { words, count } = useReader();
  const { reports, searched, withoutText, inDoubt, left, askAfterMilliseconds } = coverage;
  return (
    <div role="status">
      <p>
        {words.searchPage.found(count(totalCount), count(searched), count(reports))}
        {withoutText > 0 && <> · {words.searchPage.withoutText(count(withoutText))}</>}
        {inDoubt > 0 && <> · {words.searchPage.inDoubt(count(inDoubt))}</>}
      </p>
      {left > 0 && (
        <p class="notice notice-doubt">
          {askAfterMilliseconds === null
            ? words.searchPage.notIndexed(count(left))
            : words.searchPage.left(count(left))}
        </p>
      )}
      {reports === 0 && <p class="notice">{words.searchPage.noReports}</p>}
      {left === 0 && reports > 0 && totalCount === 0 && <p class="notice">{words.searchPage.nothing}</p>}
    </div>
  );
}

function List({ first, ...variables }: ResultsProps & { readonly first: Search }) {
  const { words } = useReader();
  const pages = usePages(first, SearchTextsDocument, {
    variables,
    pageOf: ({ search }: SearchTextsQuery) => search,
  });
  if (first.totalCount === 0) return null;
  return (
    <>
      <p class="actions">
        <button type="button" onClick={() => saveCsv('gongkai-search', csvRows(pages.nodes))}>
          {words.downloadCsv}
        </button>
      </p>
      <ul class="queue">
        {pages.nodes.map((found) => (
          <li key={`${found.report.version} ${found.report.agency.id} ${placeOf(found)}`} class="card">
            <Text found={found} />
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** Where in the report a text stands: the number of its section, 0 before the first. */
function placeOf({ section }: Found): string {
  return section === null ? '0' : `${section.ordinal}`;
}

function Text({ found }: { readonly found: Found }) {
  const { words } = useReader();
  const { report, section, sentences, sentenceCount } = found;
  const address = to(['agency', report.agency.id, String(report.year)], { section: placeOf(found) });
  return (
    <>
      <h2>
        <Link to={address}>
          {report.agency.name} · {report.year}
        </Link>
      </h2>
      <p class="quiet">
        <span lang="zh">{section === null ? words.searchPage.preamble : section.heading}</span>
        {' · '}
        <OutcomeMark outcome={report.outcome} />
      </p>
      {sentences.map((sentence) => (
        <p key={sentence.offset} class="found" lang="zh">
          <Marked sentence={sentence} />
        </p>
      ))}
      {sentenceCount > sentences.length && (
        <p class="quiet">{words.searchPage.moreSentences(sentenceCount - sentences.length)}</p>
      )}
    </>
  );
}

/** A sentence as printed, what was searched for marked. */
function Marked({ sentence: { text, words } }: { readonly sentence: Sentence }) {
  const ends = words.map(({ offset, length }) => offset + length);
  return (
    <>
      {words.map(({ offset, length }, at) => [
        text.slice(ends[at - 1] ?? 0, offset),
        <mark key={offset}>{text.slice(offset, offset + length)}</mark>,
      ])}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}

function csvRows(found: readonly Found[]): (readonly (string | number)[])[] {
  return [
    ['agencyId', 'agency', 'year', 'outcome', 'section', 'heading', 'offset', 'sentence', 'version'],
    ...found.flatMap(({ report: { agency, year, outcome, version }, section, sentences }) =>
      sentences.map(({ offset, text }) => [
        ...[agency.id, agency.name, year, outcome, section?.key ?? '', section?.heading ?? ''],
        ...[offset, text, version],
      ]),
    ),
  ];
}
