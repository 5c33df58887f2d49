/**
 * docs/session.md, gone through as it stands: its files are written, its commands are run in an empty project with the packed
 * tarball, and what they print must be what the page shows. `SESSION=update` writes the page anew, for somebody to read.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pack, ROOT } from './installed.js';

const PAGE = path.join(ROOT, 'docs/session.md');
/** Debian's package `pre-commit`. */
const isThere = spawnSync('pre-commit', ['--version']).status === 0;

const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-session-'));
const project = path.join(folder, 'shop');
mkdirSync(project);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, tarball: string): string {
  // The package is not asked for at the registry: it is the one that was just packed.
  const real = command.replace(
    'npm install --save-dev ./cookie-lint-0.1.0.tgz',
    `npm install --save-dev --prefer-offline --no-audit --no-fund ${tarball}`,
  );
  const identity = {
    GIT_AUTHOR_NAME: 'You',
    GIT_AUTHOR_EMAIL: 'you@example.org',
    GIT_COMMITTER_NAME: 'You',
    GIT_COMMITTER_EMAIL: 'you@example.org',
  };
  const { stdout } = spawnSync('bash', ['-c', `(${real}) 2>&1`], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...identity, NO_COLOR: '1', FORCE_COLOR: undefined, PRE_COMMIT_HOME: path.join(folder, 'pre-commit') },
  });
  return stdout;
}

/** npm's counts and times differ from one run to the next. */
function steady(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^npm (?:warn|notice)/.test(line))
    .map((line) => line.replace(/^added \d+ packages in .*/, 'added … packages in …').trimEnd())
    .join('\n')
    .trim();
}

/** The page with every block of the console run again. */
function rerun(page: string, tarball: string): string {
  return page.replace(
    /^```(\w+)(?: \[([^\]]+)\])?\n([\s\S]*?)^```$/gm,
    (block: string, language: string, file: string | undefined, body: string) => {
      if (file !== undefined) writeFileSync(path.join(project, file), body);
      if (language !== 'console') return block;
      const commands = body.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
      return `\`\`\`console\n${commands.map((command) => `$ ${command}\n${steady(run(command, tarball))}`.trimEnd()).join('\n')}\n\`\`\``;
    },
  );
}

it.skipIf(!isThere)(
  `a new user's session goes as docs/session.md says${isThere ? '' : ' (skipped: pre-commit is not installed)'}`,
  () => {
    const page = readFileSync(PAGE, 'utf8');
    const now = rerun(page, pack().tarball);
    if (process.env['SESSION'] === 'update') writeFileSync(PAGE, now);
    else expect(now).toBe(page);
  },
  600_000,
);
