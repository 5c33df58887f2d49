/** What a command reads of the world around it, so that a test can be that world. */
import type { Report } from '../cookies/finding.js';
import type { ScanOptions } from '../engine/scan.js';
import type { Rule } from '../matching/surface.js';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Surroundings {
  readonly cwd: string;
  /** The arguments of the command, as they were typed. */
  readonly argv?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The whole of standard input. Rejects with a `UserError` where it has more than `most` bytes. */
  readonly readStdin: (most?: number) => Promise<string>;
  readonly scan: (options: ScanOptions) => Promise<Report>;
  readonly rules: () => Promise<readonly Rule[]>;
  readonly version: string;
}

export const toolName = 'cookie-lint';

/** Exit codes. */
export const exit = { clean: 0, findings: 1, failure: 2 } as const;
