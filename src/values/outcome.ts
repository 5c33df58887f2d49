/** What an abstract value is in one world: one state of the environment, the mode and the request. */
import { counts } from './counts.js';
import { applyOperation } from './operations.js';
import { eitherText } from './either-text.js';
import { fieldOf, isConstruction } from './fields.js';
import { entriesOf } from './sequences.js';
import type { ClassValue, EnvironmentValue, RequestValue, Value } from './value.js';

/** The mode that NODE_ENV, RAILS_ENV, APP_ENV and their like say; `unset` when they are missing. */
export type Mode = 'production' | 'staging' | 'development' | 'test' | 'unset';

/** One state of everything that a deployment or a request can decide. */
export interface World {
  readonly mode: Mode;
  /** Values of the other environment variables; a missing one is not set. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether the request came by HTTPS. */
  readonly https: boolean;
  /** How the language decides truth. */
  readonly truth: Truth;
  /** The app takes the request's scheme from the proxy in front of it, or even the server does: then it is the browser's, HTTPS. */
  readonly trusts?: 'proxy' | 'connection';
  /** Whether nobody has set a variable: what deployment files give production is left aside. */
  readonly bare?: true;
  /** Whether Go's calls may fail. A value is used where they did not; a cookie is also sent where they did. */
  readonly mayFail?: true;
  /** Who runs code that asks whether there is a browser: a page, or anybody; a server where nothing is said. */
  readonly runs?: 'page' | 'anywhere';
}

/** Whether a request looks like HTTPS; `direct`: to one who looks at the connection, not at what the proxy says. */
export const isHttps = ({ https, trusts }: World, direct?: true): boolean =>
  https || trusts === 'connection' || (trusts === 'proxy' && direct !== true);

/** Truthiness by language: which values count as false. */
export type Truth = 'javascript' | 'python' | 'ruby' | 'php' | 'strict';

export type Outcome =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null | undefined;
      readonly mode?: true;
      readonly absent?: true;
      /** Reading it stops the program or the request: nothing that depends on it is sent. */
      readonly raises?: true;
    }
  /** A string with unknown pieces. */
  | { readonly kind: 'text'; readonly segments: readonly Segment[] }
  /** Something that is always true as a condition: an object, a list, a function. */
  | { readonly kind: 'thing'; readonly value: Value }
  /** An enumeration constant or another name outside the repository. */
  | { readonly kind: 'symbol'; readonly path: string }
  /** Depends on the request in a way that is not its scheme. */
  | { readonly kind: 'request'; readonly by: RequestPart; readonly either?: Sides }
  | {
      readonly kind: 'unknown';
      readonly value: Value;
      readonly either?: Sides;
      /** Whether data that another program gives is there decides: for some it is not. */ readonly presence?: true;
    };

/** What of a request decides: where it went and came from, or what the visitor sent along, which anybody can leave out. */
export type RequestPart = 'address' | 'data';

/** The two that it can be, by a test that nobody can tell. */
export type Sides = readonly [Outcome, Outcome];

export type Segment = string | Hole;

/** An unknown piece of a string. */
export interface Hole {
  readonly value: Value;
  /** It is one of these, by a test that cannot be decided. */
  readonly either?: readonly [readonly Segment[], readonly Segment[]];
  /** The test is about the request. */
  readonly byRequest?: true;
  /** It is, or ends, what is joined as one right behind an attribute's `=`: `'; path=' + path`, where `path` may be `'/' + base`. */
  readonly isOfAttribute?: true;
}

/** What a program does not get past. */
export const RAISES: Outcome = { kind: 'literal', value: undefined, raises: true };

export const isRaised = (outcome: Outcome): boolean => outcome.kind === 'literal' && outcome.raises === true;

export const literal = (value: string | number | boolean | null | undefined): Outcome => ({ kind: 'literal', value });

