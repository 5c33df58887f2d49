/** GitLab's security report of static analysis: vulnerabilities in merge requests and on the dashboard. */
import { createHash } from 'node:crypto';
import type { Finding, Severity } from '../cookies/finding.js';
import { problems } from '../cookies/problems.js';
import { entriesOf, visibleFindings, type Entry } from './entries.js';
import { urlOf, type Format, type FormatOptions } from './format.js';

/** The version of GitLab's schema: https://gitlab.com/gitlab-org/security-products/security-report-schemas */
const SCHEMA = '15.0.4';

const severities: Readonly<Record<Severity, string>> = { error: 'High', warning: 'Medium', note: 'Info' };

export const gitlabSast: Format = (report, options) => {
  const { name, version } = options.tool;
  const tool = { id: name, name, version, vendor: { name } };
  const time = timeOf(options.run?.at ?? new Date(0));
  const out = {
    version: SCHEMA,
    schema: `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${SCHEMA}/dist/sast-report-format.json`,
    scan: {
      type: 'sast',
      status: 'success',
      start_time: time,
      end_time: time,
      analyzer: tool,
      scanner: tool,
      messages: report.skipped.slice(0, 100).map(({ path, why }) => ({ level: 'warn', value: `${path}: ${why}` })),
    },
    vulnerabilities: entriesOf(report, options, visibleFindings(report, options)).map((entry) => vulnerability(entry, options)),
  };
  return `${JSON.stringify(out, null, 2)}\n`;
};

function vulnerability({ finding, start, end, fingerprint }: Entry, options: FormatOptions): object {
  const { summary, why, remedy } = problems[finding.problem];
  const url = urlOf(finding, options);
  return {
    id: uuidOf(fingerprint),
    name: titleOf(finding, summary),
    description: `${finding.message}\n\n${why}`,
    severity: severities[finding.severity],
    solution: finding.fixes[0]?.title ?? finding.byHand ?? remedy,
    identifiers: [
      { type: 'cookie_lint', name: `${finding.surface}: ${finding.problem}`, value: `${finding.surface}/${finding.problem}` },
      { type: 'cwe', name: 'CWE-614', value: '614', url: 'https://cwe.mitre.org/data/definitions/614.html' },
    ],
    ...(url === undefined ? {} : { links: [{ name: options.rules.get(finding.rule)?.title ?? finding.rule, url }] }),
    location: { file: finding.path, start_line: start.line, end_line: end.line },
  };
}

/** GitLab cuts no names, and takes none of more than 255 characters. */
const titleOf = ({ cookie }: Finding, summary: string): string =>
  (cookie.name === null ? summary : `${summary.replace(/\.$/, '')}: ${cookie.name}`).slice(0, 255);

/** `2026-11-30T14:00:00`, without a zone, as the schema wants it. */
const timeOf = (at: Date): string => at.toISOString().slice(0, 19);

/** The same finding has the same identifier in each run. */
function uuidOf(fingerprint: string): string {
  const hex = createHash('sha256').update(fingerprint).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
