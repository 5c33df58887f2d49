/** The report for people at a terminal: what is wrong, where, why, and what to change; then the verdict. */
import type { Finding, Report, Severity, Skipped, Verdict } from '../cookies/finding.js';
import { problems } from '../cookies/problems.js';
import { columnsOf, padColumns, wrap } from '../text/columns.js';
import { printable, printablePath } from '../text/printable.js';
import { codeFrame } from './code-frame.js';
import {
  cookieCount,
  cookieLabel,
  counted,
  countBySeverity,
  entriesOf,
  hiddenNotes,
  nothingText,
  reasonWords,
  scoreText,
  undecidedText,
  unreadText,
  visibleFindings,
} from './entries.js';
import { changedLines, cutDiff, fixDiff } from './fix-diff.js';
import { urlOf, type Format, type FormatOptions } from './format.js';
import { groupsOf, type Group } from './groups.js';
import { fileUrl, hyperlink, painter, type Paint, type Style } from './terminal-style.js';

const severityStyle: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' };
export const verdictStyle: Readonly<Record<Verdict, Style>> = {
  fail: 'red',
  warn: 'yellow',
  undecided: 'yellow',
  none: 'yellow',
  pass: 'green',
};
export const verdictMark: Readonly<Record<Verdict, string>> = { fail: '✖', warn: '▲', undecided: '?', none: '–', pass: '✔' };

export const pretty: Format = (report, options) => {
  const paint = painter(options.color);
  const groups = groupsOf(entriesOf(report, options, visibleFindings(report, options)));
  const explained = new Set<string>();
  const full = options.all === true || groups.length <= IN_FULL + FEW_MORE ? groups.length : IN_FULL;
  const shown = groups.slice(0, full).map((group) => `${groupText(report, group, options, paint, explained)}\n`);
  return `${shown.join('')}${inBrief(groups.slice(full), options, paint)}${summary(report, options, paint)}`;
};

/** So many findings are shown in full: nobody reads more at once. */
const IN_FULL = 20;

/** So few more are not worth to be cut. */
const FEW_MORE = 2;

/** The groups beyond the first, a line each. */
function inBrief(groups: readonly Group[], options: FormatOptions, paint: Paint): string {
  if (groups.length === 0) return '';
  const lines = groups.map(({ first: { finding, start }, others }) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return paragraph(
      `${paint(severityStyle[finding.severity], finding.severity)} `,
      2,
      [place(finding.path, start, options, paint), ...words(`${finding.message}${more}`)],
      options,
    );
  });
  return `${paint('dim', `${counted(groups.length, 'more finding')}, in a line each (--all shows them in full):`)}\n${lines.join('\n')}\n\n`;
}

/** The text of one group. What is said of every finding of its problem is said of the first one; `explained` remembers which had it. */
function groupText(report: Report, group: Group, options: FormatOptions, paint: Paint, explained: Set<string>): string {
  const { finding, start } = group.first;
  const problem = problems[finding.problem];
  const tags = `${finding.surface} · ${finding.problem}${finding.confidence === 'high' ? '' : ` · ${finding.confidence} confidence`}`;
  const out: string[] = [
    paragraph(
      `${paint(severityStyle[finding.severity], paint('bold', finding.severity))} `,
      finding.severity.length + 1,
      [...words(finding.message, (word) => paint('bold', word)), ` ${paint('dim', tags)}`],
      options,
    ),
    `  ${place(finding.path, start, options, paint)}`,
  ];
  const text = report.textOf(finding.path);
  if (text !== undefined) out.push(...frameLines(text, finding, options, paint));
  const note = (label: string, ...items: readonly (readonly string[])[]): void => {
    items.forEach((item, index) =>
      out.push(
        paragraph(
          index === 0 ? `  ${paint('cyan', label.padEnd(6))} ` : ' '.repeat(NOTE),
          items.length === 1 ? NOTE : NOTE + 2,
          item,
          options,
        ),
      ),
    );
  };
  if (group.first.related.length > 0)
    note('trail', ...group.first.related.map(({ step, start: at }) => [place(step.path, at, options, paint), ...words(step.message)]));
  if (group.others.length > 0) {
    note(
      'also',
      words(`${counted(group.others.length, 'more finding')} decided by the same place:`),
      ...group.others.map(({ finding: other, start: at }) => [place(other.path, at, options, paint), labelled(other)]),
    );
  }
  if (!explained.has(finding.problem)) note('why', words(problem.why));
  const fix = finding.fixes.find(({ safe }) => safe) ?? finding.fixes[0];
  if (fix === undefined) note('fix', words(finding.byHand ?? problem.remedy));
  else {
    const diff = cutDiff(changedLines(fixDiff(report, finding.path, fix, 0)), (options.columns ?? UNSHOWN) - NOTE).map((line) =>
      paint(line.startsWith('-') ? 'red' : 'green', line),
    );
    note('fix', [...words(fix.title), paint('dim', fix.safe ? '(--fix)' : '· by hand')], ...diff.map((line) => [line]));
  }
  const about = `${finding.rule} ${finding.problem}`;
  if (finding.rule !== 'cookie-lint' && !explained.has(about)) {
    const url = urlOf(finding, options);
    const more = paint('dim', `${options.tool.name} explain ${finding.problem}`);
    note('docs', url === undefined ? [more] : [hyperlink(options, url, paint('underline', url)), ` ${more}`]);
  }
  explained.add(finding.problem).add(about);
  return `${out.join('\n')}\n`;
}

