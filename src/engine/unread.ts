/** Places of candidates that a front-end could not read: a cookie there is not seen, and whoever reads the report has to know. */
import type { Skipped } from '../cookies/finding.js';
import type { Program } from '../syntax/ir.js';
import { linesOf } from '../text/lines.js';
import type { Prefilter } from './prefilter.js';

/**
 * One entry for each unread place that mentions a trigger; other places can hide no cookie. What is nested too deeply may be
 * the beginning of a chain whose end sets one. Programs without a body are left out: the workspace says of the whole file
 * that it could not be parsed.
 */
export function unreadPlaces(programs: readonly Program[], prefilter: Prefilter): Skipped[] {
  return programs.flatMap((program) => {
    if (program.body.length === 0) return [];
    const { path, language, text } = program;
    return program.problems
      .filter(({ start, end, message }) => /nested too deeply/i.test(message) || prefilter.mayMatch(language, text.slice(start, end)))
      .map(({ start, end, message }) => ({ path, why: `${place(text, start, end)}: ${message}` }));
  });
}

function place(text: string, start: number, end: number): string {
  const positions = linesOf(text);
  const [first, last] = [positions.positionAt(start).line, positions.positionAt(end).line];
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}
