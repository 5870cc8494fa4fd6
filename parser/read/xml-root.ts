import { binary } from './mhtml/mime.ts';

/** Declarations and comments before the root of an XML file are this long at most. */
const longestOpening = 4096;
/** Before it only a mark of byte order may stand. */
const declaration = /^[^<]{0,8}<\?xml\s/;
const longestDeclaration = 64;
const comment = /<!--[\s\S]*?-->/g;

/** The start tag of a file of XML, with its namespaces; empty where the file does not begin as one. */
export function xmlRoot(bytes: Uint8Array): string {
  if (!declaration.test(characters(bytes.subarray(0, longestDeclaration)))) return '';
  const opening = characters(bytes.subarray(0, longestOpening)).replace(comment, '');
  const [, root = ''] = /<([a-z][^>]*)>/i.exec(opening) ?? [];
  return root;
}

/** Files in UTF-16 have a zero byte beside each character of markup. */
function characters(bytes: Uint8Array): string {
  return binary(bytes).replaceAll('\0', '');
}