/** Where the text of a note starts: `  trail  `. */
const NOTE = 9;

/** How wide a code frame and a diff are where no terminal says. */
const UNSHOWN = 120;

/** The words of a text that comes from the repository, or speaks of it. */
function words(text: string, style: (word: string) => string = (word) => word): string[] {
  return printable(text).split(' ').map(style);
}

/** Words behind `lead`; on a terminal in lines that fit, those after the first indented. */
function paragraph(lead: string, indent: number, text: readonly string[], { columns }: FormatOptions): string {
  return lead + (columns === undefined ? [text.join(' ')] : wrap(text, columns - indent)).join(`\n${' '.repeat(indent)}`);
}

function labelled(finding: Finding): string {
  const { lead, code } = cookieLabel(finding);
  if (finding.decides !== undefined)
    return `options ${finding.cookie.expression === undefined ? '' : `\`${printable(code)}\` `}of ${counted(finding.decides, 'cookie')}`;
  return finding.cookie.name === null && lead === '' ? code : `${lead}\`${printable(code)}\``;
}

function place(path: string, at: { readonly line: number; readonly column: number }, options: FormatOptions, paint: Paint): string {
  const text = `${printablePath(path)}:${at.line}:${at.column}`;
  return hyperlink(options, `${fileUrl(options.root, path)}#L${at.line}`, paint('cyan', text));
}

function frameLines(text: string, finding: Finding, options: FormatOptions, paint: Paint): string[] {
  if (finding.range.start === 0 && finding.range.end === 0) return [`  ${paint('dim', '(nothing in this file says it)')}`];
  const frame = codeFrame(text, finding.range, Math.max(40, (options.columns ?? UNSHOWN) - 10));
  const gutter = String(frame.at(-1)?.number ?? 0).length;
  const out: string[] = [];
  let underlined = false;
  for (const line of frame) {
    if (line.gap) out.push(paint('dim', `  ${' '.repeat(gutter)} ┆`));
    out.push(`${paint('dim', `  ${String(line.number).padStart(gutter)} │`)} ${line.text}`.trimEnd());
    // Of a site of several lines only the first is underlined: the eye has to find it, not to read twice as many lines.
    if (line.mark !== undefined && !underlined) {
      underlined = true;
      const mark = '~'.repeat(Math.max(1, columnsOf(line.text.slice(line.mark.start, line.mark.end))));
      out.push(
        `${paint('dim', `  ${' '.repeat(gutter)} │`)} ${' '.repeat(columnsOf(line.text.slice(0, line.mark.start)))}${paint(severityStyle[finding.severity], mark)}`,
      );
    }
  }
  return out;
}

/** What to do next, the rows of apps, then one line of counts. */
function summary(report: Report, options: FormatOptions, paint: Paint): string {
  const next = nextSteps(report, options);
  const out = [
    ...(next === undefined ? [] : [paragraph(`${paint('bold', 'Next:')} `, 6, words(next), options), '']),
    ...appRows(report, options, paint),
    counts(report, options, paint),
    ...report.skipped.map(({ path, why }) =>
      paragraph(
        '',
        2,
        words(`skipped ${path}: ${why}`, (word) => paint('dim', word)),
        options,
      ),
    ),
  ];
  return `${out.join('\n')}\n`;
}

/** What a developer can do about the findings that are shown; undefined where there is nothing. */
function nextSteps(report: Report, options: FormatOptions): string | undefined {
  const open = visibleFindings(report, options).filter(({ severity, decides }) => severity !== 'note' && decides === undefined);
  const safe = mendedOf(open, report);
  if (open.length === 0) return undefined;
  if (safe === 0) return `${counted(open.length, 'cookie')} to mend by hand, as written under "fix".`;
  const rest = open.length - safe;
  const mended = `${options.tool.name} --fix mends ${safe === open.length ? allOf(safe) : `${safe} of ${open.length}`}`;
  return rest === 0
    ? `${mended}.`
    : `${mended}; the ${rest === 1 ? 'other needs' : `other ${rest} need`} your decision, as written under "fix".`;
}

