/** What an app says about all its cookies: switches that make them Secure, and trust in the proxy in front of it. */
import type { Place as FilePlace } from '../cookies/finding.js';
import type { Question } from '../judging/state.js';
import type { Site } from '../matching/site.js';
import type { CookieSurface } from '../matching/surface.js';
import type { Value } from '../values/value.js';

/** A policy that was found in an app, ready to be asked together with a cookie. */
export interface FoundPolicy {
  readonly surface: string;
  readonly at: FilePlace;
  readonly question: Omit<Question, 'policy' | 'guard'>;
  /** The kinds of cookies it reaches, where it does not reach all. */
  readonly kinds?: readonly CookieSurface['kind'][];
  /** A server in front of the app rewrites the cookies of all responses, or those with `Path=/`. */
  readonly reaches?: 'all' | 'root-path';
}

/** A place at which the app trusts its proxy, and where it does: one that only production reaches is none elsewhere. */
export interface ProxyTrust extends FilePlace {
  readonly value: Value;
}

/** The policies and proxies of one app. */
export interface AppPolicies {
  /** The policy that covers cookies of a surface, if the app has one; `site`: the cookie, where it is written somewhere. */
  policyFor(surface: CookieSurface, site?: Site): FoundPolicy | undefined;
  /** Where the app trusts its proxy, for cookies of a surface. */
  proxyFor(surface: CookieSurface): ProxyTrust | undefined;
}

/** What holds for a library: what it says itself, and what every program says that it is part of. */
export function throughHosts(own: AppPolicies, hosts: readonly AppPolicies[]): AppPolicies {
  const [first] = hosts;
  if (first === undefined) return own;
  return {
    policyFor: (surface, site) => own.policyFor(surface, site) ?? (hosts.every((host) => host.policyFor(surface, site) !== undefined) ? first.policyFor(surface, site) : undefined),
    proxyFor: (surface) => own.proxyFor(surface) ?? (hosts.every((host) => host.proxyFor(surface) !== undefined) ? first.proxyFor(surface) : undefined),
  };
}

export const NO_POLICIES: AppPolicies = { policyFor: () => undefined, proxyFor: () => undefined };
