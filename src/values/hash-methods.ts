/** What methods of Ruby's hashes give that go through their entries. https://docs.ruby-lang.org/en/3.4/Hash.html */
import type { Call, FunctionExpression } from '../syntax/ir.js';
import type { Context } from './context.js';
import { fieldOf, isAbsent } from './fields.js';
import { folded } from './folded.js';
import { ofList } from './list-functions.js';
import { entriesOf, pairsIn, type Entry } from './sequences.js';
import { absent, choice, known, negate, type RecordPart, type RecordValue, type Value } from './value.js';

/** Methods that give what the same method of a list of pairs gives. */
const AS_PAIRS =
  /^(?:map|collect|flat_map|filter_map|inject|reduce|each_with_object|any\?|all\?|none\?|find|detect|sum|first|zip|to_a|sort_by|count)$/;

/** What a method gives; undefined for others, and for hashes that are not known in full. */
export function ofHash(record: RecordValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
  const origin = context.origin(call);
  if (method === 'values_at' || method === 'fetch_values') {
    const keys = args.map((key) => (key.kind === 'known' ? String(key.value) : undefined));
    return keys.includes(undefined) ? undefined : { kind: 'list', items: keys.map((key) => fieldOf(record, key!)), open: false, origin };
  }
  // Keys are compared as texts.
  if (/^transform_keys!?$/.test(method) && args.length === 0 && keepsKeys(call.block)) return record;
  if (AS_PAIRS.test(method)) {
    const pairs = pairsIn(record, origin);
    return pairs === undefined ? undefined : method === 'to_a' ? pairs : ofList(pairs, method, args, call, context);
  }
  const { block } = call;
  if (block === undefined) return undefined;
  const entries = entriesOf(record);
  if (entries === undefined) return undefined;
  const apply = (values: readonly Value[]): Value =>
    context.evaluator.callFunction(
      { kind: 'function', node: block, program: context.program, frame: context.frame, origin },
      values.map((value) => ({ value })),
      origin,
      context.frame,
    );
  const made = (part: (entry: Entry) => RecordPart | undefined): RecordValue => ({
    kind: 'record',
    parts: entries.flatMap((entry) => (isAbsent(entry.value) ? [] : (part(entry) ?? []))),
    origin,
  });
  switch (method) {
    case 'transform_values':
      return made(({ key, value }) => ({ kind: 'field', key, value: apply([value]) }));
    case 'select':
    case 'filter':
      return made((entry) => keptEntry(entry, folded(apply([known(entry.key, origin), entry.value]))));
    case 'reject':
      return made((entry) => keptEntry(entry, negate(folded(apply([known(entry.key, origin), entry.value])))));
    default:
      return undefined;
  }
}

/** An entry where a test holds; nothing where it surely does not. */
function keptEntry({ key, value }: Entry, test: Value): RecordPart | undefined {
  const { origin } = test;
  if (test.kind === 'known' && typeof test.value === 'boolean') return test.value ? { kind: 'field', key, value } : undefined;
  const entry: RecordValue = { kind: 'record', parts: [{ kind: 'field', key, value }], origin };
  return { kind: 'spread', value: choice(test, entry, absent(origin), origin) };
}

/** `&:to_sym`, `&:to_s`: a key stays the text that it is. */
function keepsKeys(block: FunctionExpression | undefined): boolean {
  const [only] = block?.body.body ?? [];
  const made = only?.kind === 'return' ? only.value : undefined;
  return made?.kind === 'call' && made.callee.kind === 'member' && /^to_(?:sym|s)$/.test(made.callee.property) && made.args.length === 0;
}
