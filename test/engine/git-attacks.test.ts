/**
 * What a repository's own settings of git may name as programs must not run, and the report must be right all the same. Each
 * attack is tried on plain git first: a trap that does not spring there proves nothing here.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesOf, stagedTexts } from '../../src/engine/changes.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

const COOKIE = "app.get('/', (req, res) => {\n  res.cookie('session', 'x');\n});\n";
const MANIFEST = '{"dependencies":{"express":"5"}}';

class Repository {
  readonly root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-attack-'));
  readonly marker = path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-marker-')), 'it-ran');
  /** A program that leaves the marker, wherever it is called and with whatever arguments. */
  readonly program = path.join(path.dirname(this.marker), 'program');

  constructor(files: Readonly<Record<string, string>> = { 'app.js': COOKIE, 'package.json': MANIFEST }) {
    writeFileSync(this.program, `#!/bin/sh\ntouch '${this.marker}'\nexit 0\n`);
    chmodSync(this.program, 0o755);
    this.git('init', '-q');
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.git('add', '.');
    this.git('commit', '-qm', 'one');
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.root, name)), { recursive: true });
    writeFileSync(path.join(this.root, name), text);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args], {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  config(...pairs: (readonly [key: string, value: string])[]): void {
    for (const [key, value] of pairs) this.git('config', key, value);
  }

  /** Whether plain git runs the program for a command. The trap is set again afterwards. */
  springs(args: readonly string[], cwd = this.root): boolean {
    spawnSync('git', args, { cwd, stdio: 'ignore', timeout: 20_000 });
    const ran = existsSync(this.marker);
    rmSync(this.marker, { force: true });
    return ran;
  }

  /** The cookies that every kind of run finds, by the file and line; fails if the program ran. */
  async cookies(folder = this.root): Promise<string[]> {
    const report = await scan({ root: folder, config: defaultConfig });
    expect(existsSync(this.marker)).toBe(false);
    return report.findings.map((one) => `${one.path}:${(report.textOf(one.path) ?? '').slice(0, one.range.start).split('\n').length}`);
  }

  async changed(file: string, since = 'HEAD'): Promise<unknown> {
    const changes = (await changesOf(this.root, { since })).of(file);
    expect(existsSync(this.marker)).toBe(false);
    return changes;
  }

  async staged(): Promise<ReadonlyMap<string, string>> {
    const texts = await stagedTexts(this.root);
    (await changesOf(this.root, { staged: true })).of('app.js');
    expect(existsSync(this.marker)).toBe(false);
    return texts;
  }
}

