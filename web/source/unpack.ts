/** The longest that unpacking may take. */
const patienceMs = 20_000;

/**
 * A file of an archive, unpacked in a worker by the reader that the record was made with. Rejects where the archive has no such file,
 * cannot be unpacked, or takes too long.
 */
export async function unpackMember(
  archive: Uint8Array<ArrayBuffer>,
  member: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Unpack } = await import('./blocks/unpack.worker.ts?worker');
  const worker = new Unpack();
  try {
    return await new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`not unpacked: ${member}`));
      AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]).addEventListener('abort', fail);
      worker.onerror = fail;
      worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | null>) =>
        data === null ? fail() : resolve(data);
      worker.postMessage({ archive, member });
    });
  } finally {
    worker.terminate();
  }
}
