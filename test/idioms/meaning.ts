/** Idioms by which programs decide about Secure, as meaning: each is printed in every language that has it. */

export type Expr =
  | { readonly k: 'bool'; readonly value: boolean }
  | { readonly k: 'text'; readonly value: string }
  | { readonly k: 'name'; readonly name: string }
  /** An environment variable; nothing where it is missing. */
  | { readonly k: 'env'; readonly variable: string }
  | { readonly k: 'env-or'; readonly variable: string; readonly fallback: string }
  /** Reading it stops the program where it is missing. */
  | { readonly k: 'env-required'; readonly variable: string }
  | { readonly k: 'is-set'; readonly variable: string }
  | { readonly k: 'eq' | 'ne' | 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'not' | 'lower' | 'trim' | 'parse-bool' | 'is-empty'; readonly of: Expr }
  | { readonly k: 'if'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly k: 'among'; readonly of: Expr; readonly words: readonly string[] }
  | { readonly k: 'begins' | 'fits'; readonly of: Expr; readonly with: string }
  | { readonly k: 'first'; readonly of: Expr; readonly count: number }
  | { readonly k: 'look-up'; readonly key: Expr; readonly entries: Readonly<Record<string, boolean>>; readonly otherwise: boolean }
  | { readonly k: 'join'; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'call'; readonly name: string; readonly args: readonly Expr[] };

export interface Param {
  readonly name: string;
  readonly type: 'flag' | 'text';
  readonly fallback?: boolean;
}

export type Step =
  | { readonly k: 'let'; readonly name: string; readonly type: 'flag' | 'text'; readonly value: Expr }
  | { readonly k: 'set'; readonly name: string; readonly value: Expr }
  | { readonly k: 'when'; readonly test: Expr; readonly then: readonly Step[]; readonly otherwise?: readonly Step[] }
  | {
      readonly k: 'switch';
      readonly of: Expr;
      readonly cases: readonly (readonly [string, readonly Step[]])[];
      readonly otherwise: readonly Step[];
    }
  | { readonly k: 'return'; readonly value: Expr }
  | { readonly k: 'throw' };

export interface Func {
  readonly name: string;
  readonly params: readonly Param[];
  readonly returns: 'flag' | 'text';
  readonly body: readonly Step[];
}

/** What is to be found: Secure, none, off unless something is set, or on unless something is. */
export type Expected = 'on' | 'off' | 'env-conditional' | 'env-escape-hatch';

export interface Variant {
  readonly expected: Expected;
  readonly secure: Expr;
  readonly functions?: readonly Func[];
  /** Steps in the function that sends the cookie, before it does. */
  readonly before?: readonly Step[];
}

export interface Idiom {
  readonly id: string;
  readonly says: string;
  readonly variants: readonly Variant[];
}

const bool = (value: boolean): Expr => ({ k: 'bool', value });
const text = (value: string): Expr => ({ k: 'text', value });
const name = (named: string): Expr => ({ k: 'name', name: named });
const env = (variable = 'COOKIE_SECURE'): Expr => ({ k: 'env', variable });
const envOr = (fallback: string, variable = 'COOKIE_SECURE'): Expr => ({ k: 'env-or', variable, fallback });
const eq = (left: Expr, right: Expr): Expr => ({ k: 'eq', left, right });
const ne = (left: Expr, right: Expr): Expr => ({ k: 'ne', left, right });
const and = (left: Expr, right: Expr): Expr => ({ k: 'and', left, right });
const or = (left: Expr, right: Expr): Expr => ({ k: 'or', left, right });
const not = (of: Expr): Expr => ({ k: 'not', of });
const lower = (of: Expr): Expr => ({ k: 'lower', of });
const isSet = (variable = 'COOKIE_SECURE'): Expr => ({ k: 'is-set', variable });
const call = (named: string, ...args: Expr[]): Expr => ({ k: 'call', name: named, args });
const back = (value: Expr): Step => ({ k: 'return', value });
const when = (test: Expr, then: readonly Step[], otherwise?: readonly Step[]): Step => ({
  k: 'when',
  test,
  then,
  ...(otherwise === undefined ? {} : { otherwise }),
});
const flag = (named: string, value: Expr): Step => ({ k: 'let', name: named, type: 'flag', value });
const line = (named: string, value: Expr): Step => ({ k: 'let', name: named, type: 'text', value });
const set = (named: string, value: Expr): Step => ({ k: 'set', name: named, value });
const fn = (named: string, params: readonly Param[], body: readonly Step[], returns: 'flag' | 'text' = 'flag'): Func => ({
  name: named,
  params,
  body,
  returns,
});
const production = eq(envOr('', 'APP_ENV'), text('production'));
const development = eq(envOr('', 'APP_ENV'), text('development'));

