/** The state of Secure: the deciding value tried in every world, judged as the table of docs/architecture.md says. */
import { isHttps, isTrue, WorldReader, type Outcome, type Truth, type World } from '../values/outcome.js';
import {
  dependenciesOf,
  plainWorlds,
  readsEnvironment,
  reachingWorlds,
  variedWorlds,
  worldsBeside,
  type Dependencies,
} from '../values/worlds.js';
import type { EnvironmentValue, ParameterValue, UnknownValue, Value } from '../values/value.js';
import type { SecureState } from '../cookies/finding.js';
import { truthOf } from '../values/truth.js';
import type { CookieSurface } from '../matching/surface.js';
import { isBefore, isSince } from '../matching/versions.js';
import type { LanguageId } from '../syntax/ir.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { textState } from './text-state.js';
import { trustIn, type Trust } from './trust.js';

/** Secure in one world. `unsent`: the cookie is not sent there. `varies`: off for some requests, whose data a visitor chooses, or for some data of the program. */
type Here = 'on' | 'off' | 'varies' | 'request' | 'unknown' | 'unsent';

export interface Question {
  /** The value of Secure, or the text of the header. */
  readonly value: Value;
  readonly isText: boolean;
  /** When the cookie is sent at all. */
  readonly guard?: Value;
  /** Scripts of a page send it. */
  readonly onPage?: true;
  /** Where the program refuses to start. */
  readonly refuses?: Value;
  readonly truth: Truth;
  /** How the language of the code decides conditions, where the library counts values otherwise. */
  readonly conditions?: Truth;
  readonly default: 'off' | 'on' | 'request' | 'mode-production';
  readonly words?: Readonly<Record<string, 'on' | 'off' | 'request'>>;
  readonly inverted?: boolean;
  readonly nullIsDefault?: boolean;
  readonly trueIs?: 'request';
  /** Whatever is neither null nor false counts as true. */
  readonly anyValue?: true;
  /** Only a value that is not given means the default: one that is given as nothing replaces it. */
  readonly undefinedOverrides?: true;
  /** What another switch of the app adds: on in a world, it makes the cookie Secure there. */
  readonly policy?: Omit<Question, 'policy' | 'guard' | 'refuses' | 'trust'>;
  /** What the app says about the proxy in front of it, by which a request's scheme may be the browser's. */
  readonly trust?: Trust;
}

export interface Answer {
  readonly state: SecureState;
  /** The environment values that decide, where they do. */
  readonly environment: readonly EnvironmentValue[];
  readonly parameters: readonly ParameterValue[];
  readonly unknowns: readonly UnknownValue[];
  /** On somewhere only because the policy is. */
  readonly byPolicy: boolean;
  /** Secure somewhere only because the app trusts its proxy. */
  readonly byTrust: boolean;
  /** The app says something about its proxy, by which it does not surely trust it. */
  readonly unprovedTrust: boolean;
  /** The site is never reached in production (guarded by a development check). */
  readonly developmentOnly: boolean;
  /** Off only for some: by what a visitor sends along, or by data. */
  readonly varies?: true;
  /** It is off where the variables that decide are missing. */
  readonly failsOpen: boolean;
}

/** The version of a package that the app's manifest gives. */
export type VersionOf = (name: string) => string | undefined;

/** How a surface's values are to be read, by the versions of the libraries where they differ. */
export function meaningOf(
  surface: Pick<CookieSurface, 'default' | 'olderDefault' | 'meaning'>,
  language: LanguageId,
  versionOf?: VersionOf,
): Omit<Question, 'value' | 'isText' | 'guard' | 'refuses' | 'policy' | 'trust'> {
  const { meaning, olderDefault } = surface;
  const isOlder = Object.entries(olderDefault?.before ?? {}).some(([name, version]) => isBefore(versionOf?.(name), version));
  const anyValue = Object.entries(meaning?.anyValueSince ?? {}).some(([name, since]) => isSince(versionOf?.(name), since));
  return {
    truth: meaning?.truth ?? truthOf(language),
    conditions: truthOf(language),
    default: isOlder && olderDefault !== undefined ? olderDefault.default : surface.default,
    // Only JavaScript takes a default for what is given as undefined; None, nil and null are values.
    ...(meaning?.undefinedOverrides === true || (language !== 'javascript' && !isSettingsLanguage(language))
      ? { undefinedOverrides: true as const }
      : {}),
    ...(meaning?.words === undefined ? {} : { words: meaning.words }),
    ...(meaning?.inverted === undefined ? {} : { inverted: meaning.inverted }),
    ...(meaning?.trueIs === undefined ? {} : { trueIs: meaning.trueIs }),
    ...(meaning?.nullIsDefault === undefined ? {} : { nullIsDefault: meaning.nullIsDefault }),
    ...(anyValue ? { anyValue } : {}),
  };
}

