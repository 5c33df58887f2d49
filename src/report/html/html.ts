/** The HTML report: one file that needs no network, for people who were not at the terminal. All text of the repository is escaped. */
import type { Finding, Report } from '../../cookies/finding.js';
import { problems } from '../../cookies/problems.js';
import { codeFrame } from '../code-frame.js';
import {
  cookieCount,
  cookieLabel,
  counted,
  countBySeverity,
  entriesOf,
  nothingText,
  reasonWords,
  scoreText,
  undecidedText,
  visibleFindings,
  type Entry,
} from '../entries.js';
import { fixDiff } from '../fix-diff.js';
import { urlOf, type Format, type FormatOptions } from '../format.js';
import { groupsOf, type Group } from '../groups.js';
import { inventoryColumns, inventoryRows, type InventoryRow } from '../inventory.js';
import { escapeMarkup } from '../markup.js';
import { prompt } from '../prompt.js';
import { frameworkChart, stateChart, stateOrder } from './charts.js';
import { footer, page, prose, text, verdict } from './page.js';
import { diff, filters, select } from './parts.js';

/** More open findings than this make a page that nobody reads from the top. */
const openFindings = 20;

function labelOf(finding: Finding): string {
  const { lead, code } = cookieLabel(finding);
  return `${text(lead)}<code>${text(code)}</code>`;
}

export const html: Format = (report, options) => {
  const rows = inventoryRows(report);
  return page(`${options.tool.name}: ${report.verdict}`, [
    header(report, options),
    '<main id="content">',
    apps(report),
    findings(report, options),
    fixPrompt(report, options),
    charts(rows),
    suppressed(report, options),
    inventory(rows),
    skipped(report),
    '</main>',
    footer(options),
  ]);
};

/** The inventory alone, as a page of the same kind. */
export function inventoryHtml(report: Report, options: Pick<FormatOptions, 'tool' | 'run'>): string {
  const rows = inventoryRows(report);
  return page(`Cookie inventory (${options.tool.name})`, [
    `<header>${runLine(options)}<h1>Cookie inventory</h1><p class="lead">${counted(rows.length, 'cookie')}</p></header>`,
    '<main id="content">',
    charts(rows),
    inventory(rows),
    '</main>',
    footer(options),
  ]);
}

function header(report: Report, options: FormatOptions): string {
  const count = countBySeverity(report.findings);
  const facts = [
    report.verdict === 'none'
      ? nothingText(report)
      : [`score ${scoreText(report)}`, `${counted(cookieCount(report), 'cookie')} in ${counted(report.files, 'file')}`],
    counted(count.error, 'error'),
    counted(count.warning, 'warning'),
    counted(count.note, 'note'),
    undecidedText(report.undecided.length) ?? [],
    report.suppressed.length > 0 ? `${report.suppressed.length} suppressed` : [],
  ].flat();
  return `<header>${runLine(options)}<h1>${text(options.tool.name)}: is every cookie sent with Secure?</h1><p>${verdict(report.verdict)} ${escapeMarkup(facts.join(' · '))}</p></header>`;
}

/** Of which tree the page speaks, and how it was made. */
function runLine({ run }: Pick<FormatOptions, 'run'>): string {
  if (run === undefined) return '';
  const commit = run.commit === undefined ? '' : ` at <code>${text(run.commit.slice(0, 12))}</code>`;
  const time = run.at.toISOString();
  return `<p class="run"><strong>${text(run.repository)}</strong>${commit} · <time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time> · <code>${text(run.command)}</code></p>`;
}