/** Spellings of each mode that real code compares with. */
const MODE_WORDS: Readonly<Record<Exclude<Mode, 'unset'>, readonly string[]>> = {
  production: ['production', 'prod', 'prd', 'live', 'release'],
  staging: ['staging', 'stage', 'preprod', 'uat', 'preview'],
  development: ['development', 'develop', 'dev', 'local', 'debug'],
  test: ['test', 'testing', 'ci'],
};

/** Variables that say the mode by a word. */
export function isModeVariable(name: string): boolean {
  return (
    /^(?:(?:NODE|RAILS|RACK|APP|HANAMI|FLASK|DJANGO|QUART|FASTAPI|SANIC|DOTNET|ASPNETCORE|GO|GIN|CI|KTOR|MICRONAUT|DEPLOY(?:MENT)?|VERCEL|NEXT_PUBLIC(?:_VERCEL)?|NUXT(?:_PUBLIC)?|PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|SERVER|SYMFONY|LARAVEL|WP|CAKE|YII|ELIXIR|MIX|PROJECT|SYSTEM|RUN(?:TIME)?|ENV)_)*(?:ENV|ENVIRONMENT(?:_?NAME)?|ENV_?NAME|MODE|STAGE|NODE_?ENV|PROFILE|PROFILES_ACTIVE|SPRING_PROFILES_ACTIVE)$/i.test(
      name,
    ) || /^(?:spring\.profiles\.active|quarkus\.profile)$/.test(name)
  );
}

/** Variables that are on in development and off in production. */
export const isDebugVariable = (name: string): boolean =>
  /(?:^|_|\.)(?:DEBUG|DEV|DEVELOPMENT|IS_?DEV(?:ELOPMENT)?|DEV_?MODE|DEBUG_?MODE|LOCAL|IS_?LOCAL|IS_?TEST(?:ING)?|TESTING)$/i.test(name);

/** Variables that test runners set, and nobody else: https://playwright.dev/docs/test-use-options, https://docs.cypress.io, https://vitest.dev, https://jestjs.io/docs/environment-variables */
export const isTestRunnerVariable = (name: string): boolean =>
  /(?:^|_)(?:PLAYWRIGHT|CYPRESS|VITEST|JEST|JEST_WORKER_ID|E2E|SELENIUM|PUPPETEER|WEBDRIVER|PYTEST|PYTEST_CURRENT_TEST|RUNNING_TESTS|UNDER_TEST|TEST_MODE|IN_TEST|RUNNING_IN_TEST\w*)(?:_|$)/i.test(
    name,
  );

/** Variables that are on in production by their name. */
export const isProductionVariable = (name: string): boolean =>
  /(?:^|_)(?:IS_?)?PROD(?:UCTION)?(?:_?MODE)?$/i.test(name) && !isModeVariable(name);

/** Whether a mode equals a word that code compares it with. */
export function modeEquals(mode: Mode, word: string): boolean {
  return mode !== 'unset' && MODE_WORDS[mode].includes(word.toLowerCase());
}

/** The mode a word names, if it names one. */
export function modeOfWord(word: string): Exclude<Mode, 'unset'> | undefined {
  const lower = word.toLowerCase();
  for (const mode of ['production', 'staging', 'development', 'test'] as const) if (MODE_WORDS[mode].includes(lower)) return mode;
  return undefined;
}

/** How many steps deep a value is read by recursion. What lies deeper is read from its innermost parts outward. */
const MAX_DEPTH = 300;
/** How often that may happen inside itself: only what fields hold is not seen from outside. */
const MAX_FLOORS = 4;

/** Evaluates values in one world; results are shared between the places a value is used. */
export class WorldReader {
  readonly world: World;
  readonly #seen = new Map<Value, Outcome>();
  #depth = 0;
  #floors = 0;

  constructor(world: World) {
    this.world = world;
  }

