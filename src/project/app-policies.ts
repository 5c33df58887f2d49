/** Collects the policies and the proxy trust of an app from the matches of its files. */
import type { Matched } from '../matching/matched.js';
import { locate } from '../matching/places.js';
import { truthOf } from '../values/truth.js';
import type { Site } from '../matching/site.js';
import type { CookieSurface, Place, PolicySurface, ProxySurface } from '../matching/surface.js';
import { meaningOf } from '../state/state.js';
import { isTrustProved } from '../state/trust.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';
import { choice, known, originOf, type Value } from '../values/value.js';
import { isDevelopmentFile } from './file-modes.js';
import { reachesAll } from './server-reach.js';
import { lastSaid, type SaidTrust } from './last-said.js';
import { rankOf, type AppPolicies, type FoundPolicy, type FoundTrust } from './policies.js';
import { waysTo, type Way, type WayFiles } from './ways.js';

/** Does the work about one match; what goes wrong there costs that match alone. */
export type AttemptMatch = (matched: Matched, work: () => void) => void;

/** Whether what a place sets can't hold where another stands. */
export type ArePagesApart = (setting: Matched, other: Matched) => boolean;

/** What policies are read with. */
export interface PolicyReading {
  readonly evaluator: Evaluator;
  /** Where the ways to a switch are looked for. */
  readonly files: WayFiles;
  readonly attempt: AttemptMatch;
  readonly areApart: ArePagesApart;
}

/** `found`: policies that the project models worked out. */
export function policiesOf(
  matches: readonly Matched[],
  found: readonly FoundPolicy[],
  { evaluator, files, attempt, areApart }: PolicyReading,
): AppPolicies {
  const policies: FoundPolicy[] = [...found];
  const said: SaidTrust[] = [];
  const read = (matched: Matched): void => {
    const { surface } = matched;
    if (surface.kind === 'policy') {
      policies.push(...policiesAt(matched as Matched<PolicySurface>, evaluator, matches, files));
    } else if (surface.kind === 'proxy') {
      for (const { guard, ...trust } of trustsAt(matched as Matched<ProxySurface>, evaluator, matches, files)) {
        said.push({
          trust: { ...trust, languages: surface.speaksFor ?? matched.rule.languages },
          matched: matched as Matched<ProxySurface>,
          ...(guard === undefined ? {} : { guard }),
        });
      }
    }
  };
  for (const matched of matches) if (!isDevelopmentFile(matched.program.path)) attempt(matched, () => read(matched));
  const trusts = lastSaid(said);
  const ranked = policies.map((policy) => ({ policy, rank: rankOf(policy) })).sort((a, b) => b.rank - a.rank);
  return {
    policyFor: (surface: CookieSurface, site?: Site) =>
      ranked.find(
        ({ policy }) =>
          policy.kinds?.includes(surface.kind) !== false &&
          !(policy.page !== undefined && site !== undefined && areApart(policy.page, site.matched)) &&
          (surface.coveredBy?.includes(policy.surface) === true || isBehind(policy, surface, site)),
      )?.policy,
    trustFor: (surface, language, asks) => {
      // A page sees the browser's scheme, whatever its server trusts.
      if (surface.kind === 'client') return undefined;
      const fits = trusts.filter(
        (trust) =>
          (asks === 'code' || surface.proxy === undefined ? trust.languages.includes(language) : false) ||
          surface.proxy?.includes(trust.surface) === true,
      );
      return fits.find(isTrustProved) ?? fits[0];
    },
  };
}

/** Whether a cookie is sent by an app behind the server that rewrites the cookies of responses. */
function isBehind(policy: FoundPolicy, surface: CookieSurface, site: Site | undefined): boolean {
  if (policy.reaches === undefined || surface.kind === 'client') return false;
  if (site?.matched.rule.infrastructure === true) return false;
  if (policy.named !== undefined) {
    const name = site?.name;
    const known = name?.kind === 'known' && typeof name.value === 'string' ? name.value : surface.defaultName;
    if (known === undefined || !policy.named.test(known)) return false;
  }
  if (policy.reaches === 'all') return true;
  // The path of a header that is put together by hand is what it says; libraries write `/` where they are not told.
  const path = site?.attributes.get('path');
  if (path === undefined) return surface.kind !== 'header';
  return path.kind === 'known' && path.value === '/';
}

function policiesAt(
  matched: Matched<PolicySurface>,
  evaluator: Evaluator,
  matches: readonly Matched[],
  files: WayFiles,
): readonly FoundPolicy[] {
  const { surface, program, node } = matched;
  evaluator.begin();
  if (!fits(matched, evaluator)) return [];
  const { reach } = surface;
  const named = surface.cookieName === undefined ? undefined : nameOf(matched, surface.cookieName, evaluator);
  if (surface.cookieName !== undefined && named === undefined) return [];
  if (reach !== undefined) {
    const index = evaluator.indexOf(program);
    const inFile = matches.filter(
      (one) =>
        one.surface.id === surface.id &&
        one.program === program &&
        fits(one as Matched<PolicySurface>, evaluator) &&
        (surface.cookieName === undefined ||
          nameOf(one as Matched<PolicySurface>, surface.cookieName, evaluator)?.source === named?.source),
    );
    if (!reachesAll(matched, reach, inFile, index.calls, index)) return [];
  }
  const required = surface.requires;
  if (required !== undefined && !matches.some((one) => one.surface.id === required)) return [];
  let isText = false;
  const valueOn = (frame: Way['frame'], isAlways: boolean): Value => {
    const found = locate(surface.secure, frame === undefined ? matched : { ...matched, frame }, evaluator);
    isText = found.place.at === 'text';
    return isAbsent(found.value) && !isAlways
      ? { kind: 'known', value: surface.default === 'on', origin: found.value.origin }
      : found.value;
  };
  // A policy that is only reached under a condition is off where the condition does not hold.
  const values = onWays(matched, evaluator, files, valueOn, surface.meaning?.inverted === true);
  return values.map(({ value }) => ({
    surface: surface.id,
    at: { path: program.path, range: { start: node.start, end: node.end } },
    question: { ...meaningOf(surface, program.language), value, isText },
    ...(reach === undefined ? {} : { reaches: reach.cookies }),
    ...(named === undefined ? {} : { named }),
    ...(surface.perPage === true ? { page: matched } : {}),
  }));
}

