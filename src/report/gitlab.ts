/** GitLab code quality: findings in the widget of a merge request. */
import type { Severity } from '../cookies/finding.js';
import { entriesOf, visibleFindings } from './entries.js';
import type { Format } from './format.js';

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', note: 'info' };

export const gitlab: Format = (report, options) => {
  const issues = entriesOf(report, options, visibleFindings(report, options)).map(({ finding, start, end, fingerprint }) => ({
    type: 'issue',
    categories: ['Security'],
    check_name: `${finding.surface}:${finding.problem}`,
    description: finding.message,
    severity: severities[finding.severity],
    fingerprint,
    location: { path: finding.path, lines: { begin: start.line, end: end.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};