  read(value: Value): Outcome {
    const seen = this.#seen.get(value);
    if (seen !== undefined) return seen;
    if (this.#depth >= MAX_DEPTH) return this.#readDeep(value);
    // A value that contains itself cannot be decided; this is replaced once the reading is done.
    this.#seen.set(value, { kind: 'unknown', value });
    this.#depth++;
    counts.reads++;
    const outcome = this.#read(value);
    this.#depth--;
    this.#seen.set(value, outcome);
    return outcome;
  }

  /** Parts first, so that a text of thousands of appended pieces does not run out of stack. */
  #readDeep(value: Value): Outcome {
    if (this.#floors >= MAX_FLOORS) return { kind: 'unknown', value };
    const depth = this.#depth;
    this.#floors++;
    this.#depth = 0;
    for (const part of partsFirst(value, this.#seen)) this.read(part);
    const outcome = this.read(value);
    this.#depth = depth;
    this.#floors--;
    return outcome;
  }

  /** Whether the value is true as a condition; undefined when that cannot be told; 'request' when a request decides. */
  truthOf(outcome: Outcome): boolean | 'request' | undefined {
    switch (outcome.kind) {
      case 'literal':
        return isTrue(outcome.value, this.world.truth);
      case 'text':
        return outcome.segments.some((segment) => typeof segment === 'string' && segment !== '') ? true : undefined;
      case 'thing':
        // Where conditions are booleans, what an unknown function gives there is not an object.
        if (this.world.truth === 'strict' && outcome.value.kind === 'object') return undefined;
        if (mayBeFalse(outcome.value)) return undefined;
        return this.world.truth === 'python' || this.world.truth === 'php' ? truthOfCollection(outcome.value, this) : true;
      case 'symbol':
        return undefined;
      case 'request':
        return this.#sameTruth(outcome.either) ?? 'request';
      case 'unknown':
        return this.#sameTruth(outcome.either);
    }
  }

  /** Where both sides agree the test does not matter. */
  #sameTruth(sides: Sides | undefined): boolean | undefined {
    const [left, right] = (sides ?? []).map((side) => this.truthOf(side));
    return left === right && left !== 'request' ? left : undefined;
  }

  #read(value: Value): Outcome {
    switch (value.kind) {
      case 'known':
        return value.absent === true ? { kind: 'literal', value: undefined, absent: true } : literal(value.value);
      case 'environment':
        return this.#environment(value);
      case 'request':
        return this.#request(value);
      case 'choice':
        return this.#choice(value.test, value.consequent, value.alternate, value);
      case 'operation':
        if (value.operator === 'field') return this.#field(value);
        return applyOperation(value, this);
      case 'symbol':
        return { kind: 'symbol', path: value.path };
      case 'record':
      case 'list':
      case 'function':
      case 'class':
      case 'object':
      case 'module':
        return { kind: 'thing', value };
      case 'parameter':
      case 'unknown':
        return { kind: 'unknown', value };
    }
  }

  #choice(test: Value, consequent: Value, alternate: Value, whole: Value): Outcome {
    const tested = this.read(test);
    if (isRaised(tested)) return tested;
    const truth = this.truthOf(tested);
    if (truth === true) return this.read(consequent);
    if (truth === false) return this.read(alternate);
    const left = this.read(consequent);
    const right = this.read(alternate);
    // Where one side stops the program, whoever goes on has the other.
    if (isRaised(left)) return right;
    if (isRaised(right) || sameOutcome(left, right)) return left;
    // `x && false` is false, whatever x is.
    if (alternate === test && left.kind === 'literal' && left.value === false) return left;
    const text =
      truth === undefined || left.kind === 'text' || right.kind === 'text'
        ? eitherText(left, right, whole, truth === 'request')
        : undefined;
    if (text !== undefined) return text;
    const server = this.world.runs === 'anywhere' ? undefined : onServer(test);
    if (server !== undefined && truth === undefined) {
      // `typeof window` tells the browser from the server: the side that can be followed counts, that of whoever runs it if both can.
      const [here, there] = server === (this.world.runs !== 'page') ? [left, right] : [right, left];
      return here.kind === 'unknown' ? there : here;
    }
    const either = [left, right] as const;
    return tested.kind === 'request'
      ? { kind: 'request', by: tested.by, either }
      : {
          kind: 'unknown',
          value: firstUnknown(test, this) ?? whole,
          either,
          ...(tested.kind === 'unknown' && tested.presence === true ? { presence: true } : {}),
        };
  }

