/** Calls of the pure functions in a language's table: computed with values, or looking into them. */
import type { Call } from '../syntax/ir.js';
import type { CallContext } from './calls.js';
import { cellOf } from './cells.js';
import { Context } from './context.js';
import { loadedFile } from './data-files.js';
import { ofList } from './list-functions.js';
import { mergedArguments, namedLast } from './evaluation/records.js';
import type { Evaluator } from './evaluator.js';
import { isAbsent } from './fields.js';
import { appendedTo } from './evaluation/lists.js';
import { membership } from './evaluation/presence.js';
import { fieldDefault, fieldsOf } from './instances.js';
import { withArguments } from './bound-functions.js';
import { formatted } from './formatting.js';
import type { FunctionIdiom } from './idioms.js';
import { isOfRequest } from './of-request.js';
import { ofOptional, takesFunction, whereThere } from './optionals.js';
import { pathPattern, PatternTables } from './path-pattern.js';
import { givenAt } from './parameters.js';
import { ofRecords, variableNamed } from './record-functions.js';
import { indexOf } from './program-index.js';
import { hasMember } from './evaluation/own-members.js';
import { writtenJson } from './written-json.js';
import { ofSequences } from './sequence-functions.js';
import { patternCall } from './regular-expressions.js';
import { absent, choice, known, operation, originOf, unknown, type Origin, type RecordPart, type Value } from './value.js';

const FUNCTIONS = new PatternTables<FunctionIdiom>(({ path }) => path);

/** The functions of a table that a call of a path, or of a method, may be. */
const mayFit = (table: readonly FunctionIdiom[], path: string | undefined, method: string | undefined): readonly FunctionIdiom[] => {
  const end = path ?? method;
  return end === undefined
    ? []
    : method === undefined || end === method || end.endsWith(`.${method}`)
      ? FUNCTIONS.candidates(table, end)
      : table;
};

/** The well-known pure functions of the language's table. */
export function pureCall(
  context: CallContext,
  receiver: Value | undefined,
  path: string | undefined,
  args: readonly Value[],
): Value | undefined {
  const { call, program, frame, evaluator } = context;
  const origin = originOf(program, call);
  const inside = new Context(evaluator, program, frame);
  const { callee } = call;
  const method = callee.kind === 'member' ? callee.property : undefined;
  for (const idiom of mayFit(evaluator.idiomsOf(program).functions, path, method)) {
    const isMethod = idiom.path.startsWith('**.');
    if (idiom.args !== undefined && idiom.args !== call.args.length) continue;
    if (isMethod) {
      if (method === undefined || receiver === undefined || idiom.path.slice(3) !== method) continue;
    } else if (path === undefined || !pathPattern(idiom.path).test(path)) continue;
    const takesReceiver = idiom.receiver ?? isMethod;
    const given = takesReceiver && receiver !== undefined ? [receiver, ...args] : [...args];
    const operands = idiom.with === undefined ? given : [...given, wordsOf(idiom.with, origin)];
    const optional = ofOptional(idiom.operator, operands, call, inside);
    if (optional !== undefined) return whereThere(callee, receiver, optional, inside);
    if (takesFunction(idiom.operator)) continue;
    const looked =
      ofRecords(idiom.operator, operands, origin) ??
      ofSequences(idiom.operator, idiom.reversed === true ? operands.toReversed() : operands, call, inside) ??
      structural(idiom, operands, context);
    if (looked === undefined && idiom.operator === 'import-module') return undefined;
    if (looked !== undefined) return looked;
    const ordered = idiom.reversed === true ? operands.toReversed() : operands;
    const [one, other] = ordered;
    const asked = one === undefined || other === undefined ? undefined : membership(idiom.operator, one, other, origin, evaluator);
    return asked ?? whereThere(callee, receiver, applied(idiom, ordered, call, origin), inside);
  }
  return undefined;
}

const wordsOf = (words: string | readonly string[], origin: Origin): Value =>
  typeof words === 'string' ? known(words, origin) : { kind: 'list', items: words.map((word) => known(word, origin)), open: false, origin };

