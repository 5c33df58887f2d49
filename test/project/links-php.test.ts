/** PHP values come from autoloaded classes and from files that are required. */
import { expect, it } from 'vitest';
import { productionValue, Repository } from './repository.js';

const shop = {
  'composer.json': '{ "autoload": { "psr-4": { "App\\\\": "app/", "Shop\\\\Core\\\\": ["core/src/"] } } }',
  'app/Http/Login.php': `<?php
namespace App\\Http;

use App\\Config\\Cookies;
use Shop\\Core\\Flags as F;

$constant = Cookies::SECURE;
$static = Cookies::$flag;
$called = Cookies::options()['secure'];
$aliased = F::ON;
$sibling = Sibling::WEAK;
$full = \\App\\Config\\Cookies::WEAK;
$library = \\Vendor\\Thing::SECURE;
$enum = \\App\\Config\\Mode::Strict;
`,
  'app/Http/Sibling.php': '<?php\nnamespace App\\Http;\nclass Sibling { const WEAK = false; }\n',
  'app/Config/Cookies.php': `<?php
namespace App\\Config;
class Cookies {
  public const SECURE = true;
  const WEAK = false;
  public static $flag = false;
  public static function options() { return ['secure' => self::SECURE, 'httponly' => true]; }
}
`,
  'core/src/Flags.php': '<?php\nnamespace Shop\\Core;\nfinal class Flags { const ON = true; }\n',
  'public/index.php': `<?php
$config = require __DIR__ . '/../config/app.php';
require_once dirname(__FILE__) . '/settings.php';
include 'constants.php';
$returned = $config['cookie']['secure'];
$shared = $secure_cookie;
$defined = COOKIE_SECURE;
$missing = (require 'nowhere.php')['secure'];
`,
  'config/app.php': "<?php\nreturn ['cookie' => ['secure' => true]];\n",
  'public/settings.php': '<?php\n$secure_cookie = false;\n',
  'public/constants.php': "<?php\ndefine('COOKIE_SECURE', true);\n",
};

it('follows classes by PSR-4, the same namespace, and full names', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, 'app/Http/Login.php', name);
  expect(value('constant')).toBe(true);
  expect(value('static')).toBe(false);
  expect(value('called')).toBe(true);
  expect(value('aliased')).toBe(true);
  expect(value('sibling')).toBe(false);
  expect(value('full')).toBe(false);
  expect(value('library')).toBe('symbol');
});

it('follows required files: what they return, their variables and their constants', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, 'public/index.php', name);
  expect(value('returned')).toBe(true);
  expect(value('shared')).toBe(false);
  expect(value('defined')).toBe(true);
  expect(value('missing')).toBe('symbol');
});
