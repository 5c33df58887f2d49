/** What the linter says about the cookies of some files, to be compared with what it says about a changed form of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import type { CookieRecord } from '../../src/cookies/finding.js';

/** A fixture or repository, and the one file of it that is changed. */
export interface Subject {
  readonly name: string;
  readonly root: string;
  readonly file: string;
  /** The file is all there is. */
  readonly alone: boolean;
  /** What is reported; the whole tree where it is left out. */
  readonly files?: readonly string[];
}

/** States by file, surface and name, in the order in which they stand there. */
export type Verdicts = ReadonlyMap<string, readonly string[]>;

/** The verdicts, and where the cookies of the file itself stand. */
export interface Judged {
  readonly verdicts: Verdicts;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

export const textOf = ({ root, file }: Subject): string => readFileSync(path.join(root, file), 'utf8');

/** What stands for the state: `missing` and `disabled` are one. */
const stateOf = ({ state }: CookieRecord): string => (state === 'missing' || state === 'disabled' ? 'off' : state);

export const verdictsOf = async (subject: Subject, text: string): Promise<Verdicts> => (await judgedOf(subject, text)).verdicts;

export async function judgedOf({ root, file, alone, files }: Subject, text: string): Promise<Judged> {
  const texts = alone
    ? { alone: true as const, stdin: { filename: file, text } }
    : { texts: new Map([[file, text]]), ...(files === undefined ? {} : { files }) };
  const { cookies } = await scan({ root, config: defaultConfig, pedantic: true, ...texts });
  const found = new Map<string, string[]>();
  for (const cookie of cookies) {
    if (cookie.deletes) continue;
    const key = `${cookie.path} ${cookie.surface} ${cookie.cookie.name ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), stateOf(cookie)]);
  }
  return { verdicts: found, places: cookies.filter((one) => one.path === file).map(({ range }) => range) };
}