  /** A field of something that was not a record when it was evaluated, but may be one in this world. */
  #field(value: Value & { kind: 'operation' }): Outcome {
    const [object, key] = value.operands;
    if (object === undefined || key === undefined) return { kind: 'unknown', value };
    const at = this.read(object);
    if (at.kind === 'request') return at;
    if (at.kind === 'literal' && (at.value === undefined || at.value === null)) return literal(undefined);
    if (at.kind === 'thing' && key.kind === 'known' && (at.value.kind === 'record' || at.value.kind === 'list'))
      return this.read(fieldOf(at.value, String(key.value)));
    return { kind: 'unknown', value };
  }

  #request({ what, direct }: RequestValue): Outcome {
    const https = isHttps(this.world, direct);
    switch (what) {
      case 'is-https':
        return literal(https);
      case 'is-http':
        return literal(!https);
      case 'scheme':
        return literal(https ? 'https' : 'http');
      case 'scheme-colon':
        return literal(https ? 'https:' : 'http:');
      case 'url':
        return {
          kind: 'text',
          segments: [https ? 'https://' : 'http://', { value: { kind: 'unknown', why: 'the host of the request', origin: NOWHERE } }],
        };
      case 'scheme-slashes':
        return literal(https ? 'https://' : 'http://');
      case 'port':
        return literal(https ? '443' : '80');
      case 'cgi-https':
        return literal(https ? 'on' : undefined);
      case 'data':
        return { kind: 'request', by: 'data' };
      default:
        return { kind: 'request', by: 'address' };
    }
  }

  #environment(value: EnvironmentValue): Outcome {
    const { mode, variables } = this.world;
    if (value.certain !== undefined) {
      const outcome = this.read(value.certain);
      return outcome.kind === 'literal' ? convert(outcome, value.cast) : outcome;
    }
    const set = variables.get(value.variable);
    if (set !== undefined) return convert(literal(set), value.cast);
    if (value.variable.startsWith(MODE_PREDICATE))
      return literal(modeEquals(mode === 'unset' ? assumedMode(value.fallback) : mode, value.variable.slice(MODE_PREDICATE.length)));
    if (mode === 'production' && this.world.bare !== true && value.production !== undefined)
      return convert(literal(value.production.value), value.cast);
    if (isTestRunnerVariable(value.variable)) {
      if (mode === 'test') return value.cast === undefined ? literal(onWord(value.fallback)) : literal(true);
    } else if (isModeVariable(value.variable)) {
      if (mode !== 'unset') return { kind: 'literal', value: MODE_WORDS[mode][0]!, mode: true };
    } else if (isDebugVariable(value.variable)) {
      if (mode === 'production' || mode === 'staging') return value.cast === undefined ? literal(offWord(value)) : literal(false);
      if (mode === 'development') return value.cast === undefined ? literal(onWord(value.fallback)) : literal(true);
    } else if (isProductionVariable(value.variable)) {
      if (mode === 'production') return value.cast === undefined ? literal(onWord(value.fallback)) : literal(true);
      if (mode === 'development') return value.cast === undefined ? literal(offWord(value)) : literal(false);
    }
    if (value.fallback !== undefined) {
      const outcome = this.read(value.fallback);
      return outcome.kind === 'literal' ? convert(outcome, value.cast) : outcome;
    }
    if (value.required === true) return RAISES;
    if (value.cast === 'boolean') return literal(false);
    return literal(undefined);
  }
}

