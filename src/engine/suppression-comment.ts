/** The comment that accepts a finding, written as the finding's own file writes comments. */
import path from 'node:path';
import type { Edit, Finding, Place } from '../cookies/finding.js';
import { applyEdits } from '../fixes/diff.js';
import type { Range } from '../syntax/ir.js';
import { linesOf } from '../text/lines.js';
import { applySuppressions } from './suppressions.js';
import { Workspace } from './workspace.js';

/** Which of them a file has is for its front-end to say. PHP's own settings no longer take `#`. */
const FORMS: readonly (readonly [open: string, close: string])[] = [
  ['// ', ''],
  ['# ', ''],
  ['<!-- ', ' -->'],
  ['/* ', ' */'],
  ['{# ', ' #}'],
];
const INI_FORMS: typeof FORMS = [['; ', '']];

/** Stands for the reason while a form is tried; the comment itself leaves it to be written. */
const REASON = 'reason';

export interface SuppressionComment {
  readonly edit: Edit;
  /** Where in the new text the reason is to be written. */
  readonly reasonAt: number;
}

/**
 * An edit that puts a comment over the finding, with everything but the reason: until somebody writes one the comment hides nothing.
 * Each place and form is tried on the text by the file's own front-end, and the first that does its work is taken; undefined where
 * none does, as in a format without comments. `sites` are the places of the file's cookies.
 */
export function suppressionComment(root: string, text: string, finding: Finding, sites: readonly Place[]): SuppressionComment | undefined {
  const before = problemsOf(root, finding.path, text);
  const around = sites.filter(
    ({ path: file, range }) => file === finding.path && range.start <= finding.range.start && finding.range.end <= range.end,
  );
  const starts = [finding.range.start, ...around.map(({ range }) => range.start)];
  const forms = path.extname(finding.path) === '.ini' ? INI_FORMS : FORMS;
  for (const [at, kind] of placesOf(text, starts, isAbsent(finding))) {
    for (const [open, close] of forms) {
      const written = (reason: string): string =>
        `${indentAt(text, at)}${open}cookie-lint-${kind} ${finding.surface} -- ${reason}${close}${endOfLine(text)}`;
      const edit = { start: at, end: at, text: written(REASON) };
      if (!hides(root, applyEdits(text, [edit]), edit, finding, sites, before)) continue;
      const empty = written('');
      return { edit: { ...edit, text: empty }, reasonAt: at + written(REASON).indexOf(` -- ${REASON}`) + ' -- '.length };
    }
  }
  return undefined;
}

/** A setting that is not there is reported at the very start, where only a comment for the whole file can name it. */
const isAbsent = ({ range }: Finding): boolean => range.start === 0 && range.end === 0;

function placesOf(text: string, starts: readonly number[], absent: boolean): (readonly [at: number, kind: string])[] {
  const lines = linesOf(text);
  // Behind a first line that has to stay the first: `#!`, `<?php`, `<?xml …?>`.
  if (absent)
    return [
      [0, 'disable'],
      [lines.startOf(2), 'disable'],
    ];
  return [...new Set(starts.map((start) => lines.startOf(lines.positionAt(start).line)))].map((at) => [at, 'disable-next-line'] as const);
}

function hides(root: string, text: string, edit: Edit, finding: Finding, sites: readonly Place[], most: number): boolean {
  const workspace = new Workspace(root, [], new Map([[finding.path, text]]));
  const programs = workspace.programsOf(finding.path);
  if (programs.reduce((sum, { problems }) => sum + problems.length, 0) > most) return false;
  const move = ({ start, end }: Range): Range =>
    start < edit.start || (start === 0 && end === 0) ? { start, end } : { start: start + edit.text.length, end: end + edit.text.length };
  const moved = sites.map((site) => ({ ...site, range: move(site.range) }));
  return applySuppressions([{ ...finding, range: move(finding.range) }], programs, { sites: moved }).suppressed.length === 1;
}

function problemsOf(root: string, file: string, text: string): number {
  return new Workspace(root, [], new Map([[file, text]])).programsOf(file).reduce((sum, { problems }) => sum + problems.length, 0);
}

const indentAt = (text: string, lineStart: number): string => /^[ \t]*/.exec(text.slice(lineStart, lineStart + 500))?.[0] ?? '';
const endOfLine = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');
