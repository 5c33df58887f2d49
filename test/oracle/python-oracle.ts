/** Asks the real Python frameworks (Debian's packages) what they send, and compares it with our verdict for the same text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
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
  /** All worlds may run in one process: the source leaves nothing behind. */
  readonly shared?: true;
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

/** An interpreter and the versions of the packages that it has: what they send is compared with our verdict for these versions. */
export interface Python {
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Which of these distributions an interpreter has, as `name version` lines. */
const VERSIONS = `
import importlib.metadata, sys
for name in sys.argv[1:]:
    try: print(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError: pass
`;

/** The interpreters that have a package: Debian's own, and what a version manager may put in front of it, where its version is another. */
export function pythonsWith(name: string): readonly Python[] {
  const wanted = name === 'flask' ? ['flask', 'werkzeug'] : [name];
  const found = ['/usr/bin/python3', 'python3'].flatMap((command): Python[] => {
    const run = spawnSync(command, ['-c', VERSIONS, ...wanted], { encoding: 'utf8' });
    if (run.status !== 0 || spawnSync(command, ['-c', `import ${name}`]).status !== 0) return [];
    return [
      {
        command,
        versions: Object.fromEntries(
          run.stdout
            .trim()
            .split('\n')
            .map((line) => line.split(' ') as [string, string]),
        ),
      },
    ];
  });
  const sameAs = (one: Python, other: Python): boolean => JSON.stringify(one.versions) === JSON.stringify(other.versions);
  return found.filter((one, i) => found.findIndex((other) => sameAs(one, other)) === i);
}

/** The first of them. */
export const pythonWith = (name: string): Python | undefined => pythonsWith(name)[0];

/** What a framework gives in one world, or why it gives nothing. */
export interface PythonAnswer {
  readonly value?: unknown;
  readonly error?: string;
}

/** The answers of the frameworks, one list for each case. */
export function answersOf(python: Python, cases: readonly PythonCase[]): readonly (readonly PythonAnswer[])[] {
  const run = spawnSync(python.command, [path.join(import.meta.dirname, 'python-runner.py')], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as PythonAnswer[][];
}

/** The same, where each case has to be answered in each world. */
export function ask(python: Python, cases: readonly PythonCase[]): unknown[][] {
  return answersOf(python, cases).map((list, i) =>
    list.map(({ value, error }) => {
      if (error !== undefined) throw new Error(`${error}\n${cases[i]!.source}`);
      return value;
    }),
  );
}

/** A folder with a manifest that asks for the versions that the interpreter has. */
export function projectOf({ versions }: Python): string {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-oracle-'));
  writeFileSync(
    path.join(root, 'requirements.txt'),
    Object.entries(versions)
      .map(([name, version]) => `${name}==${version}\n`)
      .join(''),
  );
  return root;
}

/** Our states for the cookies of a source, by name. */
export async function statesOf(filename: string, source: string, root = EMPTY): Promise<ReadonlyMap<string, SecureState>> {
  const report = await scan({ root, config: defaultConfig, pedantic: true, stdin: { filename, text: source } });
  return new Map(report.cookies.filter((cookie) => !cookie.deletes).map((cookie) => [cookie.cookie.name ?? '', cookie.state]));
}

/** `missing` and `disabled` look alike in a header. */
export const seenAs = (state: SecureState | undefined): string =>
  state === undefined ? 'no cookie' : state === 'missing' || state === 'disabled' ? 'off' : state;
