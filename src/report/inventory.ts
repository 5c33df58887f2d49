/** The inventory: every cookie that the repository sets, as rows that people, spreadsheets and programs read. */
import type { Attribute, CookieRecord, Reason, Report, SecureState } from '../cookies/finding.js';
import { findingOf } from '../engine/record-findings.js';
import { columnsOf, cutColumns, padColumns } from '../text/columns.js';
import { prefixOf } from '../cookies/session-names.js';
import { printable } from '../text/printable.js';
import { csvLine } from './csv.js';
import { positionsOf } from './entries.js';
import { painter, type Style } from './terminal-style.js';

/** What each state means for the browser in production. */
export const stateText: Readonly<Record<SecureState | 'covered', string>> = {
  on: 'always Secure',
  covered: 'made Secure by a policy',
  'env-escape-hatch': 'Secure unless an environment setting turns it off',
  'env-conditional': 'Secure only when the environment says so',
  inverted: 'Secure outside production, but not in it',
  disabled: 'Secure is turned off',
  missing: 'never Secure: nothing turns it on',
  'request-conditional': 'Secure when the request looks like HTTPS',
  unresolved: 'not decidable from the repository',
};

/** One cookie. `null` stands for what is not set or not known. */
export interface InventoryRow {
  readonly name: string | null;
  readonly expression: string | null;
  readonly framework: string;
  readonly rule: string;
  readonly surface: string;
  readonly app: string;
  readonly path: string;
  readonly line: number;
  readonly state: SecureState | 'covered';
  /** Why the state is what it is: the message of its finding, or what the state means. */
  readonly why: string;
  /** The reason code that it gives its app's verdict; null for none. */
  readonly reason: Reason | null;
  readonly httpOnly: string | null;
  readonly sameSite: string | null;
  readonly domain: string | null;
  readonly cookiePath: string | null;
  readonly lifetime: string | null;
  readonly partitioned: string | null;
  readonly prefix: '__Host-' | '__Secure-' | null;
  readonly session: boolean | null;
  readonly coveredBy: { readonly surface: string; readonly path: string; readonly line: number } | null;
}

