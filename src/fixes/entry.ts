/** Adds an item to a list between brackets: an entry to a record, an argument to a call, in the way that the items before it are laid out. */
import type { Edit } from '../cookies/finding.js';
import type { Program, Property, Range, RecordExpression } from '../syntax/ir.js';
import { columnsWith } from './columns.js';
import { insertion } from './draft.js';
import { codeAfter, codeBefore, eolOf, habitsOf, indentAt, indentUnit, lineStart, openerOf, restOfLine, startsLine } from './layout.js';

/** What stands between two brackets: `open` after the first, `close` before the last. */
interface Enclosed {
  readonly open: number;
  readonly close: number;
  readonly items: readonly Range[];
  /** Space inside the brackets of a list with a single item. */
  readonly padding: string;
  /** No space after the comma when there is no other comma to go by. */
  readonly isTight?: boolean;
}

/** The edits that add `item` as the last one; undefined where the text does not allow it. */
export function insertLast(program: Program, list: Enclosed, item: string): Edit[] | undefined {
  const last = list.items.at(-1);
  if (last === undefined) return insertOnly(program, list, item);
  const { text } = program;
  // The body of a here-document stands after the line that it is named in.
  if (namesHeredoc(text.slice(last.start, last.end))) return undefined;
  const codeEnd = codeBefore(program, list.close, last.end);
  const hasComma = text[codeEnd - 1] === ',' && codeEnd > last.end;
  const lead = text.slice(lineStart(text, last.start), last.start);
  if (!hasComma && /^[ \t]*,[ \t]*$/.test(lead))
    return [insertion(restOfLine(program, codeEnd, list.close), `${eolOf(text)}${lead}${item}`)];
  if (startsLine(text, last.start) && lineStart(text, last.start) > 0) {
    const line = eolOf(text) + indentAt(text, last.start) + item;
    const at = restOfLine(program, codeEnd, list.close);
    if (hasComma) return [insertion(at, `${line},`)];
    return at === codeEnd ? [insertion(codeEnd, `,${line}`)] : [insertion(codeEnd, ','), insertion(at, line)];
  }
  if (hasComma) return [insertion(codeEnd, ` ${item},`)];
  const before = list.items.at(-2);
  const isTight = before === undefined ? list.isTight === true : text.slice(before.end, last.start) === ',';
  return [insertion(codeEnd, `${isTight ? ',' : ', '}${item}`)];
}

