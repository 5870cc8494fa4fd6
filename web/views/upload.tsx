import { useEffect, useState } from 'preact/hooks';
import { to } from '../data/address.ts';
import { ask, change, problemOf, useAnswer } from '../data/api.ts';
import { useToken } from '../data/credentials.ts';
import {
  type IngestionLineFragment,
  IngestionOfUploadDocument,
  PrepareUploadDocument,
  type PrepareUploadMutation,
  RecentIngestionsDocument,
  type RecentIngestionsQuery,
} from '../data/documents.generated.ts';
import { Credentials } from '../parts/credentials.tsx';
import { Link } from '../parts/link.tsx';
import { OutcomeMark } from '../parts/marks.tsx';
import { More } from '../parts/more.tsx';
import { usePages } from '../parts/pages.ts';
import { Answered } from '../parts/states.tsx';
import { useReader } from '../words/words.ts';

/** How far a file has come. */
type Stage =
  | { readonly at: 'waiting' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'queued' }
  | { readonly at: 'read'; readonly ingestion: IngestionLineFragment }
  | { readonly at: 'failed'; readonly why: string };

interface Item {
  readonly name: string;
  readonly stage: Stage;
}

/** An upload that the queue still has: kept in the tab, so that a reload goes on following it. */
interface Followed {
  readonly name: string;
  readonly key: string;
  readonly versionId: string;
}

const followedKey = 'gongkai:uploads';
const pauseMs = 1_000;
const patience = 120;

/** Many files at once, each followed from its bytes to its record; what was rejected says why. */
export default function UploadView() {
  const { words } = useReader();
  const [token] = useToken();
  const [items, setItems] = useState<ReadonlyMap<string, Item>>(new Map());
  const [over, setOver] = useState(false);
  const update = (id: string, name: string, stage: Stage) =>
    setItems((before) => new Map(before).set(id, { name, stage }));

  // What an earlier load of the page has left is taken up once.
  useEffect(() => {
    for (const followed of readFollowed()) void follow(followed, (stage) => update(followed.key, followed.name, stage));
  }, []);

  const add = async (files: readonly File[]) => {
    for (const file of files) update(fileId(file), file.name, { at: 'waiting' });
    for (const file of files) {
      const report = (stage: Stage) => update(fileId(file), file.name, stage);
      try {
        const followed = await send(file, token, report);
        keepFollowed([...readFollowed(), followed]);
        void follow(followed, report);
      } catch (error) {
        report({
          at: 'failed',
          why: error instanceof Error && error.message !== '' ? error.message : problemOf(error).code,
        });
      }
    }
  };

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
            void add([...(event.dataTransfer?.files ?? [])]);
          }}
        >
          <label>
            {words.upload.drop}{' '}
            <input
              type="file"
              multiple
              aria-label={words.upload.choose}
              onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
            />
          </label>
          <p class="quiet">{words.upload.formats}</p>
        </div>
      )}
      {items.size > 0 && (
        <ul class="uploads" aria-live="polite">
          {[...items].map(([id, { name, stage }]) => (
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
  const { words } = useReader();
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
            <span class="quiet">{ingestion.finishedAt.slice(0, 16).replace('T', ' ')}</span>{' '}
            <Outcome ingestion={ingestion} />
          </li>
        ))}
      </ul>
      {pages.total === 0 ? <p class="quiet">{words.empty}</p> : <More pages={pages} />}
    </>
  );
}

async function send(file: File, token: string, report: (stage: Stage) => void): Promise<Followed> {
  const { createUpload } = await change(
    PrepareUploadDocument,
    {
      input: {
        fileName: file.name,
        mediaType: file.type === '' ? 'application/octet-stream' : file.type,
        bytes: file.size,
      },
    },
    token,
  );
  report({ at: 'sending', percent: 0 });
  const versionId = await post(createUpload, file, (percent) => report({ at: 'sending', percent }));
  report({ at: 'queued' });
  return { name: file.name, key: createUpload.key, versionId };
}

/** Sends the form to the bucket. `XMLHttpRequest`, since `fetch` does not tell how far an upload has come. */
function post(
  { url, fields }: PrepareUploadMutation['createUpload'],
  file: File,
  onPercent: (percent: number) => void,
): Promise<string> {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new Error('NETWORK'));
    request.onload = () => {
      const versionId = request.getResponseHeader('x-amz-version-id');
      if (request.status < 300 && versionId !== null) resolve(versionId);
      else reject(new Error(`S3 ${request.status}`));
    };
    request.send(form);
  });
}

async function follow({ name, key, versionId }: Followed, report: (stage: Stage) => void): Promise<void> {
  report({ at: 'queued' });
  for (let turn = 0; turn < patience; turn += 1) {
    const found = await ask(IngestionOfUploadDocument, { key, versionId }).catch(() => null);
    const ingestion = found?.data.ingestionOf ?? null;
    if (ingestion !== null) {
      keepFollowed(readFollowed().filter((one) => one.versionId !== versionId || one.name !== name));
      report({ at: 'read', ingestion });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const fileId = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

function readFollowed(): readonly Followed[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(followedKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isFollowed) : [];
  } catch {
    return [];
  }
}

function keepFollowed(followed: readonly Followed[]): void {
  sessionStorage.setItem(followedKey, JSON.stringify(followed));
}

function isFollowed(value: unknown): value is Followed {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['name', 'key', 'versionId'].every((property) => typeof Reflect.get(value, property) === 'string')
  );
}
