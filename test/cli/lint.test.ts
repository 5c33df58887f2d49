import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/arguments.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import type { Report } from '../../src/cookies/finding.js';
import { clean, sample } from '../report/sample.js';
import { world } from './world.js';

describe('exit codes', () => {
  it('is 0 without findings, 1 with findings, 2 when it could not run', async () => {
    expect((await world({ 'a.js': 'GOOD' }).run()).code).toBe(0);
    expect((await world({ 'a.js': 'WARN' }).run()).code).toBe(1);
    expect((await world({ 'a.js': 'NOTE' }).run()).code).toBe(0);
    expect((await world({ 'a.js': 'OPEN' }).run()).code).toBe(0);
    expect((await world({ 'a.js': 'OPEN' }).run('--fail-on-undecided')).code).toBe(1);
    expect((await world({ 'a.js': 'NOTE' }).run('--fail-on-undecided')).code).toBe(0);
    expect((await world({ 'a.js': 'BAD' }).run()).code).toBe(1);
    expect(await world({}).run('nowhere')).toEqual({ code: 2, out: '', err: 'cookie-lint: no such file or directory: nowhere\n' });
  });

  it('counts warnings against --max-warnings', async () => {
    const two = world({ 'a.js': 'WARN WARN' });
    expect((await two.run('--max-warnings', '2')).code).toBe(0);
    expect((await two.run('--max-warnings=1')).code).toBe(1);
    expect(await two.run('--max-warnings', 'many')).toMatchObject({ code: 2, err: 'cookie-lint: --max-warnings: many is no number\n' });
  });

  it('is 2 with --fail-on-unread when something of what is asked for could not be read', async () => {
    const one = world({ 'odd/a.js': 'UNREAD', 'odd/b.js': 'BAD', 'fine/c.js': 'GOOD' });
    expect((await one.run('fine')).code).toBe(0);
    expect(await one.run('--fail-on-unread', '-f', 'compact')).toMatchObject({ code: 2, err: 'not read: odd/a.js: line 1: odd\n' });
    expect((await one.run('--fail-on-unread', 'odd')).code).toBe(2);
    expect((await one.run('--fail-on-unread', 'odd/a.js')).code).toBe(2);
    expect((await one.run('--fail-on-unread', 'odd/b.js')).code).toBe(1);
    one.write('d.js', 'UNREAD');
    expect((await one.run('--fail-on-unread', 'fine')).code).toBe(0);
    one.git('init');
    one.git('add', 'fine');
    expect((await one.run('--fail-on-unread', '--staged')).code).toBe(0);
    one.git('add', '.');
    expect((await one.run('--fail-on-unread', '--staged')).code).toBe(2);
  });

  it('is what the findings say where a bug cost one place, and 2 with --strict-internal', async () => {
    const one = world({ 'a.js': 'GOOD' });
    const broken = (findings: Report['findings']): Partial<Surroundings> => ({
      scan: () => Promise.resolve({ ...clean, findings, skipped: [{ path: 'a.js', why: 'line 1: internal error', kind: 'internal' }] }),
    });
    const told = await one.runWith(broken([]));
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/1 internal error, which may hide cookies \(a bug: please report it\)/);
    expect((await one.runWith(broken(sample.findings))).code).toBe(1);
    expect((await one.runWith(broken([]), '--strict-internal')).code).toBe(2);
    expect((await one.run('--strict-internal')).code).toBe(0);
  });

  it('tells a bug from a mistake', async () => {
    const result = await world({}).runWith({ scan: () => Promise.reject(new Error('boom')) });
    expect(result.code).toBe(2);
    expect(result.err).toMatch(/^cookie-lint 1\.2\.3 failed; this is a bug\..*\nError: boom\n {4}at /);
  });
});