/** Functions that look into their operands instead of computing with them. */
function structural(idiom: FunctionIdiom, operands: readonly Value[], { call, program, frame, evaluator }: CallContext): Value | undefined {
  const origin = originOf(program, call);
  const [first, second, third] = operands;
  // What a struct of the repository is read into is there, or the program ends.
  if (idiom.operator === 'required' && (first?.kind === 'class' || first?.kind === 'record' || first?.kind === 'object')) return first;
  const tried = patternCall(idiom.operator, idiom.reversed === true ? operands.toReversed() : operands, origin);
  if (tried !== undefined) return tried;
  switch (idiom.operator) {
    case 'append':
      // Go's `append(list, item, more...)`.
      return first === undefined
        ? undefined
        : appendedTo(
            first,
            operands.slice(1),
            call.args.some((argument) => argument.spread !== undefined),
            origin,
          );
    case 'cell':
      return cellOf(first, origin);
    case 'cell-of':
      return first?.kind === 'function' ? cellOf(evaluator.callFunction(first, [], origin, frame), origin) : undefined;
    case 'empty-record':
      // Fields may be filled in by a framework.
      return indexOf(program).functionAround(call) === undefined ? undefined : { kind: 'record', parts: [], origin };
    case 'nothing':
      return known(null, origin);
    case 'split':
    case 'replace':
    case 'replace-all':
      // By an expression that is not worked out.
      return first !== undefined && isOfRequest(first) && second?.kind !== 'known' ? { kind: 'request', what: 'other', origin } : undefined;
    case 'next-of':
    case 'last-of':
    case 'values':
    case 'list-reversed':
    case 'map-list':
    case 'upper-first':
    case 'title':
    case 'compare-texts':
    case 'compare-ignoring-case':
    case 'piece':
      // A part of what the request gave is the request's too.
      return operands.some(isOfRequest) ? { kind: 'request', what: 'other', origin } : undefined;
    case 'text':
      return first === undefined ? undefined : concatenated(first, operands.slice(1), origin);
    case 'every':
    case 'some':
      return first?.kind === 'list' && call.args.length === 1
        ? ofList(first, idiom.operator, [], { ...call, args: [] }, new Context(evaluator, program, frame))
        : undefined;
    case 'parse-json': {
      const written = first?.kind === 'known' && typeof first.value === 'string' ? writtenJson(first.value, origin) : undefined;
      return written ?? loadedFile(first, true, origin, evaluator);
    }
    case 'data-file':
      return loadedFile(first, false, origin, evaluator);
    case 'getattr':
      return first === undefined || second?.kind !== 'known' ? undefined : attribute(first, String(second.value), third, origin, evaluator);
    case 'hasattr': {
      const has = first === undefined || second?.kind !== 'known' ? undefined : hasMember(first, String(second.value), evaluator);
      return has === undefined ? undefined : known(has, origin);
    }
    case 'replaced': {
      const parts = call.args.flatMap((argument, i): RecordPart[] => {
        const value = operands[i + operands.length - call.args.length];
        if (argument.name === undefined) return argument.spread === 'named' && value !== undefined ? [{ kind: 'spread', value }] : [];
        return value === undefined ? [] : [{ kind: 'field', key: argument.name, value }];
      });
      if (first?.kind === 'object') return { ...first, fields: { ...first.fields, parts: [...first.fields.parts, ...parts] } };
      return first?.kind === 'record' ? { ...first, parts: [...first.parts, ...parts] } : unknown('what is replaced is not known', origin);
    }
    case 'text-replaced':
      // PHP's `str_replace(search, replace, subject)`.
      return first === undefined || second === undefined || third === undefined
        ? undefined
        : operation('replace-all', [third, first, second], origin);
    case 'record-of-pairs':
      return pairsOf(operands, origin);
    case 'compact':
      return { kind: 'record', parts: operands.map((value) => variableNamed(value, call, new Context(evaluator, program, frame))), origin };
    case 'fields':
      return first?.kind === 'object' ? fieldsOf(first, evaluator) : undefined;
    case 'field-default':
      return fieldDefault(
        operands.map((value, i) => givenAt(value, call, i)),
        origin,
        evaluator,
      );
    case 'partial':
      return first?.kind === 'function'
        ? withArguments(
            first,
            operands.slice(1).map((value, i) => givenAt(value, call, i + 1)),
          )
        : undefined;
    case 'import-module': {
      const module =
        first?.kind === 'known' && typeof first.value === 'string' ? evaluator.links.moduleOf(program, first.value) : undefined;
      return module === undefined ? undefined : { kind: 'module', program: module, origin };
    }
    case 'format': {
      const offset = operands.length - call.args.length;
      const named = new Map(
        call.args.flatMap((argument, i) => (argument.name === undefined ? [] : [[argument.name, operands[i + offset]!] as const])),
      );
      return first === undefined
        ? undefined
        : formatted(
            first,
            operands.slice(1).filter((_, i) => call.args[i + 1 - offset]?.name === undefined),
            origin,
            named,
          );
    }
    default:
      return undefined;
  }
}

/** JavaScript's `concat` of lists: what is no list is an item. */
function concatenated(first: Value, others: readonly Value[], origin: Origin): Value | undefined {
  return others.reduce<Value | undefined>(
    (list, other) =>
      list === undefined
        ? undefined
        : other.kind === 'list'
          ? appendedTo(list, other.items, other.open, origin)
          : appendedTo(list, [other], false, origin),
    appendedTo(first, [], false, origin),
  );
}