const OPEN = 'env-conditional';
const CLOSED = 'env-escape-hatch';

const variant = (expected: Expected, secure: Expr, more: Omit<Variant, 'expected' | 'secure'> = {}): Variant => ({
  expected,
  secure,
  ...more,
});
const idiom = (id: string, says: string, ...variants: Variant[]): Idiom => ({ id, says, variants });
/** The same idiom for both values of a flag. */
const both = (make: (value: boolean) => Omit<Variant, 'expected'>): Variant[] =>
  [true, false].map((value) => ({ expected: value ? 'on' : 'off', ...make(value) }));

export const IDIOMS: readonly Idiom[] = [
  idiom('literal', 'written', ...both((value) => ({ secure: bool(value) }))),
  idiom('negation', 'negated', ...both((value) => ({ secure: not(bool(!value)) }))),
  idiom('double-negation', 'negated twice', ...both((value) => ({ secure: not(not(bool(value))) })), variant(OPEN, not(not(production)))),
  idiom(
    'variable',
    'a variable',
    ...both((value) => ({ secure: name('on'), before: [flag('on', bool(value))] })),
    variant(OPEN, name('on'), { before: [flag('on', production)] }),
  ),
  idiom(
    'variable-of-variable',
    'a variable of a variable',
    ...both((value) => ({ secure: name('late'), before: [flag('on', bool(value)), flag('late', name('on'))] })),
  ),
  idiom(
    'reassigned',
    'a variable that is written again',
    ...both((value) => ({ secure: name('on'), before: [flag('on', bool(!value)), set('on', bool(value))] })),
  ),
  idiom(
    'conditional-write',
    'written under a condition',
    variant(OPEN, name('on'), { before: [flag('on', bool(false)), when(production, [set('on', bool(true))])] }),
    variant(CLOSED, name('on'), { before: [flag('on', bool(true)), when(development, [set('on', bool(false))])] }),
  ),
  idiom(
    'branches',
    'written in both branches',
    variant(OPEN, name('on'), { before: [flag('on', bool(false)), when(production, [set('on', bool(true))], [set('on', bool(false))])] }),
    variant(CLOSED, name('on'), {
      before: [flag('on', bool(false)), when(development, [set('on', bool(false))], [set('on', bool(true))])],
    }),
  ),
  idiom(
    'conditional',
    'a conditional expression',
    variant(OPEN, { k: 'if', test: production, yes: bool(true), no: bool(false) }),
    variant(CLOSED, { k: 'if', test: development, yes: bool(false), no: bool(true) }),
  ),
  idiom('equals', 'compared with a word', variant(OPEN, eq(env(), text('true'))), variant(OPEN, production)),
  idiom(
    'differs',
    'compared with the word for off',
    variant(CLOSED, ne(env(), text('false'))),
    variant(CLOSED, ne(envOr('', 'APP_ENV'), text('development'))),
  ),
  idiom(
    'default',
    'a default for the variable',
    variant(CLOSED, eq(envOr('true'), text('true'))),
    variant(OPEN, eq(envOr('false'), text('true'))),
  ),
  idiom(
    'default-production',
    'a default for the mode',
    variant(CLOSED, eq(envOr('production', 'APP_ENV'), text('production'))),
    variant(OPEN, ne(envOr('development', 'APP_ENV'), text('development'))),
  ),
  idiom(
    'lower-case',
    'in small letters',
    variant(CLOSED, eq(lower(envOr('TRUE')), text('true'))),
    variant(OPEN, eq(lower(envOr('FALSE')), text('true'))),
  ),
  idiom(
    'trimmed',
    'without the space around it',
    variant(CLOSED, eq({ k: 'trim', of: envOr(' true ') }, text('true'))),
    variant(OPEN, eq({ k: 'trim', of: envOr('') }, text('true'))),
  ),
  idiom(
    'among',
    'one of some words',
    variant(OPEN, { k: 'among', of: envOr('', 'APP_ENV'), words: ['production', 'staging'] }),
    variant(CLOSED, not({ k: 'among', of: envOr('', 'APP_ENV'), words: ['development', 'test'] })),
  ),
  idiom('is-set', 'whether the variable is set', variant(OPEN, isSet()), variant(CLOSED, not(isSet('COOKIE_INSECURE')))),
  idiom(
    'is-set-helper',
    'a helper that asks whether it is set',
    ...[true, false].map((value) =>
      variant(value ? CLOSED : OPEN, call('flag', bool(value)), {
        functions: [
          fn(
            'flag',
            [{ name: 'standard', type: 'flag' }],
            [when(not(isSet()), [back(name('standard'))]), back(eq(envOr(''), text('true')))],
          ),
        ],
      }),
    ),
  ),
  idiom(
    'is-empty',
    'whether the text is empty',
    ...[true, false].map((value) =>
      variant(value ? CLOSED : OPEN, call('flag'), {
        functions: [
          fn(
            'flag',
            [],
            [
              line('found', envOr('')),
              when({ k: 'is-empty', of: name('found') }, [back(bool(value))]),
              back(eq(name('found'), text('true'))),
            ],
          ),
        ],
      }),
    ),
  ),
  idiom('and', 'and', variant(OPEN, and(bool(true), production)), variant('off', and(production, bool(false)))),
  idiom('or', 'or', variant(OPEN, or(bool(false), production)), variant('on', or(production, bool(true)))),
  idiom(
    'helper',
    'a helper',
    ...both((value) => ({ secure: call('flag'), functions: [fn('flag', [], [back(bool(value))])] })),
    variant(OPEN, call('flag'), { functions: [fn('flag', [], [back(production)])] }),
  ),
  idiom(
    'helper-parameter',
    'a parameter of a helper',
    ...both((value) => ({
      secure: call('flag', bool(value)),
      functions: [fn('flag', [{ name: 'on', type: 'flag' }], [back(name('on'))])],
    })),
    variant(OPEN, call('flag', production), { functions: [fn('flag', [{ name: 'on', type: 'flag' }], [back(name('on'))])] }),
  ),
  idiom(
    'helper-default',
    'the default of a parameter',
    ...both((value) => ({
      secure: call('flag'),
      functions: [fn('flag', [{ name: 'on', type: 'flag', fallback: value }], [back(name('on'))])],
    })),
    ...both((value) => ({
      secure: call('flag', bool(value)),
      functions: [fn('flag', [{ name: 'on', type: 'flag', fallback: !value }], [back(name('on'))])],
    })),
  ),
  idiom(
    'helper-of-helper',
    'a helper that calls another',
    ...both((value) => ({
      secure: call('outer'),
      functions: [fn('inner', [{ name: 'on', type: 'flag' }], [back(name('on'))]), fn('outer', [], [back(call('inner', bool(value)))])],
    })),
  ),
  idiom(
    'early-return',
    'returned early',
    variant(OPEN, call('flag'), { functions: [fn('flag', [], [when(production, [back(bool(true))]), back(bool(false))])] }),
    variant(CLOSED, call('flag'), { functions: [fn('flag', [], [when(development, [back(bool(false))]), back(bool(true))])] }),
  ),
  idiom(
    'returned-branches',
    'returned by both branches',
    variant(OPEN, call('flag'), { functions: [fn('flag', [], [when(production, [back(bool(true))], [back(bool(false))])])] }),
    variant(CLOSED, call('flag'), { functions: [fn('flag', [], [when(development, [back(bool(false))], [back(bool(true))])])] }),
  ),
  idiom(
    'two-variables',
    'one variable before another',
    variant(OPEN, call('flag'), {
      functions: [fn('flag', [], [when(eq(envOr('', 'FORCE'), text('1')), [back(bool(true))]), back(production)])],
    }),
    variant(CLOSED, call('flag'), {
      functions: [fn('flag', [], [when(eq(envOr('', 'LOOSE'), text('1')), [back(bool(false))]), back(bool(true))])],
    }),
  ),
  idiom(
    'switch',
    'a switch over the mode',
    variant(OPEN, call('flag'), {
      functions: [
        fn(
          'flag',
          [],
          [{ k: 'switch', of: envOr('', 'APP_ENV'), cases: [['production', [back(bool(true))]]], otherwise: [back(bool(false))] }],
        ),
      ],
    }),
    variant(CLOSED, call('flag'), {
      functions: [
        fn(
          'flag',
          [],
          [{ k: 'switch', of: envOr('', 'APP_ENV'), cases: [['development', [back(bool(false))]]], otherwise: [back(bool(true))] }],
        ),
      ],
    }),
  ),
  idiom(
    'look-up',
    'a table by the mode',
    variant(OPEN, { k: 'look-up', key: envOr('', 'APP_ENV'), entries: { production: true }, otherwise: false }),
    variant(CLOSED, { k: 'look-up', key: envOr('', 'APP_ENV'), entries: { development: false }, otherwise: true }),
  ),
  idiom(
    'begins',
    'how the text begins',
    variant(CLOSED, { k: 'begins', of: envOr('https://shop.example', 'BASE_URL'), with: 'https://' }),
    variant(OPEN, { k: 'begins', of: envOr('', 'BASE_URL'), with: 'https://' }),
  ),
  idiom(
    'first',
    'the first letters',
    variant(CLOSED, eq({ k: 'first', of: envOr('https://shop.example', 'BASE_URL'), count: 5 }, text('https'))),
    variant(OPEN, eq({ k: 'first', of: envOr('http://shop.example', 'BASE_URL'), count: 5 }, text('https'))),
  ),
  idiom(
    'fits',
    'a regular expression',
    variant(CLOSED, { k: 'fits', of: envOr('production', 'DEPLOYED_AS'), with: '^prod' }),
    variant(OPEN, { k: 'fits', of: envOr('', 'DEPLOYED_AS'), with: '^prod' }),
  ),
  idiom(
    'parse',
    'parsed as a boolean',
    variant(CLOSED, { k: 'parse-bool', of: envOr('true') }),
    variant(OPEN, { k: 'parse-bool', of: envOr('false') }),
  ),
  idiom(
    'joined',
    'two texts joined',
    ...both((value) => ({ secure: eq({ k: 'join', left: text('tr'), right: text(value ? 'ue' : 'ied') }, text('true')) })),
  ),
  idiom('required', 'a variable that has to be there', variant(CLOSED, eq({ k: 'env-required', variable: 'COOKIE_SECURE' }, text('true')))),
  idiom(
    'throwing-helper',
    'a helper that throws where it is missing',
    variant(CLOSED, eq(call('need'), text('true')), {
      functions: [
        fn(
          'need',
          [],
          [line('found', envOr('')), when({ k: 'is-empty', of: name('found') }, [{ k: 'throw' }]), back(name('found'))],
          'text',
        ),
      ],
    }),
  ),
  idiom('debug-flag', 'off where one debugs', variant(CLOSED, ne(envOr('', 'DEBUG'), text('true'))), variant(CLOSED, not(isSet('DEBUG')))),
];
