/** Small programs as language-free data: what Secure is, and by which idiom it comes to the cookie. Each language prints them in its own words. */
import fc from 'fast-check';

/** What decides Secure. The variables are those of the worlds: APP_ENV, DEBUG and COOKIE_SECURE. */
export type Flag =
  | {
      readonly kind:
        | 'true'
        | 'false'
        | 'nothing'
        | 'given'
        | 'is-given'
        | 'is-true'
        | 'production'
        | 'not-development'
        | 'production-unless-unset'
        | 'not-debug'
        | 'request';
    }
  | { readonly kind: 'given-or'; readonly fallback: string }
  | { readonly kind: 'not' | 'boolean'; readonly of: Flag }
  | { readonly kind: 'and' | 'or'; readonly left: Flag; readonly right: Flag }
  | { readonly kind: 'if'; readonly test: Flag; readonly then: Flag; readonly otherwise: Flag };

/** How it comes to the cookie. A language prints those that it has. */
export const IDIOMS = [
  'direct',
  'variable',
  'constant',
  'spread',
  'merged',
  'built',
  'written-later',
  'guarded',
  'guarded-off',
  'alias',
  'removed',
  'written-twice',
  'helper',
  'helper-branches',
  'default-parameter',
  'keyword-parameter',
  'class-constant',
  'instance-field',
  'lookup',
  'try',
  'global',
  'loop',
  'bound',
  'default-key',
  'taken-out',
  'nested',
  'method',
  'switch',
  'closure',
  'fallback-operator',
] as const;
export type Idiom = (typeof IDIOMS)[number];

export interface Generated {
  readonly flag: Flag;
  readonly idiom: Idiom;
  /** Which of the framework's calls sends the cookie. */
  readonly call: number;
  /** Another cookie is deleted before. */
  readonly deletes: boolean;
}

const LEAVES = [
  'true',
  'false',
  'nothing',
  'given',
  'is-given',
  'is-true',
  'production',
  'not-development',
  'production-unless-unset',
  'not-debug',
] as const;

export const flags: fc.Arbitrary<Flag> = fc.letrec<{ flag: Flag }>((tie) => ({
  flag: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 8, arbitrary: fc.constantFrom(...LEAVES).map((kind): Flag => ({ kind })) },
    { weight: 1, arbitrary: fc.constant<Flag>({ kind: 'request' }) },
    { weight: 2, arbitrary: fc.constantFrom('', 'True', 'False', 'x').map((fallback): Flag => ({ kind: 'given-or', fallback })) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('not' as const, 'boolean' as const), of: tie('flag') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('flag'), right: tie('flag') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('if' as const), test: tie('flag'), then: tie('flag'), otherwise: tie('flag') }) },
  ),
})).flag;

export const programs = (idioms: readonly Idiom[], calls: number): fc.Arbitrary<Generated> =>
  fc.record({ flag: flags, idiom: fc.constantFrom(...idioms), call: fc.nat(calls - 1), deletes: fc.boolean() });

/** Whether the request's scheme is asked for: then the flag cannot stand where no request is. */
export function asksRequest(flag: Flag): boolean {
  if (flag.kind === 'request') return true;
  return Object.values(flag).some((part) => typeof part === 'object' && asksRequest(part));
}

/** How many programs a run makes for each framework; the long run asks for more. */
export const RUNS = Number(process.env['ORACLE_RUNS'] ?? 40);
/** The same programs each time, unless another seed is asked for. */
export const SEED = Number(process.env['ORACLE_SEED'] ?? 20_261_130);