const conditionsOf = ({ conditions, truth }: Pick<Question, 'conditions' | 'truth'>): Truth => conditions ?? truth;

export function answer(question: Question): Answer {
  const dependencies = dependenciesOf(question.value);
  const guards = question.guard === undefined ? undefined : dependenciesOf(question.guard);
  const policy = question.policy === undefined ? undefined : dependenciesOf(question.policy.value);
  const trust =
    question.trust === undefined || !asksForScheme(question, merge(dependencies, guards, policy))
      ? undefined
      : dependenciesOf(question.trust.value);
  const all = merge(dependencies, guards, policy, trust);
  const worlds = [...plainWorlds(conditionsOf(question)), ...variedWorlds(all, conditionsOf(question))];
  const seen = new Map<World, Here>(worlds.map((world) => [world, inWorld(question, world)]));
  const results = overSchemes(worlds, (world) => seen.get(world)!);
  const reached = guards === undefined ? [] : reachedBySwitches(question, guards, merge(dependencies, undefined, policy));
  const { state, developmentOnly, varies } = stateOf(
    [...results, ...reached],
    reached,
    refusesIn(question, new WorldReader({ ...worlds[0]!, bare: true })),
  );
  const withoutPolicy =
    question.policy !== undefined && state === 'on' ? worlds.some((world) => inWorld(ownQuestion(question), world) !== 'on') : false;
  const byTrust =
    trust !== undefined &&
    state !== 'request-conditional' &&
    worlds.some((world) => inWorld(untrusting(question), world) !== seen.get(world));
  const deciding = question.policy === undefined && !byTrust ? dependencies : merge(dependencies, policy, byTrust ? trust : undefined);
  // Made from the environment in a way that is not computed here: nothing in the code switches it on.
  const isEnvironments =
    state === 'unresolved' &&
    !question.isText &&
    readsEnvironment(question.value) &&
    !endsOutside(question.value) &&
    results.some(({ world, here }) => world.variables.size === 0 && here !== 'on' && here !== 'unsent');
  return {
    state: isEnvironments ? 'env-conditional' : refine(state, question, worlds),
    environment: deciding.environment.length > 0 ? deciding.environment : (guards?.environment ?? []),
    parameters: dependencies.parameters,
    unknowns: dependencies.unknowns,
    byPolicy: withoutPolicy,
    byTrust,
    unprovedTrust: trust !== undefined && !byTrust,
    developmentOnly,
    failsOpen: failsOpen(results, deciding.environment),
    ...(varies === true ? { varies } : {}),
  };
}

/** Whether a value is, by what the environment says, something that the environment does not say: what a function outside the repository gives. */
function endsOutside(value: Value, depth = 0): boolean {
  if (depth > 40) return true;
  if (value.kind === 'choice') return endsOutside(value.consequent, depth + 1) || endsOutside(value.alternate, depth + 1);
  return value.kind === 'object' || value.kind === 'symbol';
}

/** Off in production with no variable set, or where the mode is missing; what committed files give production is not missing there. */
function failsOpen(results: readonly Seen[], environment: readonly EnvironmentValue[]): boolean {
  if (environment.length > 0 && environment.every(({ production }) => production !== undefined)) return false;
  const plain = results.filter(({ world }) => world.variables.size === 0 && (world.mode === 'production' || world.mode === 'unset'));
  return plain.some(({ here }) => here === 'off' || here === 'varies');
}

