import { useEffect, useState } from 'preact/hooks';

/** The reader's bearer token. It lives in this page's memory alone: never in the address, never in storage. */
let token = '';
const changed = new EventTarget();

export function useToken(): [string, (given: string) => void] {
  const [shown, set] = useState(token);
  useEffect(() => {
    const follow = () => set(token);
    changed.addEventListener('change', follow);
    return () => changed.removeEventListener('change', follow);
  }, []);
  return [
    shown,
    (given) => {
      token = given.trim();
      changed.dispatchEvent(new Event('change'));
    },
  ];
}
