/** Names for findings that survive moved lines, for baselines and for services that follow a finding from run to run. */
import { createHash } from 'node:crypto';
import type { Finding, Report } from '../cookies/finding.js';
import { linesOf } from '../text/lines.js';

/**
 * The fingerprint of each finding (32 hexadecimal digits): what is wrong with which cookie in which file, and the text of its line
 * without its spacing. Findings that agree in all of that are told apart by their order in the file. Independent of line numbers.
 */
export function fingerprints(findings: readonly Finding[], textOf: (path: string) => string | undefined): Map<Finding, string> {
  const result = new Map<Finding, string>();
  const occurrences = new Map<string, number>();
  for (const finding of findings) {
    const text = textOf(finding.path);
    // An absent setting stands on line 1 of its file, whatever that line says.
    const absent = finding.range.start === 0 && finding.range.end === 0;
    const line = text === undefined || absent ? '' : lineAround(text, finding.range.start).replace(/\s+/g, '');
    const identity = JSON.stringify([finding.path, finding.surface, finding.problem, finding.cookie.name, line]);
    const occurrence = occurrences.get(identity) ?? 0;
    occurrences.set(identity, occurrence + 1);
    result.set(finding, createHash('sha256').update(`${identity}#${occurrence}`).digest('hex').slice(0, 32));
  }
  return result;
}

/** Longer lines are generated: hashing one again for each of its findings would cost the square of its length. */
const MAX_LINE = 1_000;
const AROUND = 100;

/** The line of an offset; of a long line only what stands around it. */
function lineAround(text: string, offset: number): string {
  const lines = linesOf(text);
  const { line } = lines.positionAt(offset);
  const start = lines.startOf(line);
  const end = lines.startOf(line + 1);
  return end - start <= MAX_LINE ? lines.textOf(line) : text.slice(Math.max(start, offset - AROUND), Math.min(end, offset + AROUND));
}

/** The fingerprints of everything that a run found. Suppressed findings count too, so that suppressing one does not rename its neighbours. */
export function fingerprintsOf(report: Report): Map<Finding, string> {
  return fingerprints([...report.findings, ...report.suppressed].sort(bySite), report.textOf);
}

function bySite(a: Finding, b: Finding): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.range.start - b.range.start || a.range.end - b.range.end;
}
