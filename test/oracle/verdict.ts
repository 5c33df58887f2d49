/** Our verdict for files of an application, to be compared with what the real library sends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SecureState } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

/** What decides Secure, as seen from outside: nothing, the request's scheme, or the environment. */
export type Decider = 'on' | 'off' | 'request' | 'environment';

/** The states that agree with it. */
export const AGREEING: Readonly<Record<Decider, readonly SecureState[]>> = {
  on: ['on', 'env-escape-hatch'],
  off: ['missing', 'disabled', 'inverted'],
  request: ['request-conditional'],
  environment: ['env-conditional'],
};

/** The state of the only cookie that is set in `file` of an application made of `files`. */
export async function stateIn(files: Readonly<Record<string, string>>, file: string): Promise<SecureState> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-oracle-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    const report = await scan({ root, config: defaultConfig, pedantic: true });
    const states = [...new Set(report.cookies.filter((cookie) => cookie.path === file && !cookie.deletes).map((cookie) => cookie.state))];
    if (states.length !== 1) throw new Error(`expected one state, found ${states.join(', ') || 'no cookie'} in\n${files[file]}`);
    return states[0]!;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
