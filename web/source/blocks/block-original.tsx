import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block, Table, TableCell } from '../../../parser/read/document.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { useReader } from '../../words/words.ts';
import type { Chosen } from '../original.tsx';
import { scrollWithin } from '../scroll-within.ts';
import type { Read } from './read-blocks.worker.ts';
import ReadBlocks from './read-blocks.worker.ts?worker';

/** The longest that reading a file may take; the largest of the corpus takes a second. */
const patienceMs = 20_000;

/**
 * A Word file, a sheet or an archived page as paragraphs and tables, read in the browser by the readers that the record was made
 * with, so that a place means the same in both. How the file looks is not shown; that is said.
 */
export default function BlockOriginal({
  bytes,
  chosen,
}: {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly chosen: Chosen;
}) {
  const { words } = useReader();
  const read = useBlocks(bytes);
  const lit = useRef<HTMLElement>(null);
  const place = chosen.place;
  // Scrolls when another place is lit, and when the blocks have come.
  useEffect(() => scrollWithin(lit.current?.closest('section'), lit.current), [place, chosen.text, read]);
  if (read === 'loading')
    return (
      <div class="skeleton" role="status">
        {words.loading}
      </div>
    );
  if (read === null)
    return (
      <p class="notice notice-error" role="alert">
        {words.source.failed}
      </p>
    );
  // A file that holds several documents, as a crawler's pack of pages, does not say which of them the record is of.
  const isOne = read.length === 1;
  const found = isOne ? find(read[0] ?? [], chosen) : null;
  const asked = place !== null || chosen.text !== null;
  return (
    <>
      <p class="quiet">{words.source.blocks}</p>
      {asked && found === null && <p class="notice notice-doubt">{words.source.lost}</p>}
      <Scroll label={words.source.title} class="original-blocks">
        {read.flat().map((block, index) =>
          block.kind === 'paragraph' ? (
            // Blocks never change: their place is their name.
            <p key={index} lang="zh" {...(block === found ? { ref: lit as never, 'data-lit': '' } : {})}>
              {block.text}
            </p>
          ) : (
            <Grid key={index} table={block} found={found} lit={lit} />
          ),
        )}
      </Scroll>
    </>
  );
}

interface GridProps {
  readonly table: Table;
  readonly found: Found | null;
  readonly lit: { current: HTMLElement | null };
}

function Grid({ table, found, lit }: GridProps) {
  return (
    <table lang="zh">
      <tbody>
        {table.rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell) => (
              <td
                key={cell.column}
                colSpan={cell.columnSpan}
                rowSpan={cell.rowSpan}
                {...(cell === found ? { ref: lit as never, 'data-lit': '' } : {})}
              >
                {cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Found = TableCell | Block;

/**
 * The cell at the chosen place, or the paragraph or cell that holds the chosen sentence. A table may stand in the file as lines of
 * text, and is then none of its tables: the line tells which paragraph.
 */
function find(blocks: readonly Block[], { place, text }: Chosen): Found | null {
  const tables = blocks.filter((block) => block.kind === 'table');
  if (place !== null) {
    const isOnLine = ({ line }: Found) => place.line === null || line === place.line;
    const cells = tables.filter(({ number }) => number === place.table).flatMap(({ rows }) => rows.flat());
    const cell = cells.find(({ row, column }) => row === place.row && column === place.column);
    if (cell !== undefined && isOnLine(cell)) return cell;
    return blocks.find((block) => block.kind === 'paragraph' && block.line === place.line) ?? null;
  }
  if (text === null) return null;
  const wanted = withoutBlanks(text);
  const holds = (part: { readonly text: string }) => withoutBlanks(part.text).includes(wanted);
  const paragraph = blocks.find((block) => block.kind === 'paragraph' && holds(block));
  return paragraph ?? tables.flatMap(({ rows }) => rows.flat()).find(holds) ?? null;
}

const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/** The file's blocks, read in a worker that is ended when it takes too long or is no longer wanted. */
function useBlocks(bytes: Uint8Array<ArrayBuffer>): Read | 'loading' {
  const [read, set] = useState<Read | 'loading'>('loading');
  useEffect(() => {
    const worker = new ReadBlocks();
    const end = (outcome: Read) => {
      window.clearTimeout(timer);
      worker.terminate();
      set(outcome);
    };
    const timer = window.setTimeout(() => end(null), patienceMs);
    worker.onmessage = ({ data }: MessageEvent<Read>) => end(data);
    worker.onerror = () => end(null);
    set('loading');
    worker.postMessage(bytes);
    return () => {
      window.clearTimeout(timer);
      worker.terminate();
    };
  }, [bytes]);
  return read;
}
