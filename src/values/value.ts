/** The abstract values of the evaluator: what an expression can be, as far as the repository says. */
import type {
  Call,
  ClassDeclaration,
  Expression,
  FunctionExpression,
  Name,
  Pattern,
  Program,
  Property,
  Range,
  RecordExpression,
} from '../syntax/ir.js';
import type { History } from './history.js';
import type { GivenArgument } from './parameters.js';

/** A place in a lowered file. */
export interface Origin {
  readonly program: Program;
  readonly range: Range;
}

export type Primitive = string | number | boolean | null | undefined;

interface Base {
  /** Where the value is written. */
  readonly origin: Origin;
  /** The declarations it was followed through, outermost (nearest to the site) first. */
  readonly via?: readonly Origin[];
  /** The entry of a record that gave it: `secure: isProd` of shared options, or the assignment `options.secure = isProd`. */
  readonly entry?: Origin;
}

export type Value =
  | KnownValue
  | RecordValue
  | ListValue
  | EnvironmentValue
  | RequestValue
  | ChoiceValue
  | OperationValue
  | FunctionValue
  | ClassValue
  | ObjectValue
  | ModuleValue
  | SymbolValue
  | ParameterValue
  | UnknownValue;

/** A literal. */
export interface KnownValue extends Base {
  readonly kind: 'known';
  readonly value: Primitive;
  /** The field or argument is not written at all: the library's default applies. */
  readonly absent?: boolean;
  /** The field of a struct that the literal at `origin` leaves out: it holds what the language gives it. */
  readonly leftOut?: string;
  /** A constant of an enumeration, which its name stands for: what is read from a configuration names it in any case. */
  readonly isMember?: true;
}

/** An object, dict, hash, keyed array or settings tree. Later parts win. */
export interface RecordValue extends Base {
  readonly kind: 'record';
  readonly parts: readonly RecordPart[];
  /** The literal it began as, so that a fix can add an entry. */
  readonly node?: RecordExpression;
  /** Nothing of its own can be written any more: `Object.freeze`. */
  readonly isFrozen?: true;
}

export type RecordPart =
  /** A field: an entry of the literal (`property`), or one that a statement added (`added`). */
  | { readonly kind: 'field'; readonly key: string; readonly value: Value; readonly property?: Property; readonly added?: Origin }
  /** All of another record, but for some keys: what `...rest` and lodash's `omit` leave. */
  | { readonly kind: 'spread'; readonly value: Value; readonly without?: readonly string[] };

export interface ListValue extends Base {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Items may be missing (an unknown spread, or items pushed in a loop). */
  readonly open: boolean;
}

/** An environment variable, or a key of the operator's configuration. */
export interface EnvironmentValue extends Base {
  readonly kind: 'environment';
  readonly variable: string;
  readonly source: 'environment' | 'configuration';
  /** Who knows the settings in it, where it is a section of them: see `SettingsIdiom`. */
  readonly of?: string;
  /** Reading it fails where it is missing and has no fallback: no cookie is sent then. */
  readonly required?: true;
  /** What is read when the variable is missing. */
  readonly fallback?: Value;
  /** Conversion that the reading library does: `env.bool`, `cast=bool`, Laravel's `env()` which turns "true" into true. */
  readonly cast?: 'boolean' | 'number' | 'words';
  /** A value that committed deployment files give it in production. */
  readonly production?: KnownValue;
  /** What the user's configuration says it is, always. */
  readonly certain?: Value;
  /** Where templates and developers' files name it: they prove nothing, but tell the reader that it exists. */
  readonly named?: readonly Origin[];
}

/** Something of the request that is being answered: its scheme, a forwarded header. `scheme` values compare with "https". */
export interface RequestValue extends Base {
  readonly kind: 'request';
  readonly what: string;
  /** Of the connection itself, or of the page: what an app trusts about its proxy does not change it. */
  readonly direct?: true;
}

/** What is made of something of the request: still what the visitor sent along, or something else of it. */
export const otherOf = ({ what }: RequestValue): string => (what === 'data' ? 'data' : 'other');

/** One of two, by a test. Logical operators become choices too. */
export interface ChoiceValue extends Base {
  readonly kind: 'choice';
  readonly test: Value;
  readonly consequent: Value;
  readonly alternate: Value;
  /** How many values it may end in, see `MAX_WAYS` in `choice.ts`. */
  readonly ways: number;
}

/** An operator or a well-known pure function over values; `operator` names are in `operations.ts`. */
export interface OperationValue extends Base {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Value[];
}

/** A function with the frame it closes over. */
export interface FunctionValue extends Base {
  readonly kind: 'function';
  readonly node: FunctionExpression;
  readonly program: Program;
  readonly frame: Frame | undefined;
  /** Arguments that it was given before it is called: `make.bind(null, true)`. */
  readonly bound?: readonly GivenArgument[];
  /** The function itself, as a decorator of its own is given it. */
  readonly bare?: true;
}

export interface ClassValue extends Base {
  readonly kind: 'class';
  readonly node: ClassDeclaration;
  readonly program: Program;
  /** Its fields are settings: the prefix of their keys, and the rule whose project model knows them. */
  readonly settings?: { readonly of: string; readonly prefix: string };
}

