/**
 * Measures a run by the processor time that it costs, which a busy machine distorts less than its wall time, beside `git grep`
 * for the same triggers: `node scripts/bench.mjs [repository…]`. Then generated repositories of N, 2N and 4N files, to see
 * that the cost grows with the files and not with their square; or, with `--beside`, in pairs with ripgrep and ast-grep. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// `--growth [words]`: how the cost grows with the input.
if (process.argv.includes('--growth')) {
  const { status } = spawnSync(
    'npx',
    ['tsx', fileURLToPath(new URL('growth.ts', import.meta.url)), ...process.argv.slice(2).filter((one) => one !== '--growth')],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

// `--beside FOLDER…`: in turn with searches that everybody knows.
if (process.argv.includes('--beside')) {
  await import('./bench-beside.mjs');
  process.exit();
}

const project = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(project, 'dist/src/cli/main.js');
const { rules } = await import(pathToFileURL(path.join(project, 'dist/rules/index.js')).href);

const pattern = [...new Set(rules.flatMap((rule) => rule.triggers.map((trigger) => (typeof trigger === 'string' ? trigger : trigger[0]))))]
  .filter((trigger) => !/[\r\n]/.test(trigger))
  .map((trigger) => trigger.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');

/** User seconds of a process and its children; the least of a few runs. */
function userSeconds(command, args, cwd, times = 2) {
  const seconds = Array.from({ length: times }, () => {
    // The shell reports what its children cost, which `spawnSync` does not.
    const { stderr } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times >&2', 'sh', command, ...args], { cwd, encoding: 'utf8' });
    const [minutes, rest] =
      /^(\d+)m([\d.]+)s/
        .exec(stderr.trim().split('\n').at(-1) ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    if (minutes === undefined || rest === undefined) throw new Error(`no times from the shell: ${stderr}`);
    return minutes * 60 + rest;
  });
  return Math.min(...seconds);
}

function measure(name, folder) {
  const lint = spawnSync(process.execPath, [cli, '--format', 'json', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (lint.stdout === '') throw new Error(`no report for ${name}: ${lint.stderr}`);
  const { files, candidates } = JSON.parse(lint.stdout).summary;
  const run = userSeconds(process.execPath, [cli, '--format', 'json', '.'], folder);
  // Git as a person would type it, to compare with: this is no part of the program, and the trees are of the caller's own choice.
  const words = userSeconds('git', ['grep', '-lE', pattern], folder);
  const one = userSeconds('git', ['grep', '-lE', '[Ss]et-?[Cc]ookie|\\.cookie\\('], folder);
  console.log(
    [
      name.padEnd(28),
      String(files).padStart(7),
      String(candidates).padStart(10),
      run.toFixed(2).padStart(10),
      words.toFixed(2).padStart(13),
      one.toFixed(2).padStart(13),
    ].join(' '),
  );
}

/** A repository in which every tenth file has a wrapper of its own that sets a cookie, and every file calls one. */
function generate(folder, count) {
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"generated","type":"module","dependencies":{"express":"^5.0.0"}}');
  const filler = Array.from(
    { length: 60 },
    (_, line) => `export const value${line} = (a, b) => (a > b ? a * ${line} : b + ${line});\n`,
  ).join('');
  for (let i = 0; i < count; i++) {
    const wrapper = i - (i % 10);
    const own = `export function remember${i}(res, value, options) {\n  res.cookie('c${i}', value, options);\n}\n`;
    const call = `import { remember${wrapper} } from './file${wrapper}.js';\nexport const handle = (req, res) => remember${wrapper}(res, req.query.v, { httpOnly: true, secure: process.env.NODE_ENV === 'production' });\n`;
    writeFileSync(path.join(folder, 'src', `file${i}.js`), `${i === wrapper ? own : call}${filler}`);
  }
  spawnSync('git', ['init', '-q'], { cwd: folder });
  spawnSync('git', ['add', '-A'], { cwd: folder });
}

console.log(
  ['repository'.padEnd(28), 'files', 'candidates', 'user s', 'grep all', 'grep one']
    .map((title, i) => title.padStart([0, 7, 10, 10, 13, 13][i]))
    .join(' '),
);
for (const folder of process.argv.slice(2)) measure(path.basename(path.resolve(folder)), path.resolve(folder));
const scratch = mkdtempSync(path.join(tmpdir(), 'cookie-lint-bench-'));
try {
  for (const count of [1_000, 2_000, 4_000]) {
    const folder = path.join(scratch, String(count));
    generate(folder, count);
    measure(`generated, ${count} files`, folder);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