/** How many of the findings `--fix` mends: options that cookies share hold the fix for all of them. */
function mendedOf(findings: readonly Finding[], report: Report): number {
  const isSafe = ({ fixes }: Finding): boolean => fixes.some(({ safe }) => safe);
  const shared = report.findings.filter((finding) => finding.decides !== undefined && isSafe(finding));
  return findings.filter((finding) => isSafe(finding) || shared.some((one) => isAt(one, finding.options))).length;
}

const allOf = (count: number): string => (count === 1 ? 'it' : count === 2 ? 'both' : `all ${count}`);

const isAt = ({ path, range }: Finding, at: Finding['options']): boolean =>
  at !== undefined && at.path === path && at.range.start === range.start && at.range.end === range.end;

const verdictText = (of: Verdict, paint: Paint): string => paint(verdictStyle[of], `${verdictMark[of]} ${of}`);

function appRows(report: Report, options: FormatOptions, paint: Paint): string[] {
  if (report.apps.length === 0) return [];
  const width = Math.max(...report.apps.map(({ root }) => columnsOf(printable(root))));
  const marks = Math.max(...report.apps.map(({ verdict: of }) => of.length));
  const scores = Math.max(4, ...report.apps.map((app) => scoreText(app).length));
  const rows = report.apps.map((app) => {
    const lead = `${verdictText(app.verdict, paint)}${' '.repeat(marks - app.verdict.length)}  ${scoreText(app).padStart(scores)}  `;
    const said = [reasonWords(app.reasons), undecidedText(app.undecided), unreadText(app.unread)]
      .filter((one) => one !== undefined)
      .join(', ');
    const row = [
      paint('bold', padColumns(printable(app.root), width)),
      ...listed(app.frameworks),
      ...(said === '' ? [] : words(` ${said}`, (word) => paint('dim', word))),
    ];
    return paragraph(lead, columnsOf(lead) + 2, row, options).trimEnd();
  });
  return [...rows, ''];
}

/** The one line of counts. */
function counts(report: Report, options: FormatOptions, paint: Paint): string {
  const count = countBySeverity(report.findings);
  const safe = mendedOf(
    visibleFindings(report, options).filter(({ decides }) => decides === undefined),
    report,
  );
  const hidden = hiddenNotes(report, options);
  const open = undecidedText(report.undecided.length);
  const unseen = report.undecided.filter((finding) => !report.findings.includes(finding)).length;
  const known = [`score ${scoreText(report)}`, `${counted(cookieCount(report), 'cookie')} in ${counted(report.files, 'file')}`];
  const parts = [
    paint('bold', verdictText(report.verdict, paint)),
    ...(report.verdict === 'none' ? [nothingText(report)] : known),
    `${counted(count.error, 'error')}, ${counted(count.warning, 'warning')}`,
    ...(open === undefined ? [] : [`${open}${unseen > 0 ? ' (--pedantic shows each)' : ''}`]),
    ...(hidden > 0 ? [`${counted(hidden, 'note')} (--pedantic shows ${hidden === 1 ? 'it' : 'them'})`] : []),
    ...(report.suppressed.length > 0 ? [`${report.suppressed.length} suppressed`] : []),
    ...(safe > 0 ? [`${safe} fixable with --fix`] : []),
    ...notRead(report.skipped),
  ];
  return paragraph(
    '',
    2,
    parts.map((part, index) => (index === parts.length - 1 ? part : `${part} ·`)),
    options,
  );
}

/** What the report lacks, by why it does; the places follow. */
function notRead(skipped: Report['skipped']): string[] {
  const of = (kind: Skipped['kind']): number => skipped.filter((one) => one.kind === kind).length;
  const [unread, internal, limit] = [of(undefined), of('internal'), of('limit')];
  return [
    ...(unread > 0 ? [`${unread} not read`] : []),
    ...(limit > 0 ? [`${limit} too large to follow`] : []),
    ...(internal > 0 ? [`${counted(internal, 'internal error')}, which may hide cookies (a bug: please report it)`] : []),
  ];
}

/** The names of a list, which starts a little apart from what stands before it. */
function listed(names: readonly string[], style: (name: string) => string = (name) => name): string[] {
  return names.map((name, index) => `${index === 0 ? ' ' : ''}${style(`${printable(name)}${index === names.length - 1 ? '' : ','}`)}`);
}
