/** Whole programs of PHP as people write them, like those of `javascript-whole-programs.ts`. */
const SYMFONY = `use Symfony\\Component\\HttpFoundation\\Cookie;
use Symfony\\Component\\HttpFoundation\\Request;
use Symfony\\Component\\HttpFoundation\\Response;

require_once 'Symfony/Component/HttpFoundation/autoload.php';
`;

export const PHP_WHOLE_PROGRAMS: Readonly<Record<string, string>> = {
  'config class with constants': `<?php

final class Config
{
    public const COOKIE_NAME = 'sid';

    public static function secure(): bool
    {
        return S;
    }
}

setcookie(Config::COOKIE_NAME, 'x', ['httponly' => true, 'secure' => Config::secure()]);
`,
  'config file with a reader': `<?php

require_once __DIR__ . '/Config.php';

$config = Config::load(__DIR__ . '/settings.php');
setcookie('sid', 'x', ['path' => '/', 'secure' => $config->get('secure', true)]);
=== Config.php
<?php

class Config
{
    private array $values;

    private function __construct(array $values)
    {
        $this->values = $values;
    }

    public static function load(string $file): self
    {
        return new self(require $file);
    }

    public function get(string $key, $default = null)
    {
        return $this->values[$key] ?? $default;
    }
}
=== settings.php
<?php

return ['secure' => S, 'path' => '/'];
`,
  'config by dots': `<?php

class Config
{
    private static array $items = [];

    public static function set(array $items): void
    {
        self::$items = $items;
    }

    public static function get(string $path, $default = null)
    {
        $value = self::$items;
        foreach (explode('.', $path) as $key) {
            if (!is_array($value) || !array_key_exists($key, $value)) {
                return $default;
            }
            $value = $value[$key];
        }
        return $value;
    }
}

Config::set(['cookie' => ['secure' => S]]);
setcookie('sid', 'x', ['secure' => Config::get('cookie.secure', true)]);
`,
  'options object': `<?php

final class CookieOptions
{
    public function __construct(
        private bool $secure = true,
        private bool $httpOnly = true,
        private string $path = '/',
    ) {
    }

    public function toArray(): array
    {
        return ['path' => $this->path, 'secure' => $this->secure, 'httponly' => $this->httpOnly];
    }
}

setcookie('sid', 'x', (new CookieOptions(secure: S))->toArray());
`,
  'cookie jar class': `<?php

class CookieJar
{
    private array $defaults;

    public function __construct(array $defaults = [])
    {
        $this->defaults = array_merge(['path' => '/', 'httponly' => true, 'secure' => true], $defaults);
    }

    public function set(string $name, string $value, array $options = []): void
    {
        setcookie($name, $value, array_merge($this->defaults, $options));
    }
}

$jar = new CookieJar(['secure' => S]);
$jar->set('sid', 'x');
`,
  'cookie jar with an override': `<?php

class CookieJar
{
    private bool $secure = true;

    public function setSecure(bool $secure): static
    {
        $this->secure = $secure;
        return $this;
    }

    public function send(string $name, string $value): void
    {
        setcookie($name, $value, ['secure' => $this->secure, 'path' => '/']);
    }
}

(new CookieJar())->setSecure(S)->send('sid', 'x');
`,
  'helper with a null default': `<?php

const COOKIE_DEFAULT = S;

function send_cookie(string $name, string $value, ?bool $secure = null): void
{
    $secure = $secure ?? COOKIE_DEFAULT;
    setcookie($name, $value, ['secure' => $secure]);
}

send_cookie('sid', 'x');
`,
  'constant by define': `<?php

define('COOKIE_SECURE_FLAG', S);

function send_cookie($name, $value)
{
    setcookie($name, $value, 0, '/', '', COOKIE_SECURE_FLAG, true);
}

send_cookie('sid', 'x');
`,
  'constant if not defined': `<?php

if (!defined('COOKIE_FLAG')) {
    define('COOKIE_FLAG', S);
}
setcookie('sid', 'x', 0, '/', '', COOKIE_FLAG, true);
`,
  'constant of a local file': `<?php

require __DIR__ . '/wp-config.php';

setcookie('sid', 'x', 0, '/', '', defined('FORCE_FLAG') && FORCE_FLAG, true);
=== wp-config.php
<?php

define('FORCE_FLAG', S);
`,
  'mode class': `<?php

class Env
{
    public static function get(string $name, ?string $default = null): ?string
    {
        $value = getenv($name);
        return $value === false ? $default : $value;
    }

    public static function bool(string $name, bool $default): bool
    {
        $value = self::get($name);
        return $value === null ? $default : filter_var($value, FILTER_VALIDATE_BOOLEAN);
    }
}

setcookie('sid', 'x', ['secure' => Env::get('APP_ENV', 'development') === 'production' || S]);
`,
  'session with options': `<?php

$options = ['name' => 'sid', 'cookie_httponly' => true, 'cookie_samesite' => 'Lax'];
$options['cookie_secure'] = S;
session_start($options);
`,
  'session class': `<?php

class Session
{
    public function __construct(private array $options)
    {
    }

    public function start(): void
    {
        if (session_status() === PHP_SESSION_ACTIVE) {
            return;
        }
        session_name('sid');
        session_set_cookie_params([
            'lifetime' => 0,
            'path' => $this->options['path'] ?? '/',
            'secure' => $this->options['secure'] ?? true,
            'httponly' => true,
        ]);
        session_start();
    }
}

(new Session(['secure' => S]))->start();
`,
  'session by ini': `<?php

foreach (['session.cookie_httponly' => '1', 'session.cookie_secure' => S, 'session.name' => 'sid'] as $key => $value) {
    ini_set($key, $value);
}
session_start();
`,
  'header by hand': `<?php

function cookie_header(string $name, string $value, array $attributes): string
{
    $parts = ["$name=$value"];
    foreach ($attributes as $key => $given) {
        if ($given === false) {
            continue;
        }
        $parts[] = $given === true ? $key : "$key=$given";
    }
    return 'Set-Cookie: ' . implode('; ', $parts);
}

header(cookie_header('sid', 'x', ['Path' => '/', 'HttpOnly' => true, 'Secure' => S]));
`,
  'header by sprintf': `<?php

header(sprintf('Set-Cookie: %s=%s; Path=/%s', 'sid', 'x', S ? '; Secure' : ''), false);
`,
  'header by a list': `<?php

$parts = ['sid=x', 'Path=/', 'HttpOnly'];
if (S) {
    $parts[] = 'Secure';
}
header('Set-Cookie: ' . implode('; ', $parts), false);
`,
  'container with closures': `<?php

class Container
{
    private array $factories = [];

    public function set(string $id, callable $factory): void
    {
        $this->factories[$id] = $factory;
    }

    public function get(string $id)
    {
        return $this->factories[$id]($this);
    }
}

$container = new Container();
$container->set('cookie', fn () => ['path' => '/', 'secure' => S]);
setcookie('sid', 'x', $container->get('cookie'));
`,
  singleton: `<?php

class Settings
{
    private static ?Settings $instance = null;
    private bool $secure;

    private function __construct()
    {
        $this->secure = S;
    }

    public static function getInstance(): self
    {
        if (self::$instance === null) {
            self::$instance = new self();
        }
        return self::$instance;
    }

    public function isSecure(): bool
    {
        return $this->secure;
    }
}

setcookie('sid', 'x', ['secure' => Settings::getInstance()->isSecure()]);
`,
  'abstract class': `<?php

abstract class Policy
{
    abstract protected function secure(): bool;

    public function options(): array
    {
        return ['path' => '/', 'secure' => $this->secure()];
    }
}

class Mine extends Policy
{
    protected function secure(): bool
    {
        return S;
    }
}

setcookie('sid', 'x', (new Mine())->options());
`,
  'interface and a factory': `<?php

interface Policy
{
    public function secure(): bool;
}

class Fixed implements Policy
{
    private bool $value;

    public function __construct(bool $value)
    {
        $this->value = $value;
    }

    public function secure(): bool
    {
        return $this->value;
    }
}

function policy(): Policy
{
    return new Fixed(S);
}

$policy = policy();
setcookie('sid', 'x', ['secure' => $policy->secure()]);
`,
  'late static binding': `<?php

class Model
{
    protected static bool $secure = true;

    public static function options(): array
    {
        return ['secure' => static::$secure];
    }
}

class Session extends Model
{
    protected static bool $secure = S;
}

setcookie('sid', 'x', Session::options());
`
    .replace(
      'protected static bool $secure = S;',
      'protected static bool $secure = false;\n\n    public static function boot(): void\n    {\n        self::$secure = S;\n    }',
    )
    .replace("setcookie('sid'", "Session::boot();\nsetcookie('sid'"),
  'enum with a match': `<?php

enum Stage: string
{
    case Production = 'production';
    case Development = 'development';

    public function secure(): bool
    {
        return match ($this) {
            self::Production => true,
            self::Development => false,
        };
    }
}

$stage = S ? Stage::Production : Stage::Development;
setcookie('sid', 'x', ['secure' => $stage->secure()]);
`,
  'local configuration over defaults': `<?php

$config = ['cookie' => ['secure' => true, 'path' => '/']];
if (is_file(__DIR__ . '/local.php')) {
    $config = array_replace_recursive($config, require __DIR__ . '/local.php');
}
setcookie('sid', 'x', ['path' => $config['cookie']['path'], 'secure' => $config['cookie']['secure']]);
=== local.php
<?php

return ['cookie' => ['secure' => S]];
`,
  'global in a function': `<?php

$config['cookie_secure'] = S;

function send_cookie($name, $value)
{
    global $config;
    setcookie($name, $value, 0, '/', '', $config['cookie_secure']);
}

send_cookie('sid', 'x');
`,
  'deleted, then set': `<?php

setcookie('old', '', time() - 3600, '/');
setcookie('sid', 'x', time() + 3600, '/', '', S, true);
`,
  'name with a prefix': `<?php

$secure = S;
setcookie($secure ? '__Host-sid' : 'sid', 'x', ['path' => '/', 'secure' => $secure]);
`,
  'scheme or forced': `<?php

function is_https(): bool
{
    return false;
}

setcookie('sid', 'x', ['secure' => is_https() || S]);
`,
  'symfony: listener class': `<?php

${SYMFONY}
class CookieFactory
{
    public function __construct(private bool $secure)
    {
    }

    public function create(string $name, string $value): Cookie
    {
        return Cookie::create($name)->withValue($value)->withSecure($this->secure)->withHttpOnly(true);
    }
}

$response = new Response('ok');
$response->headers->setCookie((new CookieFactory(S))->create('sid', 'x'));
$response->prepare(Request::createFromGlobals());
$response->send();
`,
  'symfony: conditional wither': `<?php

${SYMFONY}
$cookie = Cookie::create('sid', 'x', 0, '/', null, false);
if (S) {
    $cookie = $cookie->withSecure(true);
}
$response = new Response('ok');
$response->headers->setCookie($cookie);
$response->prepare(Request::createFromGlobals());
$response->send();
`,
  'symfony: from a text': `<?php

${SYMFONY}
$response = new Response('ok');
$response->headers->setCookie(Cookie::fromString('sid=x; path=/' . (S ? '; secure' : '')));
$response->prepare(Request::createFromGlobals());
$response->send();
`,
  'symfony: header': `<?php

${SYMFONY}
$response = new Response('ok', 200, ['Set-Cookie' => 'sid=x; path=/' . (S ? '; secure' : '')]);
$response->prepare(Request::createFromGlobals());
$response->send();
`,
};
