import { render } from 'preact';
import { memo } from 'preact/compat';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  type AgencyFilter,
  FindAgenciesDocument,
  type FindAgenciesQuery,
  ProvincesDocument,
} from '../data/documents.generated.ts';
import { Choice } from '../parts/choice.tsx';
import { follow } from '../parts/link.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Answered } from '../parts/states.tsx';
import { type Reader, useReader } from '../words/words.ts';

type Found = FindAgenciesQuery['agencies'];

const levels = ['central', 'province', 'prefecture', 'county', 'township'] as const;

/** How many agencies come with the first answer, and with each further one. */
const pageSizes = { first: 30, further: 100 } as const;

/** Agencies by name, province and level, each with the years of which a report is stored. */
export default function AgenciesView({ params }: { readonly params: URLSearchParams }) {
  const { words } = useReader();
  const name = params.get('q') ?? '';
  const level = levels.find((one) => one === params.get('level')) ?? null;
  const provinces = useAnswer(ProvincesDocument, {});
  const division = params.get('province') || null;
  const filter = { nameContains: name, level, division };
  const answer = useAnswer(FindAgenciesDocument, { filter, first: pageSizes.first });
  const all = { value: '', text: words.findings.all };
  return (
    <>
      <h1>{name === '' ? words.agencies : `${words.search}: ${name}`}</h1>
      <div class="choices">
        {provinces.state === 'ready' && (
          <Choice
            name="province"
            label={words.province}
            value={division ?? ''}
            options={[all, ...provinces.data.provinces.map(({ code, name: text }) => ({ value: code, text }))]}
          />
        )}
        <Choice
          name="level"
          label={words.level}
          value={level ?? ''}
          options={[all, ...levels.map((value) => ({ value, text: words.levels[value] }))]}
        />
      </div>
      <Answered answer={answer}>{() => null}</Answered>
      <Lists filter={filter} first={answer.state === 'ready' ? answer.data.agencies : null} />
    </>
  );
}

interface Kept {
  readonly key: string;
  readonly filter: AgencyFilter;
  readonly first: Found;
}

/** The list of a filter whose answer has come, and those of filters before it, until they are gone. */
function Lists({ filter, first }: { readonly filter: AgencyFilter; readonly first: Found | null }) {
  const key = JSON.stringify(filter);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const without = (one: string) => (lists: readonly Kept[]) => lists.filter((list) => list.key !== one);
  useEffect(() => {
    if (first !== null) setKept((lists) => [...without(key)(lists), { key, filter, first }]);
  }, [first]);
  return (
    <>
      {kept.map(({ key: of, ...list }) => (
        <List key={of} {...list} isLeft={of !== key} onGone={() => setKept(without(of))} />
      ))}
    </>
  );
}

interface ListProps extends Omit<Kept, 'key'> {
  /** Whether another filter was chosen. The list is then out of sight and reach, and its blocks go one a turn: thousands of agencies at once would hold the page up. */
  readonly isLeft: boolean;
  readonly onGone: () => void;
}

function List({ filter, first, isLeft, onGone }: ListProps) {
  const { words } = useReader();
  const pages = usePages(first, FindAgenciesDocument, {
    variables: { filter, first: pageSizes.further },
    pageOf: ({ agencies }: FindAgenciesQuery) => agencies,
  });
  const [gone, setGone] = useState(0);
  const left = isLeft ? pages.pages.length - gone : pages.pages.length;
  useEffect(() => {
    if (!isLeft) return setGone(0);
    pages.stop();
    if (left === 0) return onGone();
    const turn = setTimeout(() => setGone(gone + 1));
    return () => clearTimeout(turn);
  }, [isLeft, left]);
  if (pages.total === 0) return isLeft ? null : <p class="notice">{words.notFoundAgency}</p>;
  return (
    <div class={isLeft ? 'left-behind' : ''}>
      {pages.pages.slice(0, left).map(({ nodes }) => (
        <Block key={nodes[0]?.id} agencies={nodes} />
      ))}
      {!isLeft && <More pages={pages} />}
    </div>
  );
}

/**
 * The agencies of one answer. However long the list, a browser lays out and paints only what is near the window, and only a block that has
 * just come is drawn anew. All of it stays in the document: a search of the page and the keyboard reach what is far, and it is printed.
 *
 * A block is a root of its own, which leaves the page with its element. As a part of the view's tree, 5,000 agencies would be taken apart one by
 * one when the list is filtered, and the page would stand still meanwhile.
 */
const Block = memo(({ agencies }: { readonly agencies: Found['nodes'] }) => {
  const reader = useReader();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (list.current === null) return;
    const lines = agencies.map((agency) => <Line key={agency.id} agency={agency} reader={reader} />);
    render(lines, list.current);
  }, [agencies, reader]);
  // biome-ignore lint/a11y/useKeyWithClickEvents: the links within are what is clicked, by keyboard too.
  return <ul ref={list} class="agencies" onClick={follow} />;
});

interface LineProps {
  readonly agency: Found['nodes'][number];
  readonly reader: Reader;
}

function Line({ agency: { id, name, level, division, years }, reader: { words } }: LineProps) {
  const latestFirst = years
    .filter(({ report }) => report !== null)
    .map(({ year }) => year)
    .sort((a, b) => b - a);
  const oldest = latestFirst.at(-1);
  return (
    <li>
      <a href={to(['agency', id])}>{name}</a>{' '}
      <span class="quiet">
        {[division?.name, level === null ? null : words.levels[level]].filter(Boolean).join(' · ')}
      </span>
      <span class="years">
        {latestFirst.slice(0, latestYears).map((year) => (
          <a key={year} href={to(['agency', id, String(year)])}>
            {year}
          </a>
        ))}
        {oldest !== undefined && latestFirst.length > latestYears && (
          <span class="quiet">{words.yearsSince(latestFirst.length, oldest)}</span>
        )}
      </span>
    </li>
  );
}

/** How many of an agency's years a long list links to, so few that a keyboard gets through it; how far back the others go is said. */
const latestYears = 3;
