import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Scroll } from '../parts/scroll.tsx';
import { useReader } from '../words/words.ts';
import type { Chosen } from './original.tsx';
import { scrollWithin } from './scroll-within.ts';

GlobalWorkerOptions.workerSrc = workerUrl;
/** Pixels drawn for a point of the page: sharp where a page fills its place on a fine display. */
const scale = 2;

/** A page of the PDF as it prints, as wide as its place or, where it could not be read then, a pixel a point, with a box around the chosen cell. */
export default function PdfOriginal({
  bytes,
  chosen,
}: {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly chosen: Chosen;
}) {
  const { words } = useReader();
  const file = usePdf(bytes);
  const [page, setPage] = useState(1);
  /** That of the page once it is drawn; before, a canvas is black. */
  const [size, setSize] = useState<Size | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const place = chosen.place;
  useEffect(() => {
    if (place?.page != null) setPage(place.page);
  }, [place]);
  useEffect(() => {
    let stale = false;
    let drawing: RenderTask | null = null;
    setSize(null);
    if (file === null || file === 'failed') return;
    file
      .getPage(page)
      .then(async (sheet) => {
        const target = canvas.current;
        if (target === null || stale) return;
        const viewport = sheet.getViewport({ scale });
        target.width = viewport.width;
        target.height = viewport.height;
        drawing = sheet.render({ canvas: target, viewport });
        await drawing.promise;
        if (!stale) setSize({ width: viewport.width / scale, height: viewport.height / scale });
      })
      // Neither a page that another took the place of is drawn, nor one that cannot be read.
      .catch(() => undefined);
    return () => {
      stale = true;
      // A canvas takes one drawing at a time.
      drawing?.cancel();
    };
  }, [file, page]);
  useEffect(() => scrollWithin(box.current?.closest('section'), box.current), [place, size]);
  if (file === 'failed') return <p class="notice notice-error">{words.source.failed}</p>;
  const pages = file?.numPages ?? 1;
  return (
    <>
      <nav class="pages" aria-label={words.source.title}>
        <button type="button" aria-label={words.source.previous} disabled={page <= 1} onClick={() => setPage(page - 1)}>
          ‹
        </button>
        <span>
          {words.cell.page(page)} / {pages}
        </span>
        <button type="button" aria-label={words.source.next} disabled={page >= pages} onClick={() => setPage(page + 1)}>
          ›
        </button>
      </nav>
      <Scroll label={words.source.title} class="original-page">
        <div class="sheet" style={{ minWidth: `${size?.width ?? 0}px` }}>
          <canvas ref={canvas} class={size === null ? 'undrawn' : ''} aria-label={words.cell.page(page)} role="img" />
          {place?.box != null && place.page === page && size !== null && (
            <div ref={box} class="lit-box" style={boxStyle(place.box, size)} />
          )}
        </div>
      </Scroll>
    </>
  );
}

/** In points, as PDF measures. */
interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

function boxStyle({ left, top, width, height }: Box, page: Size) {
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  return {
    left: share(left, page.width),
    top: share(top, page.height),
    width: share(width, page.width),
    height: share(height, page.height),
  };
}

function usePdf(bytes: Uint8Array<ArrayBuffer>): PDFDocumentProxy | 'failed' | null {
  const [file, set] = useState<PDFDocumentProxy | 'failed' | null>(null);
  useEffect(() => {
    // PDF.js takes the bytes for itself, so it is given a copy.
    const task = getDocument({ data: bytes.slice(), enableXfa: false, cMapUrl: '/cmaps/', cMapPacked: true });
    task.promise.then(set, () => set('failed'));
    return () => void task.destroy();
  }, [bytes]);
  return file;
}
