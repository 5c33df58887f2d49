/** Adds a setting to a settings file, in the way that its neighbour is written. */
import type { Edit } from '../cookies/finding.js';
import type { Property, RecordExpression } from '../syntax/ir.js';
import { insertion, type FixContext } from './draft.js';
import { insertLast } from './entry.js';
import { eolOf, indentAt, indentUnit, lineStart, restOfLine, startsLine } from './layout.js';
import { onText } from './on-value.js';

/** The edits that add `path` to a settings record: after `neighbour`, or as its last entry. Undefined where the format does not allow it. */
export function insertSetting(record: RecordExpression, neighbour: Property | undefined, path: readonly string[], context: FixContext): Edit[] | undefined {
  const { program, text } = context;
  const value = onText({ ...context, style: 'always' });
  const last = neighbour ?? record.entries.findLast((entry): entry is Property => entry.kind === 'property');
  switch (program.language) {
    case 'yaml':
      return text[record.start] === '{' ? inBraces(record, path, value, context) : last === undefined ? undefined : yamlLines(last, path, value, context);
    case 'json':
      return inBraces(record, path, value, context);
    case 'toml':
    case 'hocon':
      if (text[record.start] === '{' && !/[\r\n]/.test(text.slice(record.start, record.end))) return inBraces(record, path, value, context);
      return last === undefined ? undefined : keyLine(last, path, value, context);
    case 'properties':
    case 'ini':
    case 'dotenv':
      return last === undefined ? undefined : keyLine(last, path, value, context);
    case 'xml':
      return xmlSetting(record, last, path, value, context);
    default:
      return undefined;
  }
}

/** `key = value` on a line of its own after the neighbour's. */
function keyLine(neighbour: Property, path: readonly string[], value: string, { program, text }: FixContext): Edit[] | undefined {
  if (neighbour.value.kind === 'record' || neighbour.key.end > neighbour.value.start || !startsLine(text, neighbour.start)) return undefined;
  const separator = /^["']?(\s*[=:])(\s*)$/.exec(text.slice(neighbour.key.end, neighbour.value.start).replace(/["']$/, ''));
  const at = restOfLine(program, neighbour.end, text.length);
  if (at === neighbour.end && !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(at))) return undefined;
  const equals = separator?.[1] ?? '=';
  // An empty value may have lost the space before it.
  const space = neighbour.value.start === neighbour.value.end && /^\s/.test(equals) ? ' ' : (separator?.[2] ?? '');
  return [insertion(at, `${eolOf(text)}${indentAt(text, neighbour.start)}${path.join('.')}${equals}${space}${value}`)];
}

/** Block style: one line for each key of the path. */
function yamlLines(neighbour: Property, path: readonly string[], value: string, { program, text }: FixContext): Edit[] | undefined {
  if (!startsLine(text, neighbour.start) && !/^\s*(?:- +)+$/.test(text.slice(lineStart(text, neighbour.start), neighbour.start))) return undefined;
  const column = neighbour.start - lineStart(text, neighbour.start);
  const unit = indentUnit(program, '');
  const lines = path.map((key, i) => `${eolOf(text)}${' '.repeat(column)}${unit.repeat(i)}${key}:${i === path.length - 1 ? ` ${value}` : ''}`);
  const at = restOfLine(program, neighbour.end, text.length);
  if (at === neighbour.end && !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(at))) return undefined;
  return [insertion(at, lines.join(''))];
}

function inBraces(record: RecordExpression, path: readonly string[], value: string, { program, text }: FixContext): Edit[] | undefined {
  if (text[record.start] !== '{' || text[record.end - 1] !== '}') return undefined;
  const sample = record.entries.findLast((entry): entry is Property => entry.kind === 'property');
  const written = sample === undefined ? undefined : text.slice(sample.key.start, sample.key.end);
  const quote = program.language === 'json' ? '"' : written !== undefined && /^["']/.test(written) ? written.charAt(0) : '';
  const between = sample === undefined ? undefined : /^\s*[:=]\s*$/.exec(text.slice(sample.key.end, sample.value.start))?.[0];
  const separator = between !== undefined && !/[\r\n]/.test(between) ? between : program.language === 'toml' ? ' = ' : ': ';
  const nested = path.reduceRight((inner, key, i) => (i === path.length - 1 ? `${quote}${key}${quote}${separator}${inner}` : `${quote}${key}${quote}${separator}{ ${inner} }`), value);
  return insertLast(program, { open: record.start + 1, close: record.end - 1, items: record.entries, padding: ' ' }, nested);
}

/** `@name` is an attribute of the element that the record is, any other key a child element. */
function xmlSetting(record: RecordExpression, neighbour: Property | undefined, path: readonly string[], value: string, context: FixContext): Edit[] | undefined {
  const { text, index } = context;
  const [key, ...rest] = path;
  if (key === undefined || rest.length > 0) return undefined;
  if (key.startsWith('@')) {
    const attribute = record.entries.findLast((entry): entry is Property => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value).startsWith('@'));
    const element = index.parent(record);
    const nameEnd = element !== undefined && 'kind' in element && element.kind === 'property' ? element.key.end : undefined;
    const at = attribute?.end ?? nameEnd;
    if (at === undefined) return undefined;
    const quote = attribute !== undefined && text[attribute.end - 1] === "'" ? "'" : '"';
    const separator = attribute !== undefined && startsLine(text, attribute.start) ? eolOf(text) + indentAt(text, attribute.start) : ' ';
    return [insertion(at, `${separator}${key.slice(1)}=${quote}${value}${quote}`)];
  }
  const element = `<${key}>${value}</${key}>`;
  if (neighbour === undefined || text[neighbour.start] !== '<') return undefined;
  return [insertion(neighbour.end, (startsLine(text, neighbour.start) ? eolOf(text) + indentAt(text, neighbour.start) : '') + element)];
}