/** An index that has a folder as one entry whose tree is missing: whoever opens it fetches. */
function sparse(repository: Repository): void {
  const tree = repository.git('rev-parse', 'HEAD:left').trim();
  repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'kept');
  repository.config(
    ['core.repositoryformatversion', '1'],
    ['extensions.partialClone', 'origin'],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.url', 'ssh://example.invalid/x'],
    ['core.sshCommand', repository.program],
  );
  rmSync(path.join(repository.root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
}

const SPARSE_FILES = { 'kept/app.js': COOKIE, 'left/other.js': COOKIE, 'package.json': MANIFEST };

describe('git runs nothing', () => {
  it('of a partial clone with a sparse index', async () => {
    const repository = new Repository(SPARSE_FILES);
    sparse(repository);
    expect(repository.springs(['ls-files', '--stage'])).toBe(true);
    expect(await repository.cookies()).toEqual(['kept/app.js:2']);
    await expect(repository.staged()).rejects.toThrow('git could not read the last commit');
    expect(existsSync(repository.marker)).toBe(false);
    // A file that lies where the index has only the folder: nobody may read the folder's tree for it.
    repository.write('left/new.js', COOKIE);
    expect(await repository.cookies()).toEqual(['kept/app.js:2', 'left/new.js:2']);
    await expect(changesOf(repository.root, { since: 'HEAD' })).rejects.toThrow('git could not compare');
    expect(existsSync(repository.marker)).toBe(false);
  });

  it('of a committed folder that is a bare repository', async () => {
    const inner = new Repository(SPARSE_FILES);
    sparse(inner);
    const outer = new Repository();
    renameSync(path.join(inner.root, '.git'), path.join(outer.root, 'shop'));
    outer.write('shop/kept/app.js', COOKIE);
    outer.write('shop/package.json', MANIFEST);
    const config = path.join(outer.root, 'shop/config');
    writeFileSync(config, `${readFileSync(config, 'utf8')}\n[core]\n\tbare = false\n\tworktree = .\n`);
    expect(outer.springs(['ls-files', '--stage'], path.join(outer.root, 'shop')) || existsSync(inner.marker)).toBe(true);
    rmSync(inner.marker, { force: true });
    expect(await outer.cookies(path.join(outer.root, 'shop'))).toEqual(['kept/app.js:2']);
    expect(await outer.cookies()).toEqual(['app.js:2', 'shop/kept/app.js:2']);
    expect(existsSync(inner.marker)).toBe(false);
  });

  it.each(['clean', 'process'])('of a %s filter', async (kind) => {
    const repository = new Repository();
    repository.config([`filter.trap.${kind}`, repository.program], ['filter.trap.required', 'false']);
    repository.write('.gitattributes', '*.js filter=trap\n');
    repository.write('app.js', `// more\n${COOKIE}`);
    expect(repository.springs(['diff', '--no-ext-diff', '--no-textconv', 'HEAD'])).toBe(true);
    expect(await repository.changed('app.js')).toEqual([[1, 1]]);
    expect(await repository.changed('package.json')).toBeUndefined();
    expect((await repository.staged()).get('app.js')).toBe(COOKIE);
    expect(await repository.cookies()).toEqual(['app.js:3']);
  });

  it('of a smudge filter, for a file that is only staged', async () => {
    const repository = new Repository();
    repository.config(['filter.trap.smudge', repository.program]);
    repository.write('.gitattributes', '*.js filter=trap\n');
    rmSync(path.join(repository.root, 'app.js'));
    expect(repository.springs(['cat-file', '--filters', ':app.js'])).toBe(true);
    expect((await repository.staged()).get('app.js')).toBe(COOKIE);
  });

  it('of a file-system monitor and of hooks', async () => {
    const repository = new Repository();
    repository.config(['core.fsmonitor', repository.program]);
    expect(repository.springs(['ls-files', '--others'])).toBe(true);
    writeFileSync(path.join(repository.root, '.git/hooks/post-index-change'), readFileSync(repository.program), { mode: 0o755 });
    repository.config(['core.fsmonitor', 'false']);
    const touched = new Date(Date.now() - 60_000);
    execFileSync('touch', ['-d', touched.toISOString(), path.join(repository.root, 'app.js')]);
    expect(repository.springs(['status'])).toBe(true);
    execFileSync('touch', [path.join(repository.root, 'app.js')]);
    repository.config(['core.fsmonitor', repository.program]);
    expect(await repository.cookies()).toEqual(['app.js:2']);
    expect(await repository.changed('app.js')).toBeUndefined();
    expect((await repository.staged()).size).toBe(0);
  });

  it('of text converters and of an external diff', async () => {
    const repository = new Repository();
    repository.config(
      ['diff.trap.textconv', repository.program],
      ['diff.external', repository.program],
      ['diff.trap.command', repository.program],
    );
    repository.write('.gitattributes', '*.js diff=trap\n');
    repository.write('app.js', `// more\n${COOKIE}`);
    expect(repository.springs(['diff', 'HEAD'])).toBe(true);
    expect(repository.springs(['show', 'HEAD:app.js', '--textconv'])).toBe(true);
    expect(await repository.changed('app.js')).toEqual([[1, 1]]);
    expect((await repository.staged()).get('app.js')).toBe(COOKIE);
  });

  it('that an included file of settings names, nor its pager, aliases, signature program or credential helper', async () => {
    const repository = new Repository();
    const all = [
      '[core]',
      `\tfsmonitor = ${repository.program}`,
      `\tpager = ${repository.program}`,
      `\tsshCommand = ${repository.program}`,
      `\talternateRefsCommand = ${repository.program}`,
      '[gpg]',
      `\tprogram = ${repository.program}`,
      '[log]',
      '\tshowSignature = true',
      '[credential]',
      `\thelper = ${repository.program}`,
      '[alias]',
      `\tls-files = !${repository.program}`,
      '[uploadpack]',
      `\tpackObjectsHook = ${repository.program}`,
    ];
    repository.write('included.cfg', `${all.join('\n')}\n`);
    repository.config(['include.path', '../included.cfg']);
    expect(repository.springs(['ls-files', '--others'])).toBe(true);
    expect(await repository.cookies()).toEqual(['app.js:2']);
    expect(await repository.changed('app.js')).toBeUndefined();
    expect((await repository.staged()).size).toBe(0);
  });

  it('that a `.git` file or the environment of a caller leads to', async () => {
    const evil = new Repository();
    evil.config(['core.fsmonitor', evil.program]);
    const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-gitfile-'));
    writeFileSync(path.join(root, '.git'), `gitdir: ${path.join(evil.root, '.git')}\n`);
    writeFileSync(path.join(root, 'app.js'), COOKIE);
    writeFileSync(path.join(root, 'package.json'), MANIFEST);
    expect(await evil.cookies(root)).toEqual(['app.js:2']);
    const before = { ...process.env };
    try {
      Object.assign(process.env, {
        GIT_DIR: path.join(evil.root, '.git'),
        GIT_WORK_TREE: evil.root,
        GIT_EXTERNAL_DIFF: evil.program,
        GIT_SSH_COMMAND: evil.program,
      });
      const other = new (class extends Repository {
        override git(...args: string[]): string {
          return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args], {
            cwd: this.root,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
            env: before,
          });
        }
      })();
      other.write('new.js', COOKIE);
      expect(await other.cookies()).toEqual(['app.js:2', 'new.js:2']);
      expect(existsSync(evil.marker)).toBe(false);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    }
  });

  it('that lies in the repository under the name of git', async () => {
    const repository = new Repository();
    writeFileSync(path.join(repository.root, 'git'), readFileSync(repository.program), { mode: 0o755 });
    const before = process.env['PATH'];
    try {
      process.env['PATH'] = `.${path.delimiter}${before ?? ''}`;
      expect(await repository.cookies()).toEqual(['app.js:2']);
    } finally {
      process.env['PATH'] = before;
    }
  });
});