/** A value's parts and the parts of these, each behind its own, without those that were read. */
function partsFirst(value: Value, read: ReadonlyMap<Value, Outcome>): Value[] {
  const order: Value[] = [];
  const seen = new Set<Value>();
  const open: { readonly at: Value; readonly done: boolean }[] = [{ at: value, done: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, done } = next;
    if (done) order.push(at);
    if (done || seen.has(at) || (read.has(at) && at !== value)) continue;
    seen.add(at);
    open.push({ at, done: true });
    for (const part of partsOf(at)) open.push({ at: part, done: false });
  }
  order.pop();
  return order;
}

/** What a value is read by. */
function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'choice') return [value.test, value.consequent, value.alternate];
  if (value.kind === 'operation') return value.operands;
  return value.kind === 'environment' && value.fallback !== undefined ? [value.fallback] : [];
}

/** The mode that a framework runs in where nothing says one: .NET in production. */
const assumedMode = (fallback: Value | undefined): Mode =>
  fallback?.kind === 'known' && typeof fallback.value === 'string' ? (modeOfWord(fallback.value) ?? 'unset') : 'unset';

/** Prefix of the pseudo-variables that ask for a mode as a whole: `mode:production`. */
export const MODE_PREDICATE = 'mode:';

const NOWHERE = {
  program: { path: '', language: 'json', text: '', body: [], comments: [], problems: [] },
  range: { start: 0, end: 0 },
} as const;

// A flag's off and on words follow its default: code that compares with 'True' has a default in that spelling.
function offWord({ fallback, required }: EnvironmentValue): string | boolean | undefined {
  const written = fallback?.kind === 'known' ? fallback.value : undefined;
  if (typeof written === 'string') return written === '' ? '' : matchCase(written, 'false', '0');
  if (typeof written === 'boolean') return false;
  // A flag that has to be set says no; any other is not set, which is no text in any language.
  return required === true ? 'false' : undefined;
}

const onWord = (fallback: Value | undefined): string | boolean =>
  fallback?.kind === 'known' && typeof fallback.value === 'string' ? matchCase(fallback.value, 'true', '1') : 'true';

function matchCase(model: string, word: string, digit: string): string {
  if (/^\d$/.test(model)) return digit;
  if (/^[A-Z][a-z]/.test(model)) return word[0]!.toUpperCase() + word.slice(1);
  return model === model.toUpperCase() && /[A-Z]/.test(model) ? word.toUpperCase() : word;
}

const TRUE_WORDS = new Set(['true', '1', 'yes', 'on', 'y', 't', 'ok']);

/** Library conversions of environment strings. */
function convert(outcome: Outcome, cast: EnvironmentValue['cast']): Outcome {
  if (outcome.kind !== 'literal' || cast === undefined) return outcome;
  const { value } = outcome;
  if (cast === 'boolean') return literal(typeof value === 'string' ? TRUE_WORDS.has(value.trim().toLowerCase()) : Boolean(value));
  if (cast === 'number') return literal(value === undefined || value === null ? value : Number(value));
  if (typeof value !== 'string') return outcome;
  switch (value.toLowerCase()) {
    case 'true':
    case '(true)':
      return literal(true);
    case 'false':
    case '(false)':
      return literal(false);
    case 'null':
    case '(null)':
      return literal(null);
    default:
      return outcome;
  }
}

/** Truth of a literal. PHP: `''`, `'0'`, 0; Python and JavaScript: empty string and 0; Ruby: only nil and false. */
export function isTrue(value: string | number | boolean | null | undefined, truth: Truth): boolean {
  if (value === undefined || value === null || value === false) return false;
  if (truth === 'ruby') return true;
  if (truth === 'php' && value === '0') return false;
  if (truth === 'strict') return typeof value === 'string' ? TRUE_WORDS.has(value.trim().toLowerCase()) : Boolean(value);
  return value !== '' && value !== 0 && !Number.isNaN(value);
}

