/** A verification as Markdown: for a comment, or the summary of a job. */
import type { Severity, Verdict } from '../../cookies/finding.js';
import type { HostRow } from '../../verify/check.js';
import type { LinkedCookie } from '../../verify/link.js';
import type { Verification } from '../../verify/verification.js';
import { codeBlock } from '../code-block.js';
import { scoreText } from '../entries.js';
import { fixDiff } from '../fix-diff.js';
import { cell, codeSpan, escapeMarkdown, fitted, message, summaryText } from '../markdown.js';
import { asked, factsOf, hostText, roleText, rowOf, unobservedRows, type VerifyFormat, type VerifyRow } from './rows.js';

const verdictMark: Readonly<Record<Verdict, string>> = { fail: '❌', warn: '⚠️', undecided: '❔', none: '➖', pass: '✅' };
const severityMark: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟠', note: '🔵' };

export const markdown: VerifyFormat = (verification, options) => {
  const head = `## ${verdictMark[verification.verdict]} ${options.tool.name} verify: ${verification.verdict}\n\n${factsOf(verification).map(escapeMarkdown).join(' · ')}\n`;
  const targets = asked(verification).map(
    ({ target, lines }) =>
      `<details><summary>${summaryText(target)}</summary>\n\n${lines.map((line) => `- ${escapeMarkdown(line)}\n`).join('')}\n</details>\n`,
  );
  const sections = [...verification.hosts.map((row) => hostSection(verification, row)), unobserved(verification), ...targets].filter(
    (part) => part !== '',
  );
  return fitted([head, hostsTable(verification)], sections, '', 'section');
};

function hostsTable({ hosts }: Verification): string {
  if (hosts.length === 0) return '';
  const rows = hosts.map(
    (row) =>
      `| ${cell(codeSpan(hostText(row.host)))} | ${roleText(row)} | ${verdictMark[row.verdict]} ${row.verdict} | ${scoreText(row)} | ${row.reasons.map(codeSpan).join(' ')} |\n`,
  );
  return `| Host | Weight | Verdict | Score | Reasons |\n| --- | --- | --- | ---: | --- |\n${rows.join('')}`;
}

const place = (row: VerifyRow): string => (row.place === null ? '–' : codeSpan(`${row.place.path}:${row.place.line}`));

/** The gravest stand first; of more than these nobody reads a comment. */
const MOST_ROWS = 50;

function tableOf(rows: readonly VerifyRow[]): string {
  const lines = rows
    .slice(0, MOST_ROWS)
    .map(
      (row) =>
        `| ${cell(codeSpan(row.name))} | ${row.observed} | ${row.source ?? '–'} | ${cell(place(row))} | ${cell(message(row.message))} |\n`,
    );
  return `| Cookie | Observed | Source | Where | What it means |\n| --- | --- | --- | --- | --- |\n${lines.join('')}${rows.length > MOST_ROWS ? `\n_And ${rows.length - MOST_ROWS} more cookies; the other formats show all._\n` : ''}`;
}

function hostSection(verification: Verification, row: HostRow<LinkedCookie>): string {
  if (row.cookies.length === 0) return '';
  const shownCookies = row.cookies.slice(0, MOST_ROWS);
  const rows = row.cookies.map((cookie) => rowOf(verification, row, cookie));
  const findings = shownCookies.flatMap(({ findings: own }) =>
    own.map(
      ({ severity, message: text, accepted }) =>
        `- ${severityMark[severity]} ${message(text)}${accepted ? ' (known to the baseline)' : ''}\n`,
    ),
  );
  const fixes = rows
    .slice(0, MOST_ROWS)
    .flatMap(({ cookie, candidate }) =>
      cookie?.secure === 'missing' && candidate?.fix !== undefined && verification.source !== undefined
        ? [{ fix: candidate.fix, source: verification.source }]
        : [],
    );
  const diffs = new Map(fixes.map(({ fix, source }) => [fixDiff(source, fix.at.path, fix.fix), fix] as const));
  const shown = [...diffs]
    .filter(([diff]) => diff !== '')
    .map(([diff, { fix }]) => `<details><summary>Fix: ${summaryText(fix.title)}</summary>\n\n${codeBlock('diff', diff)}\n</details>\n`);
  return `### ${codeSpan(hostText(row.host))}\n\n${tableOf(rows)}\n${findings.join('')}${shown.length === 0 ? '' : `\n${shown.join('\n')}`}`;
}

function unobserved(verification: Verification): string {
  const rows = unobservedRows(verification);
  return rows.length === 0
    ? ''
    : `<details><summary>${rows.length} in the source, never observed</summary>\n\n${tableOf(rows)}\n</details>\n`;
}
