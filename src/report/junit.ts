/** JUnit XML: a file is a suite, a finding a failed case and a note a skipped one, for CI servers that show test results. */
import type { Report } from '../cookies/finding.js';
import { entriesOf, nothingText, undecidedText, unreadText, visibleFindings, type Entry } from './entries.js';
import type { Format } from './format.js';
import { attributes, escapeMarkup } from './markup.js';

export const junit: Format = (report, options) => {
  const shown = entriesOf(report, options, visibleFindings(report, options));
  const failed = shown.filter(({ finding }) => finding.severity !== 'note');
  const hushed = [...shown.filter(({ finding }) => finding.severity === 'note'), ...entriesOf(report, options, report.suppressed)];
  const byPath = new Map<string, { failed: Entry[]; hushed: Entry[] }>();
  const suiteOf = (path: string): { failed: Entry[]; hushed: Entry[] } => {
    let suite = byPath.get(path);
    if (suite === undefined) byPath.set(path, (suite = { failed: [], hushed: [] }));
    return suite;
  };
  for (const entry of failed) suiteOf(entry.finding.path).failed.push(entry);
  for (const entry of hushed) suiteOf(entry.finding.path).hushed.push(entry);
  const suites = [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, suite]) =>
        `  <testsuite${attributes({ name: path, tests: suite.failed.length + suite.hushed.length, failures: suite.failed.length, errors: 0, skipped: suite.hushed.length })}>\n` +
        suite.failed.map(failure).join('') +
        suite.hushed.map(skipped).join('') +
        '  </testsuite>\n',
    );
  // A report without any case counts as broken in some servers, so a clean run is one case.
  if (suites.length === 0)
    suites.push(
      `  <testsuite${attributes({ name: options.tool.name, tests: 1, failures: 0, errors: 0, skipped: 0 })}>\n    <testcase${attributes({ classname: options.tool.name, name: cleanName(report) })}/>\n  </testsuite>\n`,
    );
  const tests = Math.max(1, failed.length + hushed.length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: options.tool.name, tests, failures: failed.length, errors: 0 })}>\n${suites.join('')}</testsuites>\n`;
};

/** What the only case of a run without findings is called. */
function cleanName(report: Report): string {
  if (report.verdict === 'none') return nothingText(report);
  const unread = unreadText(report.apps.reduce((sum, app) => sum + (app.unread ?? 0), 0));
  const open = [undecidedText(report.undecided.length), unread].filter((one) => one !== undefined);
  return open.length > 0 ? open.join(', ') : 'every cookie is sent with Secure';
}

function testcase({ finding, start }: Entry): string {
  return `    <testcase${attributes({ classname: finding.path, name: `${finding.surface} ${finding.problem} (line ${start.line})`, file: finding.path, line: start.line })}>\n`;
}

function failure(entry: Entry): string {
  const { finding, start, related } = entry;
  const details = [
    `${finding.path}:${start.line}:${start.column}`,
    ...related.map(({ step, start: at }) => `${step.path}:${at.line}:${at.column} ${step.message}`),
  ]
    .map(escapeMarkup)
    .join('\n');
  return `${testcase(entry)}      <failure${attributes({ type: finding.severity, message: finding.message })}>${details}</failure>\n    </testcase>\n`;
}

function skipped(entry: Entry): string {
  const { suppressed, message } = entry.finding;
  return `${testcase(entry)}      <skipped${attributes({ message: suppressed === undefined ? message : `suppressed: ${suppressed.reason}` })}/>\n    </testcase>\n`;
}