/** Keys and values in turn. */
function pairsOf(operands: readonly Value[], origin: Origin): Value {
  const parts = operands.flatMap((key, i): RecordPart[] => {
    if (i % 2 === 1) return [];
    return key.kind === 'known'
      ? [{ kind: 'field', key: String(key.value), value: operands[i + 1] ?? absent(origin) }]
      : [{ kind: 'spread', value: unknown('the key is not known', origin) }];
  });
  return { kind: 'record', parts, origin };
}

const leavesOf = (value: Value): Value[] =>
  value.kind === 'choice' ? [...leavesOf(value.consequent), ...leavesOf(value.alternate)] : [value];

/** `getattr(object, 'name', fallback)`: what an object outside the repository has there is the operator's configuration. */
function attribute(object: Value, name: string, fallback: Value | undefined, origin: Origin, evaluator: Evaluator): Value {
  const value = evaluator.memberOf(object, name, origin);
  if (fallback === undefined) return value;
  if (object.kind === 'choice') {
    // A module that is loaded in one way or another: it is outside the repository whichever way it came.
    const outside = leavesOf(object)
      .map((leaf) => attribute(leaf, name, fallback, origin, evaluator))
      .find((leaf) => leaf.kind === 'environment' && leaf.source === 'configuration');
    if (outside !== undefined) return outside;
  }
  if (isAbsent(value) || hasMember(object, name, evaluator) === false) return fallback;
  if (value.kind === 'environment') return value.fallback === undefined ? { ...value, fallback } : value;
  // Configuration is written in capitals; other attributes are the object's own business.
  if (name !== name.toUpperCase()) return value;
  if (value.kind === 'symbol' || value.kind === 'unknown' || (value.kind === 'operation' && value.operator === 'field'))
    return { kind: 'environment', variable: name, source: 'configuration', fallback, origin };
  return value;
}

function applied(idiom: FunctionIdiom, operands: readonly Value[], call: Call, origin: Origin): Value {
  switch (idiom.operator) {
    case 'frozen':
      return operands[0]?.kind === 'record' ? { ...operands[0], isFrozen: true } : (operands[0] ?? absent(origin));
    case 'identity':
      return operands[0] ?? absent(origin);
    case 'required':
      return operands[0]?.kind === 'environment' ? { ...operands[0], required: true } : (operands[0] ?? absent(origin));
    case 'merge':
      return { kind: 'record', parts: mergeParts(operands, call, origin), origin, ...nodeOf(operands) };
    case 'defaults':
      return { kind: 'record', parts: mergeParts([...operands].reverse(), call, origin), origin };
    case 'list':
      return operands.length === 1 && operands[0]?.kind === 'environment'
        ? operands[0]
        : { kind: 'list', items: operands, open: false, origin };
    case 'or-else': {
      const [value = absent(origin), otherwise = absent(origin)] = operands;
      return isAbsent(value)
        ? otherwise
        : value.kind === 'environment' && (value.fallback === undefined || isEmpty(value.fallback))
          ? { ...value, fallback: otherwise }
          : choice(operation('defined', [value], origin), value, otherwise, origin);
    }
    case 'equals-ignoring-case':
      return operation(
        '==',
        operands.map((operand) => operation('lower', [operand], origin)),
        origin,
      );
    case 'record':
      return { kind: 'record', parts: namedLast(mergedArguments(call, operands, origin)), origin };
    case 'known-true':
      return known(true, origin);
    default:
      return operation(idiom.operator, operands, origin);
  }
}

const isEmpty = (value: Value): boolean => value.kind === 'known' && value.value === '';

/** `array_merge(...$parts)` merges what the list holds. */
const mergeParts = (operands: readonly Value[], call: Call, origin: Origin): RecordPart[] =>
  operands.flatMap((value, i) => {
    const spread = value.kind === 'list' && call.args[i]?.spread !== undefined ? value.items : [value];
    const parts = spread.map((item): RecordPart => ({ kind: 'spread', value: item }));
    return value.kind === 'list' && value.open
      ? [...parts, { kind: 'spread' as const, value: unknown('the list is not known in full', origin) }]
      : parts;
  });

/** A merge into an empty literal keeps the last literal as the place for a fix. */
const nodeOf = (operands: readonly Value[]): { node?: NonNullable<Extract<Value, { kind: 'record' }>['node']> } => {
  const last = operands.at(-1);
  return last?.kind === 'record' && last.node !== undefined ? { node: last.node } : {};
};