/** What a switch is set to on a way, or on all of those that lead to it under a condition. */
interface Setting {
  readonly value: Value;
  readonly guard?: Value;
}

/** What a switch is set to: on each way that always leads to it, else on all of those that do so under a condition, and `off` on none. */
function onWays(
  matched: Matched,
  evaluator: Evaluator,
  files: WayFiles,
  valueOn: (frame: Way['frame'], isAlways: boolean) => Value,
  off: boolean,
): readonly Setting[] {
  const ways = waysTo(matched, evaluator, files);
  const always = ways.filter(({ guard }) => guard === undefined);
  if (always.length > 0) return always.map(({ frame }) => ({ value: valueOn(frame, true) }));
  if (ways.length === 0) return [];
  const origin = originOf(matched.program, matched.node);
  const onAny = (given: (way: Way) => Value, otherwise: boolean): Value =>
    ways.reduceRight<Value>((rest, way) => choice(way.guard!, given(way), rest, origin), known(otherwise, origin));
  return [{ value: onAny(({ frame }) => valueOn(frame, false), off), guard: onAny(() => known(true, origin), false) }];
}

/** The names that a server's rule is for. */
function nameOf(matched: Matched<PolicySurface>, place: Place, evaluator: Evaluator): RegExp | undefined {
  const { value } = locate(place, matched, evaluator);
  if (value.kind !== 'known' || typeof value.value !== 'string' || value.value.length > 100) return undefined;
  const [, mark, name = ''] = /^(~\*?)?(.*)$/s.exec(value.value) ?? [];
  // An expression of the file is read only where it is a plain one: others could take for ever.
  if (mark !== undefined) return /^\^?[\w.-]+\$?$/.test(name) ? new RegExp(name, mark === '~*' ? 'i' : '') : undefined;
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i');
}

/** Whether the other places of a match hold what the surface asks for. */
const fits = (matched: Matched<PolicySurface>, evaluator: Evaluator): boolean =>
  matched.surface.where?.every((one) => holds(locate(one.place, matched, evaluator).value, one)) !== false;

function holds(value: Value, condition: NonNullable<PolicySurface['where']>[number]): boolean {
  const text = value.kind === 'known' && value.absent !== true ? String(value.value) : undefined;
  if ('not' in condition) return text === undefined || !condition.not.test(text);
  return condition.is === 'absent' ? isAbsent(value) : text !== undefined && condition.is.test(text);
}

/** What a place says about the proxy, under the conditions by which it is reached. */
function trustsAt(
  matched: Matched<ProxySurface>,
  evaluator: Evaluator,
  matches: readonly Matched[],
  files: WayFiles,
): readonly (FoundTrust & { readonly guard?: Value })[] {
  const { surface, program, node } = matched;
  const { requires, flags } = surface;
  if (requires !== undefined && !matches.some((one) => one.surface.id === requires)) return [];
  const at = { path: program.path, range: { start: node.start, end: node.end } };
  const origin = originOf(program, node);
  const valueOn = (frame: Way['frame']): Value => {
    evaluator.begin();
    const found =
      surface.value === undefined
        ? known(true, origin)
        : locate(surface.value, frame === undefined ? matched : { ...matched, frame }, evaluator).value;
    if (isAbsent(found)) return surface.written === true ? found : known(true, origin);
    return flags === undefined ? found : hasFlag(found, flags);
  };
  const settings = onWays(matched, evaluator, files, valueOn, false).filter(({ value }) => !isAbsent(value));
  return settings.map((setting) => ({
    surface: surface.id,
    at,
    ...setting,
    truth: truthOf(program.language),
    ...(surface.ofConnection === undefined ? {} : { ofConnection: surface.ofConnection }),
  }));
}

/** Whether one of the constants is among those that a value is made of: `ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto`. */
function hasFlag(value: Value, flags: readonly string[]): Value {
  switch (value.kind) {
    case 'symbol':
      return known(flags.includes(value.path.slice(value.path.lastIndexOf('.') + 1)), value.origin);
    case 'known':
      return known(false, value.origin);
    case 'choice':
      return choice(value.test, hasFlag(value.consequent, flags), hasFlag(value.alternate, flags), value.origin);
    case 'operation':
      return value.operands
        .map((operand) => hasFlag(operand, flags))
        .reduce<Value>((any, one) => choice(any, any, one, value.origin), known(false, value.origin));
    default:
      return value;
  }
}