/** What is seen once the switches are on by which the site is reached, with what decides unset and set. */
function reachedBySwitches(question: Question, guards: Dependencies, deciding: Dependencies): readonly Seen[] {
  const here = (world: World): Here => inWorld(question, world);
  const reached = overSchemes(reachingWorlds(guards, deciding.variables, conditionsOf(question)), here).filter(
    (one) => one.here !== 'unsent',
  );
  const [first] = reached;
  return first === undefined
    ? []
    : [...reached, ...overSchemes(worldsBeside(first.world.variables, deciding, conditionsOf(question)), here)];
}

/** The question without its policy. */
function ownQuestion({ policy, ...own }: Question): Question {
  void policy;
  return own;
}

/** The question of an app that trusts no proxy. */
function untrusting({ trust, ...own }: Question): Question {
  void trust;
  return own;
}

/** Whether the scheme of the request plays a part, in the value or in what the library does with it. */
const asksForScheme = ({ default: otherwise, words, trueIs, policy }: Question, { request }: Dependencies): boolean =>
  request ||
  [otherwise, trueIs, policy?.default, policy?.trueIs, ...Object.values(words ?? {}), ...Object.values(policy?.words ?? {})].includes(
    'request',
  );

function merge(...parts: readonly (Dependencies | undefined)[]): Dependencies {
  const present = parts.filter((part): part is Dependencies => part !== undefined);
  return {
    variables: new Set(present.flatMap((part) => [...part.variables])),
    mode: present.some((part) => part.mode),
    literals: new Set(present.flatMap((part) => [...part.literals])),
    request: present.some((part) => part.request),
    parameters: present.flatMap((part) => part.parameters),
    unknowns: present.flatMap((part) => part.unknowns),
    environment: present.flatMap((part) => part.environment),
  };
}

/** Both schemes of one state of the environment, as one: differing answers follow the request. */
function overScheme(secure: Here, plain: Here): Here {
  if (secure === plain) return secure;
  // Off for a request that does not look like HTTPS, whatever else decides about the others: at best it follows the request.
  if (secure === 'unknown' && plain === 'off') return 'request';
  if (secure === 'unknown' || plain === 'unknown') return 'unknown';
  if ((secure === 'varies' && plain === 'off') || (secure === 'off' && plain === 'varies')) return 'varies';
  // Over HTTPS it is not sent at all, or over HTTP it is not: what counts is the scheme on which it is.
  if (secure === 'unsent') return plain;
  if (plain === 'unsent') return secure;
  return 'request';
}

interface Seen {
  readonly world: World;
  readonly here: Here;
}

/** Worlds come in pairs, over HTTPS and over HTTP. */
function overSchemes(worlds: readonly World[], here: (world: World) => Here): Seen[] {
  const results: Seen[] = [];
  for (let i = 0; i + 1 < worlds.length; i += 2)
    results.push({ world: worlds[i]!, here: overScheme(here(worlds[i]!), here(worlds[i + 1]!)) });
  return results;
}

