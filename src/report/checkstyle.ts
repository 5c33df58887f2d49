/** Checkstyle XML, which most code-review servers read. */
import type { Severity } from '../cookies/finding.js';
import { entriesOf, visibleFindings } from './entries.js';
import type { Format } from './format.js';
import { attributes } from './markup.js';

const severities: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'info' };

export const checkstyle: Format = (report, options) => {
  const byPath = new Map<string, string>();
  for (const { finding, start } of entriesOf(report, options, visibleFindings(report, options))) {
    const error = `    <error${attributes({ line: start.line, column: start.column, severity: severities[finding.severity], message: finding.message, source: `${options.tool.name}.${finding.surface}.${finding.problem}` })}/>\n`;
    byPath.set(finding.path, (byPath.get(finding.path) ?? '') + error);
  }
  const files = [...byPath].map(([path, errors]) => `  <file${attributes({ name: path })}>\n${errors}  </file>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
};
