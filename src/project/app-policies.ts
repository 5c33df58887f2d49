/** Collects the policies and the proxy trust of an app from the matches of its files. */
import type { Matched } from '../matching/matched.js';
import { locate } from '../matching/places.js';
import { truthOf } from '../matching/site.js';
import type { Site } from '../matching/site.js';
import type { CookieSurface, PolicySurface, ProxySurface } from '../matching/surface.js';
import { answer, isOffWord, meaningOf } from '../judging/state.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';
import { guardsOf } from '../values/guards.js';
import { WorldReader } from '../values/outcome.js';
import { choice, known, type Value } from '../values/value.js';
import { dependenciesOf } from '../values/worlds.js';
import { isDevelopmentFile } from './file-modes.js';
import { reachesAll } from './server-reach.js';
import type { AppPolicies, FoundPolicy, ProxyTrust } from './policies.js';

/** `found`: policies that the project models worked out. */
export function policiesOf(matches: readonly Matched[], evaluator: Evaluator, found: readonly FoundPolicy[] = []): AppPolicies {
  const policies: FoundPolicy[] = [...found];
  const proxies: { readonly surface: string; readonly trust: ProxyTrust }[] = [];
  for (const matched of matches) {
    if (isDevelopmentFile(matched.program.path)) continue;
    const { surface } = matched;
    if (surface.kind === 'policy') {
      const policy = policyOf(matched as Matched<PolicySurface>, evaluator, matches);
      if (policy !== undefined) policies.push(policy);
    } else if (surface.kind === 'proxy') {
      const trust = trustOf(matched as Matched<ProxySurface>, evaluator);
      if (trust !== undefined) proxies.push({ surface: surface.id, trust });
    }
  }
  const ranked = policies.map((policy) => ({ policy, rank: rankOf(policy) })).sort((a, b) => b.rank - a.rank);
  return {
    policyFor: (surface: CookieSurface, site?: Site) => ranked.find(({ policy }) => policy.kinds?.includes(surface.kind) !== false && (surface.coveredBy?.includes(policy.surface) === true || isBehind(policy, surface, site)))?.policy,
    proxyFor: (surface: CookieSurface) => {
      const found = proxies.filter((proxy) => surface.proxy?.includes(proxy.surface) === true).map(({ trust }) => trust);
      return found.find(({ value }) => value.kind === 'known') ?? found[0];
    },
  };
}

/** Whether a cookie is sent by an app behind the server that rewrites the cookies of responses. */
function isBehind(policy: FoundPolicy, surface: CookieSurface, site: Site | undefined): boolean {
  if (policy.reaches === undefined || surface.kind === 'client') return false;
  if (site?.matched.rule.infrastructure === true) return false;
  if (policy.reaches === 'all') return true;
  // The path of a header that is put together by hand is what it says; libraries write `/` where they are not told.
  const path = site?.attributes.get('path');
  if (path === undefined) return surface.kind !== 'header';
  return path.kind === 'known' && path.value === '/';
}

/** The surest policy of several counts. */
const rankOf = (policy: FoundPolicy): number => ['missing', 'disabled', 'unresolved', 'inverted', 'request-conditional', 'env-conditional', 'env-escape-hatch', 'on'].indexOf(answer(policy.question).state);

function policyOf(matched: Matched<PolicySurface>, evaluator: Evaluator, matches: readonly Matched[]): FoundPolicy | undefined {
  const { surface, program, node } = matched;
  evaluator.begin();
  if (!fits(matched, evaluator)) return undefined;
  const { reach } = surface;
  if (reach !== undefined) {
    const index = evaluator.indexOf(program);
    const inFile = matches.filter((one) => one.surface.id === surface.id && one.program === program && fits(one as Matched<PolicySurface>, evaluator));
    if (!reachesAll(matched, reach, inFile, index.calls, index)) return undefined;
  }
  const found = locate(surface.secure, matched, evaluator);
  const required = surface.requires;
  if (required !== undefined && !matches.some((one) => one.surface.id === required)) return undefined;
  const guard = evaluator.conjunction(guardsOf(node, undefined, evaluator.indexOf(program), { earlyExits: true }), program, matched.frame);
  // A policy that is only reached under a condition is off where the condition does not hold.
  const off = { kind: 'known' as const, value: surface.meaning?.inverted === true, origin: found.value.origin };
  const written = isAbsent(found.value) && guard !== undefined ? { kind: 'known' as const, value: surface.default === 'on', origin: found.value.origin } : found.value;
  const value = guard === undefined ? found.value : choice(guard, written, off, found.value.origin);
  return { surface: surface.id, at: { path: program.path, range: { start: node.start, end: node.end } }, question: { ...meaningOf(surface, program.language), value, isText: found.place.at === 'text' }, ...(reach === undefined ? {} : { reaches: reach.cookies }) };
}

/** Whether the other places of a match hold what the surface asks for. */
const fits = (matched: Matched<PolicySurface>, evaluator: Evaluator): boolean => matched.surface.where?.every((one) => holds(locate(one.place, matched, evaluator).value, one)) !== false;

function holds(value: Value, condition: NonNullable<PolicySurface['where']>[number]): boolean {
  const text = value.kind === 'known' && value.absent !== true ? String(value.value) : undefined;
  if ('not' in condition) return text === undefined || !condition.not.test(text);
  return condition.is === 'absent' ? isAbsent(value) : text !== undefined && condition.is.test(text);
}

/** Trust counts when production surely has it: under a condition that an operator's variable decides, it may be missing. */
function trustOf(matched: Matched<ProxySurface>, evaluator: Evaluator): ProxyTrust | undefined {
  const { surface, program, node } = matched;
  evaluator.begin();
  const reader = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: truthOf(program.language) });
  const guard = evaluator.conjunction(guardsOf(node, undefined, evaluator.indexOf(program), { earlyExits: true }), program, matched.frame);
  if (guard !== undefined && reader.truthOf(reader.read(guard)) !== true) return undefined;
  const origin = { program, range: { start: node.start, end: node.end } };
  const where = (value: Value): ProxyTrust => ({ path: program.path, range: origin.range, value: guard === undefined ? value : choice(guard, value, known(false, origin), origin) });
  const always = known(true, origin);
  if (surface.value === undefined) return where(always);
  const { value } = locate(surface.value, matched, evaluator);
  if (isAbsent(value)) return surface.written === true ? undefined : where(always);
  const outcome = reader.read(value);
  if (outcome.kind === 'literal' && typeof outcome.value === 'string') return isOffWord(outcome.value) ? undefined : where(readsMode(value) ? value : always);
  const truth = reader.truthOf(outcome);
  return truth === false ? undefined : where(truth === true && readsMode(value) ? value : always);
}

/** Whether the environment decides about it. */
const readsMode = (value: Value): boolean => dependenciesOf(value).environment.length > 0;
