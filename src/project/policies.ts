/** What an app says about all its cookies: switches that make them Secure, and trust in the proxy in front of it. */
import type { Place as FilePlace } from '../cookies/finding.js';
import type { Question } from '../judging/state.js';
import type { CookieSurface } from '../matching/surface.js';

/** A policy that was found in an app, ready to be asked together with a cookie. */
export interface FoundPolicy {
  readonly surface: string;
  readonly at: FilePlace;
  readonly question: Omit<Question, 'policy' | 'guard'>;
  /** The kinds of cookies it reaches, where it does not reach all. */
  readonly kinds?: readonly CookieSurface['kind'][];
}

/** The policies and proxies of one app. */
export interface AppPolicies {
  /** The policy that covers cookies of a surface, if the app has one. */
  policyFor(surface: CookieSurface): FoundPolicy | undefined;
  /** Where the app trusts its proxy, for cookies of a surface. */
  proxyFor(surface: CookieSurface): FilePlace | undefined;
}

export const NO_POLICIES: AppPolicies = { policyFor: () => undefined, proxyFor: () => undefined };