describe('what a repository says of itself', () => {
  it('can’t hide a change by an attribute', async () => {
    const repository = new Repository();
    repository.write('.gitattributes', '*.js -diff -text binary\n');
    repository.write('app.js', `${COOKIE}// more\n`);
    expect(await repository.changed('app.js')).toEqual([[4, 4]]);
  });

  it('can’t name a file outside in its index', async () => {
    const repository = new Repository();
    const secret = mkdtempSync(path.join(tmpdir(), 'cookie-lint-outside-'));
    writeFileSync(path.join(secret, 'app.js'), COOKIE);
    const up = path.join('..', path.basename(secret), 'app.js');
    // Git refuses such a name, so it is patched into the index, whose checksum git does not verify everywhere.
    const placeholder = 'x'.repeat(up.length);
    repository.git('update-index', '--add', '--cacheinfo', `100644,${repository.git('rev-parse', 'HEAD:app.js').trim()},${placeholder}`);
    const index = path.join(repository.root, '.git/index');
    const bytes = readFileSync(index);
    bytes.write(up, bytes.indexOf(placeholder), 'latin1');
    writeFileSync(index, bytes.subarray(0, bytes.length - 20));
    const { createHash } = await import('node:crypto');
    writeFileSync(
      index,
      Buffer.concat([
        bytes.subarray(0, bytes.length - 20),
        createHash('sha1')
          .update(bytes.subarray(0, bytes.length - 20))
          .digest(),
      ]),
    );
    expect(repository.git('ls-files')).toContain(up);
    expect(await repository.cookies()).toEqual(['app.js:2']);
  });

  it('is asked inside the repositories of a folder that is none', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-folder-'));
    const inner = new Repository();
    inner.write('.gitignore', 'ignored.js\n');
    inner.write('ignored.js', COOKIE);
    renameSync(inner.root, path.join(root, 'shop'));
    expect(readdirSync(root)).toEqual(['shop']);
    expect(await inner.cookies(root)).toEqual(['shop/app.js:2']);
  });
});
