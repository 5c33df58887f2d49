/** Prints generated programs for PHP: a page that sends one cookie. */
import type { Flag, Generated, Idiom } from './programs.js';

/** What of the cookie is given beside Secure: `{}` stands for the value, or for the array that holds it. */
export interface PhpCall {
  readonly name: string;
  readonly send: (secure: string) => string;
  /** The same with an array of options that stands in a variable; undefined where the call takes none. */
  readonly sendOptions?: (options: string) => string;
}

export const CALLS: readonly PhpCall[] = [
  {
    name: 'setcookie',
    send: (secure) => `setcookie('a', '1', ['path' => '/', 'secure' => ${secure}]);`,
    sendOptions: (options) => `setcookie('a', '1', ${options});`,
  },
  { name: 'setcookie by position', send: (secure) => `setcookie('a', '1', 0, '/', '', ${secure});` },
  { name: 'setrawcookie', send: (secure) => `setrawcookie('a', '1', 0, '/', '', ${secure});` },
  {
    name: 'session',
    send: (secure) => `session_name('a');\nsession_set_cookie_params(0, '/', '', ${secure});\nsession_start();`,
    sendOptions: (options) => `session_name('a');\nsession_set_cookie_params(${options});\nsession_start();`,
  },
];

function flagText(flag: Flag): string {
  switch (flag.kind) {
    case 'true':
      return 'true';
    case 'false':
    case 'nothing':
      return 'false';
    case 'given':
      return "getenv('COOKIE_SECURE')";
    case 'given-or':
      return `(getenv('COOKIE_SECURE') ?: '${flag.fallback}')`;
    case 'is-given':
      return "getenv('COOKIE_SECURE') !== false";
    case 'is-true':
      return "getenv('COOKIE_SECURE') === 'True'";
    case 'production':
      return "getenv('APP_ENV') === 'production'";
    case 'not-development':
      return "getenv('APP_ENV') !== 'development'";
    case 'production-unless-unset':
      return "(getenv('APP_ENV') ?: 'production') === 'production'";
    case 'not-debug':
      return "(getenv('DEBUG') ?: 'True') !== 'True'";
    case 'request':
      return "!empty($_SERVER['HTTPS'])";
    case 'not':
      return `!(${flagText(flag.of)})`;
    case 'boolean':
      return `(bool) (${flagText(flag.of)})`;
    case 'and':
      return `((${flagText(flag.left)}) && (${flagText(flag.right)}))`;
    case 'or':
      return `((${flagText(flag.left)}) || (${flagText(flag.right)}))`;
    case 'if':
      return `((${flagText(flag.test)}) ? (${flagText(flag.then)}) : (${flagText(flag.otherwise)}))`;
  }
}

type Printer = (secure: string, call: PhpCall) => readonly string[] | undefined;
const options =
  (print: (secure: string, send: (name: string) => string) => readonly string[]): Printer =>
  (secure, { sendOptions }) =>
    sendOptions === undefined ? undefined : print(secure, sendOptions);

