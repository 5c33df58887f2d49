/** Sets a key of an options value: in the record literal that it is or comes from, through variables of the same file. */
import type { Edit } from '../cookies/finding.js';
import { literalRecord } from '../matching/written-records.js';
import type { Assignment, Call, Expression, Property, RecordExpression } from '../syntax/ir.js';
import { fieldAt, isAbsent } from '../values/fields.js';
import { guardsOf } from '../values/guards.js';
import { mergeOf } from '../values/merges.js';
import { isKind, type Binding } from '../values/program-index.js';
import { evaluated, insertion, merged, type Draft, type FixContext } from './draft.js';
import { insertEntry, newRecord, recordStyleOf } from './entry.js';
import { onText, replacement } from './on-value.js';
import { insertSetting } from './setting-fix.js';

/** A record literal that an expression is (or a C# construction that may get one), with the variables that it was followed through. */
interface Source {
  readonly record: RecordExpression | Call;
  readonly holders: readonly Binding[];
}

/** A draft that makes the value at `path` of `expression` mean on. */
export function setIn(expression: Expression, path: readonly string[], context: FixContext): Draft | undefined {
  const edits = editsIn(expression, path, context, 0);
  if (edits !== undefined) return drafted(edits, path, context);
  return wrapped(expression, path, context);
}

export const titleOf = (context: FixContext, path: readonly string[]): string => {
  // XML's text has no name of its own, and its attributes are marked.
  const key = path.findLast((name) => name !== '#text')?.replace(/^@/, '') ?? 'secure';
  return `Set \`${key}\` to \`${onText(context)}\``;
};

export function drafted(edits: readonly Edit[], path: readonly string[], context: FixContext): Draft | undefined {
  const all = merged(edits);
  return all === undefined || all.length === 0 ? undefined : { edits: all, title: titleOf(context, path) };
}

/** The edits inside literals of this file; undefined where some part of the value comes from elsewhere. */
export function editsIn(expression: Expression, path: readonly string[], context: FixContext, depth: number): Edit[] | undefined {
  if (path[0] === '()') return editsInResults(expression, path.slice(1), context, depth);
  if (expression.kind === 'list') {
    const item = expression.items[Number(path[0])]?.value;
    return item === undefined || path.length < 2 ? undefined : editsIn(item, path.slice(1), context, depth + 1);
  }
  const sources = sourcesOf(expression, context, depth);
  if (sources === undefined || sources.length === 0) return undefined;
  if (isMergedOver(expression, path, context)) return undefined;
  const edits: Edit[] = [];
  for (const { record, holders } of sources) {
    const changes = holders.flatMap((holder) => changesAt(holder, path));
    const own = changedEdits(changes, path, context, depth);
    const merges = holders.map((holder) => mergedEdits(holder, path, context, depth));
    if (own === undefined || !merges.every((one) => one !== undefined)) return undefined;
    edits.push(...own.edits, ...merges.flatMap((one) => one.edits));
    if (own.decided || merges.some((one) => one.decided)) continue;
    const inside =
      record.kind === 'call'
        ? [insertion(record.end, ` ${newRecord(context.program, 'initializer', path, onText(context))}`)]
        : editsInRecord(record, path, context, depth);
    if (inside === undefined) return undefined;
    edits.push(...inside);
  }
  return edits;
}

/** `decided`: one of the edited places always happens, so nothing else is needed. */
interface ChangedEdits {
  readonly edits: readonly Edit[];
  readonly decided: boolean;
}

/**
 * The edits where a variable's value gets the path by a merge: in what `Object.assign(options, { secure: false })` is given. Undefined where
 * it gets or loses it in another way: by a key that stands elsewhere, in a loop, by `Reflect.deleteProperty`.
 */