/** What a function or a method outside the repository returns may be false; what `new` makes is not. */
const mayBeFalse = (value: Value): boolean =>
  (value.kind === 'object' && value.instanceOf !== undefined && saysItsTruth(value.instanceOf)) ||
  (value.kind === 'object' && value.instanceOf === undefined && (!value.call.isNew || value.history.length > 0));

/** https://docs.python.org/3/reference/datamodel.html#object.__bool__ */
const saysItsTruth = ({ node, program }: ClassValue): boolean =>
  program.language === 'python' &&
  (node.bases.length > 0 ||
    node.body.body.some((member) => member.kind === 'function-declaration' && /^__(?:bool|len)__$/.test(member.name)));

/** Methods that look something up, which may not be there. */
const LOOKS_UP = /^(?:get|find|load|look_?up|fetch|read|query|first|last|one|select|poll|peek|search|match|resolve)/i;

/** What a function outside the repository returns may be nothing; what a constructor makes is not, until something is looked up in it. */
export function mayBeNothing(value: Value): boolean {
  if (value.kind !== 'object' || value.instanceOf !== undefined) return false;
  if (!isConstruction(value)) return true;
  const last = value.history.last;
  return last !== undefined && LOOKS_UP.test(last.method);
}

/** Whether a list or record has something in it: what a condition puts there may not be. */
function truthOfCollection(value: Value, reader: WorldReader): boolean | undefined {
  if (value.kind === 'list') return someThere(value.items, value.open, reader);
  if (value.kind !== 'record') return true;
  const fields = value.parts.flatMap((part) => (part.kind === 'field' ? [part.value] : []));
  const entries = fields.length === value.parts.length ? fields : entriesOf(value)?.map((entry) => entry.value);
  return entries === undefined ? someThere(fields, true, reader) : someThere(entries, false, reader);
}

function someThere(items: readonly Value[], isOpen: boolean, reader: WorldReader): boolean | undefined {
  let isSure = !isOpen;
  for (const item of items) {
    if (item.kind !== 'choice' && item.kind !== 'known') return true;
    const outcome = reader.read(item);
    if (outcome.kind === 'unknown' || outcome.kind === 'request') isSure = false;
    else if (outcome.kind !== 'literal' || outcome.absent !== true) return true;
  }
  return isSure ? false : undefined;
}

/** The truth on a server of a test for the browser's globals; undefined for any other test. */
function onServer(test: Value): boolean | undefined {
  if (test.kind === 'choice') {
    const truth = onServer(test.test);
    return truth === undefined ? undefined : onServer(truth ? test.consequent : test.alternate);
  }
  if (test.kind !== 'operation') return undefined;
  const [left, right] = test.operands;
  if (test.operator === 'not' && left !== undefined) {
    const truth = onServer(left);
    return truth === undefined ? undefined : !truth;
  }
  if (
    (test.operator !== '==' && test.operator !== '!=') ||
    left?.kind !== 'operation' ||
    left.operator !== 'typeof' ||
    right?.kind !== 'known'
  )
    return undefined;
  const [global] = left.operands;
  if (global?.kind !== 'symbol' || !/^(?:window|document|navigator|localStorage|globalThis\.(?:window|document))$/.test(global.path))
    return undefined;
  return (right.value === 'undefined') === (test.operator === '==');
}

export function sameOutcome(left: Outcome, right: Outcome): boolean {
  if (left.kind === 'literal' && right.kind === 'literal') return left.value === right.value && left.absent === right.absent;
  if (left.kind === 'symbol' && right.kind === 'symbol') return left.path === right.path;
  if (left.kind === 'request' && right.kind === 'request') return true;
  if (left.kind === 'thing' && right.kind === 'thing') return left.value === right.value;
  return false;
}

function firstUnknown(value: Value, reader: WorldReader): Value | undefined {
  const outcome = reader.read(value);
  return outcome.kind === 'unknown' ? outcome.value : undefined;
}
