/** Placeholders inside settings strings: Spring's `${X:default}`, the shell's `${X:-default}`, Symfony's `%env(bool:X)%`. */
import type { LanguageId } from '../syntax/ir.js';
import { known, operation, unknown, type EnvironmentValue, type Origin, type Value } from './value.js';

const environment = (
  variable: string,
  origin: Origin,
  more: Partial<Pick<EnvironmentValue, 'fallback' | 'cast'>> = {},
): EnvironmentValue => ({ kind: 'environment', variable, source: 'environment', origin, ...more });

/** `${NAME}` and `${NAME:default}`, nested in the default; other text stays. Source: Spring Framework, PropertyPlaceholderHelper. */
export function spring(text: string, origin: Origin, read?: Read): Value {
  // https://docs.spring.io/spring-framework/reference/core/expressions.html: a language of its own.
  if (text.includes('#{')) return unknown('an expression of Spring is not followed', origin);
  return interpolate(text, origin, '${', ':', read);
}

/** Reads a key; the default is an environment variable of that name. */
type Read = (key: string, fallback: Value | undefined) => Value;

/** `${NAME}`, `${NAME:-default}`, `${NAME-default}` of Docker Compose and shells, `$(NAME)` of Kubernetes. */
export function shell(text: string, origin: Origin): Value {
  return interpolate(text.replace(/\$\((\w+)\)/g, '${$1}'), origin, '${', '-');
}

function interpolate(text: string, origin: Origin, open: string, separator: ':' | '-', read?: Read): Value {
  const parts: Value[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start < 0 ? -1 : closing(text, start + open.length);
    if (end < 0) break;
    if (start > at) parts.push(known(text.slice(at, start), origin));
    parts.push(placeholder(text.slice(start + open.length, end), origin, separator, read));
    at = end + 1;
  }
  if (parts.length === 0) return known(text, origin);
  if (at < text.length) parts.push(known(text.slice(at), origin));
  return parts.length === 1 ? parts[0]! : operation('text', parts, origin);
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && depth-- === 0) return i;
  }
  return -1;
}

function placeholder(inner: string, origin: Origin, separator: ':' | '-', read?: Read): Value {
  const cut = inner.indexOf(separator);
  const name = cut < 0 ? inner.trim() : inner.slice(0, cut).replace(/:$/, '').trim();
  const rest = inner.slice(cut + 1);
  const fallback = cut < 0 ? undefined : separator === ':' ? spring(rest, origin, read) : shell(rest, origin);
  if (read !== undefined) return read(name, fallback);
  return environment(name, origin, fallback === undefined ? {} : { fallback });
}

/**
 * `%env(X)%`, `%env(bool:X)%`, `%env(default:param:X)%`. Source: Symfony, Environment Variable Processors.
 * `parameter` gives the value of a container parameter, the fallback of the `default` processor.
 */
export function symfony(text: string, origin: Origin, parameter: (name: string) => Value | undefined): Value {
  const match = /^%env\(([^)]*)\)%$/.exec(text.trim());
  if (match === null) {
    const reference = /^%([^%\s]+)%$/.exec(text.trim());
    if (reference === null) return known(text, origin);
    const [, name = ''] = reference;
    // https://symfony.com/doc/current/reference/configuration/kernel.html: these two are what the environment says.
    if (name === 'kernel.environment') return environment('APP_ENV', origin);
    if (name === 'kernel.debug') return environment('APP_DEBUG', origin, { cast: 'boolean' });
    return parameter(name) ?? { kind: 'environment', variable: name, source: 'configuration', origin };
  }
  const pieces = match[1]!.split(':');
  const variable = pieces.pop()!;
  let cast: EnvironmentValue['cast'];
  let negated = false;
  let fallback: Value | undefined;
  for (let i = 0; i < pieces.length; i++) {
    if (pieces[i] === 'bool') cast = 'boolean';
    else if (pieces[i] === 'not') {
      cast = 'boolean';
      negated = true;
    } else if (pieces[i] === 'default') {
      const name = pieces[++i] ?? '';
      fallback = name === '' ? known(null, origin) : parameter(name);
    }
  }
  fallback ??= parameter(`env(${variable})`);
  const value = environment(variable, origin, { ...(cast === undefined ? {} : { cast }), ...(fallback === undefined ? {} : { fallback }) });
  return negated ? operation('not', [value], origin) : value;
}

/** NEON's `%parameter%`: https://doc.nette.org/en/dependency-injection/configuration#toc-parameters. Other files may give what this one does not. */
export function nette(text: string, origin: Origin, parameter: (name: string) => Value | undefined): Value {
  const reference = /^%([\w.]+)%$/.exec(text.trim());
  return reference === null ? known(text, origin) : (parameter(reference[1]!) ?? unknown(text, origin));
}

/**
 * What servers put into their directives' texts when a request comes. nginx: https://nginx.org/en/docs/varindex.html; Apache's format
 * strings: https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header; HAProxy: "Custom log format"; Caddy: https://caddyserver.com/docs/conventions#placeholders
 */
const SERVER_VARIABLES: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  nginx: /\$(?:\{\w+\}|\w+)/g,
  apache: /%\{(?:(?!%\{)[^}])*\}[a-z]|%[a-zA-Z]|\$\d/g,
  haproxy: /%\[(?:(?!%\[)[^\]])*\]|%(?:\{(?:(?!%\{)[^}])*\})?[a-zA-Z]+|\\\d/g,
  caddyfile: /\{[^{}\s]+\}|\$\d/g,
};

/** A text of a server's configuration with its variables as unknown pieces. */
export function serverVariables(value: Value, language: LanguageId): Value {
  const pattern = SERVER_VARIABLES[language];
  if (pattern === undefined || value.kind !== 'known' || typeof value.value !== 'string') return value;
  const { origin, value: text } = value;
  const parts: Value[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) parts.push(known(text.slice(at, match.index), origin));
    parts.push(unknown(match[0], origin));
    at = match.index + match[0].length;
  }
  if (parts.length === 0) return value;
  if (at < text.length) parts.push(known(text.slice(at), origin));
  return parts.length === 1 ? parts[0]! : operation('text', parts, origin);
}
