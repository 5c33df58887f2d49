/**
 * Runs cookie-lint in turn with what else goes through a tree, and prints the medians of the pairs, in processor and in wall time, then
 * the peak memory of each tree and what a commit hook for one file costs:
 * `node scripts/bench.mjs --beside FOLDER…`. Only pairs are compared: another run on a busy machine takes another time.
 *
 * ripgrep (`rg`) and ast-grep are taken from the path where they are installed. They are no dependencies: `@ast-grep/cli` runs a
 * script on installation, which this project's never do. What is missing is said, and its column stays empty.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PAIRS = 3;
const cli = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const kept = mkdtempSync(path.join(tmpdir(), 'cookie-lint-kept-'));

/** One pattern in each language that both read. */
const PATTERNS = {
  js: '$A.cookie($$$B)',
  ts: '$A.cookie($$$B)',
  tsx: '$A.cookie($$$B)',
  py: '$A.set_cookie($$$B)',
  java: '$A.addCookie($$$B)',
  php: 'setcookie($$$B)',
  rb: '$A.cookies',
  cs: '$A.Append($$$B)',
  go: 'http.SetCookie($$$B)',
  kt: '$A.addCookie($$$B)',
  rs: 'Cookie::new($$$B)',
  scala: '$A.withCookies($$$B)',
};

const node = (...args) => ({ command: process.execPath, args });
const runs = {
  'cookie-lint': [node(cli, '--format', 'json', '.')],
  'cookie-lint --cache': [node(cli, '--cache', '--cache-location', kept, '--format', 'json', '.')],
  'rg -l': [{ command: 'rg', args: ['-l', '-i', 'cookie|session', '.'] }],
  'ast-grep': Object.entries(PATTERNS).map(([language, pattern]) => ({
    command: 'ast-grep',
    args: ['run', '--json=stream', '-l', language, '-p', pattern, '.'],
  })),
};

const isMissing = ([{ command }]) => spawnSync(command, ['--version']).error !== undefined;

/** Seconds of processor and of wall time of some commands one after the other. */
function cost(commands, cwd) {
  const started = performance.now();
  let processor = 0;
  for (const { command, args } of commands) {
    // The shell reports what its children cost, which `spawnSync` does not.
    const { stderr } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times >&2', 'sh', command, ...args], { cwd, encoding: 'utf8' });
    const [userMinutes, user, systemMinutes, system] =
      /^(\d+)m([\d.]+)s (\d+)m([\d.]+)s/
        .exec(stderr.trim().split('\n').at(-1) ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    if (system === undefined) throw new Error(`no times from the shell: ${stderr}`);
    processor += (userMinutes + systemMinutes) * 60 + user + system;
  }
  return { processor, wall: (performance.now() - started) / 1000 };
}

/** The most memory that a run has resident, in MB; undefined where there is no GNU time to say it. */
function peak(folder) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, cli, '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kilobytes = /^(\d+)$/m.exec((stderr ?? '').trim().split('\n').at(-1) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

/** What a commit hook for one file costs beside Node itself: the aim is 1.5 times that and 100 ms. */
function hook() {
  const folder = path.join(kept, 'hook');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"dependencies":{"express":"^5"}}');
  writeFileSync(path.join(folder, 'app.js'), 'export const add = (a, b) => a + b;\n');
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    spawnSync('git', args, { cwd: folder });
  const pairs = Array.from({ length: 2 * PAIRS }, () => [cost([node(cli, '--staged')], folder), cost([node('-e', '0')], folder)]);
  const milliseconds = (which) => 1000 * median(pairs.map((pair) => pair[which].processor));
  const [own, bare] = [milliseconds(0), milliseconds(1)];
  console.log(
    `\nOne staged file: ${own.toFixed(0)} ms of processor time, \`node -e 0\` ${bare.toFixed(0)}, aim ${(1.5 * bare + 100).toFixed(0)}`,
  );
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const missing = Object.entries(runs)
  .filter(([, commands]) => isMissing(commands))
  .map(([name]) => name);
for (const name of missing) console.error(`NOT MEASURED: ${name} is not installed`);

console.log('| tree | beside | processor s | of its | wall s | of its |\n| --- | --- | ---: | ---: | ---: | ---: |');
try {
  const peaks = [];
  for (const folder of process.argv
    .slice(2)
    .filter((one) => !one.startsWith('--'))
    .map((one) => path.resolve(one))) {
    cost(runs['cookie-lint --cache'], folder);
    peaks.push(`${path.basename(folder)}: at most ${peak(folder) ?? 'an unknown number of'} MB resident`);
    for (const [name, commands] of Object.entries(runs)) {
      if (name === 'cookie-lint' || missing.includes(name)) continue;
      const pairs = Array.from({ length: PAIRS }, () => [cost(runs['cookie-lint'], folder), cost(commands, folder)]);
      const ratio = (what) => median(pairs.map(([own, other]) => own[what] / other[what])).toFixed(2);
      const seconds = (what) => median(pairs.map(([own]) => own[what])).toFixed(1);
      console.log(
        `| ${path.basename(folder)} | ${name} | ${seconds('processor')} | ${ratio('processor')}× | ${seconds('wall')} | ${ratio('wall')}× |`,
      );
    }
  }
  console.log(`\n${peaks.join('\n')}`);
  hook();
} finally {
  rmSync(kept, { recursive: true, force: true });
}
