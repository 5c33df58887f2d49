/** Which of the safe fixes of a report are made together. */
import type { Edit, Finding, Fix } from '../cookies/finding.js';

/** The edits of one file, chosen so that they do not overlap. */
export interface FileEdits {
  readonly path: string;
  readonly edits: readonly Edit[];
  /** The findings whose fix is among the edits. */
  readonly findings: readonly Finding[];
}

/** The first safe fix of a finding in its own file. */
export function safeFix(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.safe && fix.edits.length > 0 && fix.path === undefined);
}

/**
 * The safe fixes that can be made in one pass, by file. Of overlapping fixes the first in the file is taken; the others have their turn
 * in the next pass, when the text has changed. Findings that one edit mends share it.
 */
export function plannedEdits(findings: readonly Finding[]): FileEdits[] {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (safeFix(finding) === undefined) continue;
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  }
  return [...byPath].map(([file, own]) => planOf(file, own));
}

function planOf(file: string, findings: readonly Finding[]): FileEdits {
  const taken: Edit[] = [];
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const wanted = safeFix(finding)?.edits ?? [];
    const fresh = wanted.filter((edit) => !taken.some((other) => sameEdit(edit, other)));
    if (fresh.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    taken.push(...fresh);
    fixed.push(finding);
  }
  return { path: file, edits: taken.sort((a, b) => a.start - b.start || a.end - b.end), findings: fixed };
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Touching edits count too: two insertions at one place have no order. */
function collide(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
