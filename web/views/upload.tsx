import { useState } from 'preact/hooks';
import { to } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { useToken } from '../data/credentials.ts';
import {
  type IngestionLineFragment,
  RecentIngestionsDocument,
  type RecentIngestionsQuery,
} from '../data/documents.generated.ts';
import { type Stage, uploadAll, useUploads } from '../data/uploads.ts';
import { Credentials } from '../parts/credentials.tsx';
import { Link } from '../parts/link.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

/** Many files at once, each followed from its bytes to its record; what was rejected says why. */
export default function UploadView() {
  const { words } = useReader();
  const [token] = useToken();
  const uploads = useUploads();
  const [over, setOver] = useState(false);
  const add = (files: FileList | null | undefined) => void uploadAll([...(files ?? [])], token);
  return (
    <>
      <h1>{words.upload.title}</h1>
      <Credentials />
      {token === '' ? (
        <p class="notice">{words.upload.needToken}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the file input inside is the same for the keyboard.
        <div
          class={`drop${over ? ' drop-over' : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            add(event.dataTransfer?.files);
          }}
        >
          <label>
            {words.upload.drop}{' '}
            <input
              type="file"
              multiple
              aria-label={words.upload.choose}
              onChange={(event) => add(event.currentTarget.files)}
            />
          </label>
          <p class="quiet">{words.upload.formats}</p>
        </div>
      )}
      {uploads.length > 0 && (
        <ul class="uploads" aria-live="polite">
          {uploads.map(({ id, name, stage }) => (
            <li key={id}>
              <strong>{name}</strong> <StageText stage={stage} />
            </li>
          ))}
        </ul>
      )}
      <Recent />
    </>
  );
}

function StageText({ stage }: { readonly stage: Stage }) {
  const { words } = useReader();
  switch (stage.at) {
    case 'waiting':
      return <span class="quiet">{words.upload.waiting}</span>;
    case 'sending':
      return (
        <span>
          <progress max={100} value={stage.percent} /> {words.upload.sending(stage.percent)}
        </span>
      );
    case 'queued':
      return <span>{words.upload.queued}</span>;
    case 'failed':
      return (
        <span role="alert" class="doubt-error">
          {words.upload.failed}: {stage.why}. {words.upload.again}
        </span>
      );
    case 'interrupted':
      return <span class="doubt-warning">{words.upload.interrupted}</span>;
    case 'read':
      return <Outcome ingestion={stage.ingestion} />;
  }
}

function Outcome({ ingestion }: { readonly ingestion: IngestionLineFragment }) {
  const { words, say } = useReader();
  return (
    <span>
      <OutcomeMark outcome={ingestion.outcome} />{' '}
      {ingestion.records.map(({ agencyId, year }) =>
        agencyId === null || year === null ? null : (
          <Link key={`${agencyId} ${year}`} to={to(['agency', agencyId, String(year)])}>
            {words.upload.toRecord} ({year})
          </Link>
        ),
      )}
      {ingestion.reasons.map(({ code, message }) => (
        <span key={code} class="quiet">
          {' '}
          {say(message)} <code>{code}</code>
        </span>
      ))}
    </span>
  );
}

function Recent() {
  const { words } = useReader();
  const answer = useAnswer(RecentIngestionsDocument, {});
  return (
    <>
      <h2>{words.upload.recent}</h2>
      <Answered answer={answer}>{({ ingestions }) => <RecentList first={ingestions} />}</Answered>
    </>
  );
}

function RecentList({ first }: { readonly first: RecentIngestionsQuery['ingestions'] }) {
  const { words, moment } = useReader();
  const pages = usePages(first, RecentIngestionsDocument, {
    variables: {},
    pageOf: ({ ingestions }: RecentIngestionsQuery) => ingestions,
  });
  return (
    <>
      <ul class="uploads">
        {pages.nodes.map((ingestion) => (
          <li key={ingestion.id}>
            <code>{ingestion.key.replace(/^raw\//, '')}</code>{' '}
            <span class="quiet date">{moment(ingestion.finishedAt)}</span> <Outcome ingestion={ingestion} />
          </li>
        ))}
      </ul>
      {pages.total === 0 ? <p class="quiet">{words.empty}</p> : <More pages={pages} />}
    </>
  );
}