function mergedEdits({ mutations }: Binding, path: readonly string[], context: FixContext, depth: number): ChangedEdits | undefined {
  const edits: Edit[] = [];
  let decided = false;
  for (const { kind, path: changed, node } of mutations) {
    if ((kind !== 'keyed' && kind !== 'merge') || changed.some((key, i) => key !== path[i])) continue;
    const below = path.slice(changed.length);
    const merge = isKind(node, 'call') ? mergeOf(node, context.program) : undefined;
    if (merge?.kind !== 'merge') return undefined;
    const given = merge.others.filter(({ value }) => !isAbsent(fieldAt(evaluated(value, context), below)));
    const [only, another] = given;
    if (only === undefined) continue;
    const own = merge.isDefault || another !== undefined ? undefined : editsIn(only.value, below, context, depth + 1);
    if (own === undefined) return undefined;
    edits.push(...own);
    decided ||= isAlways(node, context);
  }
  return { edits, decided };
}

/** The edits in everything that a function of this file returns. */
function editsInResults(expression: Expression, path: readonly string[], context: FixContext, depth: number): Edit[] | undefined {
  const value = evaluated(expression, context);
  if (value.kind !== 'function' || value.program !== context.program) return undefined;
  const results = context.index
    .returnsOf(value.node)
    .map((statement) => (statement.value === undefined ? undefined : editsIn(statement.value, path, context, depth + 1)));
  return results.length > 0 && results.every((one) => one !== undefined) ? results.flat() : undefined;
}

/** Whether a call gives the record with the path already, from something else than its literal: `{ value: x }.merge(DEFAULTS)`. */
function isMergedOver(expression: Expression, path: readonly string[], context: FixContext): boolean {
  if (expression.kind !== 'call') return false;
  const value = evaluated(expression, context);
  return (
    value.kind === 'record' &&
    value.parts.some((part) => part.kind === 'spread' && !isAbsent(fieldAt(part.value, path))) &&
    value.node?.entries.some((entry) => entry.kind === 'spread') !== true
  );
}

/** More places than an edit changes at once: each of thousands of cookies would bring an edit of thousands of places. */
const MOST_PLACES = 100;

export interface Change {
  readonly path: readonly string[];
  readonly node: Assignment;
}

/** Assignments to properties of what a variable holds. */
export const changesOf = (binding: Binding): Change[] =>
  binding.mutations
    .filter((mutation) => mutation.kind === 'set')
    .map((mutation) => ({ path: mutation.path, node: mutation.node as Assignment }));

const known = new WeakMap<Binding, Map<string, readonly Change[]>>();

/** Those at a path or around it. */
export function changesAt(binding: Binding, path: readonly string[]): readonly Change[] {
  const byPath = known.get(binding) ?? new Map<string, readonly Change[]>();
  known.set(binding, byPath);
  const key = path.join('\n');
  let changes = byPath.get(key);
  if (changes === undefined) {
    changes = changesOf(binding).filter((change) => isAround(change.path, path));
    byPath.set(key, changes);
  }
  return changes;
}

const isAround = (outer: readonly string[], path: readonly string[]): boolean =>
  outer.length <= path.length && outer.every((key, i) => key === path[i]);

/**
 * The edits of assignments to properties (`options.cookie.secure = x`) at the path or around it. `decided`: one of them always
 * happens, so nothing else is needed.
 */
export function changedEdits(
  changes: readonly Change[],
  path: readonly string[],
  context: FixContext,
  depth: number,
): ChangedEdits | undefined {
  const edits: Edit[] = [];
  let decided = false;
  const deciding = changes.filter(({ path: changed }) => isAround(changed, path));
  if (deciding.length > MOST_PLACES) return undefined;
  for (const { path: changed, node } of deciding) {
    const rest = path.slice(changed.length);
    // `unset($options['secure'])` and `del options['secure']` write nothing that could be changed.
    if (node.value.start >= node.value.end) return undefined;
    if (rest.length === 0 && isOffInDevelopment(node, context)) continue;
    const here =
      rest.length === 0
        ? [replacement(node.value, context)].filter((edit) => edit !== undefined)
        : editsIn(node.value, rest, context, depth + 1);
    if (here === undefined) return undefined;
    edits.push(...here);
    decided ||= node.operator === '=' && isAlways(node, context);
  }
  return { edits, decided };
}