/** The cookies that the repository sets (deletions left out), sorted by app, name and place. */
export function inventoryRows(report: Report): InventoryRow[] {
  return report.cookies
    .filter(({ deletes }) => !deletes)
    .map((record) => row(report, record))
    .sort(
      (a, b) =>
        compare(a.app, b.app) ||
        compare(a.name ?? '\uFFFF', b.name ?? '\uFFFF') ||
        compare(a.path, b.path) ||
        a.line - b.line ||
        compare(a.surface, b.surface),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function row(report: Report, record: CookieRecord): InventoryRow {
  const state = record.coveredBy === undefined ? record.state : 'covered';
  const finding = findingOf(report, record);
  const attribute = (name: Attribute): string | null => {
    const value = record.attributes[name];
    return value === undefined ? null : String(value);
  };
  const maxAge = record.attributes.maxAge;
  return {
    name: record.cookie.name,
    expression: record.cookie.name === null ? (record.cookie.expression ?? null) : null,
    framework: record.framework,
    rule: record.rule,
    surface: record.surface,
    app: record.app,
    path: record.path,
    line: positionsOf(report, record).start.line,
    state,
    why:
      finding === undefined
        ? stateText[state]
        : finding.suppressed === undefined
          ? finding.message
          : `${finding.message} (suppressed: ${finding.suppressed.reason})`,
    reason: finding?.suppressed === undefined ? (finding?.reason ?? null) : null,
    httpOnly: attribute('httpOnly'),
    sameSite: attribute('sameSite'),
    domain: attribute('domain'),
    cookiePath: attribute('path'),
    lifetime: maxAge !== undefined ? String(maxAge) : attribute('expires'),
    partitioned: attribute('partitioned'),
    prefix: prefixOf(record.cookie.name ?? '') ?? null,
    session: record.cookie.session,
    coveredBy:
      record.coveredBy === undefined
        ? null
        : { surface: record.coveredBy.surface, path: record.coveredBy.path, line: positionsOf(report, record.coveredBy).start.line },
  };
}

/** A number is one of seconds; what is no number is a date, or an expression as it is written. */
function lifetimeOf({ lifetime }: InventoryRow): string {
  return lifetime !== null && /^-?\d+$/.test(lifetime) ? `${lifetime} s` : (lifetime ?? '');
}

/** The columns of the table and of CSV. */
export const inventoryColumns: readonly { readonly title: string; readonly of: (row: InventoryRow) => string }[] = [
  { title: 'Cookie', of: (row) => row.name ?? (row.expression === null ? '?' : `(${row.expression})`) },
  { title: 'App', of: (row) => row.app },
  { title: 'Framework', of: (row) => row.framework },
  { title: 'Where', of: (row) => `${row.path}:${row.line}` },
  { title: 'Secure', of: (row) => row.state },
  { title: 'HttpOnly', of: (row) => row.httpOnly ?? '' },
  { title: 'SameSite', of: (row) => row.sameSite ?? '' },
  { title: 'Domain', of: (row) => row.domain ?? '' },
  { title: 'Path', of: (row) => row.cookiePath ?? '' },
  { title: 'Lifetime', of: lifetimeOf },
  { title: 'Prefix', of: (row) => row.prefix ?? '' },
  { title: 'Session', of: (row) => (row.session === null ? '' : row.session ? 'yes' : 'no') },
  {
    title: 'Covered by',
    of: (row) => (row.coveredBy === null ? '' : `${row.coveredBy.surface} (${row.coveredBy.path}:${row.coveredBy.line})`),
  },
];

const stateStyle: Readonly<Record<SecureState | 'covered', Style>> = {
  on: 'green',
  covered: 'green',
  'env-escape-hatch': 'green',
  'env-conditional': 'yellow',
  'request-conditional': 'yellow',
  inverted: 'red',
  disabled: 'red',
  missing: 'red',
  unresolved: 'dim',
};

/** A table. Columns in which no cookie says anything are left out; on a terminal long cells are cut. */
export function inventoryTable(rows: readonly InventoryRow[], options: { readonly color: boolean; readonly terminal: boolean }): string {
  if (rows.length === 0) return 'No cookies are set.\n';
  const paint = painter(options.color);
  const shown = (text: string): string => (options.terminal ? cutColumns(text, 44) : text);
  const columns = inventoryColumns.filter(({ of }) => rows.some((row) => of(row) !== ''));
  const cells = rows.map((row) => columns.map(({ of }) => shown(printable(of(row)))));
  const widths = columns.map(({ title }, index) => Math.max(title.length, ...cells.map((line) => columnsOf(line[index] ?? ''))));
  const line = (texts: readonly string[], style: (text: string, index: number) => string): string =>
    `${texts
      .map((text, index) => style(padColumns(text, widths[index] ?? 0), index))
      .join('  ')
      .trimEnd()}\n`;
  const secure = columns.findIndex(({ title }) => title === 'Secure');
  return (
    line(
      columns.map(({ title }) => title),
      (text) => paint('bold', text),
    ) +
    rows.map((row, at) => line(cells[at] ?? [], (text, index) => (index === secure ? paint(stateStyle[row.state], text) : text))).join('')
  );
}

/** CSV with a line of titles. */
export function inventoryCsv(rows: readonly InventoryRow[]): string {
  const columns = [
    ...inventoryColumns,
    { title: 'Why', of: (row: InventoryRow) => row.why },
    { title: 'Reason', of: (row: InventoryRow) => row.reason ?? '' },
  ];
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ of }) => of(row)))].map(csvLine).join('');
}

/** The committed form, version 1. */
export function inventoryJson(rows: readonly InventoryRow[]): string {
  return `${JSON.stringify({ version: 1, cookies: rows }, null, 2)}\n`;
}
