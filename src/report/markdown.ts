/** Markdown: the report as a comment on a pull request. */
import type { Finding, Report, Severity, Verdict } from '../cookies/finding.js';
import { printable } from '../text/printable.js';
import { codeBlock, longestRun } from './code-block.js';
import {
  cookieCount,
  cookieLabel,
  counted,
  countBySeverity,
  entriesOf,
  nothingText,
  scoreText,
  undecidedText,
  visibleFindings,
} from './entries.js';
import { fixDiff } from './fix-diff.js';
import { urlOf, type Format, type FormatOptions } from './format.js';
import { groupsOf, type Group } from './groups.js';
import { escapeMarkup } from './markup.js';

const verdictMark: Readonly<Record<Verdict, string>> = { fail: '❌', warn: '⚠️', undecided: '❔', none: '➖', pass: '✅' };
const severityMark: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟠', note: '🔵' };

/** Text with every character of Markdown's own, and HTML, taken literally; no mention or link comes alive. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replaceAll('://', ':&#8203;//');
}

/** Text in a code span, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const shown = printable(text);
  const fence = '`'.repeat(1 + longestRun(shown));
  const pad = /^`|`$|^ .* $/.test(shown) || shown === '' ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/** A message of ours: its code spans stay, everything else is literal. */
export function message(text: string): string {
  return text
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarkdown(part)))
    .join('');
}

/** Text in an HTML line, where Markdown is not at work but code spans and mentions may still be looked for. */
export function summaryText(text: string): string {
  return escapeMarkup(printable(text)).replaceAll('`', '&#96;').replaceAll('@', '&#64;');
}

/** A table cell: pipes end a cell even inside a code span. */
export function cell(text: string): string {
  return text.replace(/(?<!\\)\|/g, '\\|');
}

export const markdown: Format = (report, options) => {
  const groups = groupsOf(entriesOf(report, options, visibleFindings(report, options)));
  const count = countBySeverity(report.findings);
  const facts = [
    report.verdict === 'none' ? nothingText(report) : `${counted(cookieCount(report), 'cookie')} in ${counted(report.files, 'file')}`,
    counted(count.error, 'error'),
    counted(count.warning, 'warning'),
    counted(count.note, 'note'),
    undecidedText(report.undecided.length) ?? [],
    report.suppressed.length > 0 ? `${report.suppressed.length} suppressed` : [],
  ].flat();
  const head = `## ${verdictMark[report.verdict]} ${options.tool.name}: ${report.verdict}, score ${scoreText(report)}\n\n${facts.join(' · ')}\n`;
  return fitted(
    [head, apps(report)],
    groups.map((group) => section(report, group, options)),
    skipped(report),
  );
};

/** GitHub refuses comments of more characters; some room is left for what a host puts around the report. */
const MOST = 65_000;

/** The parts that are there, as many of the sections as fit. `noun`: what a section is about. */
export function fitted(first: readonly string[], sections: readonly string[], last: string, noun = 'finding'): string {
  let room = MOST - [...first, last].join('\n').length;
  const kept = sections.filter((part) => (room -= part.length + 1) > 0);
  const left = sections.length - kept.length;
  const more = left === 0 ? '' : `_${counted(left, `more ${noun}`)}: a comment holds no more than these. The other formats show all._\n`;
  const whole = [...first, ...kept, more, last].filter((part) => part !== '').join('\n');
  return whole.length <= MOST + 500 ? whole : `${whole.slice(0, MOST)}\n\n_The rest is cut: a comment holds no more._\n`;
}

function apps(report: Report): string {
  if (report.apps.length === 0) return '';
  const rows = report.apps.map(
    (app) =>
      `| ${cell(codeSpan(app.root))} | ${verdictMark[app.verdict]} ${app.verdict} | ${scoreText(app)} | ${cell(escapeMarkdown(app.frameworks.join(', ')))} | ${app.reasons.map(codeSpan).join(' ')} | ${app.undecided} |\n`,
  );
  return `| App | Verdict | Score | Frameworks | Reasons | Undecided |\n| --- | --- | ---: | --- | --- | ---: |\n${rows.join('')}`;
}

function section(report: Report, { first, others }: Group, options: FormatOptions): string {
  const { finding, start } = first;
  const url = urlOf(finding, options);
  const out = [`### ${severityMark[finding.severity]} ${message(finding.message)}\n`];
  const rule = url === undefined ? codeSpan(finding.surface) : `[${codeSpan(finding.surface)}](${url})`;
  out.push(
    `${codeSpan(`${finding.path}:${start.line}`)} · ${rule} · ${finding.problem} · ${finding.severity}${finding.reason === null ? '' : ` · ${codeSpan(finding.reason)}`}\n`,
  );
  if (first.related.length > 0)
    out.push(
      first.related
        .map(({ step, start: at }, index) => `${index + 1}. ${codeSpan(`${step.path}:${at.line}`)} ${message(step.message)}\n`)
        .join(''),
    );
  if (others.length > 0)
    out.push(
      `Decided by the same place:\n\n${others.map(({ finding: other, start: at }) => `- ${codeSpan(`${other.path}:${at.line}`)} ${label(other)}\n`).join('')}`,
    );
  for (const fix of finding.fixes.slice(0, 1)) {
    const diff = fixDiff(report, finding.path, fix);
    if (diff !== '')
      out.push(
        `<details><summary>Fix: ${summaryText(fix.title)}${fix.safe ? '' : ' (check it first)'}</summary>\n\n${codeBlock('diff', diff)}\n</details>\n`,
      );
  }
  if (finding.fixes.length === 0 && finding.byHand !== undefined) out.push(`By hand: ${message(finding.byHand)}\n`);
  return out.join('\n');
}

function label(finding: Finding): string {
  const { lead, code } = cookieLabel(finding);
  return lead + codeSpan(code);
}

function skipped(report: Report): string {
  if (report.skipped.length === 0) return '';
  return `<details><summary>${counted(report.skipped.length, 'file')} skipped</summary>\n\n${report.skipped.map(({ path, why }) => `- ${codeSpan(path)}: ${escapeMarkdown(why)}\n`).join('')}\n</details>\n`;
}