/** `if (isDev) options.secure = false`: a way out that says so itself. Without it the condition would be left with nothing to do. */
function isOffInDevelopment(node: Assignment, { index, text }: FixContext): boolean {
  if (node.value.kind !== 'literal' || node.value.value !== false) return false;
  const guards = guardsOf(node, index.functionAround(node), index, { earlyExits: false });
  return (
    guards.length > 0 &&
    guards.every(
      ({ test }) =>
        /dev|debug|local(?!e)|\btest/i.test(text.slice(test.start, test.end)) && !/[!]|not\b|prod/i.test(text.slice(test.start, test.end)),
    )
  );
}

/** Whether a node is reached whenever its function is. */
export function isAlways(node: Assignment | Call, { index }: FixContext): boolean {
  return guardsOf(node, index.functionAround(node), index, { earlyExits: false }).length === 0;
}

function sourcesOf(expression: Expression, context: FixContext, depth: number): Source[] | undefined {
  if (depth > 8) return undefined;
  const literal = literalRecord(expression);
  if (literal !== undefined) return [{ record: literal, holders: [] }];
  if (expression.kind === 'call' && expression.isNew && context.program.language === 'csharp') return [{ record: expression, holders: [] }];
  const both = (left: Expression, right: Expression): Source[] | undefined => {
    const one = sourcesOf(left, context, depth + 1);
    const other = sourcesOf(right, context, depth + 1);
    return one === undefined || other === undefined ? undefined : [...one, ...other];
  };
  switch (expression.kind) {
    case 'conditional':
      return both(expression.consequent, expression.alternate);
    case 'logical':
      return expression.operator === 'and' ? undefined : both(expression.left, expression.right);
    case 'name': {
      const binding = context.index.bindingOf(expression);
      if (binding === undefined || binding.parameter !== undefined || binding.import !== undefined || binding.writes.length === 0)
        return undefined;
      const sources: Source[] = [];
      for (const write of binding.writes) {
        if (write.value === undefined || write.path.length > 0 || write.operator !== '=') return undefined;
        const own = sourcesOf(write.value, context, depth + 1);
        if (own === undefined) return undefined;
        sources.push(...own.map((source) => ({ ...source, holders: [...source.holders, binding] })));
      }
      return sources;
    }
    case 'call':
    case 'member':
    case 'subscript': {
      const value = evaluated(expression, context);
      if (value.kind !== 'record' || value.node === undefined || !context.index.records.includes(value.node)) return undefined;
      // What was assigned to it later is not in the literal.
      if (value.parts.some((part) => part.kind === 'field' && part.property === undefined)) return undefined;
      return [{ record: value.node, holders: [] }];
    }
    default:
      return undefined;
  }
}

/** The edits that set a path in a record literal. */
export function editsInRecord(record: RecordExpression, path: readonly string[], context: FixContext, depth = 0): Edit[] | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  const at = record.entries.findLastIndex(
    (entry) => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value) === key,
  );
  const entry = record.entries[at] as Property | undefined;
  if (entry !== undefined) {
    if (isOverridden(record, at, path, context)) return undefined;
    if (rest.length === 0) return [replacement(entry.value, context)].filter((edit) => edit !== undefined);
    return editsIn(entry.value, rest, context, depth + 1);
  }
  if (rest.includes('()')) return undefined;
  const shared = inSpread(record, path, context, depth);
  if (shared !== undefined) return shared;
  if (record.style === 'settings') return insertSetting(record, undefined, path, context);
  // The type of a nested struct is not known here.
  if (rest.length > 0 && record.style === 'struct') return undefined;
  const value = rest.length === 0 ? onText(context) : newRecord(context.program, record.style, rest, onText(context));
  return insertEntry(context.program, record, key, value);
}

/** The edits in a literal of this file that is spread here and says Secure already: a second entry behind it would hide that one. */
function inSpread(record: RecordExpression, path: readonly string[], context: FixContext, depth: number): Edit[] | undefined {
  const spread = record.entries.findLast((entry) => entry.kind === 'spread' && !isAbsent(fieldAt(evaluated(entry.value, context), path)));
  if (spread?.kind !== 'spread' || spread.value.kind !== 'name') return undefined;
  const edits = editsIn(spread.value, path, context, depth + 1);
  return edits === undefined || edits.length === 0 ? undefined : edits;
}

