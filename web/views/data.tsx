import { readAddress } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import {
  MetricDictionaryDocument,
  ReleasesDocument,
  type ReleasesQuery,
  RuleDictionaryDocument,
} from '../data/documents.generated.ts';
import { ListTable } from '../parts/list-table.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { type PlaceAndYear, WithPlaceAndYear } from '../parts/place-and-year.tsx';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

const states = ['number', 'blank', 'notApplicable', 'unreadable', 'inferred'] as const;

/** Downloads, and what everything means: states of cells, editions of the form, measures with their formulas, rules. */
export default function DataAndMethodsView() {
  const { words, say } = useReader();
  const metrics = useAnswer(MetricDictionaryDocument, {});
  const rules = useAnswer(RuleDictionaryDocument, {});
  const releases = useAnswer(ReleasesDocument, {});
  return (
    <>
      <h1>{words.data.title}</h1>
      <p>{words.data.notice}</p>
      <h2>{words.data.panel}</h2>
      <p>{words.data.panelIntro}</p>
      <Files
        files={[
          { href: '/export/panel.csv', text: 'CSV' },
          { href: '/export/panel.xlsx', text: 'Excel' },
          { href: '/export/panel.dta', text: 'Stata' },
          { href: '/export/panel.parquet', text: 'Parquet' },
          { href: '/export/panel-long.csv', text: words.data.longForm('CSV') },
          { href: '/export/panel-long.parquet', text: words.data.longForm('Parquet') },
          { href: '/export/panel-codebook.csv', text: words.data.codebook },
          { href: '/export/panel.datapackage.json', text: 'Data package' },
        ]}
      />
      <h2>{words.data.downloads}</h2>
      <p>{words.data.downloadsIntro}</p>
      <WithPlaceAndYear params={readAddress().params}>{(place) => <Downloads {...place} />}</WithPlaceAndYear>
      <h2>{words.data.releases}</h2>
      <p>{words.data.releasesIntro}</p>
      <Answered answer={releases}>
        {({ releases: made }) => {
          // Null is of an API that has none of its own, or did not answer: it says of no release that it is not there.
          if (made == null) return <p>{words.data.releasesUnlisted}</p>;
          return made.length === 0 ? <p>{words.data.noReleases}</p> : <Releases made={made} />;
        }}
      </Answered>
      <h2>{words.data.api}</h2>
      <p>
        {words.data.apiIntro} <a href="/graphql">GraphQL</a>
      </p>
      <h2>{words.data.states}</h2>
      <p>{words.data.statesIntro}</p>
      <dl class="states">
        {states.map((state) => (
          <div key={state}>
            <dt>{words.states[state]}</dt>
            <dd>{words.stateHelp[state]}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.data.forms}</h2>
      <p>{words.data.formsIntro}</p>
      <h2>{words.data.metrics}</h2>
      <Answered answer={metrics}>
        {({ metrics: known }) => (
          <ListTable
            label={words.data.metrics}
            rows={known}
            keyOf={({ key }) => key}
            columns={[
              {
                ...{ heading: words.measure, isName: true },
                cell: ({ key, name }) => (
                  <>
                    {say(name)} <code>{key}</code>
                  </>
                ),
              },
              { heading: words.data.formula, cell: ({ formula }) => <code>{formula}</code> },
              {
                heading: words.form,
                cell: ({ forms }) => forms.map((form) => words.forms[form] ?? form).join(' · '),
              },
            ]}
          />
        )}
      </Answered>
      <h2>{words.data.rules}</h2>
      <Answered answer={rules}>
        {({ rules: known }) => (
          <ul class="rules">
            {known.map(({ id, title, severity, source }) => (
              <li key={id}>
                <SeverityMark severity={severity} /> {say(title)} <code>{id}</code>{' '}
                <span class="quiet">{say(source)}</span>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </>
  );
}

type Release = NonNullable<ReleasesQuery['releases']>[number];

function Releases({ made }: { readonly made: readonly Release[] }) {
  const { words, count } = useReader();
  return (
    <ul class="releases">
      {made.map(({ name, created, reports, citation, files }) => (
        <li key={name}>
          <h3>{name}</h3>
          <p>
            {words.data.releasedOn(created.slice(0, '2026-01-31'.length), count(reports))} <q>{citation}</q>
          </p>
          <ul class="downloads">
            {files.map(({ path, bytes, sha256, permalink }) => (
              <li key={path}>
                <a href={permalink} title={`SHA-256 ${sha256}`}>
                  {path}
                </a>{' '}
                <span class="quiet">{words.data.size(count(Math.ceil(bytes / 1024)))}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Downloads({ province, year }: PlaceAndYear) {
  const base = `/export/${province.slice(0, 2)}/${year}`;
  return (
    <Files
      files={[
        { href: `${base}.csv`, text: 'CSV' },
        { href: `${base}.csv?shape=wide`, text: 'CSV (wide)' },
        { href: `${base}.ndjson`, text: 'NDJSON' },
        { href: `${base}.json`, text: 'JSON' },
        { href: `${base}.datapackage.json`, text: 'Data package' },
      ]}
    />
  );
}

function Files({ files }: { readonly files: readonly { readonly href: string; readonly text: string }[] }) {
  return (
    <ul class="downloads">
      {files.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
