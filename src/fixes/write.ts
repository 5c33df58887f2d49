/** Makes the safe fixes of a report in the files themselves, byte for byte the same elsewhere: byte order mark, line ends and encoding stay. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edit, Finding, Fix, Report, Skipped } from '../cookies/finding.js';
import { applyEdits } from './diff.js';

/** The edits of one file, chosen so that they do not overlap. */
export interface FileEdits {
  readonly path: string;
  readonly edits: readonly Edit[];
  /** The findings whose fix is among the edits. */
  readonly findings: readonly Finding[];
}

/** The first safe fix of a finding. */
export function safeFix(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.safe && fix.edits.length > 0);
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
  return [...byPath].map(([file, own]) => {
    const taken: Edit[] = [];
    const fixed: Finding[] = [];
    for (const finding of own) {
      const wanted = safeFix(finding)?.edits ?? [];
      const fresh = wanted.filter((edit) => !taken.some((other) => sameEdit(edit, other)));
      if (fresh.some((edit) => taken.some((other) => collide(edit, other)))) continue;
      taken.push(...fresh);
      fixed.push(finding);
    }
    return { path: file, edits: taken.sort((a, b) => a.start - b.start || a.end - b.end), findings: fixed };
  });
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Touching edits count too: two insertions at one place have no order. */
function collide(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Writes `planned` under `root`. A file that changed since it was read, or that is not valid UTF-8, is left alone and named. */
export async function writeEdits(root: string, planned: readonly FileEdits[], textOf: Report['textOf']): Promise<{ readonly written: readonly FileEdits[]; readonly skipped: readonly Skipped[] }> {
  const written: FileEdits[] = [];
  const skipped: Skipped[] = [];
  for (const file of planned) {
    const scanned = textOf(file.path);
    const why = scanned === undefined ? 'its text is no longer known' : await rewrite(path.join(root, file.path), scanned, file.edits);
    if (why === undefined) written.push(file);
    else skipped.push({ path: file.path, why: `not fixed: ${why}` });
  }
  return { written, skipped };
}

const byteOrderMark = '\uFEFF';

async function rewrite(absolute: string, scanned: string, edits: readonly Edit[]): Promise<string | undefined> {
  try {
    const bytes = await readFile(absolute);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) return 'the file is not valid UTF-8';
    // Whether a scanned text keeps its byte order mark is the reader's choice; the file keeps it either way.
    const mark = text.startsWith(byteOrderMark) && !scanned.startsWith(byteOrderMark) ? byteOrderMark : '';
    if (text !== mark + scanned) return 'the file is not as it was checked: it changed meanwhile, or other changes are staged than made';
    await writeFile(absolute, mark + applyEdits(scanned, edits));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