describe('arguments', () => {
  it.each([
    [['--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
    [['--zzz'], 'unknown option --zzz (--help lists the options)'],
    [['--format', 'jsn'], '--format: there is no jsn; did you mean json?'],
    [['--format', 'json='], "--format json=: the file's name is missing"],
    [['-f', 'json=a', '-f', 'sarif=a'], "--format: json and sarif can't both be a; give each its own file"],
    [['-f', 'json', '-f', 'sarif'], "--format: json and sarif can't share standard output; give json a file: --format json=FILE"],
    [['--config'], '--config needs a value: --config FILE'],
    [['--since', '--staged'], '--since needs a value: --since REF'],
    [['--fix=yes'], '--fix takes no value'],
    [['--fix', '--fix-dry-run'], '--fix and --fix-dry-run: choose one of them'],
    [['--changed-lines'], '--changed-lines needs --since REF or --staged'],
    [['--update-baseline'], '--update-baseline needs --baseline FILE'],
    [['--stdin'], '--stdin needs --stdin-filename FILE, which tells the language'],
    [['rules', 'foo'], 'rules takes no argument; what is foo for?'],
    [['lsp', 'foo'], 'lsp takes no argument; what is foo for?'],
    [['init', 'foo'], 'init takes no argument; what is foo for?'],
    [['completion', 'bash', 'foo'], 'completion takes one argument; what is foo for?'],
    [['explain', 'express', 'foo'], 'explain takes one argument; what is foo for?'],
    [['config', '--print', 'a.js', 'foo'], 'one file at a time: config --print FILE'],
    [['config', '--print', 'nowhere.js'], 'no such file: nowhere.js'],
    [['config', '--print', '.'], 'not a file: .'],
    [['--color=blue'], '--color: there is no blue; choose among always, never, auto'],
    [['--quiet', 'inventory'], 'no such file or directory: inventory (a command goes first: cookie-lint inventory …)'],
    [['lint', '--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
    [['\u001B[31mred\u0007'], 'no such file or directory: \\u{1b}[31mred\\u{7}'],
    [['explian'], 'no such file or directory: explian (did you mean the command explain?)'],
    [['inventory', '--format', 'tabel'], '--format: there is no tabel; did you mean table?'],
    [['completion', 'tcsh'], 'which shell? cookie-lint completion bash, zsh or fish'],
    [['explain', 'expres'], 'there is no rule or problem expres; did you mean express?'],
  ])('%j is answered with a remedy', async (args, message) => {
    expect(await world({ 'a.js': '' }).run(...args)).toEqual({ code: 2, out: '', err: `cookie-lint: ${message}\n` });
  });

  it('shows version and help', async () => {
    expect(await world({}).run('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    const { out } = await world({}).run('--help');
    for (const word of ['--format', '--fix-dry-run', '--stdin-filename', '--changed-lines', 'inventory', 'explain', 'Exit code'])
      expect(out).toContain(word);
    expect((await world({}).run('inventory', '-h')).out).toMatch(/^cookie-lint inventory /);
  });

  it('shows help that fits a terminal of 80 columns', async () => {
    for (const args of [[], ...commands.map(({ name }) => [name])]) {
      const { code, out } = await world({}).run(...args, '--help');
      expect(code).toBe(0);
      for (const line of out.split('\n')) {
        expect(line.length, line).toBeLessThanOrEqual(80);
        expect(line).toBe(line.trimEnd());
      }
    }
  });

  it('takes lint as the name of what it does anyway', async () => {
    const one = world({ 'src/a.js': 'BAD', 'b.js': 'BAD' });
    expect((await one.run('lint', 'src', '-f', 'compact')).out).toBe((await one.run('src', '-f', 'compact')).out);
    expect((await one.run('lint')).out).toBe((await one.run()).out);
    expect((await one.run('help', 'lint')).out).toBe((await one.run('--help')).out);
    // A folder of that name is named as a path.
    one.write('lint/c.js', 'BAD');
    expect((await one.run('./lint', '-f', 'compact')).out).toContain('lint/c.js:1:1');
  });

  it('reads paths after --', async () => {
    expect((await world({ '--fix.js': 'BAD' }).run('--', '--fix.js')).out).toContain('BAD in --fix.js');
  });
});

describe('targets', () => {
  it('keeps the working directory as the root for what lies in it', async () => {
    const one = world({ 'src/a.js': 'BAD', 'b.js': 'BAD' });
    expect((await one.run('src', '-f', 'compact')).out).toBe('src/a.js:1:1: error: BAD in src/a.js [express/res-cookie, missing]\n');
    expect((await one.run('b.js', 'src/a.js', '-f', 'compact')).out.match(/error/g)).toHaveLength(2);
    expect(one.scans.at(-1)).toMatchObject({ root: one.root, files: ['b.js', 'src/a.js'] });
  });

  it('leaves out named files that the configuration ignores', async () => {
    const one = world({ 'old/a.js': 'BAD', 'b.js': 'BAD', 'cookie-lint.config.yaml': 'ignores: [old/]' });
    expect((await one.run('old/a.js', 'b.js', '-f', 'compact')).out).toBe('b.js:1:1: error: BAD in b.js [express/res-cookie, missing]\n');
    expect(await one.run('old/a.js')).toMatchObject({
      code: 0,
      err: expect.stringContaining('the configuration ignores every file that is named'),
    });
  });

  it('takes no folder in which there is nothing to look at for a clean one', async () => {
    const one = world({ 'old/a.js': 'BAD', 'logo/a.png': '', 'b.js': '', 'cookie-lint.config.yaml': 'ignores: [x/, old/]' });
    mkdirSync(path.join(one.root, 'empty'));
    const said = async (...args: string[]): Promise<unknown> => {
      const { code, out, err } = await one.run(...args);
      return [code, out, err];
    };
    expect(await said('b.js', 'empty')).toEqual([
      2,
      '',
      'cookie-lint: there is no file in empty: name the folder that holds the source code\n',
    ]);
    expect(await said('old')).toEqual([
      2,
      '',
      'cookie-lint: old is ignored by `ignores: old/` in cookie-lint.config.yaml: take that out, or run with --no-config\n',
    ]);
    expect(await said('inventory', 'old')).toEqual(await said('old'));
    expect(await said('account', 'empty')).toEqual(await said('empty'));
    expect((await one.run('old', '--no-config')).code).toBe(1);
    expect(await said('logo')).toEqual([
      2,
      '',
      expect.stringContaining('there is nothing to read in logo: it holds no file, or only ignored, binary and vendored ones'),
    ]);
    expect(await world({}).run()).toEqual({
      code: 2,
      out: '',
      err: 'cookie-lint: there is no file in the working directory: name the folder that holds the source code\n',
    });
  });

  it('takes one folder outside the working directory, and nothing else there', async () => {
    const one = world({ 'here/a.js': '', 'there/a.js': 'BAD' });
    const run = async (...args: string[]) => await one.runWith({ cwd: path.join(one.root, 'here') }, ...args);
    expect((await run('../there')).code).toBe(1);
    expect(await run('../there/a.js')).toEqual({
      code: 2,
      out: '',
      err: 'cookie-lint: ../there/a.js lies outside the working directory: run cookie-lint in the folder of its project, or in a folder around all that you name\n',
    });
    expect(await run('a.js', '../there')).toEqual({
      code: 2,
      out: '',
      err: 'cookie-lint: ../there lies outside the working directory: name that folder alone, or in a folder around all that you name\n',
    });
  });

  it('names a file as it is, whichever links lead to it', async () => {
    const one = world({ 'src/a.js': 'BAD' });
    const two = world({ 'b.js': 'BAD' });
    symlinkSync('.', path.join(one.root, 'loop'));
    symlinkSync('src', path.join(one.root, 'link'));
    symlinkSync(two.root, path.join(one.root, 'elsewhere'));
    const places = async (...args: string[]): Promise<string> =>
      (await one.run(...args, '-f', 'compact')).out.replaceAll(/: error.*\n/g, ' ').trim();
    for (const name of ['loop', 'loop/src', 'link', 'loop/loop/link/a.js'])
      expect([name, await places(name)]).toEqual([name, 'src/a.js:1:1']);
    expect(await places('src/a.js', 'link/a.js')).toBe('src/a.js:1:1');
    // Out of the working directory only what is asked for alone.
    expect(await places('elsewhere')).toBe('b.js:1:1');
    expect(one.scans.at(-1)).toMatchObject({ root: two.root });
    await one.run('src', 'elsewhere');
    expect(one.scans.at(-1)).toMatchObject({ root: one.root, paths: ['src', 'elsewhere'] });
  });

  it('takes a folder elsewhere as the root', async () => {
    const one = world({ 'src/a.js': 'BAD' });
    const two = world({});
    expect((await two.run(one.root, '-f', 'compact')).out).toContain('src/a.js:1:1');
  });
});

describe('formats', () => {
  it('writes each to its place', async () => {
    const one = world({ 'a.js': 'BAD' });
    const result = await one.run('-f', 'compact', '-f', 'json=out/report.json', '--format=sarif=out/report.sarif');
    expect(result.out).toMatch(/^a\.js:1:1: error/);
    expect(JSON.parse(one.read('out/report.json')).findings).toHaveLength(1);
    expect(JSON.parse(one.read('out/report.sarif')).version).toBe('2.1.0');
  });

  it('colours on a terminal, or as arguments and environment ask', async () => {
    const one = world({ 'a.js': 'BAD' });
    const colored = async (env: Record<string, string>, isTTY: boolean, ...args: string[]): Promise<boolean> => {
      let out = '';
      await one.runWith({ env, stdout: { isTTY, write: (text) => (out += text) } }, ...args);
      return out.includes('\u001B[');
    };
    expect(await colored({}, true)).toBe(true);
    expect(await colored({}, false)).toBe(false);
    expect(await colored({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await colored({}, true, '--no-color')).toBe(false);
    expect(await colored({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await colored({ TERM: 'dumb' }, true)).toBe(false);
    // Arguments go before the environment, and FORCE_COLOR before NO_COLOR, as in Node.
    expect(await colored({ NO_COLOR: '1' }, false, '--color')).toBe(true);
    expect(await colored({ NO_COLOR: '1' }, false, '--color=always')).toBe(true);
    expect(await colored({ FORCE_COLOR: '1' }, true, '--color=never')).toBe(false);
    expect(await colored({}, false, '--color=auto')).toBe(false);
    expect(await colored({}, true, '--color', '--no-color')).toBe(false);
    expect(await colored({ FORCE_COLOR: '1', NO_COLOR: '1' }, false)).toBe(true);
    expect(await colored({ FORCE_COLOR: '0' }, true)).toBe(false);
    // --color takes no word that follows it.
    expect(await colored({}, false, '--color', 'a.js')).toBe(true);
    await one.run('--color', '-f', 'pretty=report.txt');
    expect(one.read('report.txt')).not.toContain('\u001B[');
  });

  it('reports errors only with --quiet', async () => {
    const result = await world({ 'a.js': 'BAD WARN' }).run('-q', '-f', 'compact', '--max-warnings', '0');
    expect(result.out.trim().split('\n')).toHaveLength(1);
    expect(result.code).toBe(1);
  });

  it('adds statistics', async () => {
    expect((await world({ 'a.js': 'BAD' }).run('--stats')).err).toMatch(
      /^time {8}\d+\.\d\d s\nsteps {7}start \d+%, list \d+%, read \d+%, prefilter \d+%, parse \d+%, lower \d+%, match \d+%, evaluate \d+%, report \d+% of \d+\.\d\d s of processor time\nfiles {7}1 listed, 1 parsed, 0 skipped\nwork {8}\d+ reads, \d+ parses, \d+ lowered, \d+ evaluator steps\ncookies {5}missing 1\nframeworks {2}Express 1\nproblems {4}missing 1\n$/,
    );
  });
});

describe('fixes', () => {
  it('makes the safe ones and reports what is left', async () => {
    const one = world({ 'a.js': '\uFEFFx BAD\r\nWARN BAD\r\n' });
    const result = await one.run('--fix', '-f', 'compact');
    expect(one.read('a.js')).toBe('\uFEFFx GOOD\r\nWARN GOOD\r\n');
    expect(result).toMatchObject({ code: 1, err: '2 findings fixed\n' });
    expect(result.out).toContain('WARN in a.js');
    expect((await one.run('--fix')).err).toBe('');
  });

  it('takes more passes where fixes touch', async () => {
    const one = world({ 'a.js': 'BADBADBAD' });
    await one.run('--fix');
    expect(one.read('a.js')).toBe('GOODGOODGOOD');
  });

  it('shows them as a diff and changes nothing', async () => {
    const one = world({ 'a.js': 'x BAD\n' });
    const result = await one.run('--fix-dry-run');
    expect(result).toEqual({
      code: 1,
      out: '--- a/a.js\n+++ b/a.js\n@@ -1 +1 @@\n-x BAD\n+x GOOD\n',
      err: '1 finding would be fixed in 1 file\n',
    });
    expect(one.read('a.js')).toBe('x BAD\n');
  });

  it('shows them on a terminal in colours, with nothing that steers it', async () => {
    const one = world({ 'a.js': 'x \u001B]0;owned\u0007 BAD\n' });
    let shown = '';
    await one.runWith({ stdout: { isTTY: true, write: (text) => (shown += text) } }, '--fix-dry-run');
    expect(shown).toContain('\u001B[32m+x \\u{1b}]0;owned\\u{7} GOOD\u001B[39m\n');
    // A patch is for programs.
    expect((await one.run('--fix-dry-run')).out).toContain('+x \u001B]0;owned\u0007 GOOD\n');
  });

  it('passes the style on', async () => {
    const one = world({ 'a.js': '', 'cookie-lint.config.yaml': 'fixStyle: fail-closed' });
    await one.run();
    await one.run('--fix-style', 'always');
    expect(one.scans.map(({ fixStyle }) => fixStyle)).toEqual(['fail-closed', 'always']);
  });
});

describe('standard input', () => {
  it('is checked under its name', async () => {
    const result = await world({}).runWith(
      { readStdin: () => Promise.resolve('BAD') },
      '--stdin',
      '--stdin-filename',
      'src/a.js',
      '-f',
      'compact',
    );
    expect(result).toMatchObject({ code: 1, out: 'src/a.js:1:1: error: BAD in src/a.js [express/res-cookie, missing]\n' });
  });

  it('is mended to standard output', async () => {
    const result = await world({}).runWith(
      { readStdin: () => Promise.resolve('x BAD WARN\n') },
      '--stdin',
      '--stdin-filename',
      'a.js',
      '--fix',
      '-f',
      'compact',
    );
    expect(result).toEqual({ code: 1, out: 'x GOOD WARN\n', err: 'a.js:1:8: warning: WARN in a.js [express/res-cookie, missing]\n' });
  });
});

describe('baseline', () => {
  it('leaves out what is known, also on moved lines, and names what is stale', async () => {
    const one = world({ 'a.js': 'BAD cookie:a\nBAD cookie:b\n' });
    expect(await one.run('--baseline', 'base.json')).toMatchObject({
      code: 2,
      err: 'cookie-lint: --baseline: there is no base.json; write it with --update-baseline\n',
    });
    expect(await one.run('--baseline', 'base.json', '--update-baseline')).toMatchObject({
      code: 0,
      err: '2 findings written to base.json\n',
    });
    expect(JSON.parse(one.read('base.json'))).toMatchObject({
      version: 1,
      findings: [{ path: 'a.js', surface: 'express/res-cookie', problem: 'missing' }, { path: 'a.js' }],
    });
    expect(await one.run('--baseline', 'base.json', '-f', 'compact')).toEqual({
      code: 0,
      out: '',
      err: '2 known findings left out by the baseline\n',
    });
    one.write('a.js', '\n\n   BAD cookie:a\nGOOD cookie:b\nBAD cookie:c\n');
    const result = await one.run('--baseline', 'base.json', '-f', 'json');
    expect(result.code).toBe(1);
    expect(JSON.parse(result.out)).toMatchObject({ summary: { verdict: 'fail', errors: 1 }, findings: [{ line: 5 }] });
    expect(result.err).toBe(
      '1 known finding left out by the baseline\nstale baseline entry: a.js `b` express/res-cookie missing (--update-baseline drops it)\n',
    );
    // Looking at a part of the repository says nothing about the rest.
    expect((await one.run('a.js', '--baseline', 'base.json')).err).not.toContain('stale');
  });

  it('does not read what is no baseline', async () => {
    const one = world({ 'base.json': '{', 'other.json': '[]' });
    expect((await one.run('--baseline', 'base.json')).err).toMatch(
      /^cookie-lint: base\.json: is not JSON \(.*\): name the file that --update-baseline wrote\n$/,
    );
    expect((await one.run('--baseline', 'other.json')).err).toMatch(
      /^cookie-lint: other\.json: is no baseline of this version: name the file that --update-baseline wrote, or write it again with that option\n$/,
    );
    expect((await one.run('--baseline', '.')).err).toMatch(/^cookie-lint: --baseline: can't read \.: not a regular file/);
    expect((await one.run('--baseline', 'base.json')).code).toBe(2);
    expect((await one.run('a', '--baseline', 'b', '--update-baseline')).code).toBe(2);
  });
});

describe('changes', () => {
  it('reports what differs from a commit, by file or by line', async () => {
    const one = world({ 'old.js': 'BAD\n', 'a.js': 'BAD\nx\n' });
    one.git('init');
    one.git('add', '.');
    one.git('commit', '-qm', 'one');
    one.git('switch', '-qc', 'topic');
    one.write('a.js', 'BAD\nx\nBAD\n');
    one.git('commit', '-qam', 'two');
    one.write('new é.js', 'BAD\n');
    const lines = async (...args: string[]): Promise<string[]> =>
      (await one.run(...args, '-f', 'compact')).out
        .trim()
        .split('\n')
        .map((line) => line.replace(/: error.*/, ''));
    expect(await lines('--since', 'main')).toEqual(['a.js:1:1', 'a.js:3:1', 'new é.js:1:1']);
    expect(await lines('--since', 'main', '--changed-lines')).toEqual(['a.js:3:1', 'new é.js:1:1']);
    expect(await lines('--staged')).toEqual(['']);
    one.git('add', 'new é.js');
    expect(await lines('--staged')).toEqual(['new é.js:1:1']);
    expect(await one.run('--since', 'nowhere')).toMatchObject({
      code: 2,
      err: 'cookie-lint: --since: git knows no commit nowhere here; fetch it first (in CI, check out with the history: fetch-depth: 0)\n',
    });
    expect((await one.run('--since', '--output=x')).code).toBe(2);
    const narrowed = JSON.parse((await one.run('--staged', '-f', 'json')).out);
    expect(narrowed.summary).toMatchObject({ verdict: 'fail', errors: 1 });
  });

  it('checks what is staged, not what the work tree has of it', async () => {
    const one = world({ 'a.js': 'x\n', 'b.js': 'x\n', 'gone.js': 'x\n' });
    one.git('init');
    one.git('add', '.');
    one.git('commit', '-qm', 'one');
    for (const file of ['a.js', 'gone.js']) one.write(file, 'BAD\n');
    one.git('add', '.');
    one.write('a.js', 'GOOD\n');
    one.write('b.js', 'BAD\n');
    rmSync(path.join(one.root, 'gone.js'));
    const { out } = await one.run('--staged', '-f', 'json');
    expect(JSON.parse(out).findings.map(({ path: file }: { path: string }) => file)).toEqual(['a.js', 'gone.js']);
    expect((await one.run('--staged', '--fix')).err).toContain('a.js: not fixed: the file is not as it was checked');
    expect(one.read('a.js')).toBe('GOOD\n');
  });

  it('needs git', async () => {
    const one = world({ 'a.js': '' });
    const remedy = 'needs a git work tree: run it inside a clone of the repository\n';
    expect(await one.run('--staged')).toEqual({ code: 2, out: '', err: `cookie-lint: --staged ${remedy}` });
    expect(await one.run('--since', 'main')).toEqual({ code: 2, out: '', err: `cookie-lint: --since ${remedy}` });
  });
});

describe('configuration', () => {
  it('gives levels, and complains with place and remedy', async () => {
    const one = world({ 'a.js': 'BAD', 'cookie-lint.config.yaml': 'rules:\n  express: note\n' });
    expect((await one.run()).code).toBe(0);
    expect((await one.run('--no-config')).code).toBe(1);
    one.write('cookie-lint.config.yaml', 'rules:\n  expres: warning\nignore: []\n');
    const { code, err } = await one.run();
    expect(code).toBe(2);
    expect(err.replaceAll(/cookie-lint: \S*cookie-lint\.config/g, 'cookie-lint: cookie-lint.config')).toBe(
      'cookie-lint: cookie-lint.config.yaml:2:3: `rules`: there is no rule or surface `expres`; did you mean `express`?\ncookie-lint: cookie-lint.config.yaml:3:1: unknown key `ignore`; did you mean `ignores`?\n',
    );
    one.write('other.yaml', "rules: { express: 'off' }");
    expect((await one.run('--config', `${one.root}/other.yaml`)).code).toBe(0);
  });

  it('is printed for a file, with its reasons', async () => {
    const one = world({
      'cookie-lint.config.yaml':
        "rules:\n  express: note\noverrides:\n  - files: [legacy/]\n    problems: { missing: 'off' }\nenvironment:\n  NODE_ENV: production\n",
      'legacy/a.js': '',
    });
    const { out } = await one.run('config', '--print', 'legacy/a.js');
    expect(out).toContain('configuration  cookie-lint.config.yaml\n');
    expect(out).toContain('level          missing: off  (overrides[0].problems.missing, cookie-lint.config.yaml:5)\n');
    expect(out).toContain('level          express: note  (rules.express, cookie-lint.config.yaml:2)\n');
    expect(out).toContain('environment    NODE_ENV is "production" in production  (environment.NODE_ENV, cookie-lint.config.yaml:7)\n');
    one.write('test/a.js', '');
    expect((await one.run('config', '--print', 'test/a.js')).out).toContain('kind           test: not reported\n');
  });
});
