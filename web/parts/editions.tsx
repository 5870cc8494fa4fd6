import { useAnswer } from '../data/api.ts';
import { EditionsDocument, type EditionsQuery } from '../data/documents.generated.ts';
import { useReader } from '../words/words.ts';
import { FindingCard } from './finding-card.tsx';
import { ListTable } from './list-table.tsx';
import { Answered } from './states.tsx';

type Year = NonNullable<NonNullable<EditionsQuery['agency']>['year']>;
type Version = NonNullable<Year['report']>['versions'][number];

interface EditionsProps {
  readonly agencyId: string;
  readonly year: number;
  /** The version whose record is shown. */
  readonly shown: string;
  readonly onChoose: (path: string) => void;
}

/** The documents that were published as one report, and what each prints otherwise than the one before it. Nothing where there is one. */
export function Editions({ agencyId, year, shown, onChoose }: EditionsProps) {
  const { words } = useReader();
  const answer = useAnswer(EditionsDocument, { id: agencyId, year });
  if (answer.state === 'loading') return null;
  return (
    <Answered answer={answer} lines={2}>
      {({ agency }) => {
        const versions = agency?.year?.report?.versions ?? [];
        const { changedAfterPublication = [], readOtherwise = [] } = agency?.year ?? {};
        if (versions.length < 2) return null;
        return (
          <>
            <h2 id="editions">{words.changes.editions}</h2>
            {[...changedAfterPublication, ...readOtherwise].map((finding) => (
              <FindingCard key={finding.id ?? finding.rule} finding={finding} onCell={onChoose} />
            ))}
            <ol class="editions" reversed>
              {versions.map((version) => (
                <li key={version.version}>
                  <Edition version={version} isShown={version.version === shown} onChoose={onChoose} />
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </Answered>
  );
}

interface EditionProps {
  readonly version: Version;
  readonly isShown: boolean;
  readonly onChoose: (path: string) => void;
}

function Edition({ version: { publishedOn, source, changes }, isShown, onChoose }: EditionProps) {
  const { words } = useReader();
  return (
    <>
      <p>
        {words.publishedOn} {publishedOn ?? words.unknown} <span class="quiet">{source.mediaType}</span>{' '}
        {isShown && <strong>{words.changes.shown}</strong>}{' '}
        {source.permalink === null ? null : <a href={source.permalink}>{words.source.original}</a>}
      </p>
      {changes === null ? null : changes.cells.length === 0 ? (
        <p class="quiet">{words.changes.noFigure}</p>
      ) : (
        <>
          <p class="quiet">{words.changes.figures}</p>
          <ListTable
            label={words.changes.figures}
            rows={changes.cells}
            keyOf={({ path }) => path}
            columns={[
              {
                ...{ heading: words.findings.cells, isName: true },
                cell: ({ path }) => (
                  <button type="button" class="plain" disabled={!isShown} onClick={() => onChoose(path)}>
                    <code>{path}</code>
                  </button>
                ),
              },
              { ...{ heading: words.changes.before, class: 'number' }, cell: ({ before }) => printed(before) },
              { ...{ heading: words.changes.after, class: 'number' }, cell: ({ after }) => printed(after) },
            ]}
          />
        </>
      )}
    </>
  );
}

function printed(figure: { readonly raw: string } | null): string {
  return figure === null || figure.raw === '' ? '—' : figure.raw;
}
