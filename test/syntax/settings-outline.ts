/** Shows lowered settings in a form that a person can compare with the source, and checks what holds for every program. */

import { expect } from 'vitest';
import type { Argument, Expression, Program, RecordExpression, Statement } from '../../src/syntax/ir.js';
import { flattenSettings, settingsRecords } from '../../src/syntax/settings/flatten.js';
import type { FlatSetting } from '../../src/syntax/settings/flatten.js';
import { violations } from './invariants.js';

export type Outline = string | number | boolean | null | undefined | readonly Outline[] | { readonly [key: string]: Outline };

/** Records as objects (repeated keys get a `'` each), lists as arrays, calls as `name(args)`, holes as `<source>`. */
export function outlineOf(expression: Expression, text: string): Outline {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'record':
      return recordOutline(expression, text);
    case 'list':
      return expression.items.map((item) => outlineOf(item.value, text));
    case 'template':
      return `template ${expression.parts.map((part) => (part.kind === 'literal' ? String(part.value) : JSON.stringify(outlineOf(part, text)))).join('|')}`;
    case 'call':
      return callOutline(expression, text);
    case 'name':
      return `name ${expression.name}`;
    default:
      return `<${text.slice(expression.start, expression.end)}>`;
  }
}

function recordOutline(record: RecordExpression, text: string): Outline {
  const shown: Record<string, Outline> = {};
  for (const entry of record.entries) {
    let key =
      entry.kind === 'spread' ? '...' : entry.key.kind === 'literal' ? String(entry.key.value) : text.slice(entry.key.start, entry.key.end);
    while (key in shown) key += "'";
    shown[key] = outlineOf(entry.value, text);
  }
  return shown;
}

function callOutline(call: Extract<Expression, { kind: 'call' }>, text: string): Outline {
  const callee = call.callee.kind === 'name' ? call.callee.name : text.slice(call.callee.start, call.callee.end);
  const shown = [callee, ...call.args.map((arg) => argumentOutline(arg, text))];
  return call.block === undefined ? shown : [...shown, statementsOutline(call.block.body.body, text)];
}

function argumentOutline(argument: Argument, text: string): Outline {
  const value = outlineOf(argument.value, text);
  return argument.name === undefined ? value : { [argument.name]: value };
}

export function statementsOutline(statements: readonly Statement[], text: string): Outline {
  return statements.map((statement) =>
    statement.kind === 'expression'
      ? outlineOf(statement.expression, text)
      : `${statement.kind} ${text.slice(statement.start, statement.end)}`,
  );
}

/** The outline of a whole program. */
export function programOutline(program: Program): Outline {
  return statementsOutline(program.body, program.text);
}

/** The one setting of that key path. */
export function settingOf(program: Program, joined: string): FlatSetting {
  const found = settingsRecords(program).flatMap((record) => flattenSettings(record).filter((setting) => setting.joined === joined));
  expect(found, `settings named ${joined}`).toHaveLength(1);
  return found[0] as FlatSetting;
}

/** The source of a setting: key, key content, whole value and content of the value. */
export function sourceOf(
  program: Program,
  joined: string,
): { readonly key: string; readonly value: string; readonly content: string; readonly property: string } {
  const { entry, value } = settingOf(program, joined);
  const cut = (range: { readonly start: number; readonly end: number }): string => program.text.slice(range.start, range.end);
  return {
    key: cut(entry.key),
    value: cut(value),
    content: value.kind === 'literal' ? cut(value.content ?? value) : cut(value),
    property: cut(entry),
  };
}

/**
 * What must hold however broken the text is: every node once, ranges in the text and in the parent's.
 * An alias of YAML is a copy of its anchor, with the anchor's ranges, and so may lie outside of its parent.
 */
export function rangeViolations(program: Program): readonly string[] {
  const limit = program.text.length;
  const found = violations(program).filter(
    (violation) =>
      /occurs twice|has the range|is outside/.test(violation) && !(program.language === 'yaml' && violation.includes('outside its parent')),
  );
  for (const range of [...program.body, ...program.comments, ...program.problems]) {
    if (!(range.start >= 0 && range.start <= range.end && range.end <= limit)) found.push(`${JSON.stringify(range)} is outside the text`);
  }
  return found;
}
