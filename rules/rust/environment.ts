/** How Rust reads the environment, the build profile and the request's scheme, and what its pure functions do. */
import type { FunctionIdiom, LanguageIdioms } from '../../src/values/idioms.js';

export const rustIdioms: LanguageIdioms = {
  environment: [
    // https://doc.rust-lang.org/std/env/fn.var.html
    { call: '**env.var' },
    { call: '**env.var_os' },
    { call: '**dotenv.var' },
    { call: '**dotenvy.var' },
    { call: 'env' },
    { call: 'option_env' },
    // https://doc.rust-lang.org/reference/conditional-compilation.html#debug_assertions: off in release builds.
    { predicate: 'debug_assertions', mode: 'development' },
    // A member of what everybody calls the configuration is the operator's, whatever crate reads it. `CookieConfig` is a type, no value.
    { names: /(?:^|\.)(?:(?:[a-z_]\w*[Cc]|c)onfig|(?:[a-z_]\w*[Ss]|s)ettings|cfg|conf)(?:\(\))?(?:\.\w+)+$/ },
  ],
  constants: [
    // https://doc.rust-lang.org/reference/conditional-compilation.html#test: what is built for production has no tests.
    { path: 'test', value: false },
    { path: '**.SET_COOKIE', value: 'set-cookie' },
    { path: 'SET_COOKIE', value: 'set-cookie' },
    { path: '**Duration.ZERO', value: 0 },
    { path: '**.Scheme.HTTPS', value: 'https' },
    { path: '**.Scheme.HTTP', value: 'http' },
  ],
  request: [
    // https://docs.rs/actix-web/latest/actix_web/dev/struct.ConnectionInfo.html#method.scheme
    { path: '**.connection_info().scheme', what: 'scheme' },
    // https://docs.rs/http/latest/http/uri/struct.Uri.html#method.scheme
    { path: '**.uri().scheme', what: 'scheme' },
    { path: '**.uri().scheme_str', what: 'scheme' },
    { path: '**.url().scheme', what: 'scheme' },
    { path: '**.headers().get', what: 'scheme', argument: /^x-forwarded-(?:proto|scheme)$/ },
    { path: '**.headers.get', what: 'scheme', argument: /^x-forwarded-(?:proto|scheme)$/ },
  ],
  functions: [
    { path: 'cfg', operator: 'identity' },
    // Durations of nothing are nothing, whatever the unit: https://docs.rs/time/latest/time/ext/trait.NumericalDuration.html
    ...['seconds', 'minutes', 'hours', 'days', 'weeks'].flatMap((unit): FunctionIdiom[] => [
      { path: `**Duration.${unit}`, operator: 'identity', receiver: false },
      { path: `**.${unit}`, operator: 'identity' },
    ]),
    ...['from_secs', 'new'].map((name): FunctionIdiom => ({ path: `**Duration.${name}`, operator: 'identity', receiver: false })),
    { path: 'not', operator: 'not' },
    { path: '**.is_ok', operator: 'defined' },
    { path: '**.is_some', operator: 'defined' },
    { path: '**.is_err', operator: 'undefined' },
    { path: '**.is_none', operator: 'undefined' },
    // https://doc.rust-lang.org/std/result/enum.Result.html#method.expect: a program without the variable panics.
    { path: '**.unwrap', operator: 'required' },
    { path: '**.expect', operator: 'required' },
    { path: '**.unwrap_or_default', operator: 'identity' },
    { path: '**.unwrap_or', operator: 'or-else' },
    { path: '**.unwrap_or_else', operator: 'or-else' },
    // https://doc.rust-lang.org/std/option/enum.Option.html, https://doc.rust-lang.org/std/result/enum.Result.html
    ...['map', 'and_then'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'map' })),
    ...['map_or', 'map_or_else'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'map-or' })),
    ...['is_ok_and', 'is_some_and'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'exists' })),
    { path: '**.is_none_or', operator: 'forall' },
    { path: '**.filter', operator: 'keep-if' },
    ...['ok', 'map_err', 'ok_or', 'ok_or_else'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'identity' })),
    { path: '**.as_deref', operator: 'identity' },
    { path: '**.as_ref', operator: 'identity' },
    { path: '**.as_str', operator: 'identity' },
    { path: '**.as_bytes', operator: 'identity' },
    { path: '**.clone', operator: 'identity' },
    { path: '**.cloned', operator: 'identity' },
    { path: '**.into', operator: 'identity' },
    { path: '**.to_owned', operator: 'identity' },
    { path: '**.to_string', operator: 'identity' },
    { path: '**.to_str', operator: 'identity' },
    { path: '**.parse', operator: 'parse-text', args: 0 },
    { path: 'Some', operator: 'identity' },
    { path: 'Ok', operator: 'identity' },
    { path: '**String.from', operator: 'identity' },
    { path: '**String.new', operator: 'nothing-yet' },
    { path: '**String.with_capacity', operator: 'nothing-yet' },
    { path: '**.concat', operator: 'join', args: 0, with: '' },
    { path: '**HeaderValue.from_str', operator: 'identity' },
    { path: '**HeaderValue.from_static', operator: 'identity' },
    { path: '**HeaderValue.try_from', operator: 'identity' },
    { path: '**.starts_with', operator: 'startsWith' },
    { path: '**.ends_with', operator: 'endsWith' },
    { path: '**.contains', operator: 'includes' },
    { path: '**.to_lowercase', operator: 'lower' },
    { path: '**.to_ascii_lowercase', operator: 'lower' },
    { path: '**.eq_ignore_ascii_case', operator: 'equals-ignoring-case' },
    { path: '**.join', operator: 'join' },
    { path: '**.trim', operator: 'trim' },
    { path: '**.len', operator: 'length' },
    { path: '**.is_match', operator: 'pattern-anywhere' },
    { path: '**.is_empty', operator: 'blank' },
  ],
  exits: ['std.process.exit', 'panic', 'bail', 'anyhow.bail'],
  starts: { functions: ['main'] },
};
