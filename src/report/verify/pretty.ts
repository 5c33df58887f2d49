/** A verification for people at a terminal: hosts, both columns side by side, what is wrong and which line to mend. */
import type { Severity, Verdict } from '../../cookies/finding.js';
import type { HostRow } from '../../verify/check.js';
import type { Candidate, LinkedCookie } from '../../verify/link.js';
import type { Verification } from '../../verify/verification.js';
import { columnsOf, cutColumns, padColumns, wrap } from '../../text/columns.js';
import { printable, printablePath } from '../../text/printable.js';
import { cutDiff, changedLines, fixDiff } from '../fix-diff.js';
import { fileUrl, hyperlink, painter, type Paint, type Style } from '../terminal-style.js';
import { scoreText } from '../entries.js';
import {
  asked,
  bestOf,
  factsOf,
  hostText,
  placeOf,
  roleText,
  rowOf,
  unobservedRows,
  verdictMark,
  type VerifyFormat,
  type VerifyFormatOptions,
  type VerifyRow,
} from './rows.js';

const severityStyle: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' };
const verdictStyle: Readonly<Record<Verdict, Style>> = { fail: 'red', warn: 'yellow', undecided: 'yellow', none: 'yellow', pass: 'green' };

/** Where the text of a note starts. */
const NOTE = 10;

/** What was not observed is no trouble by itself. */
const MOST_UNOBSERVED = 20;

interface Page {
  readonly verification: Verification;
  readonly options: VerifyFormatOptions;
  readonly paint: Paint;
}

export const pretty: VerifyFormat = (verification, options) => {
  const page: Page = { verification, options, paint: painter(options.color) };
  const parts = [askedText(page), ...verification.hosts.map((row) => hostBlock(page, row)), unobservedText(page), lastLine(page)];
  return parts.filter((part) => part !== '').join('\n');
};

function askedText({ verification, options, paint }: Page): string {
  return asked(verification)
    .map(
      ({ target, lines }) =>
        `${paint('bold', printable(target))}\n${lines.map((line) => `${paragraph('  ', 4, line, options)}\n`).join('')}`,
    )
    .join('');
}

function hostBlock(page: Page, row: HostRow<LinkedCookie>): string {
  const { paint, verification } = page;
  const lead = `${verdictMark[row.verdict]} ${row.verdict}  ${scoreText(row)}  `;
  const head = `${paragraph(paint(verdictStyle[row.verdict], lead), columnsOf(lead), [`${hostText(row.host)} (${roleText(row)})`, row.reasons.join(', ')].filter((part) => part !== '').join('  '), page.options)}\n`;
  if (row.cookies.length === 0) return `${head}  no cookie\n`;
  const rows = row.cookies.map((cookie) => rowOf(verification, row, cookie));
  return head + table(page, rows) + rows.map((one) => detail(page, one)).join('');
}

/** The two columns, observed and source. */
function table({ paint, options, verification }: Page, rows: readonly VerifyRow[]): string {
  const isLinked = verification.source !== undefined && verification.source.cookies.length > 0;
  const titles = isLinked ? ['Cookie', 'Observed', 'Source', 'Where'] : ['Cookie', 'Observed'];
  const cells = rows.map((row) =>
    [
      row.name === '' ? '(no name)' : row.name,
      row.observed,
      row.source ?? '–',
      row.place === null ? '–' : `${row.place.path}:${row.place.line}`,
    ]
      .slice(0, titles.length)
      .map(printable),
  );
  const widths = fitting(
    titles.map((title, index) => cells.reduce((most, line) => Math.max(most, columnsOf(line[index] ?? '')), title.length)),
    options.columns,
  );
  const line = (texts: readonly string[], style: (text: string, index: number) => string): string =>
    `  ${texts
      .map((text, index) => style(padColumns(cutColumns(text, widths[index] ?? 0), widths[index] ?? 0), index))
      .join('  ')
      .trimEnd()}\n`;
  return (
    line(titles, (text) => paint('bold', text)) +
    cells.map((texts, at) => line(texts, (text, index) => (index === 1 ? paint(styleOf(rows[at]), text) : text))).join('')
  );
}

