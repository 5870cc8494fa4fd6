import { memo } from 'preact/compat';
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
import { useReader } from '../words/words.ts';

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
      <Answered answer={answer}>
        {({ agencies }) => <List key={JSON.stringify(filter)} filter={filter} first={agencies} />}
      </Answered>
    </>
  );
}

function List({ filter, first }: { readonly filter: AgencyFilter; readonly first: Found }) {
  const { words } = useReader();
  const pages = usePages(first, FindAgenciesDocument, {
    variables: { filter, first: pageSizes.further },
    pageOf: ({ agencies }: FindAgenciesQuery) => agencies,
  });
  if (pages.total === 0) return <p class="notice">{words.notFoundAgency}</p>;
  return (
    <>
      {pages.pages.map(({ nodes }) => (
        <Block key={nodes[0]?.id} agencies={nodes} />
      ))}
      <More pages={pages} />
    </>
  );
}

/**
 * The agencies of one answer. However long the list, a browser lays out and paints only what is near the window, and only a block that has
 * just come is drawn anew. All of it stays in the document: a search of the page and the keyboard reach what is far, and it is printed.
 */
const Block = memo(({ agencies }: { readonly agencies: Found['nodes'] }) => {
  const { words } = useReader();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links within are what is clicked, by keyboard too.
    <ul class="agencies" onClick={follow}>
      {agencies.map(({ id, name, level, division, years }) => (
        <li key={id}>
          <a href={to(['agency', id])}>{name}</a>{' '}
          <span class="quiet">
            {[division?.name, level === null ? null : words.levels[level]].filter(Boolean).join(' · ')}
          </span>
          <Years id={id} years={years.filter(({ report }) => report !== null).map(({ year }) => year)} />
        </li>
      ))}
    </ul>
  );
});

/** How many of an agency's years a long list links to. */
const latestYears = 3;

/** The latest years of which a report is stored, and how far back the others go: so few that a keyboard gets through the list. */
function Years({ id, years }: { readonly id: string; readonly years: readonly number[] }) {
  const { words } = useReader();
  const latestFirst = years.toSorted((a, b) => b - a);
  const oldest = latestFirst.at(-1);
  return (
    <span class="years">
      {latestFirst.slice(0, latestYears).map((year) => (
        <a key={year} href={to(['agency', id, String(year)])}>
          {year}
        </a>
      ))}
      {oldest !== undefined && years.length > latestYears && (
        <span class="quiet">{words.yearsSince(years.length, oldest)}</span>
      )}
    </span>
  );
}
