import './buffer.ts';

/** An archive, and the path of the file in it that is wanted. */
interface Packed {
  readonly archive: Uint8Array<ArrayBuffer>;
  readonly member: string;
}

self.onmessage = async ({ data: { archive, member } }: MessageEvent<Packed>) => {
  const { unpackMembers } = await import('../../../parser/read/archive/read-archive.ts');
  const bytes = unpackMembers(archive).find(({ path }) => path === member)?.bytes ?? null;
  self.postMessage(bytes satisfies Uint8Array | null);
};
