/** The hooks under the real pre-commit: what is published for other repositories, and what `init` writes into one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieLint, install, linkCommand, ROOT, type Installed } from './installed.js';

/** Debian's package `pre-commit`. */
const isThere = spawnSync('pre-commit', ['--version']).status === 0;

const UNSAFE = "require('express')().post('/login', (req, res) => {\n  res.cookie('session', req.body.token);\n});\n";
const SAFE = "require('express')().post('/login', (req, res) => {\n  res.cookie('session', req.body.token, { secure: true });\n});\n";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
}

describe.skipIf(!isThere)(`pre-commit${isThere ? '' : ' (skipped: pre-commit is not installed)'}`, () => {
  let installed: Installed;
  let env: NodeJS.ProcessEnv;

  const write = (name: string, text: string): void => writeFileSync(path.join(installed.project, name), text);
  const git = (...args: string[]): { status: number | null; out: string } => {
    const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: installed.project,
      encoding: 'utf8',
      env,
    });
    return { status, out: stdout + stderr };
  };
  /** Writes a configuration and has pre-commit put it before every commit. */
  const useHooks = (config: string): void => {
    write('.pre-commit-config.yaml', config);
    execFileSync('pre-commit', ['install'], { cwd: installed.project, env, stdio: 'pipe' });
    git('add', '.pre-commit-config.yaml');
  };

  beforeAll(() => {
    installed = install();
    const home = path.join(installed.project, '../pre-commit-home');
    env = {
      ...process.env,
      PATH: `${linkCommand(installed)}:${process.env['PATH'] ?? ''}`,
      PRE_COMMIT_HOME: home,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    };
    write('package.json', '{ "name": "user", "private": true }');
    write('.gitignore', 'node_modules/\n');
    execFileSync('git', ['init', '-q'], { cwd: installed.project });
    git('add', '.');
    git('commit', '-qm', 'first');
  });
  afterAll(() => installed.remove());

  // The hooks with their own arguments; only the environment is the project's instead of one that pre-commit downloads.
  const published = (id: string): string => {
    const hooks = parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
    const hook = hooks.find((one) => one.id === id);
    expect(hook).toMatchObject({ language: 'node' });
    return stringify({ repos: [{ repo: 'local', hooks: [{ ...hook, language: 'system' }] }] });
  };

  it('is a manifest that pre-commit accepts', () => {
    expect(
      spawnSync('pre-commit', ['validate-manifest', path.join(ROOT, '.pre-commit-hooks.yaml')], { encoding: 'utf8', env }),
    ).toMatchObject({ status: 0 });
  });

  it('cookie-lint refuses a commit with a finding, and lets the mended one pass', () => {
    useHooks(published('cookie-lint'));
    write('app.js', UNSAFE);
    git('add', 'app.js');
    const refused = git('commit', '-qm', 'log in');
    expect(refused.status).toBe(1);
    expect(refused.out).toContain('error Cookie `session` is sent without Secure');
    expect(refused.out).toContain('app.js:2:3');
    write('app.js', SAFE);
    git('add', 'app.js');
    expect(git('commit', '-qm', 'log in')).toMatchObject({ status: 0 });
  });

  it('cookie-lint looks at what is staged only', () => {
    write('unstaged.js', UNSAFE);
    write('note.txt', 'x\n');
    git('add', 'note.txt');
    expect(git('commit', '-qm', 'note')).toMatchObject({ status: 0 });
    execFileSync('rm', [path.join(installed.project, 'unstaged.js')]);
  });

  it('cookie-lint looks at every file with --all-files, as in CI', () => {
    write('unsafe.js', UNSAFE);
    git('add', 'unsafe.js');
    git('commit', '--no-verify', '-qm', 'unsafe');
    const { status, stdout } = spawnSync('pre-commit', ['run', '--all-files'], { cwd: installed.project, encoding: 'utf8', env });
    expect(stdout).toContain('unsafe.js:2:3');
    expect(status).toBe(1);
    git('rm', '-q', 'unsafe.js');
    git('commit', '-qm', 'safe');
  });

  it('cookie-lint-fix mends the file and refuses the commit, so that somebody looks at it', () => {
    useHooks(published('cookie-lint-fix'));
    write('fix.js', UNSAFE);
    git('add', 'fix.js');
    const first = git('commit', '-qm', 'fix');
    expect(first.status).toBe(1);
    expect(first.out).toContain('files were modified by this hook');
    expect(readFileSync(path.join(installed.project, 'fix.js'), 'utf8')).toBe(SAFE);
    git('add', 'fix.js');
    expect(git('commit', '-qm', 'fix')).toMatchObject({ status: 0 });
  });

  it('what init writes works as it stands', () => {
    execFileSync('rm', [path.join(installed.project, '.pre-commit-config.yaml')]);
    cookieLint(installed, ['init', '--yes']);
    useHooks(readFileSync(path.join(installed.project, '.pre-commit-config.yaml'), 'utf8'));
    write('init.js', UNSAFE);
    git('add', '.');
    const refused = git('commit', '-qm', 'init');
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(/cookies without Secure\.+Failed/);
    expect(refused.out).toContain('init.js:2:3');
    write('init.js', SAFE);
    git('add', 'init.js');
    expect(git('commit', '-qm', 'init')).toMatchObject({ status: 0 });
  });
});
