/** What generated JavaScript programs send, beside our verdict for the same files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SecureState } from '../../../src/cookies/finding.js';
import { defaultConfig } from '../../../src/engine/config/config.js';
import { scan } from '../../../src/engine/scan.js';
import type { Judged } from './agreement.js';
import { statesSeen, worldsFor, type AskedWorld } from './asked-worlds.js';
import { manifestOf, type JavaScriptProgram } from './javascript.js';

const MODES = ['NODE_ENV', 'APP_ENV'];

/** The states of the cookie `sid` in a repository of these files. */
export async function statesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-generated-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    const { cookies, findings } = await scan({ root, config: defaultConfig, pedantic: true });
    // What follows the request is not reported where the app trusts its proxy: it is Secure.
    const follows = findings.some(({ problem }) => problem === 'request-conditional');
    const stateOf = (state: SecureState): string =>
      state === 'missing' || state === 'disabled' ? 'off' : state === 'request-conditional' && !follows ? 'on' : state;
    return [
      ...new Set(
        cookies
          .filter(
            ({ deletes, cookie }) =>
              !deletes && ['sid', '__Host-sid', 'PHPSESSID', 'session', 'connect.sid'].includes(cookie.name ?? 'sid'),
          )
          .map(({ state }) => stateOf(state)),
      ),
    ].sort();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The runs take place below this folder, where the libraries are found. */
export function answersOf(
  programs: readonly JavaScriptProgram[],
  worlds: readonly (readonly AskedWorld[])[],
  beside: string,
): readonly (readonly (boolean | null)[])[] {
  const folder = mkdtempSync(path.join(beside, '.run-'));
  try {
    const input = JSON.stringify({
      folder,
      programs: programs.map(({ call, files }, i) => ({ kind: call.kind, files, worlds: worlds[i] })),
    });
    const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'javascript-runner.mjs')], {
      input,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { PATH: process.env['PATH'] },
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as (boolean | null)[][];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function judged(programs: readonly JavaScriptProgram[], beside = import.meta.dirname): Promise<readonly Judged[]> {
  const worlds = programs.map(({ files }) => worldsFor(Object.values(files).join('\n'), MODES));
  const answers = answersOf(programs, worlds, beside);
  const found: Judged[] = [];
  for (const [i, program] of programs.entries()) {
    const real = statesSeen(worlds[i]!, answers[i]!);
    // A program that never sends its cookie says nothing about Secure.
    if (real === undefined) continue;
    const source = Object.entries(program.files)
      .map(([name, text]) => (name === 'app.mjs' ? text : `// ${name}\n${text}`))
      .join('\n');
    found.push({
      title: program.call.name,
      idiom: program.idiom,
      source,
      real,
      ours: await statesIn({ ...program.files, 'package.json': manifestOf(program) }),
    });
  }
  return found;
}
