/** PHP, Symfony's HttpFoundation and Laravel's cookie jar decide: what they send is what our verdict for the same text says. */
import { describe, expect, it } from 'vitest';
import { expectedState, hasLibrary, hasPhp, headersOf } from './php-oracle.js';
import { AGREEING, stateIn } from './verdict.js';

const stateOf = (source: string) => stateIn({ 'page.php': source }, 'page.php');

const PLAIN = [
  "setcookie('sid', 'x');",
  "setcookie('sid', 'x', 0, '/', '', true);",
  "setcookie('sid', 'x', 0, '/', '', false);",
  "setcookie('sid', 'x', 0, '/', '', '0');",
  "setcookie('sid', 'x', 0, '/', '', 'false');",
  "setcookie('sid', 'x', secure: true);",
  "setcookie('sid', 'x', ['path' => '/']);",
  "setcookie('sid', 'x', ['secure' => true]);",
  "setcookie('sid', 'x', ['Secure' => true]);",
  "setcookie('sid', 'x', ['secure' => isset($_SERVER['HTTPS'])]);",
  "setcookie('sid', 'x', ['secure' => !empty($_SERVER['HTTPS']) && $_SERVER['HTTPS'] !== 'off']);",
  "setcookie('sid', 'x', ['secure' => $_SERVER['SERVER_PORT'] == 443]);",
  "setcookie('sid', 'x', ['secure' => getenv('APP_ENV') === 'production']);",
  "setcookie('sid', 'x', ['secure' => getenv('APP_ENV') !== 'development']);",
  "setcookie('sid', 'x', ['secure' => in_array(getenv('APP_ENV'), ['production', 'staging'])]);",
  "setcookie('sid', 'x', array_merge(['secure' => false], ['secure' => true]));",
  "setrawcookie('sid', 'x', 0, '/', '', true);",
  "setrawcookie('sid', 'x');",
  "header('Set-Cookie: sid=x; Path=/');",
  "header('Set-Cookie: sid=x; Path=/; Secure');",
  'session_start();',
  "session_start(['cookie_secure' => true]);",
  "session_start(['cookie_secure' => isset($_SERVER['HTTPS'])]);",
  "ini_set('session.cookie_secure', '1');\nsession_start();",
  "ini_set('session.cookie_secure', 'On');\nsession_start();",
  "ini_set('session.cookie_secure', '0');\nsession_start();",
  "if (!empty($_SERVER['HTTPS'])) {\n    ini_set('session.cookie_secure', '1');\n}\nsession_start();",
  "session_set_cookie_params(['secure' => true]);\nsession_start();",
  "session_set_cookie_params(['httponly' => true]);\nsession_start();",
  "session_set_cookie_params(0, '/', '', true);\nsession_start();",
];

describe.each(PLAIN)('%s', (statement) => {
  it.skipIf(!hasPhp)('is sent as we say (skipped where php is not installed)', async () => {
    const source = `<?php\n${statement}\n`;
    expect(AGREEING[await expectedState(source)]).toContain(await stateOf(source));
  });
});

describe('what deletes a cookie', () => {
  it.skipIf(!hasPhp)('is what PHP deletes (skipped where php is not installed)', async () => {
    for (const statement of ["setcookie('sid', '');", "setcookie('sid', false);"]) {
      expect(await headersOf(`<?php\n${statement}\n`)).toEqual([expect.stringContaining('sid=deleted')]);
      await expect(stateOf(`<?php\n${statement}\n`)).rejects.toThrow('no cookie');
    }
  });
});

const FOUNDATION = 'Symfony/Component/HttpFoundation/autoload.php';
const SYMFONY = [
  "Cookie::create('sid', 'x')",
  "Cookie::create('sid', 'x')->withSecure()",
  "Cookie::create('sid', 'x')->withSecure(false)",
  "Cookie::create('sid', 'x', secure: true)",
  "new Cookie('sid', 'x')",
  "new Cookie('sid', 'x', 0, '/', null, true)",
  "new Cookie('sid', 'x', 0, '/', null, false)",
  "Cookie::create('sid', 'x')->withSecure($request->isSecure())",
];

describe.each(SYMFONY)('%s', (expression) => {
  it.skipIf(!hasLibrary(FOUNDATION))('is sent as we say (skipped where php-symfony-http-foundation is not installed)', async () => {
    const use = '<?php\nuse Symfony\\Component\\HttpFoundation\\Cookie;\n';
    const page = `${use}require_once '${FOUNDATION}';\n$request = Symfony\\Component\\HttpFoundation\\Request::createFromGlobals();\n$response = new Symfony\\Component\\HttpFoundation\\Response();\n$response->headers->setCookie(${expression});\n$response->prepare($request)->send();\n`;
    expect(AGREEING[await expectedState(page)]).toContain(await stateOf(page));
  });
});

const JAR = 'Illuminate/Cookie/autoload.php';
/** `config/session.php`'s value and the arguments after the cookie's name and value. */
const LARAVEL: readonly (readonly [config: string, rest: string, secure: 'on' | 'off' | 'request'])[] = [
  ['true', '', 'on'],
  ['false', '', 'off'],
  ['null', '', 'request'],
  ["''", '', 'off'],
  ['true', ', 0, null, null, false', 'off'],
  ['false', ', 0, null, null, true', 'on'],
  ['null', ', 0, null, null, null', 'request'],
];

describe.each(LARAVEL)('session.secure %s, make(…%s)', (config, rest, secure) => {
  it.skipIf(!hasLibrary(JAR) || !hasLibrary(FOUNDATION))(
    'is what the jar makes of it (skipped where php-illuminate-cookie is not installed)',
    async () => {
      const page = `<?php\nrequire_once '${FOUNDATION}';\nrequire_once '${JAR}';\n$jar = (new Illuminate\\Cookie\\CookieJar())->setDefaultPathAndDomain('/', null, ${config});\n$response = new Symfony\\Component\\HttpFoundation\\Response();\n$response->headers->setCookie($jar->make('sid', 'x'${rest}));\n$response->prepare(Symfony\\Component\\HttpFoundation\\Request::createFromGlobals())->send();\n`;
      expect(await expectedState(page)).toBe(secure);
      const written = {
        'config/session.php': `<?php\nreturn ['driver' => 'file', 'secure' => ${config}, 'http_only' => true];\n`,
        'app/page.php': `<?php\nuse Illuminate\\Support\\Facades\\Cookie;\nCookie::make('sid', 'x'${rest});\n`,
      };
      expect(AGREEING[secure]).toContain(await stateIn(written, 'app/page.php'));
    },
  );
});
