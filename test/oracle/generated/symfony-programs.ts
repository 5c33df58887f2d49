/** Generated programs for PHP: what they say about Secure, and what sends it, by PHP itself and by Symfony's HttpFoundation. */
import { PHP_MORE_WAYS } from './php-more-ways.js';
import { PHP_WAYS } from './php-ways.js';
import { helpersIn, type TextLanguage, type WayParts } from './text-programs.js';

export interface PhpTextCall {
  readonly name: string;
  readonly isSymfony: boolean;
  readonly send: (secure: string) => string;
}

const HELPERS: Readonly<Record<string, string>> = {
  env_or:
    'function env_or(string $name, $default = null)\n{\n    $value = getenv($name);\n    return $value === false ? $default : $value;\n}',
  env_bool:
    "function env_bool(string $name, bool $default): bool\n{\n    $value = getenv($name);\n    if ($value === false || $value === '') {\n        return $default;\n    }\n    return in_array(strtolower($value), ['1', 'true', 'yes', 'on'], true);\n}",
};

const VALUES: readonly string[] = [
  'true',
  'true',
  'false',
  'false',
  'null',
  '1',
  '0',
  "''",
  "'false'",
  "'0'",
  '[] !== []',
  '!true',
  '!0',
  "getenv('APP_ENV') === 'production'",
  "getenv('APP_ENV') === 'production'",
  "getenv('APP_ENV') == 'production'",
  "getenv('APP_ENV') !== 'development'",
  "'production' === getenv('APP_ENV')",
  "(getenv('APP_ENV') ?: 'development') === 'production'",
  "(getenv('APP_ENV') ?: 'production') === 'production'",
  "($_ENV['APP_ENV'] ?? 'development') === 'production'",
  "($_SERVER['APP_ENV'] ?? 'production') !== 'development'",
  "in_array(getenv('APP_ENV'), ['production', 'staging'], true)",
  "!in_array(getenv('APP_ENV'), ['development', 'test'])",
  "strpos((string) getenv('APP_ENV'), 'prod') === 0",
  "str_starts_with((string) getenv('APP_ENV'), 'prod')",
  "strtolower((string) getenv('APP_ENV')) === 'production'",
  "preg_match('/^prod/', (string) getenv('APP_ENV')) === 1",
  "(bool) preg_match('/^prod/', (string) getenv('APP_ENV'))",
  "['production' => true, 'development' => false][getenv('APP_ENV')] ?? false",
  "substr((string) getenv('APP_ENV'), 0, 4) === 'prod'",
  "getenv('COOKIE_SECURE')",
  "getenv('COOKIE_SECURE') === 'true'",
  "getenv('COOKIE_SECURE') === 'true'",
  "getenv('COOKIE_SECURE') !== 'false'",
  "getenv('COOKIE_SECURE') !== false",
  "getenv('COOKIE_SECURE') === false",
  "(bool) getenv('COOKIE_SECURE')",
  "!!getenv('COOKIE_SECURE')",
  "!empty(getenv('COOKIE_SECURE'))",
  "isset($_ENV['COOKIE_SECURE'])",
  "!isset($_ENV['COOKIE_INSECURE'])",
  "!empty($_ENV['COOKIE_SECURE'])",
  "empty($_SERVER['COOKIE_INSECURE'])",
  "array_key_exists('COOKIE_SECURE', $_ENV)",
  "getenv('COOKIE_INSECURE') !== '1'",
  "!getenv('COOKIE_INSECURE')",
  "(getenv('COOKIE_SECURE') ?: 'true') === 'true'",
  "(getenv('COOKIE_SECURE') ?: 'false') !== 'false'",
  "($_ENV['COOKIE_SECURE'] ?? 'true') === 'true'",
  "$_ENV['COOKIE_SECURE'] ?? true",
  "$_ENV['COOKIE_SECURE'] ?? false",
  "filter_var(getenv('COOKIE_SECURE'), FILTER_VALIDATE_BOOLEAN)",
  "filter_var($_ENV['COOKIE_SECURE'] ?? true, FILTER_VALIDATE_BOOLEAN)",
  "filter_var(getenv('COOKIE_SECURE') ?: 'yes', FILTER_VALIDATE_BOOL)",
  "(int) getenv('COOKIE_SECURE') === 1",
  "(int) (getenv('COOKIE_SECURE') ?: '1') > 0",
  "intval(getenv('COOKIE_SECURE')) > 0",
  "strlen((string) getenv('COOKIE_SECURE')) > 0",
  "trim((string) getenv('COOKIE_SECURE')) !== ''",
  "in_array(strtolower((string) getenv('COOKIE_SECURE')), ['1', 'true', 'yes'], true)",
  "env_or('COOKIE_SECURE', 'true') === 'true'",
  "env_or('APP_ENV', 'development') === 'production'",
  "env_bool('COOKIE_SECURE', true)",
  "env_bool('COOKIE_SECURE', false)",
  "is_string(getenv('COOKIE_SECURE'))",
  "json_decode(getenv('COOKIE_SECURE') ?: 'true')",
  "strcasecmp((string) getenv('COOKIE_SECURE'), 'true') === 0",
  "boolval(getenv('COOKIE_SECURE'))",
  "!getenv('DEBUG')",
  "getenv('DEBUG') !== 'true'",
  "str_starts_with(getenv('BASE_URL') ?: 'https://x', 'https')",
  "strpos(getenv('BASE_URL') ?: '', 'https://') === 0",
  "parse_url(getenv('BASE_URL') ?: 'http://x', PHP_URL_SCHEME) === 'https'",
  "parse_url(getenv('BASE_URL') ?: 'https://x')['scheme'] === 'https'",
  "explode(':', getenv('BASE_URL') ?: 'http://x')[0] === 'https'",
  "PHP_SAPI !== 'cli'",
  'PHP_VERSION_ID >= 80000',
  "function_exists('setcookie')",
  "defined('NOT_DEFINED_ANYWHERE')",
  "class_exists('Nowhere')",
];
const SCHEMES: readonly string[] = [
  "!empty($_SERVER['HTTPS'])",
  "isset($_SERVER['HTTPS']) && $_SERVER['HTTPS'] === 'on'",
  "!empty($_SERVER['HTTPS']) && $_SERVER['HTTPS'] !== 'off'",
  "($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https'",
  "isset($_SERVER['HTTPS'])",
];

