import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { discover, PathNotFound } from '../../src/engine/discover.js';

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-discover-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args], {
    cwd,
    stdio: 'pipe',
  });
}

const files = async (root: string, paths?: string[], config = defaultConfig): Promise<readonly string[]> =>
  (await discover(root, paths, config)).files;

describe('discover', () => {
  const sample = {
    '.gitignore': 'ignored/\n*.log\n',
    'b.js': '',
    'a/é ü.py': '',
    'ignored/x.js': '',
    'server.log': '',
    'node_modules/m/i.js': '',
    'packages/node_modules/own/i.js': '',
    'packages/node_modules/own/node_modules/m/i.js': '',
    'vendor/lib.php': '',
    'public/app.min.js': '',
    'package-lock.json': '{}',
    'logo.png': '',
    '.env': '',
  };
  const expected = ['.env', '.gitignore', 'a/é ü.py', 'b.js', 'packages/node_modules/own/i.js'];

  it('lists tracked and untracked files of a work tree, and not the ignored ones', async () => {
    const root = tree({ ...sample, '.gitignore': 'ignored/\n*.log\nnode_modules/\n' });
    git(root, 'init');
    git(root, 'add', 'b.js');
    expect(await files(root)).toEqual(expected.filter((name) => !name.includes('node_modules')));
  });

  it('lists the same files without git', async () => {
    expect(await files(tree(sample))).toEqual(expected);
  });

  it('lists a folder inside a work tree relative to that folder', async () => {
    const root = tree({ 'apps/web/a.js': '', 'apps/web/skip.js': '', 'apps/api/b.js': '', '.gitignore': 'skip.js' });
    git(root, 'init');
    expect(await files(path.join(root, 'apps/web'))).toEqual(['a.js']);
    expect(await files(root, ['apps/api'])).toEqual(['apps/api/b.js']);
  });

  it('goes into submodules and nested repositories, and tolerates one that is not checked out', async () => {
    const root = tree({ 'a.js': '', 'inner/b.js': '', 'inner/c.log': '', 'inner/.gitignore': '*.log' });
    git(path.join(root, 'inner'), 'init');
    git(path.join(root, 'inner'), 'add', '.');
    git(path.join(root, 'inner'), 'commit', '-qm', 'x');
    git(root, 'init');
    git(root, 'add', 'a.js', 'inner');
    mkdirSync(path.join(root, 'absent'));
    git(root, 'update-index', '--add', '--cacheinfo', '160000,1234567890123456789012345678901234567890,absent');
    expect(await files(root)).toEqual(['a.js', 'inner/.gitignore', 'inner/b.js']);
  });

  it('does not follow symbolic links', async () => {
    const outside = tree({ 'secret.js': '' });
    const root = tree({ 'a.js': '' });
    symlinkSync(outside, path.join(root, 'out'));
    symlinkSync(path.join(outside, 'secret.js'), path.join(root, 'link.js'));
    expect(await files(root)).toEqual(['a.js']);
    const asked = await discover(root, ['out'], defaultConfig);
    expect(asked.files).toEqual([]);
    expect(asked.skipped).toEqual([{ path: 'out', why: 'a symbolic link that leads out of the scanned folder' }]);
    git(root, 'init');
    git(root, 'add', '.');
    expect(await files(root)).toEqual(['a.js']);
  });

  it('keeps a file that is named, even when git ignores it, unless the configuration ignores it', async () => {
    const root = tree({ '.gitignore': 'gen/', 'gen/a.js': '', 'gen/b.min.js': '' });
    git(root, 'init');
    expect(await files(root, ['gen/a.js', 'gen/b.min.js'])).toEqual(['gen/a.js', 'gen/b.min.js']);
    expect(await files(root, ['gen'])).toEqual(['gen/a.js']);
    expect(await files(root, ['gen/a.js'], { ...defaultConfig, ignores: ['gen'] })).toEqual([]);
  });

  it('reads the patterns of the configuration from the configuration’s folder', async () => {
    const root = tree({ 'a.js': '', 'old/b.js': '', 'c.gen.js': '' });
    expect(await files(root, undefined, { ...defaultConfig, ignores: ['old/', '*.gen.js'] })).toEqual(['a.js']);
    expect(await files(root, undefined, { ...defaultConfig, base: 'apps/web', ignores: ['/apps/web/old'] })).toEqual(['a.js', 'c.gen.js']);
  });

  it('says which path is not there', async () => {
    await expect(discover(tree({}), ['nowhere'], defaultConfig)).rejects.toThrow(PathNotFound);
    await expect(discover(tree({}), ['nowhere'], defaultConfig)).rejects.toThrow('no such file or directory: nowhere');
  });

  it('finds nothing in an empty folder', async () => {
    expect(await files(tree({}))).toEqual([]);
  });
});