/** What a call to something outside the repository made: a library's object, with what was done to it since. */
export interface ObjectValue extends Base {
  readonly kind: 'object';
  /** Canonical path of what was called: `javax.servlet.http.Cookie`, `express-session`. */
  readonly path: string;
  readonly call: Call;
  readonly program: Program;
  readonly frame: Frame | undefined;
  /** An instance of a class of the repository. */
  readonly instanceOf?: ClassValue;
  /** It was made as a copy of another one, whose properties come first. */
  readonly isCopy?: true;
  /** Properties assigned to it, an initialiser's entries first. */
  readonly fields: RecordValue;
  /** Methods called on it, in order; those of a fluent chain too. */
  readonly history: History;
}

/** A method call on an object: `cookie.setSecure(true)`, `.secure(true)` of a builder. */
export interface HistoryEntry {
  readonly method: string;
  readonly args: readonly Value[];
  /** When it happens, if not always. */
  readonly guard?: Value | undefined;
  readonly origin: Origin;
  readonly call: Call;
}

/** A whole module (namespace import, `require` result without a known export object). */
export interface ModuleValue extends Base {
  readonly kind: 'module';
  readonly program: Program;
}

/** A reference whose definition is not in the repository: `CookieSecurePolicy.Always`, `http.SameSiteNoneMode`. */
export interface SymbolValue extends Base {
  readonly kind: 'symbol';
  readonly path: string;
}

/** A parameter that no caller has bound yet. */
export interface ParameterValue extends Base {
  readonly kind: 'parameter';
  readonly name: string;
  readonly function: FunctionExpression;
  readonly program: Program;
}

export interface UnknownValue extends Base {
  readonly kind: 'unknown';
  /** Why it could not be followed, in a few words for the report. */
  readonly why: string;
  /** Only which of several known writes came last is not known. */
  readonly isOrder?: true;
  /** It is a setting that nothing in the repository sets. */
  readonly isUnset?: true;
}

/** What parameters and variables of loops hold in a frame. */
export interface Bindings {
  readonly size: number;
  has(target: Name | Pattern): boolean;
  get(target: Name | Pattern): Value | undefined;
}

/** The bindings of a call that is being followed: parameter name node → value. */
export interface Frame {
  readonly bindings: Bindings;
  readonly parent: Frame | undefined;
  /** The object `this` is. */
  readonly self?: Value;
  /** The block that a call gives the function: what Ruby's `yield` runs. */
  readonly block?: Value;
  readonly depth: number;
}

export const known = (value: Primitive, origin: Origin): KnownValue => ({ kind: 'known', value, origin });

/** The value of a field or argument that is not written. */
export const absent = (origin: Origin): KnownValue => ({ kind: 'known', value: undefined, absent: true, origin });

export const unknown = (why: string, origin: Origin): UnknownValue => ({ kind: 'unknown', why, origin });

/** Which of several writes came last: those of functions that nobody is seen to call, or of handlers. */
export const unknownOrder = (why: string, origin: Origin): UnknownValue => ({ kind: 'unknown', why, origin, isOrder: true });

export function operation(operator: string, operands: readonly Value[], origin: Origin): OperationValue {
  if ((operator === '==' || operator === '!=') && operands.some((one) => one.kind === 'known' && one.isMember === true)) {
    const same: OperationValue = {
      kind: 'operation',
      operator: '==',
      operands: operands.map((one): OperationValue => ({ kind: 'operation', operator: 'lower', operands: [one], origin })),
      origin,
    };
    return operator === '==' ? same : { kind: 'operation', operator: 'not', operands: [same], origin };
  }
  return { kind: 'operation', operator, operands, origin };
}

export { choice } from './choice.js';

export const negate = (value: Value): Value =>
  value.kind === 'known' && typeof value.value === 'boolean' ? { ...value, value: !value.value } : operation('not', [value], value.origin);

export const originOf = (program: Program, node: Range): Origin => ({ program, range: { start: node.start, end: node.end } });

/** More places on the way of a value than a reader would follow. */
const MAX_VIA = 32;

/** The same value, seen through one more declaration. */
export const through = (value: Value, origin: Origin): Value => alongWay(value, [origin]);

/** The same value at the end of a longer way: the outermost places count. */
export function alongWay(value: Value, way: readonly Origin[]): Value {
  const via = [...way, ...(value.via ?? [])];
  return { ...value, via: via.length > MAX_VIA ? via.slice(0, MAX_VIA) : via };
}

/** The value as what an entry of a record gives. */
export const atEntry = (value: Value, entry: Origin | undefined): Value => (entry === undefined ? value : { ...value, entry });

export type { Expression };

/** Whether a value is the class or function of a declaration, by place: a host may have lowered the file once more than the workspace. */
export function isDeclaredAt(value: Value, node: Range, program: Program): boolean {
  if (value.kind !== 'class' && value.kind !== 'function') return false;
  return value.program.path === program.path && value.node.start === node.start && value.node.end === node.end;
}
