import { createHash } from 'node:crypto';
import { basename } from 'node:path';

const hashLength = 12;
/** Characters of a name that stay, so that with its folder no file system finds it too long. */
const longestName = 60;
const longestExtension = 8;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
const unsafe = /[\u0000-\u001f\u007f\\/:*?"<>|%~\s]+/g;

/**
 * The path, below a folder, of the file that an address is kept in: the host, a hash that tells addresses apart, and the name that people know it
 * by. Whatever an address holds, its file is in the folder of its host.
 */
export function fileOf(url: URL): string {
  const hash = createHash('sha256').update(url.href).digest('hex').slice(0, hashLength);
  const name = basename(decoded(url.pathname)).replaceAll(unsafe, '_');
  const dot = name.lastIndexOf('.');
  const hasExtension = dot >= 0 && name.length - dot <= longestExtension;
  const stem = [...(hasExtension ? name.slice(0, dot) : name)].slice(0, longestName).join('');
  const host = url.host.replaceAll(unsafe, '_').replace(/^[[.]+/, '_');
  return `${host}/${hash}${stem === '' ? '' : `-${stem}`}${hasExtension ? name.slice(dot) : ''}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
