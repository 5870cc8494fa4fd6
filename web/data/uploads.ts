import { useEffect, useState } from 'preact/hooks';
import { ask, change, problemOf } from './api.ts';
import {
  type IngestionLineFragment,
  IngestionOfUploadDocument,
  PrepareUploadDocument,
  type PrepareUploadMutation,
} from './documents.generated.ts';

/** How far a file has come. */
export type Stage =
  | { readonly at: 'waiting' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'queued' }
  | { readonly at: 'read'; readonly ingestion: IngestionLineFragment }
  | { readonly at: 'failed'; readonly why: string }
  | { readonly at: 'interrupted' };

/** A file on its way, kept in the tab. Once the bucket has it, it is followed after a reload too; before that only its name is left. */
interface Kept {
  readonly id: string;
  readonly name: string;
  readonly sent: Sent | null;
}

/** A file that the bucket has, and how often to ask what became of it. */
interface Sent {
  readonly key: string;
  readonly versionId: string;
  readonly pauseMs: number;
}

const storage = 'gongkai:uploads';

/** Whether it is queued is asked so often at the pace that the API advises, and then more seldom. */
const eagerTurns = 60;
const slowPauseMs = 10_000;

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
}

/** Uploads of this page, oldest first. They go on while the reader looks at other screens. */
let uploads: readonly Upload[] = [];
const changed = new EventTarget();
let isResumed = false;

function report(id: string, name: string, stage: Stage): void {
  const at = uploads.findIndex((one) => one.id === id);
  uploads = at < 0 ? [...uploads, { id, name, stage }] : uploads.with(at, { id, name, stage });
  changed.dispatchEvent(new Event('change'));
}

/** The uploads of this page, and those that an earlier load of it has left on their way. */
export function useUploads(): readonly Upload[] {
  const [shown, set] = useState(uploads);
  useEffect(() => {
    const follow = () => set(uploads);
    changed.addEventListener('change', follow);
    if (!isResumed) resume();
    isResumed = true;
    follow();
    return () => changed.removeEventListener('change', follow);
  }, []);
  return shown;
}

/** Sends files one after the other and follows each until it is read. What becomes of them stands in `useUploads`; never throws. */
export async function uploadAll(files: readonly File[], token: string): Promise<void> {
  const begun = files.map((file) => ({ file, id: `${file.name} ${file.size} ${file.lastModified}`, name: file.name }));
  for (const { id, name } of begun) {
    keep({ id, name, sent: null });
    report(id, name, { at: 'waiting' });
  }
  for (const { file, id, name } of begun) {
    try {
      const sent = await send(file, token, (percent) => report(id, name, { at: 'sending', percent }));
      keep({ id, name, sent });
      void follow({ id, name, sent });
    } catch (error) {
      drop(id);
      const why = error instanceof Error && error.message !== '' ? error.message : problemOf(error).code;
      report(id, name, { at: 'failed', why });
    }
  }
}

/** What the bucket has is followed further; what it has not must be chosen again, for a page keeps no files. */
function resume(): void {
  for (const { id, name, sent } of readKept()) {
    if (sent !== null) void follow({ id, name, sent });
    else {
      drop(id);
      report(id, name, { at: 'interrupted' });
    }
  }
}

async function send(file: File, token: string, onPercent: (percent: number) => void): Promise<Sent> {
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
  const input = { fileName: file.name, mediaType, bytes: file.size };
  const { createUpload } = await change(PrepareUploadDocument, { input }, token);
  onPercent(0);
  const versionId = await post(createUpload, file, onPercent);
  return { key: createUpload.key, versionId, pauseMs: createUpload.askAfterMilliseconds };
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
    request.onerror = () => reject(new Error(navigator.onLine ? 'NETWORK' : 'OFFLINE'));
    request.onload = () => {
      const versionId = request.getResponseHeader('x-amz-version-id');
      if (request.status < 300 && versionId !== null) resolve(versionId);
      else reject(new Error(`S3 ${request.status}`));
    };
    request.send(form);
  });
}

async function follow({ id, name, sent }: Kept & { readonly sent: Sent }): Promise<void> {
  const { key, versionId, pauseMs } = sent;
  report(id, name, { at: 'queued' });
  for (let turn = 0; ; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, turn < eagerTurns ? pauseMs : slowPauseMs));
    // What fails once is asked again: the document is in the bucket, whatever becomes of a question.
    const found = await ask(IngestionOfUploadDocument, { key, versionId }).catch(() => null);
    const ingestion = found?.data.ingestionOf ?? null;
    if (ingestion === null) continue;
    drop(id);
    return report(id, name, { at: 'read', ingestion });
  }
}

function keep(kept: Kept): void {
  write([...readKept().filter(({ id }) => id !== kept.id), kept]);
}

function drop(id: string): void {
  write(readKept().filter((kept) => kept.id !== id));
}

function write(kept: readonly Kept[]): void {
  sessionStorage.setItem(storage, JSON.stringify(kept));
}

function readKept(): readonly Kept[] {
  // The tab's storage is this page's own; nothing else writes there.
  return JSON.parse(sessionStorage.getItem(storage) ?? '[]') as Kept[];
}
