/** The report for people at a terminal: what is wrong, where, why, and what to change; then the verdict. */
import type { Finding, Report, Severity, Verdict } from '../cookies/finding.js';
import { problems } from '../cookies/problems.js';
import { printable } from '../text/printable.js';
import { codeFrame } from './code-frame.js';
import { cookieCount, cookieLabel, counted, countBySeverity, entriesOf, scoreText, visibleFindings } from './entries.js';
import { changedLines, fixDiff } from './fix-diff.js';
import type { Format, FormatOptions } from './format.js';
import { groupsOf, type Group } from './groups.js';
import { fileUrl, hyperlink, painter, type Paint, type Style } from './terminal-style.js';

const severityStyle: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' };
const verdictStyle: Readonly<Record<Verdict, Style>> = { fail: 'red', warn: 'yellow', pass: 'green' };
const verdictMark: Readonly<Record<Verdict, string>> = { fail: '✖', warn: '▲', pass: '✔' };

export const pretty: Format = (report, options) => {
  const paint = painter(options.color);
  const groups = groupsOf(entriesOf(report, options, visibleFindings(report, options)));
  return groups.map((group) => `${groupText(report, group, options, paint)}\n`).join('') + summary(report, options, paint);
};

function groupText(report: Report, group: Group, options: FormatOptions, paint: Paint): string {
  const { finding, start } = group.first;
  const style = severityStyle[finding.severity];
  const out: string[] = [];
  out.push(`${paint(style, paint('bold', finding.severity))} ${paint('bold', printable(finding.message))}  ${paint('dim', `${finding.surface} · ${finding.problem}${finding.confidence === 'high' ? '' : ` · ${finding.confidence} confidence`}`)}`);
  out.push(`  ${place(finding.path, start, options, paint)}`);
  const text = report.textOf(finding.path);
  if (text !== undefined) out.push(...frameLines(text, finding, options, paint));
  const note = (label: string, content: string): void => {
    const [head = '', ...rest] = content.split('\n');
    out.push(`  ${paint('cyan', label.padEnd(6))} ${head}`, ...rest.map((line) => `         ${line}`));
  };
  if (group.first.related.length > 0) {
    note('trail', group.first.related.map(({ step, start: at }) => `${place(step.path, at, options, paint)} ${printable(step.message)}`).join('\n'));
  }
  if (group.others.length > 0) {
    const sites = group.others.map(({ finding: other, start: at }) => `${place(other.path, at, options, paint)} ${labelled(other)}`);
    note('also', [`${counted(group.others.length, 'more finding')} decided by the same place:`, ...sites].join('\n'));
  }
  const problem = problems[finding.problem];
  note('why', problem.why);
  const fix = finding.fixes.find(({ safe }) => safe) ?? finding.fixes[0];
  if (fix !== undefined) {
    const diff = changedLines(fixDiff(report, finding.path, fix, 0)).map((line) => paint(line.startsWith('-') ? 'red' : 'green', cutLine(line.replaceAll('\t', '  '), options.width - 9)));
    note('fix', [`${printable(fix.title)} ${paint('dim', fix.safe ? '(--fix)' : '(by hand: check it first)')}`, ...diff].join('\n'));
  } else note('fix', problem.remedy);
  const url = options.rules.get(finding.rule)?.url;
  if (finding.rule !== 'cookie-lint') {
    note('docs', `${url === undefined ? '' : `${hyperlink(options, url, paint('underline', url))}  `}${paint('dim', `${options.tool.name} explain ${finding.problem}`)}`);
  }
  return `${out.join('\n')}\n`;
}

function labelled(finding: Finding): string {
  const label = cookieLabel(finding.cookie);
  if (finding.decides !== undefined) return `options ${label === undefined ? '' : `\`${printable(label)}\` `}of ${counted(finding.decides, 'cookie')}`;
  return label === undefined ? finding.surface : `\`${printable(label)}\``;
}

function cutLine(line: string, width: number): string {
  return width > 20 && line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

function place(path: string, at: { readonly line: number; readonly column: number }, options: FormatOptions, paint: Paint): string {
  const text = `${printable(path)}:${at.line}:${at.column}`;
  return hyperlink(options, `${fileUrl(options.root, path)}#L${at.line}`, paint('cyan', text));
}

function frameLines(text: string, finding: Finding, options: FormatOptions, paint: Paint): string[] {
  if (finding.range.start === 0 && finding.range.end === 0) return [`  ${paint('dim', '(nothing in this file says it)')}`];
  const frame = codeFrame(text, finding.range, Math.max(40, options.width - 10));
  const gutter = String(frame.at(-1)?.number ?? 0).length;
  const out: string[] = [];
  let underlined = false;
  for (const line of frame) {
    if (line.gap) out.push(paint('dim', `  ${' '.repeat(gutter)} ┆`));
    out.push(`${paint('dim', `  ${String(line.number).padStart(gutter)} │`)} ${line.text}`.trimEnd());
    // Of a site of several lines only the first is underlined: the eye has to find it, not to read twice as many lines.
    if (line.mark !== undefined && !underlined) {
      underlined = true;
      const mark = '~'.repeat(Math.max(1, line.mark.end - line.mark.start));
      out.push(`${paint('dim', `  ${' '.repeat(gutter)} │`)} ${' '.repeat(line.mark.start)}${paint(severityStyle[finding.severity], mark)}`);
    }
  }
  return out;
}

/** The rows of apps, then one line of counts. */
function summary(report: Report, options: FormatOptions, paint: Paint): string {
  const out: string[] = [];
  const verdict = (of: Verdict): string => paint(verdictStyle[of], `${verdictMark[of]} ${of}`);
  if (report.apps.length > 0) {
    const width = Math.max(...report.apps.map(({ root }) => printable(root).length));
    for (const app of report.apps) {
      const name = printable(app.root).padEnd(width);
      out.push(`${verdict(app.verdict)}  ${scoreText(app.score).padStart(4)}  ${paint('bold', name)}  ${[printable(app.frameworks.join(', ')), paint('dim', app.reasons.join(', '))].filter((part) => part !== '').join('  ')}`.trimEnd());
    }
    out.push('');
  }
  const count = countBySeverity(report.findings);
  const safe = visibleFindings(report, options).filter(({ fixes }) => fixes.some((fix) => fix.safe)).length;
  const parts = [
    paint('bold', verdict(report.verdict)),
    `score ${scoreText(report.score)}`,
    `${counted(cookieCount(report), 'cookie')} in ${counted(report.files, 'file')}`,
    `${counted(count.error, 'error')}, ${counted(count.warning, 'warning')}`,
    ...(count.note > 0 ? [`${counted(count.note, 'note')}${options.pedantic ? '' : ' (--pedantic shows them)'}`] : []),
    ...(report.suppressed.length > 0 ? [`${report.suppressed.length} suppressed`] : []),
    ...(safe > 0 ? [`${safe} fixable with --fix`] : []),
  ];
  out.push(parts.join(' · '));
  for (const { path, why } of report.skipped) out.push(paint('dim', `skipped ${printable(path)}: ${printable(why)}`));
  return `${out.join('\n')}\n`;
}
