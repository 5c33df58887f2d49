/** Everything that tests write to the temporary folder lands in one folder, which goes when the run ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Vitest's global setup; the workers inherit the environment. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-tests-'));
  // POSIX reads the first, Windows the others.
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder;
  // Programs that are packed for a test are in folders that go, and so is V8's code of them.
  for (const variable of ['XDG_CACHE_HOME', 'LOCALAPPDATA']) process.env[variable] = path.join(folder, 'cache');
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
