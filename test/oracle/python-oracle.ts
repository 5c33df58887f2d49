/** Asks the real Python frameworks (Debian's packages) what they send, and compares it with our verdict for the same text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SecureState } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

/** A folder without files: what is asked about is the text alone. */
export const EMPTY = mkdtempSync(path.join(tmpdir(), 'cookie-lint-oracle-'));

/** One state of the environment and the request. */
export interface PythonWorld {
  readonly variables: Readonly<Record<string, string>>;
  readonly https: boolean;
}

export interface PythonCase {
  readonly kind: string;
  readonly source: string;
  readonly worlds: readonly PythonWorld[];
}

/** A cookie that is Secure is so in these worlds; the sources of the cases read APP_ENV, DEBUG and COOKIE_SECURE only. */
export const WORLDS = {
  production: { variables: { APP_ENV: 'production', DEBUG: 'False' }, https: false },
  unset: { variables: {}, https: false },
  development: { variables: { APP_ENV: 'development', DEBUG: 'True' }, https: false },
  flagged: { variables: { APP_ENV: 'production', DEBUG: 'False', COOKIE_SECURE: 'True' }, https: false },
  unflagged: { variables: { APP_ENV: 'production', DEBUG: 'False', COOKIE_SECURE: '' }, https: false },
  https: { variables: { APP_ENV: 'production', DEBUG: 'False' }, https: true },
} as const satisfies Record<string, PythonWorld>;

export type WorldName = keyof typeof WORLDS;
export const WORLD_NAMES = Object.keys(WORLDS) as WorldName[];

/** What was seen in each world, as the state that promises just that. */
export function stateOfAnswers(secure: Readonly<Record<WorldName, boolean>>): SecureState | 'off' {
  const { production, unset, development, flagged, unflagged, https } = secure;
  if (production && unset) return development && flagged && unflagged ? 'on' : 'env-escape-hatch';
  if (production) return 'env-conditional';
  if (https) return 'request-conditional';
  if (flagged) return 'env-conditional';
  return development ? 'inverted' : 'off';
}

/** The first interpreter that has the packages: Debian's own comes first, since a version manager may shadow it. */
export function pythonWith(...modules: readonly string[]): string | undefined {
  return ['/usr/bin/python3', 'python3'].find((command) => spawnSync(command, ['-c', `import ${modules.join(', ')}`]).status === 0);
}

/** The answers of the frameworks, one list for each case. */
export function ask(python: string, cases: readonly PythonCase[]): unknown[][] {
  const run = spawnSync(python, [path.join(import.meta.dirname, 'python-runner.py')], { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(run.stderr);
  const answers = JSON.parse(run.stdout) as { value?: unknown; error?: string }[][];
  return answers.map((list, i) =>
    list.map(({ value, error }) => {
      if (error !== undefined) throw new Error(`${error}\n${cases[i]!.source}`);
      return value;
    }),
  );
}

/** Our states for the cookies of a source, by name. */
export async function statesOf(filename: string, source: string): Promise<ReadonlyMap<string, SecureState>> {
  const report = await scan({ root: EMPTY, config: defaultConfig, pedantic: true, stdin: { filename, text: source } });
  return new Map(report.cookies.filter((cookie) => !cookie.deletes).map((cookie) => [cookie.cookie.name ?? '', cookie.state]));
}

/** `missing` and `disabled` look alike in a header. */
export const seenAs = (state: SecureState | undefined): string => (state === undefined ? 'no cookie' : state === 'missing' || state === 'disabled' ? 'off' : state);
