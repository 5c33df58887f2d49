/** A fix as the diff it makes. */
import type { Fix, Report } from '../cookies/finding.js';
import { unifiedDiff } from '../fixes/diff.js';
import { printableText } from '../text/printable.js';

/** The unified diff of a fix in `path`, with `context` lines around, safe to print; empty when the file's text is not known. */
export function fixDiff(report: Report, path: string, fix: Fix, context = 3): string {
  const text = report.textOf(path);
  return text === undefined ? '' : printableText(unifiedDiff(path, text, fix.edits, context));
}

/** Only the removed and added lines of a diff. */
export function changedLines(diff: string): string[] {
  return diff.split('\n').slice(2).filter((line) => /^[-+]/.test(line));
}
