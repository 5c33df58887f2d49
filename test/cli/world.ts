/** A world for the command line: a temporary folder, captured output, and a scan that finds the word BAD. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '../../rules/index.js';
import { run } from '../../src/cli/run.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import type { CookieRecord, Finding, Report } from '../../src/cookies/finding.js';
import { applyLevels } from '../../src/engine/config/levels.js';
import { discover } from '../../src/engine/discover.js';
import type { ScanOptions } from '../../src/engine/scan.js';
import { summarise, verdictOf } from '../../src/engine/score.js';
import { cookie, finding } from '../report/sample.js';

export interface World {
  readonly root: string;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  readonly git: (...args: string[]) => void;
  readonly run: (...args: string[]) => Promise<Result>;
  /** `watch`: ends a run that watches. */
  readonly runWith: (over: Partial<Surroundings> & { readonly watch?: AbortSignal }, ...args: string[]) => Promise<Result>;
  readonly scans: ScanOptions[];
}

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function world(files: Readonly<Record<string, string>>): World {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'cookie-lint-cli-')));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  const scans: ScanOptions[] = [];
  const runWith: World['runWith'] = async ({ watch, ...over }, ...args) => {
    let out = '';
    let err = '';
    const code = await run(
      args,
      {
        cwd: root,
        // The report of the same tree is the same.
        env: { SOURCE_DATE_EPOCH: '1700000000' },
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
        readStdin: () => Promise.resolve(''),
        scan: (options) => {
          scans.push(options);
          return scanForBad(options);
        },
        rules: () => Promise.resolve(rules),
        version: '1.2.3',
        ...over,
      },
      watch,
    );
    return { code, out, err };
  };
  return {
    root,
    write,
    read: (file) => readFileSync(path.join(root, file), 'utf8'),
    git: (...args) => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args], {
        cwd: root,
        stdio: 'pipe',
      });
    },
    run: (...args) => runWith({}, ...args),
    runWith,
    scans,
  };
}

/** `BAD` is an error that can be fixed to `GOOD`, `WARN` a warning, `NOTE` a note, `UNREAD` could not be read; `cookie:x` names the cookie. */
async function scanForBad({ root, paths, files, stdin, texts: staged, config }: ScanOptions): Promise<Report> {
  const listed = stdin === undefined ? (files ?? (await discover(root, paths, config)).files) : [stdin.filename];
  const textOf = (file: string): string =>
    stdin?.filename === file ? stdin.text : (staged?.get(file) ?? readFileSync(path.join(root, file), 'utf8'));
  const texts = new Map(listed.filter((file) => file.endsWith('.js')).map((file) => [file, textOf(file)]));
  const findings: Finding[] = [];
  const cookies: CookieRecord[] = [];
  for (const [file, text] of texts) {
    for (const match of text.matchAll(/(BAD|WARN|NOTE|OPEN|GOOD)(?: cookie:(\w+))?/g)) {
      const range = { start: match.index, end: match.index + (match[1]?.length ?? 0) };
      const name = { name: match[2] ?? 'session', session: true };
      cookies.push(cookie({ path: file, range, cookie: name, state: match[1] === 'GOOD' ? 'on' : 'missing', app: '.' }));
      if (match[1] === 'GOOD') continue;
      const severity = match[1] === 'BAD' ? 'error' : match[1] === 'WARN' ? 'warning' : 'note';
      findings.push(
        finding({
          path: file,
          range,
          cookie: name,
          severity,
          ...(match[1] === 'OPEN' ? { problem: 'unresolved' } : {}),
          app: '.',
          message: `${match[1] ?? ''} in ${file}`,
          reason: severity === 'error' ? 'COOKIE_SECURE_SESSION_MISSING' : 'COOKIE_SECURE_NONSESSION_MISSING',
          fixes: severity === 'error' ? [{ title: 'Make it good', safe: true, edits: [{ ...range, text: 'GOOD' }] }] : [],
        }),
      );
    }
  }
  const shown = applyLevels(findings, config);
  const undecided = shown.filter(({ problem }) => problem === 'unresolved');
  const apps = cookies.length === 0 ? [] : [summarise({ app: { root: '.' }, frameworks: ['Express'] }, shown, undecided)];
  return {
    findings: shown,
    suppressed: [],
    cookies,
    apps,
    undecided,
    ...verdictOf(apps),
    files: listed.length,
    candidates: texts.size,
    skipped: [...texts].filter(([, text]) => text.includes('UNREAD')).map(([file]) => ({ path: file, why: 'line 1: odd' })),
    textOf: (file) => texts.get(file),
  };
}
