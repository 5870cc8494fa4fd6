import { useEffect, useState } from 'preact/hooks';

/** Where the reader is: everything a view shows follows from it, so a copied address restores the view. */
export interface Address {
  readonly path: readonly string[];
  readonly params: URLSearchParams;
}

export type Lang = 'zh' | 'en';

const moved = 'gongkai:moved';

export function readAddress({ pathname, search } = window.location): Address {
  return { path: pathname.split('/').filter(Boolean).map(decoded), params: new URLSearchParams(search) };
}

/** A link's address: path segments of any text, and the parameters that are given. The language of the view goes along. */
export function to(path: readonly string[], params: Record<string, string | number | null | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value != null && value !== '') search.set(name, String(value));
  const lang = new URLSearchParams(window.location.search).get('lang');
  if (lang !== null && !search.has('lang')) search.set('lang', lang);
  const query = search.toString();
  return `/${path.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}

/** This view with some parameters changed; null takes one away. */
export function here(changes: Record<string, string | number | null>): string {
  const { path, params } = readAddress();
  return to(path, { ...Object.fromEntries(params), ...changes });
}

/** Moves to an address of the explorer. The one that is left keeps in the history where it was left for; see `leftFor`. */
export function go(address: string, { replace = false } = {}): void {
  const { history } = window;
  if (!replace) history.replaceState({ leftFor: address }, '');
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  window.dispatchEvent(new Event(moved));
}

/** The address that the reader followed from this one before coming back to it; null where it is new. */
export function leftFor(): string | null {
  // Nothing but `go` writes here.
  return (window.history.state as { readonly leftFor: string } | null)?.leftFor ?? null;
}

export function useAddress(): Address {
  const [address, set] = useState(readAddress);
  useEffect(() => {
    const follow = () => set(readAddress());
    window.addEventListener('popstate', follow);
    window.addEventListener(moved, follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener(moved, follow);
    };
  }, []);
  return address;
}

/** The language of the address, else the one the reader's browser asks for. */
export function langOf({ params }: Address): Lang {
  const asked = params.get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
