/** A verification of texts, without a site: saved answers over a small repository. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '../../rules/index.js';
import { ruleTexts } from '../../src/cli/presentation.js';
import type { Report } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import type { VerifyFormatOptions } from '../../src/report/verify/rows.js';
import type { LinkedCookie } from '../../src/verify/link.js';
import { shownUrl, type Observation } from '../../src/verify/observation.js';
import { readTarget } from '../../src/verify/targets.js';
import { verificationOf, type Verification, type VerifyOptions } from '../../src/verify/verification.js';

export const NOW = Date.UTC(2026, 10, 30);

/** The linted report of a few files. */
export async function repository(files: Readonly<Record<string, string>>): Promise<Report> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-verified-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return await scan({ root, config: defaultConfig, pedantic: true });
}

/** One answer of `url` with these headers. */
export function answer(url: string, ...setCookies: readonly string[]): Observation {
  return readTarget(
    Buffer.from(`HTTP/1.1 200 OK\r\n${setCookies.map((value) => `Set-Cookie: ${value}\r\n`).join('')}\r\n`),
    shownUrl(new URL(url)),
    new URL(url),
  );
}

export function verified(observations: readonly Observation[], over: Partial<VerifyOptions> = {}): Verification {
  return verificationOf(observations, {
    names: { session: [], ordinary: [] },
    now: NOW,
    weights: [],
    isKnown: () => false,
    source: undefined,
    ...over,
  });
}

export const cookiesOf = ({ hosts }: Verification): readonly LinkedCookie[] => hosts.flatMap(({ cookies }) => cookies);

export const formatOptions: VerifyFormatOptions = {
  tool: { name: 'cookie-lint', version: '1.2.3' },
  rules: ruleTexts(rules),
  root: '/srv/shop',
  color: false,
  hyperlinks: false,
  columns: undefined,
};
