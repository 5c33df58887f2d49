/** The account of mentions as a table for people, as JSON, CSV and Markdown. */
import type { Account, AccountEntry, MentionKind } from '../engine/account/account.js';
import { columnsOf, cutColumns, padColumns } from '../text/columns.js';
import { printable, printablePath } from '../text/printable.js';
import { csvLine } from './csv.js';
import { counted } from './entries.js';
import { codeSpan, escapeMarkdown } from './markdown.js';
import { painter } from './terminal-style.js';

/** What each kind says, in the order in which they are listed. */
export const kindText: Readonly<Record<MentionKind, string>> = {
  reported: 'reported as a finding',
  undecided: 'a cookie of which it could not be decided',
  secure: 'a cookie that is Secure, or what makes it so',
  deletion: 'deletes a cookie',
  policy: 'a setting that decides about other cookies',
  'passed-on': 'decided at another place',
  development: 'only of development',
  helper: 'calls of functions of the repository',
  read: 'reads a cookie, or looks at a value',
  attribute: 'other attributes, names and secrets of cookies',
  lookalike: '`secure` of mail servers, storages and other things without cookies',
  outgoing: 'cookies of requests that the program makes',
  declaration: 'names, types and imports',
  text: 'comments and texts',
  unexplained: 'unexplained',
};

const KINDS = Object.keys(kindText) as MentionKind[];

export interface AccountSummary {
  readonly mentions: number;
  readonly explained: number;
  /** Explained mentions of all, from 0 to 1; 1 where there is none. */
  readonly share: number;
  readonly kinds: Readonly<Partial<Record<MentionKind, number>>>;
  readonly files: number;
  readonly outsideProduction: number;
}

/** The figures of an account. */
export function summaryOf({ entries, files, outsideProduction }: Account): AccountSummary {
  const kinds: Partial<Record<MentionKind, number>> = {};
  for (const { kind } of entries) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const explained = entries.length - (kinds.unexplained ?? 0);
  return {
    mentions: entries.length,
    explained,
    share: entries.length === 0 ? 1 : explained / entries.length,
    kinds,
    files,
    outsideProduction,
  };
}

/** A share of 1 as a percentage that is never rounded up to all. */
const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

/** The figures, and the entries that `shown` wants, file by file. */
export function accountText(
  account: Account,
  shown: readonly AccountEntry[],
  options: { readonly color: boolean; readonly columns: number | undefined },
): string {
  const paint = painter(options.color);
  const out: string[] = [];
  let file = '';
  for (const { path, line, kind, text, why } of shown) {
    if (path !== file) out.push(paint('cyan', printablePath(path)));
    file = path;
    const lead = `${String(line).padStart(6)}  ${padColumns(kind, 11)}  `;
    out.push(`${lead}${cutColumns(printable(text), (options.columns ?? 140) - columnsOf(lead))}`);
    if (kind !== 'unexplained' || why.startsWith('no front-end'))
      out.push(paint('dim', `${' '.repeat(8)}${cutColumns(printable(why), (options.columns ?? 140) - 8)}`));
  }
  if (out.length > 0) out.push('');
  const summary = summaryOf(account);
  for (const kind of KINDS)
    if (summary.kinds[kind] !== undefined) out.push(`${String(summary.kinds[kind]).padStart(6)}  ${kindText[kind]}`);
  out.push(
    `${counted(summary.mentions, 'mention')} in ${counted(summary.files, 'file')}, ${percent(summary.share)} explained${summary.outsideProduction === 0 ? '' : ` · ${summary.outsideProduction} more in tests, examples and documentation`}`,
  );
  return `${out.join('\n')}\n`;
}

/** The stable form, version 1. */
export function accountJson(account: Account, shown: readonly AccountEntry[]): string {
  return `${JSON.stringify({ version: 1, summary: summaryOf(account), mentions: shown.map(({ path, line, kind, why, text }) => ({ path, line, kind, why, text })) }, null, 2)}\n`;
}

/** A table of the figures and one of the entries. */
export function accountMarkdown(account: Account, shown: readonly AccountEntry[]): string {
  const summary = summaryOf(account);
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const kinds = KINDS.flatMap((kind) =>
    summary.kinds[kind] === undefined ? [] : [`| ${kind} | ${summary.kinds[kind]} | ${kindText[kind]} |\n`],
  );
  const rows = shown.map(
    ({ path, line, kind, text, why }) =>
      `| ${cell(codeSpan(`${path}:${line}`))} | ${kind} | ${cell(codeSpan(text.slice(0, 200)))} | ${cell(escapeMarkdown(why))} |\n`,
  );
  const table = rows.length === 0 ? '' : `\n| Where | What | Code | Why |\n| --- | --- | --- | --- |\n${rows.join('')}`;
  return `${counted(summary.mentions, 'mention')}, ${percent(summary.share)} explained\n\n| Kind | Mentions | |\n| --- | ---: | --- |\n${kinds.join('')}${table}`;
}

/** CSV with a line of titles. */
export function accountCsv(shown: readonly AccountEntry[]): string {
  return [
    ['Where', 'Line', 'What', 'Why', 'Code'],
    ...shown.map(({ path, line, kind, why, text }) => [path, String(line), kind, why, text]),
  ]
    .map(csvLine)
    .join('');
}
