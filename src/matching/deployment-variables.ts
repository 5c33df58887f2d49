/** Finds the environment variables, command line flags and labels that deployment files give programs, however they are written. */
import type { Expression, Literal, Node, Program, Property, RecordExpression } from '../syntax/ir.js';
import { isBuildArgument, withBuildArgument } from '../syntax/settings/build-arguments.js';
import { childrenOf } from '../syntax/walk.js';

export interface GivenVariable {
  readonly name: string;
  /** Where it is given: the entry, the item of a list, the argument. */
  readonly node: Node;
  readonly value: Expression;
}

const known = new WeakMap<Program, readonly GivenVariable[]>();

/** Every variable and flag that a file gives: once worked out, remembered. */
export function variablesOf(program: Program): readonly GivenVariable[] {
  let found = known.get(program);
  if (found === undefined) {
    found = collect(program);
    known.set(program, found);
  }
  return found;
}

/** `NAME=value` and `--flag=value`. */
const ASSIGNED = /^(-{0,2}[A-Za-z_][\w.-]*)=/;

function collect(program: Program): GivenVariable[] {
  const found: GivenVariable[] = [];
  const visit = (node: Node): void => {
    if ('kind' in node) {
      if (node.kind === 'property' && node.key.kind === 'literal') {
        // systemd: `Environment=NAME=value`.
        const unit = node.key.value === 'Environment' && node.value.kind === 'literal' ? assigned(node.value) : undefined;
        found.push(unit ?? { name: String(node.key.value), node, value: node.value });
      } else if (node.kind === 'record') addNamed(node, found);
      else if (node.kind === 'list') {
        for (const { value } of node.items) {
          const given = value.kind === 'literal' ? assigned(value) : undefined;
          if (given !== undefined) found.push(given);
        }
      } else if (node.kind === 'call' && !isBuildArgument(node)) {
        for (const argument of node.args) addArgument({ ...argument, value: withBuildArgument(argument.value, node, program) }, found);
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const statement of program.body) visit(statement);
  return found;
}

function addArgument({ name, value }: { readonly name?: string; readonly value: Expression }, found: GivenVariable[]): void {
  if (name !== undefined) found.push({ name, node: value, value });
  else if (value.kind === 'literal') {
    const given = assigned(value);
    if (given !== undefined) found.push(given);
  }
}

/** Kubernetes' `- name: V` and Render's `- key: V`, with a `value` beside it. */
function addNamed(node: RecordExpression, found: GivenVariable[]): void {
  const entry = (keys: readonly string[]): Expression | undefined =>
    node.entries.find(
      (one): one is Property => one.kind === 'property' && one.key.kind === 'literal' && keys.includes(String(one.key.value)),
    )?.value;
  const name = entry(['name', 'key']);
  const value = entry(['value']);
  if (name?.kind === 'literal' && typeof name.value === 'string' && value !== undefined) found.push({ name: name.value, node, value });
}

/** `NAME=value` as one word: the value is a literal of its own, where it stands. */
function assigned(item: Literal): GivenVariable | undefined {
  if (typeof item.value !== 'string') return undefined;
  const match = ASSIGNED.exec(item.value);
  if (match === null) return undefined;
  const written = item.value.slice(match[0].length);
  const content = item.content ?? item;
  // Escapes in the word move what follows them: then there is no place to edit.
  const exact = content.end - content.start === item.value.length;
  const range = exact ? { start: content.start + match[0].length, end: content.end } : { start: item.start, end: item.end };
  const unquoted = /^(["'])(.*)\1$/.exec(written);
  return {
    name: match[1]!,
    node: item,
    value: { kind: 'literal', value: unquoted?.[2] ?? written, ...range, ...(exact ? { content: range } : {}) },
  };
}

export interface LabelGroup {
  /** The first label of the group. */
  readonly node: Node;
  /** As the first label has it. */
  readonly prefix: string;
  readonly options: RecordExpression;
}

/** Labels that share a prefix (the first group of `pattern`), as a record of their options (the second), whose names are in lower case. */
export function labelGroups(program: Program, pattern: RegExp): LabelGroup[] {
  const groups = new Map<string, { node: Node; prefix: string; entries: Property[] }>();
  for (const { name, node, value } of variablesOf(program)) {
    const match = pattern.exec(name);
    if (match === null) continue;
    const prefix = match[1]!.toLowerCase();
    const group = groups.get(prefix) ?? { node, prefix: match[1]!, entries: [] };
    groups.set(prefix, group);
    const option = match[2]?.toLowerCase();
    if (option === undefined) continue;
    const range = { start: node.start, end: node.end };
    group.entries.push({ kind: 'property', ...range, key: { kind: 'literal', value: option, ...range }, value });
  }
  return [...groups.values()].map(({ node, prefix, entries }) => ({
    node,
    prefix,
    options: { kind: 'record', start: node.start, end: node.end, entries, style: 'settings' },
  }));
}