/** Whether a later spread may write the path again. */
function isOverridden(record: RecordExpression, at: number, path: readonly string[], context: FixContext): boolean {
  return record.entries.slice(at + 1).some((later) => later.kind === 'spread' && !isAbsent(fieldAt(evaluated(later.value, context), path)));
}

/** A new record around an expression whose own record is not at hand. */
function wrapped(expression: Expression, path: readonly string[], context: FixContext): Draft | undefined {
  const { program, text } = context;
  const [key, ...rest] = path;
  // YAML's `session: true` goes on with settings of its own.
  if (program.language === 'yaml' && expression.kind === 'literal' && expression.value === true && rest.length === 0) {
    return {
      edits: [{ start: expression.start, end: expression.end, text: `{ ${path[0]!}: ${onText(context)} }` }],
      title: titleOf(context, path),
    };
  }
  const style = recordStyleOf(program.language);
  if (key === undefined || style === undefined) return undefined;
  const value = onText(context);
  if (expression.kind === 'literal' && (expression.value === undefined || expression.value === null)) {
    return {
      edits: [{ start: expression.start, end: expression.end, text: newRecord(program, style, path, value) }],
      title: titleOf(context, path),
    };
  }
  const literal = literalRecord(expression);
  // A record literal that could not be changed: an expression inside it is wrapped, unless a later part decides.
  if (literal !== undefined) return wrappedInside(literal, path, context);
  if (expression.kind === 'literal' && expression.value === true && program.language === 'javascript') {
    const edits = [{ start: expression.start, end: expression.end, text: newRecord(program, style, path, value) }];
    return { edits, title: titleOf(context, path), check: 'check that options here keep what `true` switches on' };
  }
  if (rest.length > 0) return undefined;
  const kind = evaluated(expression, context);
  if (kind.kind === 'known' || !['name', 'call', 'member', 'subscript', 'conditional', 'logical', 'unary'].includes(expression.kind))
    return undefined;
  const { start, end } = expression;
  const written = text.slice(start, end);
  const check = `check that ${shortened(written)} holds the cookie's options; they may be better changed where they are made`;
  const title = titleOf(context, path);
  const entry = newRecord(program, style, [key], value);
  switch (style) {
    case 'object':
    case 'array':
      return {
        edits: [
          insertion(start, `${entry.charAt(0)}${entry.charAt(1) === ' ' ? ' ' : ''}...`),
          insertion(end, `, ${entry.slice(1).trimStart()}`),
        ],
        title,
        check,
      };
    case 'hash':
      return ['name', 'call', 'member', 'subscript'].includes(expression.kind) &&
        /[\w)\]?!]$/.test(written) &&
        ((expression.kind === 'call' && expression.parenthesised && written.endsWith(')')) ||
          !/ /.test(written.replace(/^([^(]*)\(.*\)/s, '$1')))
        ? { edits: [insertion(end, `.merge(${key}: ${value})`)], title, check }
        : undefined;
    default:
      return undefined;
  }
}

function wrappedInside(record: RecordExpression, path: readonly string[], context: FixContext): Draft | undefined {
  const [key, ...rest] = path;
  const at = record.entries.findLastIndex(
    (entry) => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value) === key,
  );
  const entry = record.entries[at] as Property | undefined;
  if (entry === undefined || rest.length === 0 || entry.getter === true || isOverridden(record, at, path, context)) return undefined;
  const draft = setIn(entry.value, rest, context);
  if (draft === undefined || entry.shorthand !== true || !draft.edits.some((edit) => edit.start === entry.value.start)) return draft;
  const [first, ...others] = draft.edits;
  return first === undefined ? undefined : { ...draft, edits: [{ ...first, text: `${key ?? ''}: ${first.text}` }, ...others] };
}

/** Code for a title: on one line, and not too long. */
export const shortened = (code: string): string => {
  const line = code.replace(/\s+/g, ' ');
  return `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``;
};