/** Widths of columns that fit a terminal together: the widest give way. */
function fitting(widths: readonly number[], columns: number | undefined): readonly number[] {
  if (columns === undefined) return widths;
  // Two spaces before each column.
  const room = columns - 2 * widths.length;
  let most = Math.max(...widths);
  while (most > LEAST_WIDTH && widths.reduce((sum, width) => sum + Math.min(width, most), 0) > room) most--;
  return widths.map((width) => Math.min(width, most));
}

const LEAST_WIDTH = 8;

const styleOf = (row: VerifyRow | undefined): Style =>
  row?.cookie?.secure === 'on' || row?.cookie?.deletes === true ? 'green' : row?.cookie?.secure === 'missing' ? 'red' : 'yellow';

/** What is wrong with a cookie, the line that sets it, and the fix; a cookie with nothing to say has none. */
function detail(page: Page, { cookie, message, relation }: VerifyRow): string {
  if (cookie === null) return '';
  const { options, paint } = page;
  const isPlain = relation === 'agree' && cookie.secure === 'on';
  if (cookie.findings.length === 0 && (relation === null || isPlain || cookie.deletes)) return '';
  const out = cookie.findings.map(({ severity, message: text, reason, accepted }) =>
    paragraph(
      `  ${paint(severityStyle[severity], severity)} `,
      severity.length + 3,
      `${text}${accepted ? ' (known to the baseline)' : reason === null ? '' : ` ${reason}`}`,
      options,
    ),
  );
  if (message !== '' && !isPlain) out.push(paragraph(`    ${paint('cyan', 'source')} `, NOTE + 1, message, options));
  const candidates = cookie.link?.candidates ?? [];
  candidates.forEach((candidate, index) => out.push(`${' '.repeat(NOTE + 1)}${index === 0 ? '' : 'or '}${candidateText(page, candidate)}`));
  const fix = cookie.secure === 'missing' && !cookie.deletes ? bestOf(cookie)?.fix : undefined;
  if (fix !== undefined && page.verification.source !== undefined) {
    const diff = cutDiff(changedLines(fixDiff(page.verification.source, fix.at.path, fix.fix, 0)), (options.columns ?? 120) - NOTE - 1);
    out.push(
      paragraph(
        `    ${paint('cyan', 'fix')}    `,
        NOTE + 1,
        `${fix.fix.title} ${printablePath(fix.at.path)} ${fix.fix.safe ? '(--fix)' : '· by hand'}`,
        options,
      ),
    );
    out.push(...diff.map((line) => `${' '.repeat(NOTE + 1)}${paint(line.startsWith('-') ? 'red' : 'green', line)}`));
  }
  return `${out.join('\n')}\n`;
}

function candidateText({ verification, options, paint }: Page, { record, state, by }: Candidate): string {
  const { path, line, column } = placeOf(verification.source, record);
  const place = hyperlink(options, `${fileUrl(options.root, path)}#L${line}`, paint('cyan', `${printablePath(path)}:${line}:${column}`));
  return `${place} ${paint('dim', `${record.surface} · ${state}${by === 'name' ? '' : ` · by ${by}`}`)}`;
}

function unobservedText(page: Page): string {
  const rows = unobservedRows(page.verification);
  if (rows.length === 0) return '';
  const more = rows.length > MOST_UNOBSERVED ? `  and ${rows.length - MOST_UNOBSERVED} more (--format json lists them all)\n` : '';
  return `${page.paint('bold', 'In the source, never observed')}\n${table(page, rows.slice(0, MOST_UNOBSERVED))}${more}`;
}

function lastLine({ verification, options, paint }: Page): string {
  const { verdict } = verification;
  const lead = `${verdictMark[verdict]} ${verdict} · `;
  return `${paragraph(paint('bold', paint(verdictStyle[verdict], lead)), columnsOf(lead), factsOf(verification).join(' · '), options)}\n`;
}

/** Text behind `lead`; on a terminal in lines that fit. */
function paragraph(lead: string, indent: number, text: string, { columns }: VerifyFormatOptions): string {
  const shown = printable(text);
  return lead + (columns === undefined ? [shown] : wrap(shown.split(' '), columns - indent)).join(`\n${' '.repeat(indent)}`);
}
