/** A header whose text a field holds: `LoginResponse { cookie: format!("session={token}") }`, written to the response by another file. */
import type { Call, ClassDeclaration, Declaration, Expression, Node, Program, Property, RecordExpression } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import type { Origin, UnknownValue } from '../values/value.js';
import { filesWith, isSamePlace, type CallerFiles } from './callers.js';
import type { Matched } from './matched.js';
import { header, value, type CookieSurface } from './surface.js';

/** A field that is declared without a value. */
interface Field {
  readonly name: string;
  readonly owner: ClassDeclaration;
  readonly program: Program;
}

/** More places than this are not listed one by one. */
const MAX_FILLERS = 200;

/** The header as seen from each place that makes an object of the class and gives the field its text. */
export function fillersOf(
  open: readonly UnknownValue[],
  matched: Matched<CookieSurface>,
  evaluator: Evaluator,
  files: CallerFiles,
): Matched<CookieSurface>[] {
  const [field] = open.flatMap(({ origin }) => fieldAt(origin, evaluator) ?? []);
  if (field === undefined) return [];
  const { rule, confidence } = matched;
  const surface: CookieSurface = { ...matched.surface, attributes: header(value()) };
  const found: Matched<CookieSurface>[] = [];
  for (const program of filesWith(field.owner.name, field.program, files)) {
    for (const entry of entriesOf(field, program, evaluator)) {
      found.push({ rule, surface, confidence, program, node: entry, value: entry.value });
      if (found.length >= MAX_FILLERS) return found;
    }
  }
  return found;
}

function fieldAt({ program, range }: Origin, evaluator: Evaluator): Field | undefined {
  const index = evaluator.indexOf(program);
  const declaration = index.declarations.find((one) => one.start === range.start && one.end === range.end);
  const owner = declaration === undefined ? undefined : classOf(declaration, index);
  return owner === undefined || declaration?.target.kind !== 'name' ? undefined : { name: declaration.target.name, owner, program };
}

/** The class whose body a declaration stands in. */
function classOf(declaration: Declaration, index: ProgramIndex): ClassDeclaration | undefined {
  const block = index.parent(declaration);
  const owner = isKind(block, 'block') ? index.parent(block) : undefined;
  return isKind(owner, 'class-declaration') ? owner : undefined;
}

function entriesOf({ name, owner, program: own }: Field, program: Program, evaluator: Evaluator): Property[] {
  const index = evaluator.indexOf(program);
  const isOwner = (type: Expression): boolean => {
    evaluator.begin();
    const made = evaluator.evaluate(type, program);
    return made.kind === 'class' && isSamePlace(made, { node: owner, program: own });
  };
  const typed = (record: RecordExpression): boolean => record.type !== undefined && isOwner(record.type);
  const initialised = (call: Call): boolean => call.initializer !== undefined && isOwner(call.callee);
  const records = [...index.records.filter(typed), ...index.calls.filter(initialised).flatMap(({ initializer }) => initializer ?? [])];
  return [...new Set(records)].flatMap(({ entries }) =>
    entries.filter((entry): entry is Property => entry.kind === 'property' && isNamed(entry.key, name)),
  );
}

const isNamed = (key: Node, name: string): boolean => isKind(key, 'literal') && key.value === name;
