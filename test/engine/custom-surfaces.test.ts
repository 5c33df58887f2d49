/** A project's own cookie functions, declared in its configuration, in every language that the rule reads. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/engine/config/load.js';
import { scan } from '../../src/engine/scan.js';

const config = `surfaces:
  - { id: shop/keyword, function: set_auth_cookie, name: 1 }
  - { id: shop/options, function: setAuthCookie, module: '@shop/cookies', name: 1, options: 3 }
  - { id: shop/method, method: putCookie, name: 0, secure: 2 }
  - { id: shop/function, function: PutCookie, name: 0, secure: 2, default: on }
`;

/** The cookies of a file by name, with the state of each. */
async function states(file: string, text: string): Promise<Record<string, string>> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-custom-'));
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, 'cookie-lint.config.yaml'), config);
  writeFileSync(path.join(root, file), text);
  const { cookies } = await scan({ root, config: (await loadConfig(root)).config });
  return Object.fromEntries(cookies.map(({ cookie, state }) => [cookie.name ?? '?', state]));
}

describe('custom surfaces', () => {
  it.each([
    [
      'a.js',
      "import { setAuthCookie } from '@shop/cookies';\nsetAuthCookie(res, 'a', t, { httpOnly: true });\nsetAuthCookie(res, 'b', t, { secure: true });\n",
      { a: 'missing', b: 'on' },
    ],
    ['a.ts', "import { setAuthCookie } from './own';\nsetAuthCookie(res, 'a', t, { httpOnly: true });\n", {}],
    [
      'b.js',
      "jar.putCookie('a', t, false);\njar.putCookie('b', t, true);\njar.putCookie('c', t);\n",
      { a: 'disabled', b: 'on', c: 'missing' },
    ],
    [
      'a.py',
      "from shop import set_auth_cookie\n\ndef f(r):\n    set_auth_cookie(r, 'a')\n    set_auth_cookie(r, 'b', secure=True)\n    set_auth_cookie(r, 'c', secure=False)\n",
      { a: 'missing', b: 'on', c: 'disabled' },
    ],
    [
      'a.rb',
      "set_auth_cookie(r, 'a')\nset_auth_cookie(r, 'b', secure: true)\nset_auth_cookie(r, 'c', secure: false)\n",
      { a: 'missing', b: 'on', c: 'disabled' },
    ],
    [
      'a.php',
      "<?php\nset_auth_cookie($r, 'a');\nset_auth_cookie($r, 'b', secure: true);\n$jar->putCookie('c', $t, false);\n",
      { a: 'missing', b: 'on', c: 'disabled' },
    ],
    ['A.java', 'class A { void f() { jar.putCookie("a", t, false); jar.putCookie("b", t, true); } }\n', { a: 'disabled', b: 'on' }],
    ['A.kt', 'fun f() { jar.putCookie("a", t, false); jar.putCookie("b", t, true) }\n', { a: 'disabled', b: 'on' }],
    ['A.scala', 'class A { def f() = { jar.putCookie("a", t, false); jar.putCookie("b", t, true) } }\n', { a: 'disabled', b: 'on' }],
    [
      'A.cs',
      'class A { void F() { PutCookie("a", t, false); PutCookie("b", t, true); PutCookie("c", t); } }\n',
      { a: 'disabled', b: 'on', c: 'on' },
    ],
    ['a.go', 'package a\n\nfunc f() {\n\tPutCookie("a", t, false)\n\tcookies.PutCookie("b", t, true)\n}\n', { a: 'disabled', b: 'on' }],
    ['a.rs', 'fn f() { PutCookie("a", t, false); cookies::PutCookie("b", t, true); }\n', { a: 'disabled', b: 'on' }],
  ])('in %s', async (file, text, expected) => {
    expect(await states(`src/${file}`, text)).toEqual(expected);
  });
});
