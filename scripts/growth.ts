/**
 * How the cost of a run grows with its input: each growing input of `test/growth` in three sizes, each twice the one
 * before, and the exponent of its processor time and of what is counted. `npm run bench -- --growth [words of a name]`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultConfig } from '../src/engine/config/config.js';
import { scan } from '../src/engine/scan.js';
import { resetCounts, totalCount } from '../src/values/counts.js';
import { growing, type Growing } from '../test/growth/inputs.js';

const [words = '', base = '250'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));

interface Measured {
  readonly seconds: number;
  readonly counted: number;
}

async function measured(input: Growing, size: number): Promise<Measured> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-growth-'));
  for (const [name, text] of input.files(size)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  resetCounts();
  const before = process.cpuUsage();
  await scan({ root, config: defaultConfig, pedantic: true });
  const { user, system } = process.cpuUsage(before);
  rmSync(root, { recursive: true });
  return { seconds: (user + system) / 1e6, counted: totalCount() };
}

const exponent = (small: number, large: number): string => (small < 1e-9 ? '0.00' : Math.log2(large / small).toFixed(2));

/** Up to this many seconds a size may take before the next one is left out. */
const PATIENCE = 4;

console.log(`${'input'.padEnd(50)} ${'language'.padEnd(11)}     n       s   ×2: time  counts`);
for (const input of growing.filter(({ name, language }) => `${name} ${language}`.includes(words))) {
  const first = Math.min(Number(base), (input.largest ?? Infinity) / 4);
  await measured(input, first);
  const results: Measured[] = [];
  for (const size of [first, first * 2, first * 4]) {
    results.push(await measured(input, size));
    if (results.at(-1)!.seconds > PATIENCE) break;
  }
  const [a, b] = results.slice(-2);
  const row = [
    input.name.padEnd(50),
    input.language.padEnd(11),
    String(first * 2 ** (results.length - 1)).padStart(5),
    results.at(-1)!.seconds.toFixed(2).padStart(7),
  ];
  console.log(
    [
      ...row,
      b === undefined ? 'too long' : exponent(a!.seconds, b.seconds).padStart(10),
      b === undefined ? '' : exponent(a!.counted, b.counted).padStart(7),
    ].join(' '),
  );
}
