import { useToken } from '../data/credentials.ts';
import { useReader } from '../words/words.ts';

/** Where the reader gives the token that changes need. */
export function Credentials() {
  const { words } = useReader();
  const [token, setToken] = useToken();
  return (
    <details class="credentials">
      <summary>{words.findings.token}</summary>
      <label>
        <span>{words.findings.tokenHint}</span>
        <input
          type="password"
          autocomplete="off"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>
    </details>
  );
}
