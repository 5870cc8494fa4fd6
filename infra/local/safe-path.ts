/** Whether a bucket or key stays inside the folder it is stored in: a segment of dots would lead out of it. */
export function isSafePath(path: string): boolean {
  return !path.split(/[/\\]/).some((segment) => segment === '.' || segment === '..');
}
