/** What a file says beside a match: settings of the same document, calls of the same file. */
import type { Call, Node, Program, RecordExpression } from '../syntax/ir.js';
import { calleeName } from '../syntax/settings/blocks.js';
import { flattenSettings, relaxedKey, type FlatSetting } from '../syntax/settings/flatten.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits, referenceOf } from '../values/references.js';
import { listOf } from './candidates.js';
import { keyFits, settingRecords } from './setting-records.js';
import type { CallBeside, SettingBeside } from './surface.js';

/** The documents of a file: the records that hold settings, and the Kubernetes resources that one of them lists. Each sort in source order. */
interface Documents {
  readonly roots: readonly RecordExpression[];
  readonly resources: readonly RecordExpression[];
  /** Those in which a setting is written, asked once for each. */
  readonly having: Map<SettingBeside, ReadonlySet<RecordExpression>>;
}

const documents = new WeakMap<Program, Documents>();

function documentsOf(program: Program, index: ProgramIndex): Documents {
  const made = documents.get(program);
  if (made !== undefined) return made;
  const roots = settingRecords(program, index);
  const found: Documents = { roots, resources: roots.flatMap(resourcesIn), having: new Map() };
  documents.set(program, found);
  return found;
}

/** `kind: List` with `items`. */
function resourcesIn({ entries }: RecordExpression): RecordExpression[] {
  const items = entries.find((one) => one.kind === 'property' && one.key.kind === 'literal' && one.key.value === 'items');
  if (items?.kind !== 'property' || items.value.kind !== 'list') return [];
  return items.value.items.flatMap(({ value }) => (value.kind === 'record' && isResource(value) ? [value] : []));
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields */
const isResource = ({ entries }: RecordExpression): boolean =>
  ['apiVersion', 'kind'].every((key) =>
    entries.some((one) => one.kind === 'property' && one.key.kind === 'literal' && one.key.value === key),
  );

/** Whether a setting is written in the document of `node`, in the file's others, or in any. */
export function writesBeside(node: Node, asked: SettingBeside, index: ProgramIndex): boolean {
  const { program } = index;
  const all = documentsOf(program, index);
  const having = all.having.get(asked) ?? havingIt(asked, all, program);
  all.having.set(asked, having);
  if (asked.within === 'file') return having.size > 0;
  const own = around(node, all.resources) ?? around(node, all.roots);
  const isOwn = own !== undefined && having.has(own);
  return asked.within === 'others' ? having.size > (isOwn ? 1 : 0) : isOwn;
}

function havingIt(
  { setting, is, relaxed }: SettingBeside,
  { roots, resources }: Documents,
  program: Program,
): ReadonlySet<RecordExpression> {
  const keyOf = relaxed === true ? relaxedKey : (key: string): string => key;
  const keys = listOf(setting).map(keyOf);
  const isIt = ({ joined, value }: FlatSetting): boolean =>
    keys.some((key) => keyFits(key, keyOf(joined))) &&
    !(value.kind === 'list' && value.items.length === 0) &&
    (is === undefined || is.test(value.kind === 'literal' ? String(value.value) : program.text.slice(value.start, value.end)));
  return new Set([...resources, ...roots].filter((record) => flattenSettings(record).some(isIt)));
}

/** The one of the records, which stand one behind the other, that a node stands in. */
function around(node: Node, records: readonly RecordExpression[]): RecordExpression | undefined {
  let low = 0;
  let high = records.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (records[middle]!.start <= node.start) low = middle;
    else high = middle - 1;
  }
  const record = records[low];
  return record !== undefined && record.start <= node.start && node.end <= record.end ? record : undefined;
}

/** Whether the file calls one of the functions, or has one of the directives, with such arguments. */
export function callsBeside({ call, source }: CallBeside, index: ProgramIndex): boolean {
  const { program } = index;
  const isDirective = isSettingsLanguage(program.language);
  const isCalled = (one: Call): boolean => {
    if (isDirective) return call.includes(calleeName(one) ?? '');
    const reference = referenceOf(one.callee, index);
    return reference !== undefined && call.some((path) => pathFits(path, reference, program));
  };
  return index.calls.some(
    (one) => (source === undefined || one.args.some(({ start, end }) => source.test(program.text.slice(start, end)))) && isCalled(one),
  );
}