/** `reached`: what is seen once the switches are on that the site is reached by; `refusesInProduction`: it does not start there with no variable set. */
function stateOf(
  results: readonly Seen[],
  reached: readonly Seen[],
  refusesInProduction: boolean,
): { state: SecureState | 'off'; developmentOnly: boolean; varies?: true } {
  const plain = results.filter(({ world }) => world.variables.size === 0);
  const at = (mode: World['mode']): Here => {
    const here = plain.find(({ world }) => world.mode === mode)?.here ?? 'unknown';
    return here === 'unsent' ? (reached.find((one) => one.world.mode === mode && one.here !== 'unsent')?.here ?? here) : here;
  };
  const production = at('production');
  const unset = at('unset');
  const sent = results.filter(({ here }) => here !== 'unsent').map(({ here }) => here);
  const productionEver = results.filter(({ world }) => world.mode === 'production').map(({ here }) => here);

  if (productionEver.every((here) => here === 'unsent') && unset === 'unsent') return { state: 'on', developmentOnly: true };
  const sentInProduction = productionEver.filter((here) => here !== 'unsent');
  const isOffWherever =
    !refusesInProduction && sentInProduction.length > 0 && sentInProduction.every((here) => here === 'off' || here === 'varies');
  const effective = production !== 'unsent' ? production : isOffWherever ? 'off' : 'on';
  const missing = unset === 'unsent' ? 'on' : unset;
  if (effective === 'on' && missing === 'on') {
    const isOff = sent.some((here) => here === 'off' || here === 'varies' || here === 'request');
    // What no world shows is not proved.
    return { state: isOff ? 'env-escape-hatch' : sentInProduction.includes('unknown') ? 'unresolved' : 'on', developmentOnly: false };
  }
  if (effective === 'on') return { state: missing === 'unknown' ? 'unresolved' : 'env-conditional', developmentOnly: false };
  if (effective === 'unknown') return { state: 'unresolved', developmentOnly: false };
  if (effective === 'varies' && !productionEver.includes('on')) return { state: 'off', developmentOnly: false, varies: true };
  if (effective === 'request') {
    if (missing === 'off') return { state: 'env-conditional', developmentOnly: false };
    // A variable may turn it on or off altogether: then the operator's configuration decides first.
    return {
      state:
        productionEver.includes('off') && !productionEver.every((here) => here === 'request' || here === 'off')
          ? 'env-conditional'
          : 'request-conditional',
      developmentOnly: false,
    };
  }
  // Off in production with every variable missing.
  if (productionEver.some((here) => here === 'on' || here === 'request')) return { state: 'env-conditional', developmentOnly: false };
  if (sent.includes('on')) return { state: 'inverted', developmentOnly: false };
  return { state: 'off', developmentOnly: false };
}

/** Tells an explicit false from a missing attribute. */
function refine(state: SecureState | 'off', question: Question, worlds: readonly World[]): SecureState {
  if (state !== 'off') return state;
  if (question.isText) return 'missing';
  const outcome = new WorldReader(worlds[0]!).read(question.value);
  return isNotWritten(outcome) ? 'missing' : 'disabled';
}

/** Whether nothing is written for Secure; of two sides, on the one that is off. */
function isNotWritten(outcome: Outcome): boolean {
  if (outcome.kind === 'unknown' || outcome.kind === 'request') return outcome.either === undefined || outcome.either.some(isNotWritten);
  return outcome.kind === 'literal' && (outcome.value === undefined || outcome.absent === true);
}

function inWorld(question: Question, plain: World): Here {
  const { trust } = question;
  if (trust === undefined || trustIn(trust, plain) !== true) return inPlainWorld(question, plain);
  const here = inPlainWorld(question, { ...plain, trusts: trust.ofConnection === true ? 'connection' : 'proxy' });
  // What else the proxy says about the request is trusted too.
  return here === 'request' ? 'on' : here;
}

function inPlainWorld(question: Question, anywhere: World): Here {
  const world: World = question.onPage === true ? { ...anywhere, runs: 'page' } : anywhere;
  const reader = new WorldReader(world);
  if (question.guard !== undefined && isNeverReached(question.guard, world)) return 'unsent';
  if (refusesIn(question, reader)) return 'unsent';
  const own = ownState(question, reader);
  if (question.policy === undefined || own === 'on') return own;
  const policy = ownState(question.policy, new WorldReader({ ...world, truth: conditionsOf(question.policy) }));
  if (policy === 'on') return 'on';
  if (policy === 'off') return own;
  return own === 'off' ? policy : own;
}

/** A new visitor has no cookie, so that reading it fails: where it fails, one is sent. Whoever runs the code has what it needs. */
function isNeverReached(guard: Value, world: World): boolean {
  const reader = new WorldReader({ ...world, mayFail: true, runs: 'anywhere' });
  return reader.truthOf(reader.read(guard)) === false;
}

const refusesIn = ({ refuses }: Question, reader: WorldReader): boolean =>
  refuses !== undefined && reader.truthOf(reader.read(refuses)) === true;