/** Whether code names a here-document of Ruby or PHP. */
export const namesHeredoc = (code: string): boolean => /<<[<~-]?[ \t]*["'`]?[A-Za-z_]/.test(code);

function insertOnly(program: Program, { open, close, padding }: Enclosed, item: string): Edit[] | undefined {
  const { text } = program;
  const inner = text.slice(open, close);
  // Something stands there that is no item: leave it alone.
  if (codeAfter(program, open, close) < close) return undefined;
  if (/[\r\n]/.test(inner)) {
    const near = indentAt(text, open);
    return [insertion(open, `${eolOf(text)}${near}${indentUnit(program, near)}${item}${program.language === 'go' ? ',' : ''}`)];
  }
  if (inner.trim() === '') return [{ start: open, end: close, text: `${padding}${item}${padding}` }];
  return [insertion(open, `${padding}${item}`)];
}

/** The edits that add an entry as the last of a record (before a Rust `..base`, which must be last); undefined where that cannot be. */
export function insertEntry(program: Program, record: RecordExpression, key: string, value: string): Edit[] | undefined {
  const { text } = program;
  const open = openerOf(record, text);
  const entry = entryText(program, record, key, value);
  if (entry === undefined) return undefined;
  if (open === undefined) {
    // Ruby's `f(x => 1)`: the pairs stand without braces.
    const last = record.entries.at(-1);
    return record.style === 'hash' && last !== undefined && !namesHeredoc(text.slice(last.start, last.end))
      ? [insertion(last.end, `, ${entry}`)]
      : undefined;
  }
  const columns = program.language === 'go' && record.style === 'struct' ? columnsWith(key, record, program) : undefined;
  const base = record.entries.find((one) => one.kind === 'spread');
  if (program.language === 'rust' && base !== undefined) {
    const separator = startsLine(text, base.start) ? `,${eolOf(text)}${indentAt(text, base.start)}` : ', ';
    return [insertion(base.start, entry + separator)];
  }
  const edits = insertLast(
    program,
    {
      open,
      close: record.end - 1,
      items: record.entries,
      padding: bracePadding(program, record.style),
      isTight: /^["']?\w+["']?:\S/.test(entry),
    },
    columns === undefined ? entry : `${key}:${columns.gap}${value}`,
  );
  return edits === undefined || columns === undefined ? edits : [...columns.edits, ...edits];
}

function bracePadding(program: Program, style: RecordExpression['style']): string {
  if (style === 'array' || style === 'dict' || (style === 'struct' && program.language === 'go')) return '';
  return habitsOf(program).spacedBraces ? ' ' : '';
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** `key` with `value` as the record's other entries are written. Undefined where its entries have no keys. */
function entryText(program: Program, record: RecordExpression, key: string, value: string): string | undefined {
  const { text } = program;
  const pairs = record.entries.filter(
    (entry): entry is Property => entry.kind === 'property' && entry.shorthand !== true && entry.getter !== true,
  );
  const sample = pairs.at(-1);
  // Go's struct literals without field names.
  if (record.style === 'struct' && sample !== undefined && sample.key.start === sample.key.end) return undefined;
  if (sample === undefined || sample.key.end > sample.value.start)
    return keyText(program, record.style, key, undefined) + separatorOf(record.style) + value;
  const written = text.slice(sample.key.start, sample.key.end);
  const shown = keyText(
    program,
    record.style,
    key,
    record.style === 'object' && pairs.some((pair) => !isQuote(text[pair.key.start])) ? undefined : written,
  );
  const wide = pairs.find((pair) => startsLine(text, pair.start) && / {2}|\t/.test(text.slice(pair.key.end, pair.value.start)));
  if (wide !== undefined) {
    const gap = text.slice(wide.key.end, wide.value.start);
    if (/^[ \t]*(?:=>|[:=])[ \t]*$/.test(gap))
      return shown + aligned(wide.key.end - wide.key.start + gap.length, gap, shown.length) + value;
  }
  const between = text.slice(sample.key.end, sample.value.start);
  // Anything but a plain separator (a comment, a parenthesis) is not copied.
  if (!/^\s*(?:=>|[:=])\s*$/.test(between)) return shown + separatorOf(record.style, written) + value;
  return shown + (/ {2}|[\t\r\n]/.test(between) ? separatorOf(record.style, written) : between) + value;
}

/** A separator that keeps the values below each other: the spaces come where they are in the entry before. */
function aligned(column: number, between: string, width: number): string {
  const operator = between.trim();
  const [before = '', after = ''] = between.split(operator);
  const missing = column - width - operator.length - before.length - after.length;
  if (before.length > after.length) return ' '.repeat(Math.max(1, before.length + missing)) + operator + (after === '' ? '' : ' ');
  return before + operator + ' '.repeat(Math.max(1, after.length + missing));
}

const isQuote = (character: string | undefined): boolean => character === "'" || character === '"';

/** A key in the way of `written`, another key of the record. */
function keyText(program: Program, style: RecordExpression['style'], key: string, written: string | undefined): string {
  const quote = isQuote(written?.[0]) ? (written?.[0] ?? '') : habitsOf(program).quote;
  switch (style) {
    case 'object':
      return isQuote(written?.[0]) || !identifier.test(key) ? quote + key + quote : key;
    case 'dict':
    case 'array':
      return quote + key + quote;
    case 'hash':
      if (written === undefined) return key;
      if (isQuote(written[0])) return quote + key + quote;
      return written.startsWith(':') || /^[A-Z]/.test(written) ? `:${key}` : key;
    case 'struct':
    case 'initializer':
    case 'settings':
      return key;
  }
}

function separatorOf(style: RecordExpression['style'], written?: string): string {
  switch (style) {
    case 'array':
      return ' => ';
    case 'initializer':
      return ' = ';
    case 'hash':
      return written !== undefined && !identifier.test(written) ? ' => ' : ': ';
    default:
      return ': ';
  }
}

/** A new record of one entry at a path of keys: `{ cookie: { secure: true } }`. */
export function newRecord(program: Program, style: RecordExpression['style'], path: readonly string[], value: string): string {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = rest.length === 0 ? value : newRecord(program, style, rest, value);
  const entry = keyText(program, style, key, undefined) + separatorOf(style) + inner;
  const padding = bracePadding(program, style);
  return style === 'array' ? `[${entry}]` : `{${padding}${entry}${padding}}`;
}

/** The record that a language writes options in; undefined where it has none. */
export function recordStyleOf(language: Program['language']): RecordExpression['style'] | undefined {
  switch (language) {
    case 'javascript':
    case 'html':
      return 'object';
    case 'python':
      return 'dict';
    case 'ruby':
      return 'hash';
    case 'php':
      return 'array';
    default:
      return undefined;
  }
}
