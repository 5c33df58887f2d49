/** Settings that frameworks keep in files of their own are read from those files. */
import { expect, it } from 'vitest';
import type { Idioms } from '../../src/values/idioms.js';
import { productionValue, Repository } from './repository.js';

const php: Idioms = {
  php: {
    environment: [{ call: 'env', fallback: { index: 1 }, cast: 'words' }],
    settings: [
      { call: 'config', of: 'laravel' },
      { object: '**.Config', of: 'laravel', methods: ['get', 'boolean'] },
    ],
    request: [],
    functions: [],
  },
};

it('follows config() of Laravel into the file that returns the settings', async () => {
  const repository = await Repository.of({
    'app/Http/Login.php': `<?php
namespace App\\Http;
use Illuminate\\Support\\Facades\\Config;
$helper = config('session.secure');
$facade = Config::get('session.http_only');
$nested = config('auth.guards.web.secure');
$folder = config('shop.cookies.secure');
$fallback = config('session.missing', true);
$open = config('session.open');
$nowhere = config('other.secure');
`,
    'config/session.php': "<?php\nreturn ['secure' => env('SESSION_SECURE_COOKIE', false), 'http_only' => true, 'open' => env('OPEN')];\n",
    'config/auth.php': "<?php\n$web = ['secure' => true];\nreturn ['guards' => ['web' => $web]];\n",
    'config/shop/cookies.php': "<?php\nreturn ['secure' => true];\n",
  });
  const value = (name: string): unknown => productionValue(repository, 'app/Http/Login.php', name, php);
  expect(value('helper')).toBe(false);
  expect(value('facade')).toBe(true);
  expect(value('nested')).toBe(true);
  expect(value('folder')).toBe(true);
  expect(value('fallback')).toBe(true);
  expect(value('open')).toBe(undefined);
  expect(value('nowhere')).toBe(undefined);
});

it('follows config.get() of node-config, production over default', async () => {
  const repository = await Repository.of({
    'server/app.js':
      "const config = require('config');\nconst secure = config.get('cookie.secure');\nconst strict = config.get('cookie.strict');\nconst missing = config.get('cookie.missing');\n",
    'server/config/default.json': '{ "cookie": { "secure": false, "strict": true } }',
    'server/config/production.js': 'module.exports = { cookie: { secure: true } };\n',
    'server/config/development.json': '{ "cookie": { "strict": false } }',
  });
  expect(productionValue(repository, 'server/app.js', 'secure')).toBe(true);
  expect(productionValue(repository, 'server/app.js', 'strict')).toBe(true);
  expect(productionValue(repository, 'server/app.js', 'missing')).toBe(undefined);
});
