/** What an app says about all its cookies: switches that make them Secure, and trust in the proxy in front of it. */
import type { Place as FilePlace } from '../cookies/finding.js';
import { answer, type Question } from '../state/state.js';
import { isTrustProved, type Trust } from '../state/trust.js';
import type { Matched } from '../matching/matched.js';
import type { Site } from '../matching/site.js';
import type { CookieSurface } from '../matching/surface.js';
import type { LanguageId } from '../syntax/ir.js';

/** A policy that was found in an app, ready to be asked together with a cookie. */
export interface FoundPolicy {
  readonly surface: string;
  readonly at: FilePlace;
  readonly question: Omit<Question, 'policy' | 'guard' | 'trust'>;
  /** The kinds of cookies it reaches, where it does not reach all. */
  readonly kinds?: readonly CookieSurface['kind'][];
  /** A server in front of the app rewrites the cookies of all responses, or those with `Path=/`. */
  readonly reaches?: 'all' | 'root-path';
  /** It holds for the pages that its place runs with, and for no other. */
  readonly page?: Matched;
  /** Only cookies whose name fits. */
  readonly named?: RegExp;
}

/** The policies and proxies of one app. */
export interface AppPolicies {
  /** The policy that covers cookies of a surface, if the app has one; `site`: the cookie, where it is written somewhere. */
  policyFor(surface: CookieSurface, site?: Site): FoundPolicy | undefined;
  /** What the app says about the proxy in front of it, for cookies of a surface that code of a language sets; the surest where it says several things. */
  trustFor(surface: CookieSurface, language: LanguageId, asks: Asks): FoundTrust | undefined;
}

/** Who asks for the request's scheme: the code around the cookie, by whatever framework it gets its requests from, or the library that sets it. */
export type Asks = 'code' | 'library';

/** Proxy trust that was found in an app. */
export interface FoundTrust extends Trust {
  readonly surface: string;
  readonly at: FilePlace;
}

const WEAKEST_FIRST = ['missing', 'disabled', 'unresolved', 'inverted', 'request-conditional', 'env-conditional', 'env-escape-hatch', 'on'];

/** How sure a policy makes Secure, from 0; of several of one app the surest counts, of those of several programs the weakest. */
export const rankOf = (policy: FoundPolicy): number => WEAKEST_FIRST.indexOf(answer(policy.question).state);

/** What holds for a library: what it says itself, and what every program says that it is part of. */
export function throughHosts(own: AppPolicies, hosts: readonly AppPolicies[]): AppPolicies {
  if (hosts.length === 0) return own;
  return {
    policyFor: (surface, site) => own.policyFor(surface, site) ?? weakest(hosts.map((host) => host.policyFor(surface, site))),
    trustFor: (...asked) => {
      const found = own.trustFor(...asked);
      if (found !== undefined && isTrustProved(found)) return found;
      const ofHosts = hosts.map((host) => host.trustFor(...asked));
      return ofHosts.every((host) => host !== undefined && isTrustProved(host)) ? ofHosts[0] : found;
    },
  };
}

/** The weakest of the policies; none where a program has none. */
function weakest(policies: readonly (FoundPolicy | undefined)[]): FoundPolicy | undefined {
  return policies.every((policy) => policy !== undefined) ? policies.toSorted((a, b) => rankOf(a) - rankOf(b))[0] : undefined;
}

export const NO_POLICIES: AppPolicies = { policyFor: () => undefined, trustFor: () => undefined };
