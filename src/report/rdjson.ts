/** Reviewdog's diagnostic format: comments and suggested changes in any code-review service. */
import { messageWithAdvice, type Report, type Severity } from '../cookies/finding.js';
import { linesOf, type Position } from '../text/lines.js';
import { entriesOf, visibleFindings } from './entries.js';
import { urlOf, type Format } from './format.js';

// https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** Columns of that format count bytes of UTF-8. */
function byteColumn(report: Report, path: string, at: Position): Position {
  const text = report.textOf(path);
  const before =
    text === undefined
      ? ''
      : linesOf(text)
          .textOf(at.line)
          .slice(0, at.column - 1);
  return { line: at.line, column: Buffer.byteLength(before, 'utf8') + 1 };
}

export const rdjson: Format = (report, options) => {
  const location = (path: string, start: Position, end: Position): object => ({
    path,
    range: { start: byteColumn(report, path, start), end: byteColumn(report, path, end) },
  });
  const diagnostics = entriesOf(report, options, visibleFindings(report, options)).map(({ finding, start, end, related }) => {
    const text = report.textOf(finding.path);
    const lines = linesOf(text ?? '');
    const url = urlOf(finding, options);
    return {
      message: messageWithAdvice(finding),
      location: location(finding.path, start, end),
      severity: severities[finding.severity],
      code: { value: `${finding.surface}:${finding.problem}`, ...(url === undefined ? {} : { url }) },
      // A suggestion replaces one range, so a fix of several edits can't be shown as one.
      suggestions: finding.fixes.flatMap(({ edits, path }) => {
        const [edit, ...others] = edits;
        if (text === undefined || edit === undefined || others.length > 0 || path !== undefined) return [];
        const range = {
          start: byteColumn(report, finding.path, lines.positionAt(edit.start)),
          end: byteColumn(report, finding.path, lines.positionAt(edit.end)),
        };
        return [{ range, text: edit.text }];
      }),
      related_locations: related.map(({ step, start: from, end: to }) => ({
        message: step.message,
        location: location(step.path, from, to),
      })),
    };
  });
  return `${JSON.stringify({ source: { name: options.tool.name }, diagnostics }, null, 2)}\n`;
};
