import { binary } from '../mhtml/mime.ts';
import { type ReadResult, readable, refused } from '../reader.ts';
import { toBlocks } from '../word/to-blocks.ts';
import { RtfStoryReader } from './story-reader.ts';
import { rtfTokens } from './tokens.ts';

const mediaType = 'application/rtf';
const picture = /\\pict\b/;

/** A document in Rich Text Format, which Word and WPS also write under the names of their own formats. */
export function readRtf(bytes: Uint8Array): [ReadResult] {
  const source = binary(bytes);
  const blocks = toBlocks(new RtfStoryReader().read(rtfTokens(source)));
  if (blocks.length > 0) return [readable({ mediaType, encoding: null, blocks })];
  return [refused(picture.test(source) ? 'scanned' : 'empty', mediaType)];
}
