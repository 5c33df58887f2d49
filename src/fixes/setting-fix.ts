/** Adds a setting to a settings file, in the way that its neighbour is written. */
import type { Edit } from '../cookies/finding.js';
import type { Property, RecordExpression } from '../syntax/ir.js';
import { isKind } from '../values/program-index.js';
import { insertion, type FixContext } from './draft.js';
import { insertLast } from './entry.js';
import { eolOf, indentAt, indentUnit, lineStart, restOfLine, startsLine } from './layout.js';
import { onText } from './on-value.js';

/** The edits that add `path` to a settings record: after `neighbour`, or as its last entry. Undefined where the format does not allow it. */
export function insertSetting(
  record: RecordExpression,
  neighbour: Property | undefined,
  path: readonly string[],
  context: FixContext,
): Edit[] | undefined {
  const { program, text } = context;
  const value = onText({ ...context, style: 'always' });
  const last =
    neighbour ??
    record.entries.findLast(
      (entry): entry is Property => entry.kind === 'property' && (entry.value.kind !== 'record' || program.language === 'yaml'),
    );
  switch (program.language) {
    case 'yaml':
      return text[record.start] === '{'
        ? inBraces(record, path, value, context)
        : last === undefined
          ? undefined
          : yamlLines(last, path, value, context);
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
  if (neighbour.value.kind === 'record' || neighbour.key.end > neighbour.value.start || !startsLine(text, neighbour.start))
    return undefined;
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
  if (!startsLine(text, neighbour.start) && !/^\s*(?:- +)+$/.test(text.slice(lineStart(text, neighbour.start), neighbour.start)))
    return undefined;
  const column = neighbour.start - lineStart(text, neighbour.start);
  const unit = indentUnit(program, '');
  // Compose takes no booleans as environment variables.
  const shown =
    /^[A-Z][A-Z0-9_]*$/.test(path.at(-1) ?? '') && /^\w+$/.test(value) ? quoted(value, text.charAt(neighbour.value.start)) : value;
  const lines = path.map(
    (key, i) => `${eolOf(text)}${' '.repeat(column)}${unit.repeat(i)}${key}:${i === path.length - 1 ? ` ${shown}` : ''}`,
  );
  const at = restOfLine(program, neighbour.end, text.length);
  if (at === neighbour.end && !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(at))) return undefined;
  return [insertion(at, lines.join(''))];
}

const quoted = (value: string, quote: string): string => (quote === "'" ? `'${value}'` : `"${value}"`);

function inBraces(record: RecordExpression, path: readonly string[], value: string, { program, text }: FixContext): Edit[] | undefined {
  if (text[record.start] !== '{' || text[record.end - 1] !== '}') return undefined;
  const sample = record.entries.findLast((entry): entry is Property => entry.kind === 'property');
  const written = sample === undefined ? undefined : text.slice(sample.key.start, sample.key.end);
  const quote = program.language === 'json' ? '"' : written !== undefined && /^["']/.test(written) ? written.charAt(0) : '';
  const between = sample === undefined ? undefined : /^\s*[:=]\s*$/.exec(text.slice(sample.key.end, sample.value.start))?.[0];
  const separator = between !== undefined && !/[\r\n]/.test(between) ? between : program.language === 'toml' ? ' = ' : ': ';
  const nested = path.reduceRight(
    (inner, key, i) =>
      i === path.length - 1 ? `${quote}${key}${quote}${separator}${inner}` : `${quote}${key}${quote}${separator}{ ${inner} }`,
    value,
  );
  return insertLast(
    program,
    { open: record.start + 1, close: record.end - 1, items: record.entries, padding: ' ', isTight: between === ':' },
    nested,
  );
}

/** `@name` is an attribute of the element that the record is, any other key a child element. */
function xmlSetting(
  record: RecordExpression,
  neighbour: Property | undefined,
  path: readonly string[],
  value: string,
  context: FixContext,
): Edit[] | undefined {
  const keys = path.at(-1) === '#text' ? path.slice(0, -1) : path;
  const [key, ...rest] = keys;
  if (key === undefined) return undefined;
  if (key.startsWith('@')) return rest.length === 0 ? xmlAttribute(record, key.slice(1), value, context) : undefined;
  const [attribute] = rest;
  if (rest.length === 1 && attribute?.startsWith('@') === true)
    return xmlChild(record, neighbour, `<${key} ${attribute.slice(1)}="${value}" />`, context);
  if (rest.some((inner) => inner.startsWith('@'))) return undefined;
  return xmlChild(
    record,
    neighbour,
    keys.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, value),
    context,
  );
}

function xmlAttribute(record: RecordExpression, name: string, value: string, { text, index }: FixContext): Edit[] | undefined {
  const before = record.entries.findLast(
    (entry): entry is Property => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value).startsWith('@'),
  );
  const element = index.parent(record);
  const at = before?.end ?? (isKind(element, 'property') ? element.key.end : undefined);
  if (at === undefined) return undefined;
  const quote = before !== undefined && text[before.end - 1] === "'" ? "'" : '"';
  const separator = before !== undefined && startsLine(text, before.start) ? eolOf(text) + indentAt(text, before.start) : ' ';
  return [insertion(at, `${separator}${name}=${quote}${value}${quote}`)];
}

function xmlChild(
  record: RecordExpression,
  neighbour: Property | undefined,
  element: string,
  { program, text }: FixContext,
): Edit[] | undefined {
  const last =
    neighbour !== undefined && text[neighbour.start] === '<'
      ? neighbour
      : record.entries.findLast((entry): entry is Property => entry.kind === 'property' && text[entry.start] === '<');
  if (last !== undefined)
    return [insertion(last.end, (startsLine(text, last.start) ? eolOf(text) + indentAt(text, last.start) : '') + element)];
  const written = text.slice(record.start, record.end);
  const closing = /<\/[^<>]*>$/.exec(written);
  if (closing === null) {
    const name = /^<([^\s/>]+)/.exec(written)?.[1];
    const end = /(?<!\s)\s*\/>$/.exec(written);
    return name === undefined || end === null
      ? undefined
      : [{ start: record.start + end.index, end: record.end, text: `>${element}</${name}>` }];
  }
  const close = record.start + closing.index;
  if (!startsLine(text, close)) return [insertion(close, element)];
  const near = indentAt(text, close);
  return [insertion(lineStart(text, close), `${near}${indentUnit(program, near)}${element}${eolOf(text)}`)];
}
