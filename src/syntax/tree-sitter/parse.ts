// Parses with a tree-sitter grammar that may never come to an end: in broken code some of them try the same place again and again.
import { isMainThread } from 'node:worker_threads';
import type { Parser, Tree } from 'web-tree-sitter';
import type { SyntaxProblem } from '../ir.js';
import { isPastTimeLimit } from '../time-limit.js';

/** How often a parse is tried; each time the line that stopped the one before is blanked out. */
const ATTEMPTS = 4;

/**
 * How many reports of progress without any are too many. tree-sitter reports after every hundred steps. A file that is read well
 * has them at its end, where the tree is balanced: up to 130 for each 40,000 characters, and 450 in a flat list of statements.
 */
const MAXIMUM_IDLE_REPORTS = 300;
const IDLE_REPORTS_PER_CHARACTER = 0.02;

/**
 * How many reports one text may take, all attempts together: the same on a slow machine as on a fast one. Of 1,300 files that are read
 * well none took more than 0.025 for each character.
 */
const MAXIMUM_REPORTS = 2_000;
const REPORTS_PER_CHARACTER = 0.25;

/**
 * How much processor time one text may take, by its size. Steps are no measure of it where each of them goes through all that is open:
 * of thousands of `a < b` behind one another, each of which may begin type arguments in Kotlin and Scala, a hundred take a quarter of
 * a second. A file that is read well takes less than a tenth of this.
 */
const patienceFor = (characters: number): number => 4_000 + characters * 0.008;

export interface Parsed {
  /** Undefined when every attempt got stuck. The caller has to delete it. */
  readonly tree: Tree | undefined;
  /** The lines that were left out. */
  readonly unread: readonly SyntaxProblem[];
}

export function parse(parser: Parser, text: string): Parsed {
  const unread: SyntaxProblem[] = [];
  const allowance = new Allowance(text.length);
  let read = text;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { tree, reached } = parseOnce(parser, read, allowance);
    if (tree !== undefined) return { tree, unread };
    if (allowance.isSpent) return { tree: undefined, unread: [{ start: 0, end: text.length, message: 'takes too long to read' }] };
    const start = read.lastIndexOf('\n', Math.max(0, reached - 1)) + 1;
    const end = endOfLine(read, reached);
    unread.push({ start, end, message: 'could not be read' });
    read = read.slice(0, start) + ' '.repeat(end - start) + read.slice(end);
  }
  return { tree: undefined, unread: [{ start: 0, end: text.length, message: 'could not be read' }] };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** What one text may take. */
class Allowance {
  #reports: number;
  readonly #milliseconds: number;
  readonly #began = { clock: performance.now(), spent: spent() };
  #isSpent = false;

  constructor(characters: number) {
    this.#reports = MAXIMUM_REPORTS + characters * REPORTS_PER_CHARACTER;
    this.#milliseconds = patienceFor(characters);
  }

  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Takes one report; false when nothing is left. */
  take(): boolean {
    this.#isSpent ||= --this.#reports < 0 || this.#isLate() || isPastTimeLimit();
    return !this.#isSpent;
  }

  /** The clock is cheap to ask, and never behind the processor. */
  #isLate(): boolean {
    const { clock, spent: before } = this.#began;
    return performance.now() - clock > this.#milliseconds && spent() - before > this.#milliseconds;
  }
}

/** Milliseconds of this process, as a busy machine lets it wait for long; in one thread of several, those of the clock. */
function spent(): number {
  if (!isMainThread) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

interface Attempt {
  readonly tree: Tree | undefined;
  /** The farthest place that was looked at. */
  readonly reached: number;
}

function parseOnce(parser: Parser, text: string, allowance: Allowance): Attempt {
  const limit = MAXIMUM_IDLE_REPORTS + text.length * IDLE_REPORTS_PER_CHARACTER;
  let farthest = -1;
  let idle = 0;
  const isStuck = ({ currentOffset }: { currentOffset: number }): boolean => {
    if (!allowance.take()) return true;
    if (currentOffset > farthest) {
      farthest = currentOffset;
      idle = 0;
      return false;
    }
    idle += 1;
    return idle > limit;
  };
  const tree = parser.parse(text, null, { progressCallback: isStuck }) ?? undefined;
  if (tree === undefined) parser.reset();
  // tree-sitter counts bytes of UTF-16.
  return { tree, reached: Math.min(text.length, Math.max(0, Math.floor(farthest / 2))) };
}
