/** The work of a run grows with its input and not faster: counted, so that no clock decides. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { walked } from '../../src/syntax/walk.js';
import { resetCounts, totalCount } from '../../src/values/counts.js';
import { growing, type Growing } from './inputs.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'growth-'));

/** The largest exponent that passes. */
const LINEAR = 1.15;

/** The work of the evaluator, and the nodes that were gone through beside it: the one must not hide the other. */
async function counted(input: Growing, size: number): Promise<{ readonly evaluated: number; readonly walked: number }> {
  const root = path.join(scratch, `${growing.indexOf(input)}-${size}`);
  for (const [name, text] of input.files(size)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  resetCounts();
  const before = walked.nodes;
  const { cookies } = await scan({ root, config: defaultConfig, pedantic: true });
  expect(cookies.length).toBeGreaterThan(0);
  return { evaluated: totalCount(), walked: walked.nodes - before };
}

it.each(growing.map((input) => [input.name, input.language, input] as const))(
  '%s (%s)',
  async (_name, _language, input) => {
    const size = input.from ?? 40;
    const [small, large] = [await counted(input, size), await counted(input, size * 2)];
    for (const what of ['evaluated', 'walked'] as const)
      expect(Math.log2(large[what] / Math.max(small[what], 1)), `${what}: ${small[what]} became ${large[what]}`).toBeLessThanOrEqual(
        LINEAR,
      );
  },
  60_000,
);
