import { useState } from 'preact/hooks';
import { to } from '../data/address.ts';
import { ask, useAnswer } from '../data/api.ts';
import { FindAgenciesDocument, type FindAgenciesQuery } from '../data/documents.generated.ts';
import { Link } from '../parts/link.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

type Found = FindAgenciesQuery['agencies'];

/** Agencies by name, each with the years of which a report is stored. */
export default function AgenciesView({ params }: { readonly params: URLSearchParams }) {
  const { words } = useReader();
  const name = params.get('q') ?? '';
  const answer = useAnswer(FindAgenciesDocument, { name });
  return (
    <>
      <h1>{name === '' ? words.agency : `${words.search}: ${name}`}</h1>
      <Answered answer={answer}>{({ agencies }) => <List key={name} name={name} first={agencies} />}</Answered>
    </>
  );
}

function List({ name, first }: { readonly name: string; readonly first: Found }) {
  const { words } = useReader();
  const [further, setFurther] = useState<readonly Found[]>([]);
  const pages = [first, ...further];
  const nodes = pages.flatMap((page) => page.nodes);
  const last = pages.at(-1)?.pageInfo;
  const more = async () => {
    const { data } = await ask(FindAgenciesDocument, { name, after: last?.endCursor ?? null });
    setFurther([...further, data.agencies]);
  };
  if (nodes.length === 0) return <p class="notice">{words.notFoundAgency}</p>;
  return (
    <>
      <p class="quiet">{words.of(nodes.length, first.totalCount)}</p>
      <ul class="agencies">
        {nodes.map(({ id, name: agency, level, division, years }) => (
          <li key={id}>
            <Link to={to(['agency', id])}>{agency}</Link>{' '}
            <span class="quiet">
              {[division?.name, level === null ? null : words.levels[level]].filter(Boolean).join(' · ')}
            </span>
            <span class="years">
              {years
                .filter(({ report }) => report !== null)
                .map(({ year }) => (
                  <Link key={year} to={to(['agency', id, String(year)])}>
                    {year}
                  </Link>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {last?.hasNextPage && (
        <button type="button" onClick={() => void more()}>
          {words.more}
        </button>
      )}
    </>
  );
}