function ownState(question: Omit<Question, 'policy' | 'guard' | 'trust'>, reader: WorldReader): Here {
  const outcome = reader.read(question.value);
  const here = question.isText ? textState(outcome, reader) : valueState(outcome, question, reader);
  if (question.inverted !== true) return here;
  return here === 'on' ? 'off' : here === 'off' ? 'on' : here;
}

function valueState(outcome: Outcome, question: Omit<Question, 'policy' | 'guard' | 'trust'>, reader: WorldReader): Here {
  if (outcome.kind === 'literal') {
    const { value } = outcome;
    if (outcome.raises === true) return 'unsent';
    if (isDefault(outcome, question)) return defaultState(question, reader.world);
    const word = typeof value === 'string' || typeof value === 'number' ? wordState(question.words, String(value)) : undefined;
    if (word !== undefined) return schemed(word, reader.world);
    if (question.anyValue === true) return value === null || value === undefined || value === false ? 'off' : 'on';
    if (typeof value === 'string' && outcome.mode !== true && question.truth === 'strict')
      return isTrue(value, 'strict') ? schemed(question.trueIs ?? 'on', reader.world) : 'off';
  }
  if (outcome.kind === 'symbol') {
    const word = wordState(question.words, outcome.path);
    return word === undefined ? 'unknown' : schemed(word, reader.world);
  }
  const truth = outcome.kind === 'literal' ? isTrue(outcome.value, question.truth) : reader.truthOf(outcome);
  if ((outcome.kind === 'request' || outcome.kind === 'unknown') && typeof truth !== 'boolean')
    return variedState(outcome, question, reader);
  if (truth === undefined) return 'unknown';
  if (truth === 'request') return 'request';
  if (!truth) return 'off';
  return question.trueIs === undefined ? 'on' : schemed(question.trueIs, reader.world);
}

/** Nothing that was given: what the library has then. Null and undefined are given where the language or the library says so. */
function isDefault(
  { value, absent }: Outcome & { kind: 'literal' },
  { nullIsDefault, undefinedOverrides }: Omit<Question, 'policy' | 'guard' | 'trust'>,
): boolean {
  if (absent === true) return true;
  if (value === undefined) return undefinedOverrides !== true || nullIsDefault === true;
  return value === null && nullIsDefault === true;
}

/** By a test that cannot be told: the visitor's data, or data of the program, leave it off for some. */
function variedState(
  outcome: Outcome & { kind: 'request' | 'unknown' },
  question: Omit<Question, 'policy' | 'guard' | 'trust'>,
  reader: WorldReader,
): Here {
  const isRequest = outcome.kind === 'request';
  const isData = isRequest ? outcome.by === 'data' : outcome.presence === true;
  const otherwise = isRequest ? 'request' : 'unknown';
  const undecided: Here = isData ? 'varies' : otherwise;
  if (outcome.either === undefined) return undecided;
  const [left, right] = [valueState(outcome.either[0], question, reader), valueState(outcome.either[1], question, reader)];
  if (left === right) return left;
  return left === 'unknown' || right === 'unknown' ? 'unknown' : undecided;
}

function schemed(word: 'on' | 'off' | 'request', world: World): Here {
  if (word !== 'request') return word;
  return isHttps(world) ? 'on' : 'off';
}

const TURNED: Readonly<Partial<Record<Here, Here>>> = { on: 'off', off: 'on' };

function defaultState(question: Omit<Question, 'policy' | 'guard' | 'trust'>, world: World): Here {
  if (question.default === 'mode-production') return world.mode === 'production' ? 'on' : 'off';
  const state = question.default === 'request' ? schemed('request', world) : question.default;
  // Turned round again by the caller: an inverted flag that is missing means the library's default for Secure, not for the flag.
  return question.inverted === true ? (TURNED[state] ?? state) : state;
}

/** A word or constant by its last segment(s), without case. */
function wordState(words: Question['words'], value: string): 'on' | 'off' | 'request' | undefined {
  if (words === undefined) return undefined;
  const lower = value.toLowerCase();
  for (const [word, state] of Object.entries(words)) {
    const wanted = word.toLowerCase();
    if (lower === wanted || lower.endsWith(`.${wanted}`)) return state;
  }
  return undefined;
}