const COMPOUNDS: readonly ((left: string, right: string) => string)[] = [
  (left) => `!(${left})`,
  (left) => `(bool) (${left})`,
  (left, right) => `(${left}) && (${right})`,
  (left, right) => `(${left}) || (${right})`,
  (left, right) => `((${left}) ? (${right}) : false)`,
  (left, right) => `((${left}) ? true : (${right}))`,
];

const send = (cookie: string): string =>
  `$response = new Response('ok');\n$response->headers->setCookie(${cookie});\n$response->prepare(Request::createFromGlobals());\n$response->send();`;
/** PHP coerces, Symfony's parameters are nullable booleans. */
const CALLS: readonly PhpTextCall[] = [
  { name: 'setcookie', isSymfony: false, send: (secure) => `setcookie('sid', 'x', ['path' => '/', 'secure' => ${secure}]);` },
  { name: 'setcookie by position', isSymfony: false, send: (secure) => `setcookie('sid', 'x', 0, '/', '', ${secure});` },
  { name: 'setcookie by name', isSymfony: false, send: (secure) => `setcookie(name: 'sid', value: 'x', secure: ${secure});` },
  { name: 'header', isSymfony: false, send: (secure) => `header('Set-Cookie: sid=x; Path=/' . (${secure} ? '; Secure' : ''));` },
  {
    name: 'session',
    isSymfony: false,
    send: (secure) => `session_name('sid');\nsession_set_cookie_params(['secure' => ${secure}]);\nsession_start();`,
  },
  { name: 'session_start', isSymfony: false, send: (secure) => `session_start(['name' => 'sid', 'cookie_secure' => ${secure}]);` },
  {
    name: 'ini_set',
    isSymfony: false,
    send: (secure) => `ini_set('session.name', 'sid');\nini_set('session.cookie_secure', ${secure});\nsession_start();`,
  },
  { name: 'symfony create', isSymfony: true, send: (secure) => send(`Cookie::create('sid', 'x', 0, '/', null, ${secure})`) },
  { name: 'symfony new', isSymfony: true, send: (secure) => send(`new Cookie('sid', 'x', 0, '/', null, ${secure}, true)`) },
  { name: 'symfony by name', isSymfony: true, send: (secure) => send(`new Cookie(name: 'sid', value: 'x', secure: ${secure})`) },
  {
    name: 'symfony withSecure',
    isSymfony: true,
    send: (secure) => send(`Cookie::create('sid')->withValue('x')->withSecure((bool) (${secure}))->withHttpOnly(true)`),
  },
  {
    name: 'symfony variable',
    isSymfony: true,
    send: (secure) => `$cookie = Cookie::create('sid', 'x');\n$cookie = $cookie->withSecure((bool) (${secure}));\n${send('$cookie')}`,
  },
];

const HEAD =
  "use Symfony\\Component\\HttpFoundation\\Cookie;\nuse Symfony\\Component\\HttpFoundation\\Request;\nuse Symfony\\Component\\HttpFoundation\\Response;\n\nrequire_once 'Symfony/Component/HttpFoundation/autoload.php';\n\n";

function program({ top, inside, files }: WayParts, { isSymfony }: PhpTextCall): Readonly<Record<string, string>> {
  const helpers = helpersIn(top + inside, HELPERS);
  const others = Object.entries(files).map(
    ([name, text]) => [name, `<?php\n${[...helpersIn(text, HELPERS).filter((one) => !helpers.includes(one)), text].join('\n\n')}`] as const,
  );
  const main = [`<?php\n${isSymfony ? HEAD : ''}${helpers.join('\n\n')}`, top, inside]
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n\n');
  return {
    'index.php': `${main}\n`,
    ...Object.fromEntries(others),
    ...(isSymfony ? { 'composer.json': JSON.stringify({ require: { 'symfony/http-foundation': '^5.4' } }) } : {}),
  };
}

export const SYMFONY: TextLanguage<PhpTextCall> = {
  ways: { ...PHP_WAYS, ...PHP_MORE_WAYS },
  values: VALUES,
  compounds: COMPOUNDS,
  calls: CALLS,
  send: (secure, call) => call.send(secure),
  program,
};
/** The same with the request's scheme. */
export const SYMFONY_REQUESTS: TextLanguage<PhpTextCall> = { ...SYMFONY, values: SCHEMES };