/** Every value is made a boolean first where the parameter is one: `setcookie` is strict about types. */
const PRINTERS: Readonly<Partial<Record<Idiom, Printer>>> = {
  direct: (secure, { send }) => [send(secure)],
  variable: (secure, { send }) => [`$secure = ${secure};`, send('$secure')],
  constant: (secure, { send }) => [`define('SECURE', ${secure});`, send('SECURE')],
  spread: options((secure, send) => [`$options = ['path' => '/', 'secure' => ${secure}];`, send("['httponly' => true, ...$options]")]),
  merged: options((secure, send) => [
    "$base = ['path' => '/', 'secure' => true];",
    `$options = array_merge($base, ['secure' => ${secure}]);`,
    send('$options'),
  ]),
  built: options((secure, send) => [`$options = array('path' => '/', 'secure' => ${secure});`, send('$options')]),
  'written-later': options((secure, send) => ["$options = ['path' => '/'];", `$options['secure'] = ${secure};`, send('$options')]),
  guarded: options((secure, send) => [
    "$options = ['path' => '/'];",
    `if (${secure}) {`,
    "    $options['secure'] = true;",
    '}',
    send('$options'),
  ]),
  'guarded-off': options((secure, send) => [
    "$options = ['path' => '/', 'secure' => true];",
    `if (!(${secure})) {`,
    "    $options['secure'] = false;",
    '}',
    send('$options'),
  ]),
  alias: options((secure, send) => [
    "$options = ['path' => '/', 'secure' => true];",
    '$same = &$options;',
    `$same['secure'] = ${secure};`,
    send('$options'),
  ]),
  removed: options((secure, send) => [
    `$options = ['path' => '/', 'secure' => ${secure}];`,
    "unset($options['secure']);",
    send('$options'),
  ]),
  'written-twice': (secure, { send }) => ['$secure = true;', `$secure = ${secure};`, send('$secure')],
  helper: (secure, { send }) => ['function is_secure()', '{', `    return ${secure};`, '}', send('is_secure()')],
  'helper-branches': (secure, { send }) => [
    'function is_secure(): bool',
    '{',
    `    if (${secure}) {`,
    '        return true;',
    '    }',
    '    return false;',
    '}',
    send('is_secure()'),
  ],
  'keyword-parameter': (secure, { send }) => [
    'function send($secure)',
    '{',
    `    ${send('$secure').replaceAll('\n', '\n    ')}`,
    '}',
    `send(${secure});`,
  ],
  'instance-field': (secure, { send }) => [
    'class Settings',
    '{',
    '    public $secure;',
    '    public function __construct()',
    '    {',
    `        $this->secure = ${secure};`,
    '    }',
    '}',
    '$settings = new Settings();',
    send('$settings->secure'),
  ],
  lookup: (secure, { send }) => [`$secure = ['yes' => true, 'no' => false][(${secure}) ? 'yes' : 'no'];`, send('$secure')],
  try: (secure, { send }) => [
    'try {',
    `    $secure = ${secure};`,
    '} catch (Exception $e) {',
    '    $secure = false;',
    '}',
    send('$secure'),
  ],
  global: (secure, { send }) => [
    '$secure = true;',
    'function configure(): void',
    '{',
    '    global $secure;',
    `    $secure = ${secure};`,
    '}',
    'configure();',
    send('$secure'),
  ],
  loop: options((secure, send) => [
    '$options = [];',
    `foreach (['path' => '/', 'secure' => ${secure}] as $key => $value) {`,
    '    $options[$key] = $value;',
    '}',
    send('$options'),
  ]),
  'default-key': options((secure, send) => ["$options = ['path' => '/'];", `$options += ['secure' => ${secure}];`, send('$options')]),
  nested: (secure, { send }) => [`$settings = ['cookies' => ['secure' => ${secure}]];`, send("$settings['cookies']['secure']")],
  method: (secure, { send }) => [
    'class Settings',
    '{',
    '    public function secure()',
    '    {',
    `        return ${secure};`,
    '    }',
    '}',
    '$settings = new Settings();',
    send('$settings->secure()'),
  ],
  switch: (secure, { send }) => [
    `switch ((bool) (${secure})) {`,
    '    case true:',
    '        $secure = true;',
    '        break;',
    '    default:',
    '        $secure = false;',
    '}',
    send('$secure'),
  ],
  closure: (secure, { send }) => [`$flag = fn () => ${secure};`, send('$flag()')],
  'fallback-operator': (secure, { send }) => [`$secure = (${secure}) ?: false;`, send('$secure')],
};

export const PHP_IDIOMS = Object.keys(PRINTERS) as Idiom[];

export function phpSource({ flag, idiom, call, deletes }: Generated): string | undefined {
  const lines = PRINTERS[idiom]?.(flagText(flag), CALLS[call]!);
  if (lines === undefined) return undefined;
  return ['<?php', ...(deletes ? ["setcookie('b', '', 1, '/', '', true);"] : []), ...lines, ''].join('\n');
}
