/** GitHub Actions workflow commands: findings become annotations of a pull request. */
import type { Severity } from '../cookies/finding.js';
import { printable } from '../text/printable.js';
import { entriesOf, visibleFindings } from './entries.js';
import type { Format } from './format.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapeData, escapeProperty)
function data(text: string): string {
  return text.split('\n').map(printable).join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export const github: Format = (report, options) =>
  entriesOf(report, options, visibleFindings(report, options))
    .map(({ finding, start, end }) => {
      // Annotations over several lines take no columns.
      const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
      const place = `file=${property(finding.path)},line=${start.line},endLine=${end.line}${columns}`;
      return `::${commands[finding.severity]} ${place},title=${property(`${finding.surface}: ${finding.problem}`)}::${data(finding.message)}\n`;
    })
    .join('');
