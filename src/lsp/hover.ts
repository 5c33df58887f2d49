/** The state of the cookie under the cursor, and the way to what decides it. */
import type { Hover, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CookieRecord, Finding } from '../cookies/finding.js';
import { findingOf } from '../engine/record-findings.js';
import type { Range } from '../syntax/ir.js';
import { linesOf } from '../text/lines.js';
import { uriOf, type Judged } from './documents.js';

/** What is known at an offset: of a cookie that is set there, else of options or a setting that decide cookies elsewhere. */
export function hoverAt(at: number, own: Judged, document: TextDocument, documents: TextDocuments<TextDocument>): Hover | null {
  const cookie = innermost(own.cookies, at);
  const finding =
    cookie === undefined
      ? innermost(own.findings, at)
      : (findingOf(own.report, cookie) ?? own.findings.find(({ range }) => holds(cookie.range, range)));
  const range = (cookie ?? finding)?.range;
  if (range === undefined) return null;
  const lines = [...(cookie === undefined ? [] : stateOf(cookie)), ...(finding === undefined ? [] : trailOf(finding, own, documents))];
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
  };
}

function stateOf({ cookie, framework, state, coveredBy }: CookieRecord): string[] {
  const named = `**cookie** ${code(cookie.name ?? cookie.expression ?? 'name not known')} (${framework}): ${code(state)}`;
  return coveredBy === undefined ? [named] : [named, `covered by ${code(coveredBy.surface)} in ${code(coveredBy.path)}`];
}

function trailOf(finding: Finding, { place, report }: Judged, documents: TextDocuments<TextDocument>): string[] {
  const steps = finding.related.map((step) => {
    const line = linesOf(report.textOf(step.path) ?? '').positionAt(step.range.start).line;
    return `- [${code(`${step.path}:${line}`)}](${uriOf(place.root, step.path, documents)}#L${line}) ${step.message}`;
  });
  const accepted = finding.suppressed === undefined ? [] : [`accepted: ${code(finding.suppressed.reason)}`];
  return [finding.message, ...(steps.length === 0 ? [] : [steps.join('\n')]), ...accepted];
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

function innermost<T extends { readonly range: Range }>(all: readonly T[], at: number): T | undefined {
  return all
    .filter(({ range }) => range.start <= at && at <= range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
}

/** Names are set as code so that they cannot be anything else. */
const code = (text: string): string => `\`${text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')}\``;
