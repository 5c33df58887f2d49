/** Lists the settings of a record under their whole key paths, however the file nests or dots them. */

import type { Expression, Program, Property, RecordEntry, RecordExpression } from '../ir.js';

export interface FlatSetting {
  /** The key path; dotted keys are split, list indices are numbers in strings. */
  readonly path: readonly string[];
  /** The path joined with dots. */
  readonly joined: string;
  /** The property that holds the value; for an item of a list, the property that holds the list. */
  readonly entry: Property;
  readonly value: Expression;
}

/**
 * Every leaf and every inner record and list of a settings record, outer before inner, in source order.
 * What is merged in (`<<`, HOCON substitutions) comes where its spread stands; later settings of a path win.
 */
export function flattenSettings(record: RecordExpression): readonly FlatSetting[] {
  const found: FlatSetting[] = [];
  addEntries(record.entries, [], undefined, found);
  return found;
}

/** The settings records of a program, one per document. Documents that are lists or scalars are left out. */
export function settingsRecords(program: Program): readonly RecordExpression[] {
  return program.body.flatMap((statement) =>
    statement.kind === 'expression' && statement.expression.kind === 'record' ? [statement.expression] : [],
  );
}

/**
 * A key as Spring's relaxed binding compares it: lower case, without dashes and underscores.
 * docs.spring.io/spring-boot/reference/features/external-config.html, "Relaxed Binding".
 */
export function relaxedKey(joined: string): string {
  return joined.toLowerCase().replace(/[-_]/g, '');
}

function addEntries(entries: readonly RecordEntry[], path: readonly string[], holder: Property | undefined, found: FlatSetting[]): void {
  for (const entry of entries) {
    if (entry.kind === 'spread') {
      addInner(entry.value, path, holder, found);
    } else if (entry.key.kind === 'literal') {
      const inner = [...path, ...keyPath(String(entry.key.value))];
      found.push({ path: inner, joined: inner.join('.'), entry, value: entry.value });
      addInner(entry.value, inner, entry, found);
    }
  }
}

function addInner(value: Expression, path: readonly string[], holder: Property | undefined, found: FlatSetting[]): void {
  if (value.kind === 'record') {
    addEntries(value.entries, path, holder, found);
  } else if (value.kind === 'list' && holder !== undefined) {
    value.items.forEach((item, index) => {
      const inner = [...path, String(index)];
      found.push({ path: inner, joined: inner.join('.'), entry: holder, value: item.value });
      addInner(item.value, inner, holder, found);
    });
  }
}

/** Splits `a.b[0].c` at dots and indices; a key without either is its own path. */
function keyPath(key: string): readonly string[] {
  if (!key.includes('.') && !key.includes('[')) return [key];
  const parts = key
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '');
  return parts.length === 0 ? [key] : parts;
}