function apps(report: Report): string {
  if (report.apps.length === 0) return '';
  const rows = report.apps.map(
    (app) =>
      `<tr><th scope="row"><code>${text(app.root)}</code></th><td data-label="Verdict">${verdict(app.verdict)}</td><td data-label="Score">${scoreText(app)}</td><td data-label="Frameworks">${text(app.frameworks.join(', '))}</td><td data-label="Why">${text(reasonWords(app.reasons) ?? 'every known cookie has Secure')}</td><td data-label="Undecided">${app.undecided}</td></tr>`,
  );
  return `<section aria-labelledby="apps"><h2 id="apps">Apps</h2><p class="lead">1.0: every cookie has Secure. 0.5: only cookies that carry no session lack it. 0.0: a session cookie lacks it. A range: not every cookie could be decided.</p><div class="scroll" tabindex="0" role="group" aria-labelledby="apps"><table><thead><tr><th scope="col">App</th><th scope="col">Verdict</th><th scope="col">Score</th><th scope="col">Frameworks</th><th scope="col">Why</th><th scope="col">Undecided</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function charts(rows: readonly InventoryRow[]): string {
  if (rows.length === 0) return '';
  return `<section aria-labelledby="charts"><h2 id="charts">At a glance</h2><div class="charts">${stateChart(rows)}${frameworkChart(rows)}</div></section>`;
}

/** What it means that there are no findings. */
function noFindings(report: Report): string {
  if (report.verdict === 'none') return `None: ${nothingText(report)}.`;
  const open = undecidedText(report.undecided.length);
  return open === undefined ? 'None: every cookie is sent with Secure.' : `None is known; ${open}.`;
}

function findings(report: Report, options: FormatOptions): string {
  const entries = entriesOf(report, options);
  const head = '<section aria-labelledby="findings"><h2 id="findings">Findings</h2>';
  if (entries.length === 0) return `${head}<p>${escapeMarkup(noFindings(report))}</p></section>`;
  const all = entries.map(({ finding }) => finding);
  const form = filters('Filter findings', '#findings-list > article', [
    select(
      'Severity',
      'severity',
      all.map(({ severity }) => severity),
    ),
    select(
      'Problem',
      'problem',
      all.map(({ problem }) => problem),
    ),
    select(
      'App',
      'app',
      all.map(({ app }) => app),
    ),
  ]);
  return `${head}${form}<div id="findings-list">${groupsOf(entries)
    .map((group, index) => article(report, group, options, index < openFindings))
    .join('\n')}</div></section>`;
}

/** What a coding assistant has to be told, to copy. */
function fixPrompt(report: Report, options: FormatOptions): string {
  if (visibleFindings(report, options).length === 0) return '';
  const help = 'Paste it into any coding assistant: it names each place, the evidence, the exact edit and how to check.';
  return `<section aria-labelledby="prompt"><h2 id="prompt">Fix with AI</h2><details class="prompt"><summary>A prompt with every finding</summary><div class="body"><label for="prompt-text">${help}</label><textarea id="prompt-text" rows="12" readonly spellcheck="false">\n${escapeMarkup(prompt(report, options))}</textarea></div></details></section>`;
}

function suppressed(report: Report, options: FormatOptions): string {
  if (report.suppressed.length === 0) return '';
  return `<section aria-labelledby="suppressed"><h2 id="suppressed">Suppressed</h2>${entriesOf(report, options, report.suppressed)
    .map((entry) => article(report, { first: entry, others: [] }, options, false))
    .join('\n')}</section>`;
}

/** One cause: its first cookie in full, then the others that the same place decides. */
function article(report: Report, { first, others }: Group, options: FormatOptions, open: boolean): string {
  const { finding, related, fingerprint } = first;
  const url = urlOf(finding, options);
  const problem = problems[finding.problem];
  const rule = `<code>${text(finding.surface)}</code>`;
  const facts: [string, string][] = [];
  if (finding.suppressed !== undefined) facts.push(['Suppressed', text(finding.suppressed.reason)]);
  facts.push(['Why', prose(problem.why)]);
  if (finding.fixes.length === 0) facts.push(['What to do', prose(finding.byHand ?? problem.remedy)]);
  facts.push(
    ['Rule', url === undefined ? rule : `<a href="${escapeMarkup(url)}" rel="noreferrer">${rule}</a>`],
    ['Problem', escapeMarkup(finding.problem)],
    ['Confidence', finding.confidence],
  );
  if (finding.reason !== null) facts.push(['Reason', `<code>${finding.reason}</code>`]);
  facts.push(['Link', `<a class="self" href="#finding-${fingerprint}">to this finding</a>`]);
  const steps = related.map(({ step, start: at }) => `<li><code>${text(step.path)}:${at.line}</code> ${prose(step.message)}</li>`);
  const trail =
    steps.length === 0 ? '' : `<p class="meta">The way from the cookie to what decides it:</p><ol class="trail">${steps.join('')}</ol>`;
  const all = [first, ...others].map((entry) => entry.finding);
  const values = (of: (one: Finding) => string): string => [...new Set(all.map(of))].map(text).join('&#10;');
  const more = others.length === 0 ? '' : ` <span class="more">and ${counted(others.length, 'more cookie')}</span>`;
  return `<article id="finding-${fingerprint}" data-severity="${values((one) => one.severity)}" data-problem="${values((one) => one.problem)}" data-app="${values((one) => one.app)}"><details${open ? ' open' : ''}><summary><span class="severity severity-${finding.severity}">${finding.severity}</span> <h3>${prose(finding.message)}</h3>${more}<p class="meta">${placeOf(first)}</p></summary><div class="body">${frame(report, finding)}${trail}${change(report, finding)}${otherSites(report, others)}<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl></div></details></article>`;
}

const placeOf = ({ finding, start }: Entry): string => `${text(finding.path)}:${start.line}:${start.column}`;

function change(report: Report, finding: Finding): string {
  const [fix] = finding.fixes;
  return fix === undefined
    ? ''
    : `<p class="meta">Fix: ${prose(fix.title)}${fix.safe || fix.title.includes('(check') ? '' : ' (check it first)'}</p>${diff(fixDiff(report, finding.path, fix))}`;
}

function otherSites(report: Report, others: readonly Entry[]): string {
  if (others.length === 0) return '';
  const items = others.map(
    (entry) =>
      `<li id="finding-${entry.fingerprint}"><details><summary>${labelOf(entry.finding)} <span class="meta">${placeOf(entry)}</span></summary>${frame(report, entry.finding)}${change(report, entry.finding)}</details></li>`,
  );
  return `<p class="meta">${counted(others.length, 'more cookie')} decided by the same place:</p><ul class="also">${items.join('')}</ul>`;
}

function frame(report: Report, finding: Finding): string {
  const source = report.textOf(finding.path);
  if (source === undefined) return '';
  if (finding.range.start === 0 && finding.range.end === 0)
    return '<p class="meta">Nothing in this file says it: a line has to be added.</p>';
  const lines = codeFrame(source, finding.range, 200).map(({ number, text: line, mark, gap }) => {
    const marked =
      mark === undefined
        ? escapeMarkup(line)
        : `${escapeMarkup(line.slice(0, mark.start))}<mark>${escapeMarkup(line.slice(mark.start, mark.end))}</mark>${escapeMarkup(line.slice(mark.end))}`;
    return `${gap ? '…\n' : ''}<span class="number">${String(number).padStart(4)} </span>${marked}\n`;
  });
  return `<pre tabindex="0" role="group" aria-label="Code of ${text(finding.path)}">${lines.join('')}</pre>`;
}

/** Columns whose cells may be long: these may break anywhere. */
const WORDS: ReadonlySet<string> = new Set(['Cookie', 'App', 'Framework', 'Where', 'Domain', 'Path', 'Lifetime', 'Covered by']);

function inventory(rows: readonly InventoryRow[]): string {
  const head = '<section aria-labelledby="inventory"><h2 id="inventory">Inventory</h2>';
  if (rows.length === 0) return `${head}<p>No cookies are set.</p></section>`;
  const form = filters('Filter cookies', '#inventory-table tbody tr', [
    select(
      'Secure',
      'state',
      stateOrder.filter((state) => rows.some((row) => row.state === state)),
    ),
    select(
      'Framework',
      'framework',
      rows.map(({ framework }) => framework),
    ),
    select(
      'App',
      'app',
      rows.map(({ app }) => app),
    ),
  ]);
  const columns = inventoryColumns.filter(({ of }) => rows.some((row) => of(row) !== ''));
  const body = rows.map((row) => {
    const cells = columns.map(({ title, of }) => {
      const value = text(of(row));
      const cell = `<td data-label="${title}"${WORDS.has(title) ? '' : ' class="plain"'}>`;
      return title === 'Secure'
        ? `${cell}<span class="state-${row.state}" title="${text(row.why)}">${value}</span></td>`
        : `${cell}${value}</td>`;
    });
    return `<tr data-state="${row.state}" data-framework="${text(row.framework)}" data-app="${text(row.app)}">${cells.join('')}</tr>`;
  });
  return `${head}${form}<div class="scroll" tabindex="0" role="group" aria-labelledby="inventory"><table id="inventory-table" class="sortable"><caption>Every cookie that the repository sets</caption><thead><tr>${columns.map(({ title }) => `<th scope="col">${title}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div></section>`;
}

function skipped(report: Report): string {
  if (report.skipped.length === 0) return '';
  return `<section aria-labelledby="skipped"><h2 id="skipped">Not read</h2><ul>${report.skipped.map(({ path, why }) => `<li><code>${text(path)}</code>: ${text(why)}</li>`).join('')}</ul></section>`;
}
