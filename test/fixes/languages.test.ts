// Fixes in Python, Ruby, PHP, the JVM's languages, C#, Go and Rust.
import {
  argument,
  element,
  keyword,
  keywords,
  lambda,
  lambdaSetter,
  member,
  options,
  property,
  repeated,
  setter,
  text,
  value,
} from '../../src/matching/surface.js';
import { csharp } from '../../src/syntax/csharp/language.js';
import { go } from '../../src/syntax/go/language.js';
import { java } from '../../src/syntax/java/language.js';
import { kotlin } from '../../src/syntax/kotlin/language.js';
import { php } from '../../src/syntax/php/language.js';
import { python } from '../../src/syntax/python/language.js';
import { ruby } from '../../src/syntax/ruby/language.js';
import { rust } from '../../src/syntax/rust/language.js';
import { scala } from '../../src/syntax/scala/language.js';
import { testFixes } from './fix-table.js';

const any = { any: true, sure: true } as const;

testFixes('Python keywords', {
  language: python,
  path: 'a.py',
  surface: { match: { method: 'set_cookie', receiver: any }, attributes: keywords({ secure: 6 }) },
  rows: [
    ['r.set_cookie("a", b)\n', 'r.set_cookie("a", b, secure=True)\n'],
    ['r.set_cookie("a", b, secure=False)\n', 'r.set_cookie("a", b, secure=True)\n'],
    ['r.set_cookie("a", b, secure=(not True))\n', 'r.set_cookie("a", b, secure=True)\n'],
    ['r.set_cookie("a", b, 1, 2, 3, 4, False)\n', 'r.set_cookie("a", b, 1, 2, 3, 4, True)\n'],
    ['r.set_cookie(\n    "a",\n    b,  # why\n)\n', 'r.set_cookie(\n    "a",\n    b,  # why\n    secure=True,\n)\n'],
    ['r.set_cookie(\r\n    "a",\r\n    b  # why\r\n)\r\n', 'r.set_cookie(\r\n    "a",\r\n    b,  # why\r\n    secure=True\r\n)\r\n'],
    ['r.set_cookie(\r\n    key="a",\r\n    value=b\r\n)\r\n', 'r.set_cookie(\r\n    key="a",\r\n    value=b,\r\n    secure=True\r\n)\r\n'],
    ["o = {'path': '/'}\nr.set_cookie('a', b, **o)\n", "o = {'path': '/', 'secure': True}\nr.set_cookie('a', b, **o)\n"],
    ["o = {'secure': False}\nr.set_cookie('a', b, **o)\n", "o = {'secure': True}\nr.set_cookie('a', b, **o)\n"],
    {
      before: "r.set_cookie('a', b, **o)\n",
      after: "r.set_cookie('a', b, **o, secure=True)\n",
      safe: false,
      title: 'check that `o` does not hold',
      open: true,
    },
    {
      before: "import os\nr.set_cookie('a', b)\n",
      after: "import os\nr.set_cookie('a', b, secure=os.environ.get('ENV') != 'development')\n",
      style: 'fail-closed',
      open: true,
    },
    {
      before: "r.set_cookie('a', b)\n",
      after: "r.set_cookie('a', b, secure=True)\n",
      style: 'fail-closed',
      safe: false,
      title: 'in development too',
    },
    {
      before: "from django.conf import settings\nr.set_cookie('a', b)\n",
      after: "from django.conf import settings\nr.set_cookie('a', b, secure=not settings.DEBUG)\n",
      style: 'fail-closed',
      open: true,
    },
    {
      before: "import os\nr.set_cookie('a', b, secure=os.getenv('COOKIE_SECURE') == 'true')\n",
      after: "import os\nr.set_cookie('a', b, secure=os.getenv('COOKIE_SECURE') != 'false')\n",
      open: true,
    },
    {
      before: "import os\nr.set_cookie('a', b, secure=os.environ.get('TLS', 'False').lower() == 'true')\n",
      after: "import os\nr.set_cookie('a', b, secure=os.environ.get('TLS', 'true').lower() == 'true')\n",
      open: true,
    },
    [
      "X = SECURE = False\nr.set_cookie('a', b, secure=SECURE)\n",
      "X = SECURE = False\nSECURE = True\nr.set_cookie('a', b, secure=SECURE)\n",
    ],
  ],
});

testFixes('Python settings', {
  language: python,
  path: 'settings.py',
  surface: { match: { setting: 'SESSION_COOKIE_SECURE' }, attributes: { secure: value() } },
  rows: [
    ['SESSION_COOKIE_SECURE = False\n', 'SESSION_COOKIE_SECURE = True\n'],
    ['SESSION_COOKIE_SECURE = (False)  # dev\n', 'SESSION_COOKIE_SECURE = True  # dev\n'],
  ],
});

testFixes('Python texts', {
  language: python,
  path: 'a.py',
  surface: { kind: 'header', match: { assign: 'r.headers.Set-Cookie' }, attributes: { secure: text(value()) } },
  rows: [
    ["r.headers['Set-Cookie'] = 'a=b'\n", "r.headers['Set-Cookie'] = 'a=b; Secure'\n"],
    ["r.headers['Set-Cookie'] = f'a={b}; Path=/'\n", "r.headers['Set-Cookie'] = f'a={b}; Path=/; Secure'\n"],
    ['r.headers[\'Set-Cookie\'] = f"""a=b; Path={p}"""\n', 'r.headers[\'Set-Cookie\'] = f"""a=b; Path={p}; Secure"""\n'],
    ['r.headers[\'Set-Cookie\'] = f"a=b; Path={p}"\n', 'r.headers[\'Set-Cookie\'] = f"a=b; Path={p}; Secure"\n'],
    ["r.headers['Set-Cookie'] = ('a=b; '\n    'Path=/')\n", "r.headers['Set-Cookie'] = ('a=b; '\n    'Path=/; Secure')\n"],
    ["r.headers['Set-Cookie'] = 'a=' + b\n", "r.headers['Set-Cookie'] = 'a=' + b + '; Secure'\n"],
  ],
});

testFixes('Ruby cookies', {
  language: ruby,
  path: 'a.rb',
  surface: {
    match: { assign: 'cookies.*' },
    attributes: { secure: { at: 'value', path: ['secure'], plain: true } },
    value: value('value'),
  },
  rows: [
    ['cookies[:a] = { value: 1 }\n', 'cookies[:a] = { value: 1, secure: true }\n'],
    ["cookies[:a] = {:value => 1, :path => '/'}\n", "cookies[:a] = {:value => 1, :path => '/', :secure => true}\n"],
    ["cookies[:a] = { 'value' => 1 }\n", "cookies[:a] = { 'value' => 1, 'secure' => true }\n"],
    [
      'cookies[:a] = {\n  value: 1,\n  httponly: true # no scripts\n}\n',
      'cookies[:a] = {\n  value: 1,\n  httponly: true, # no scripts\n  secure: true\n}\n',
    ],
    ['cookies[:a] = { value: 1, secure: false }\n', 'cookies[:a] = { value: 1, secure: true }\n'],
    ["cookies[:a] = 'b'\n", "cookies[:a] = { value: 'b', secure: true }\n"],
    {
      before: 'cookies[:a] = user.token\n',
      after: 'cookies[:a] = { value: user.token, secure: true }\n',
      safe: false,
      title: 'no hash of options',
    },
    {
      before: 'cookies[:a] = cookie_options(1)\n',
      after: 'cookies[:a] = cookie_options(1).merge(secure: true)\n',
      safe: false,
      open: true,
    },
    {
      before: 'cookies[:a] = { value: 1, secure: false } # Rails\n',
      after: 'cookies[:a] = { value: 1, secure: !Rails.env.development? } # Rails\n',
      style: 'fail-closed',
      safe: false,
      open: true,
    },
  ],
});

testFixes('Ruby arguments', {
  language: ruby,
  path: 'a.rb',
  surface: {
    match: { method: 'set_cookie', receiver: any },
    attributes: { secure: { at: 'argument', index: 1, path: ['secure'], plain: true } },
  },
  rows: [
    ['response.set_cookie(\'a\', "b#{c}")\n', 'response.set_cookie(\'a\', { value: "b#{c}", secure: true })\n'],
    ["response.set_cookie('a', { value: 'b' })\n", "response.set_cookie('a', { value: 'b', secure: true })\n"],
  ],
});

testFixes('Python elements', {
  language: python,
  path: 'a.py',
  surface: { match: { assign: 'jar.*' }, attributes: { secure: element('secure') } },
  rows: [
    ["jar['a'] = 'b'\njar['a']['path'] = '/'\n", "jar['a'] = 'b'\njar['a']['secure'] = True\njar['a']['path'] = '/'\n"],
    [
      'def f(jar):\n    jar["a"] = "b"\n    jar["a"]["secure"] = False\n',
      'def f(jar):\n    jar["a"] = "b"\n    jar["a"]["secure"] = True\n',
    ],
    {
      before: "jar['a'] = 'b'\nif x:\n    jar['a']['secure'] = True\n",
      after: "jar['a'] = 'b'\njar['a']['secure'] = True\nif x:\n    jar['a']['secure'] = True\n",
      state: 'env-conditional',
      open: true,
    },
  ],
});

testFixes('Python members', {
  language: python,
  path: 'a.py',
  surface: { match: { class: { member: 'samesite' } }, attributes: { secure: member('secure') } },
  rows: [
    [
      'class Settings(Base):\n    key: str = "a"\n    samesite: str = "lax"\n\n    def f(self): pass\n',
      'class Settings(Base):\n    key: str = "a"\n    samesite: str = "lax"\n    secure: bool = True\n\n    def f(self): pass\n',
    ],
    [
      'class Settings(Base):\n    samesite = "lax"\n    secure = False\n',
      'class Settings(Base):\n    samesite = "lax"\n    secure = True\n',
    ],
  ],
});

testFixes('Python calls', {
  language: python,
  path: 'a.py',
  surface: {
    match: { call: 'session.connect' },
    attributes: { secure: { at: 'called', paths: ['session.secure', 'request.requires_https'] } },
  },
  rows: [['def f():\n    session.connect(request)\n    g()\n', 'def f():\n    session.connect(request)\n    session.secure()\n    g()\n']],
});

testFixes('Ruby keywords', {
  language: ruby,
  path: 'a.rb',
  surface: { match: { method: 'session_store', receiver: any }, attributes: keywords() },
  rows: [
    ["config.session_store :cookie_store, key: 'a'\n", "config.session_store :cookie_store, key: 'a', secure: true\n"],
    ["config.session_store :cookie_store, :key => 'a'\n", "config.session_store :cookie_store, :key => 'a', :secure => true\n"],
    [
      "config.session_store :cookie_store,\n  key: 'a', # name\n  path: '/' # all\nx = 1\n",
      "config.session_store :cookie_store,\n  key: 'a', # name\n  path: '/', # all\n  secure: true\nx = 1\n",
    ],
    ["config.session_store :cookie_store, key: 'a' if x\n", "config.session_store :cookie_store, key: 'a', secure: true if x\n"],
    ['config.session_store(:cookie_store)\n', 'config.session_store(:cookie_store, secure: true)\n'],
    [
      "config.session_store :cookie_store,\n  key: 'a',\n  secure: false\n",
      "config.session_store :cookie_store,\n  key: 'a',\n  secure: true\n",
    ],
    [
      'secure = false\nconfig.session_store(:cookie_store, secure:)\n',
      'secure = false\nconfig.session_store(:cookie_store, secure: true)\n',
    ],
  ],
});

testFixes('Ruby blocks', {
  language: ruby,
  path: 'a.rb',
  surface: { match: { method: 'configure', receiver: any }, attributes: { secure: lambda('secure') } },
  rows: [
    ['X.configure do |config|\n  config.a = 1\nend\n', 'X.configure do |config|\n  config.secure = true\n  config.a = 1\nend\n'],
    ['X.configure do |config|\nend\n', 'X.configure do |config|\n  config.secure = true\nend\n'],
    ['X.configure { |c| }\n', 'X.configure { |c| c.secure = true }\n'],
    ['X.configure { |c| c.a = 1 }\n', 'X.configure { |c| c.secure = true; c.a = 1 }\n'],
    ['X.configure do |config|\n  config.secure = false\nend\n', 'X.configure do |config|\n  config.secure = true\nend\n'],
  ],
});

testFixes('Ruby lists and nested settings', {
  language: ruby,
  path: 'a.rb',
  surface: { match: { assign: '**.sessions' }, attributes: { secure: value('1', 'secure') } },
  rows: [["config.sessions = :cookie, { key: 'a' }\n", "config.sessions = :cookie, { key: 'a', secure: true }\n"]],
});

testFixes('PHP setcookie', {
  language: php,
  path: 'a.php',
  surface: { match: { call: 'setcookie' }, attributes: { secure: [argument(5), argument(2, 'secure')] } },
  rows: [
    ["<?php\nsetcookie('a', $b);\n", "<?php\nsetcookie('a', $b, ['secure' => true]);\n"],
    ["<?php\nsetcookie('a', $b, 0, '/', '');\n", "<?php\nsetcookie('a', $b, 0, '/', '', true);\n"],
    ["<?php\nsetcookie('a', $b, 0, '/', '', false, true);\n", "<?php\nsetcookie('a', $b, 0, '/', '', true, true);\n"],
    ["<?php\nsetcookie('a', $b, ['path' => '/']);\n", "<?php\nsetcookie('a', $b, ['path' => '/', 'secure' => true]);\n"],
    [
      "<?php\nsetcookie('a', $b, [\n    'path'     => '/',\n    'httponly' => true,\n]);\n",
      "<?php\nsetcookie('a', $b, [\n    'path'     => '/',\n    'httponly' => true,\n    'secure'   => true,\n]);\n",
    ],
    ["<?php\nsetcookie('a', $b, array(\"path\" => '/'));\n", '<?php\nsetcookie(\'a\', $b, array("path" => \'/\', "secure" => true));\n'],
    ["<?php\n$o = ['secure' => false];\nsetcookie('a', $b, $o);\n", "<?php\n$o = ['secure' => true];\nsetcookie('a', $b, $o);\n"],
    {
      before: "<?php\nsetcookie('a', $b, options());\n",
      after: "<?php\nsetcookie('a', $b, [...options(), 'secure' => true]);\n",
      safe: false,
    },
  ],
});

testFixes('PHP setcookie with arguments left out', {
  language: php,
  path: 'a.php',
  surface: {
    match: { call: 'setcookie' },
    attributes: { secure: [argument(5), argument(2, 'secure')] },
    fix: { fill: ['', "''", '0', "''", "''"] },
  },
  rows: [
    ["<?php\nsetcookie('a', $b);\n", "<?php\nsetcookie('a', $b, ['secure' => true]);\n"],
    ["<?php\nsetcookie('a');\n", "<?php\nsetcookie('a', '', 0, '', '', true);\n"],
    ["<?php\nsetcookie('a', $b, time() + 60);\n", "<?php\nsetcookie('a', $b, time() + 60, '', '', true);\n"],
    { before: "<?php\nsetcookie('a', $b, $expires);\n", after: "<?php\nsetcookie('a', $b, $expires, '', '', true);\n", safe: false },
  ],
});

testFixes('PHP named arguments', {
  language: php,
  path: 'a.php',
  surface: { match: { call: 'cookie' }, attributes: { secure: keyword('secure', 5) } },
  rows: [
    ["<?php\ncookie('a', $b, 60);\n", "<?php\ncookie('a', $b, 60, secure: true);\n"],
    ["<?php\ncookie('a', $b, 60, null, null);\n", "<?php\ncookie('a', $b, 60, null, null, true);\n"],
    ["<?php\ncookie('a', $b, 60, secure: false);\n", "<?php\ncookie('a', $b, 60, secure: true);\n"],
  ],
});

testFixes('PHP settings and words', {
  language: php,
  path: 'config/session.php',
  surface: { match: { setting: 'secure' }, attributes: { secure: value() } },
  rows: [
    {
      before: "<?php\nreturn ['secure' => env('SESSION_SECURE_COOKIE', false)];\n",
      after: "<?php\nreturn ['secure' => env('SESSION_SECURE_COOKIE', true)];\n",
      state: 'env-conditional',
      open: true,
    },
    {
      before: "<?php\nreturn ['secure' => env('COOKIES_SECURE', false)];\n",
      after: "<?php\nreturn ['secure' => env('COOKIES_SECURE', true)];\n",
      style: 'fail-closed',
      state: 'env-conditional',
      open: true,
    },
  ],
});

testFixes('PHP ini_set', {
  language: php,
  path: 'a.php',
  surface: {
    match: { call: 'ini_set', argument: { 0: ['session.cookie_secure'] } },
    attributes: { secure: argument(1) },
    meaning: { truth: 'strict' },
  },
  rows: [
    ["<?php\nini_set('session.cookie_secure', '0');\n", "<?php\nini_set('session.cookie_secure', '1');\n"],
    ["<?php\nini_set('session.cookie_secure', 'Off');\n", "<?php\nini_set('session.cookie_secure', 'On');\n"],
    ["<?php\nini_set('session.cookie_secure', 0);\n", "<?php\nini_set('session.cookie_secure', true);\n"],
  ],
});

testFixes('PHP headers', {
  language: php,
  path: 'a.php',
  surface: { kind: 'header', match: { method: 'header', receiver: any }, attributes: { secure: text(argument(1)) } },
  rows: [
    ["<?php\n$r->header('Set-Cookie', 'a=' . $b);\n", "<?php\n$r->header('Set-Cookie', 'a=' . $b . '; Secure');\n"],
    ['<?php\n$r->header(\'Set-Cookie\', "a={$b}; Path=/");\n', '<?php\n$r->header(\'Set-Cookie\', "a={$b}; Path=/; Secure");\n'],
  ],
});

testFixes('PHP builders', {
  language: php,
  path: 'a.php',
  surface: { match: [{ call: '**.Cookie' }, { call: '**.Cookie.create' }], attributes: { secure: setter('withSecure', 'setSecure') } },
  rows: [
    [
      "<?php\n$c = Cookie::create('a')\n    ->withValue($b);\n",
      "<?php\n$c = Cookie::create('a')\n    ->withSecure(true)\n    ->withValue($b);\n",
    ],
    ["<?php\n$c = new Cookie('a');\n$r->add($c);\n", "<?php\n$c = new Cookie('a');\n$c->setSecure(true);\n$r->add($c);\n"],
    ["<?php\n$c = new Cookie('a');\n$c->setSecure(false);\n", "<?php\n$c = new Cookie('a');\n$c->setSecure(true);\n"],
  ],
});

testFixes('Java cookies', {
  language: java,
  path: 'A.java',
  surface: { match: { call: ['javax.servlet.http.Cookie', 'Cookie'] }, attributes: { secure: setter('setSecure') } },
  rows: [
    [
      'class A {\n    void f() {\n        Cookie c = new Cookie("a", b); // x\n        r.addCookie(c);\n    }\n}\n',
      'class A {\n    void f() {\n        Cookie c = new Cookie("a", b); // x\n        c.setSecure(true);\n        r.addCookie(c);\n    }\n}\n',
    ],
    [
      'class A {\r\n\tvoid f() {\r\n\t\tCookie c = new Cookie("a", b);\r\n\t\tr.addCookie(c);\r\n\t}\r\n}\r\n',
      'class A {\r\n\tvoid f() {\r\n\t\tCookie c = new Cookie("a", b);\r\n\t\tc.setSecure(true);\r\n\t\tr.addCookie(c);\r\n\t}\r\n}\r\n',
    ],
    [
      'class A { void f() { Cookie c = new Cookie("a", b); r.addCookie(c); } }',
      'class A { void f() { Cookie c = new Cookie("a", b); c.setSecure(true); r.addCookie(c); } }',
    ],
    [
      'class A { void f() { Cookie c = new Cookie("a", b); c.setSecure(false); r.addCookie(c); } }',
      'class A { void f() { Cookie c = new Cookie("a", b); c.setSecure(true); r.addCookie(c); } }',
    ],
    [
      'class A { void f() { r.addCookie(new Cookie("a", b)); } }',
      'class A { void f() { Cookie cookie = new Cookie("a", b); cookie.setSecure(true); r.addCookie(cookie); } }',
    ],
    ['class A { Cookie c = new Cookie("a", b); }', undefined],
    ['class A { void f(Cookie c) { if (x) c = new Cookie("a", b); } }', undefined],
  ],
});

testFixes('Java builders', {
  language: java,
  path: 'A.java',
  surface: { match: { call: '**.ResponseCookie.from' }, attributes: { secure: setter('secure') } },
  rows: [
    [
      'class A { void f() { var c = ResponseCookie.from("a", b).path("/").build(); } }',
      'class A { void f() { var c = ResponseCookie.from("a", b).secure(true).path("/").build(); } }',
    ],
    [
      'class A {\n  void f() {\n    var c = ResponseCookie.from("a", b)\n        .path("/")\n        .build();\n  }\n}',
      'class A {\n  void f() {\n    var c = ResponseCookie.from("a", b)\n        .secure(true)\n        .path("/")\n        .build();\n  }\n}',
    ],
    [
      'class A { void f() { var c = ResponseCookie.from("a", b); g(c.build()); } }',
      'class A { void f() { var c = ResponseCookie.from("a", b).secure(true); g(c.build()); } }',
    ],
    [
      'class A { void f() { g(ResponseCookie.from("a", b).secure(false).build()); } }',
      'class A { void f() { g(ResponseCookie.from("a", b).secure(true).build()); } }',
    ],
  ],
});

testFixes('Java lambdas', {
  language: java,
  path: 'A.java',
  surface: { match: { method: 'cookies', receiver: any }, attributes: { secure: lambdaSetter('secure') } },
  rows: [
    ['class A { void f() { http.cookies(c -> { }); } }', 'class A { void f() { http.cookies(c -> { c.secure(true); }); } }'],
    ['class A { void f() { http.cookies(c -> c.path("/")); } }', 'class A { void f() { http.cookies(c -> c.path("/").secure(true)); } }'],
    [
      'class A { void f() { http.cookies(c -> {\n  c.path("/");\n}); } }',
      'class A { void f() { http.cookies(c -> {\n  c.secure(true);\n  c.path("/");\n}); } }',
    ],
    [
      'class A { void f() { http.cookies(c -> { c.secure(false); }); } }',
      'class A { void f() { http.cookies(c -> { c.secure(true); }); } }',
    ],
  ],
});

testFixes('Kotlin', {
  language: kotlin,
  path: 'a.kt',
  surface: { match: { call: 'Cookie' }, attributes: { secure: [{ at: 'argument', name: 'secure' }] } },
  rows: [
    ['fun f() { g(Cookie("a", b)) }', 'fun f() { g(Cookie("a", b, secure = true)) }'],
    ['fun f() { g(Cookie(\n    name = "a",\n    secure = false,\n)) }', 'fun f() { g(Cookie(\n    name = "a",\n    secure = true,\n)) }'],
  ],
});

testFixes('Kotlin scope functions', {
  language: kotlin,
  path: 'a.kt',
  surface: { match: { call: 'Cookie' }, attributes: { secure: setter('setSecure') } },
  rows: [
    [
      'fun f() { r.addCookie(Cookie("a", b).apply { path = "/" }) }',
      'fun f() { r.addCookie(Cookie("a", b).apply { setSecure(true); path = "/" }) }',
    ],
    [
      'fun f() {\n    val c = Cookie("a", b).apply {\n        path = "/"\n        secure = false\n    }\n}',
      'fun f() {\n    val c = Cookie("a", b).apply {\n        path = "/"\n        secure = true\n    }\n}',
    ],
    [
      'fun f() { r.addCookie(Cookie("a", b).also { it.path = "/" }) }',
      'fun f() { r.addCookie(Cookie("a", b).also { it.setSecure(true); it.path = "/" }) }',
    ],
    [
      'fun f() { r.addCookie(Cookie("a", b).also { it.secure = false }) }',
      'fun f() { r.addCookie(Cookie("a", b).also { it.secure = true }) }',
    ],
  ],
});

testFixes('Java functions handed to a setter', {
  language: java,
  path: 'A.java',
  surface: {
    match: { call: '**.Repository' },
    attributes: { secure: { at: 'setter', methods: ['setCustomizer'], configures: ['secure'] } },
    fix: { insert: '{object}.setCustomizer((c) -> c.secure(true));' },
  },
  rows: [
    [
      'class A { void f() {\n  Repository r = new Repository();\n  g(r);\n} }',
      'class A { void f() {\n  Repository r = new Repository();\n  r.setCustomizer((c) -> c.secure(true));\n  g(r);\n} }',
    ],
    [
      'class A { void f() { Repository r = new Repository(); r.setCustomizer(c -> c.secure(false)); } }',
      'class A { void f() { Repository r = new Repository(); r.setCustomizer(c -> c.secure(true)); } }',
    ],
    ['class A { void f() { g(new Repository()); } }', undefined],
  ],
});

testFixes('Kotlin blocks', {
  language: kotlin,
  path: 'a.kt',
  surface: { match: { call: 'cookie' }, attributes: { secure: lambda('cookie', 'secure') } },
  rows: [
    [
      'fun f() {\n    cookie<S>("a") {\n        cookie.path = "/"\n    }\n}',
      'fun f() {\n    cookie<S>("a") {\n        cookie.secure = true\n        cookie.path = "/"\n    }\n}',
    ],
    ['fun f() { cookie<S>("a") { cookie.secure = false } }', 'fun f() { cookie<S>("a") { cookie.secure = true } }'],
    ['fun f() { cookie<S>("a") { } }', 'fun f() { cookie<S>("a") { cookie.secure = true } }'],
  ],
});

testFixes('Java getters', {
  language: java,
  path: 'A.java',
  surface: { match: { call: '**.getSessionCookieConfig', once: true }, attributes: { secure: repeated('setSecure') } },
  rows: [
    [
      'class A { void f(ServletContext c) {\n  c.getSessionCookieConfig().setHttpOnly(true);\n} }',
      'class A { void f(ServletContext c) {\n  c.getSessionCookieConfig().setHttpOnly(true);\n  c.getSessionCookieConfig().setSecure(true);\n} }',
    ],
    [
      'class A { void f(ServletContext c) {\n  var s = c.getSessionCookieConfig();\n  s.setSecure(false);\n} }',
      'class A { void f(ServletContext c) {\n  var s = c.getSessionCookieConfig();\n  s.setSecure(true);\n} }',
    ],
    [
      'class A { void f(ServletContext c) {\n  var s = c.getSessionCookieConfig();\n  s.setHttpOnly(true);\n} }',
      'class A { void f(ServletContext c) {\n  var s = c.getSessionCookieConfig();\n  s.setSecure(true);\n  s.setHttpOnly(true);\n} }',
    ],
  ],
});

testFixes('C# options that hold the object', {
  language: csharp,
  path: 'A.cs',
  surface: {
    match: { call: '**.CookieBuilder' },
    attributes: { secure: property('SecurePolicy') },
    default: 'request',
    meaning: { words: { Always: 'on', None: 'off', SameAsRequest: 'request' } },
  },
  rows: [
    [
      'class A { void F(SessionOptions o) { o.Cookie = new CookieBuilder(); o.Cookie.Name = "a"; } }',
      'class A { void F(SessionOptions o) { o.Cookie = new CookieBuilder(); o.Cookie.SecurePolicy = CookieSecurePolicy.Always; o.Cookie.Name = "a"; } }',
    ],
    [
      'class A { void F(SessionOptions o) { o.Cookie = new CookieBuilder { Name = "a" }; } }',
      'class A { void F(SessionOptions o) { o.Cookie = new CookieBuilder { Name = "a", SecurePolicy = CookieSecurePolicy.Always }; } }',
    ],
    [
      'class A { void F(SessionOptions o) { o.Cookie = new CookieBuilder(); o.Cookie.SecurePolicy = CookieSecurePolicy.None; } }',
      'class A { void F(SessionOptions o) { o.Cookie = new CookieBuilder(); o.Cookie.SecurePolicy = CookieSecurePolicy.Always; } }',
    ],
  ],
});

testFixes('Kotlin setters', {
  language: kotlin,
  path: 'a.kt',
  surface: { match: { call: 'Cookie' }, attributes: { secure: setter('setSecure') } },
  rows: [
    [
      'fun f() {\n    val c = Cookie("a", b)\n    r.addCookie(c)\n}\n',
      'fun f() {\n    val c = Cookie("a", b)\n    c.setSecure(true)\n    r.addCookie(c)\n}\n',
    ],
    [
      'fun f() {\n    val c = Cookie("a", b)\n    c.secure = false\n    r.addCookie(c)\n}\n',
      'fun f() {\n    val c = Cookie("a", b)\n    c.secure = true\n    r.addCookie(c)\n}\n',
    ],
  ],
});

testFixes('Scala', {
  language: scala,
  path: 'a.scala',
  surface: { match: { call: '**.Cookie' }, attributes: { secure: [{ at: 'argument', name: 'secure', index: 5 }] } },
  rows: [
    [
      'import play.api.mvc.Cookie\nobject A { def f = g(Cookie("a", b)) }',
      'import play.api.mvc.Cookie\nobject A { def f = g(Cookie("a", b, secure = true)) }',
    ],
    [
      'import play.api.mvc.Cookie\nobject A { def f = g(Cookie("a", b, secure = false)) }',
      'import play.api.mvc.Cookie\nobject A { def f = g(Cookie("a", b, secure = true)) }',
    ],
  ],
});

testFixes('C# records', {
  language: csharp,
  path: 'A.cs',
  surface: { match: { method: 'Append', receiver: any }, attributes: { secure: argument(2, 'Secure') } },
  rows: [
    ['r.Append("a", b, new CookieOptions { HttpOnly = true });', 'r.Append("a", b, new CookieOptions { HttpOnly = true, Secure = true });'],
    [
      'r.Append("a", b, new CookieOptions\n{\n    HttpOnly = true\n});',
      'r.Append("a", b, new CookieOptions\n{\n    HttpOnly = true,\n    Secure = true\n});',
    ],
    ['r.Append("a", b, new CookieOptions());', 'r.Append("a", b, new CookieOptions() { Secure = true });'],
    ['r.Append("a", b, new CookieOptions { Secure = false });', 'r.Append("a", b, new CookieOptions { Secure = true });'],
    [
      'var o = new CookieOptions { HttpOnly = true };\nr.Append("a", b, o);',
      'var o = new CookieOptions { HttpOnly = true, Secure = true };\nr.Append("a", b, o);',
    ],
    [
      'var o = new CookieOptions();\no.HttpOnly = true;\nr.Append("a", b, o);',
      'var o = new CookieOptions() { Secure = true };\no.HttpOnly = true;\nr.Append("a", b, o);',
    ],
    [
      'var o = new CookieOptions();\no.Secure = false;\nr.Append("a", b, o);',
      'var o = new CookieOptions();\no.Secure = true;\nr.Append("a", b, o);',
    ],
    ['r.Append("a", b);', undefined],
  ],
});

testFixes('C# properties', {
  language: csharp,
  path: 'A.cs',
  surface: { match: { call: '**.HttpCookie' }, attributes: { secure: property('Secure') } },
  rows: [
    ['var c = new HttpCookie("a");\nr.Add(c);', 'var c = new HttpCookie("a");\nc.Secure = true;\nr.Add(c);'],
    ['r.Add(new HttpCookie("a"));', 'r.Add(new HttpCookie("a") { Secure = true });'],
    ['r.Add(new HttpCookie("a") { HttpOnly = true });', 'r.Add(new HttpCookie("a") { HttpOnly = true, Secure = true });'],
    ['var c = new HttpCookie("a");\nc.Secure = false;\nr.Add(c);', 'var c = new HttpCookie("a");\nc.Secure = true;\nr.Add(c);'],
  ],
});

testFixes('C# options functions', {
  language: csharp,
  path: 'A.cs',
  surface: {
    match: { method: 'AddSession', receiver: any },
    attributes: { secure: lambda('Cookie', 'SecurePolicy') },
    default: 'request',
    meaning: {
      words: { 'CookieSecurePolicy.Always': 'on', 'CookieSecurePolicy.None': 'off', 'CookieSecurePolicy.SameAsRequest': 'request' },
    },
    fix: { on: 'CookieSecurePolicy.Always' },
  },
  rows: [
    ['s.AddSession(o => { });', 's.AddSession(o => { o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });'],
    [
      's.AddSession(o =>\n{\n    o.IdleTimeout = t;\n});',
      's.AddSession(o =>\n{\n    o.Cookie.SecurePolicy = CookieSecurePolicy.Always;\n    o.IdleTimeout = t;\n});',
    ],
    ['s.AddSession(o =>\n{\n});', 's.AddSession(o =>\n{\n    o.Cookie.SecurePolicy = CookieSecurePolicy.Always;\n});'],
    [
      's.AddSession(o => { o.Cookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.None; });',
      's.AddSession(o => { o.Cookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.Always; });',
    ],
    [
      's.AddSession(o => o.Cookie.Name = "a");',
      's.AddSession(o => { o.Cookie.Name = "a"; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
    ],
    [
      's.AddSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);',
      's.AddSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);',
    ],
    {
      before: 's.AddSession();',
      after: 's.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);',
      safe: false,
      title: 'options function',
    },
    {
      before: 'var builder = WebApplication.CreateBuilder(args);\ns.AddSession(o => { });',
      after:
        'var builder = WebApplication.CreateBuilder(args);\ns.AddSession(o => { o.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always; });',
      style: 'fail-closed',
      open: true,
    },
  ],
});

testFixes('Go', {
  language: go,
  path: 'a.go',
  surface: { match: { record: 'net/http.Cookie' }, attributes: { secure: property('Secure') } },
  rows: [
    [
      'package a\n\nimport "net/http"\n\nfunc f() { http.SetCookie(w, &http.Cookie{Name: "a"}) }\n',
      'package a\n\nimport "net/http"\n\nfunc f() { http.SetCookie(w, &http.Cookie{Name: "a", Secure: true}) }\n',
    ],
    [
      'package a\n\nimport "net/http"\n\nfunc f() {\n\tc := http.Cookie{\n\t\tName:  "a",\n\t\tValue: b,\n\t}\n\thttp.SetCookie(w, &c)\n}\n',
      'package a\n\nimport "net/http"\n\nfunc f() {\n\tc := http.Cookie{\n\t\tName:   "a",\n\t\tValue:  b,\n\t\tSecure: true,\n\t}\n\thttp.SetCookie(w, &c)\n}\n',
    ],
    [
      'package a\n\nimport "net/http"\n\nfunc f() {\n\tc := http.Cookie{\n\t\tName:     "a",\n\t\tHttpOnly: true,\n\t}\n\thttp.SetCookie(w, &c)\n}\n',
      'package a\n\nimport "net/http"\n\nfunc f() {\n\tc := http.Cookie{\n\t\tName:     "a",\n\t\tHttpOnly: true,\n\t\tSecure:   true,\n\t}\n\thttp.SetCookie(w, &c)\n}\n',
    ],
    [
      'package a\n\nimport "net/http"\n\nfunc f() {\n\tc := &http.Cookie{Name: "a"}\n\tc.Secure = false\n\thttp.SetCookie(w, c)\n}\n',
      'package a\n\nimport "net/http"\n\nfunc f() {\n\tc := &http.Cookie{Name: "a"}\n\tc.Secure = true\n\thttp.SetCookie(w, c)\n}\n',
    ],
    [
      'package a\n\nimport "net/http"\n\nfunc f() { http.SetCookie(w, &http.Cookie{}) }\n',
      'package a\n\nimport "net/http"\n\nfunc f() { http.SetCookie(w, &http.Cookie{Secure: true}) }\n',
    ],
  ],
});

testFixes('Go arguments', {
  language: go,
  path: 'a.go',
  surface: { match: { method: 'SetCookie', receiver: any }, attributes: { secure: argument(5) } },
  rows: [
    [
      'package a\nfunc f() { c.SetCookie("a", b, 0, "/", "", false, true) }\n',
      'package a\nfunc f() { c.SetCookie("a", b, 0, "/", "", true, true) }\n',
    ],
  ],
});

testFixes('Rust', {
  language: rust,
  path: 'a.rs',
  surface: { match: { call: ['**.Cookie.build', 'Cookie.build'] }, attributes: { secure: setter('secure', 'set_secure') } },
  rows: [
    [
      'fn f() { let c = Cookie::build(("a", "b")).path("/").build(); }',
      'fn f() { let c = Cookie::build(("a", "b")).secure(true).path("/").build(); }',
    ],
    [
      'fn f() {\n    jar.add(\n        Cookie::build(("a", "b"))\n            .secure(false)\n            .build(),\n    );\n}',
      'fn f() {\n    jar.add(\n        Cookie::build(("a", "b"))\n            .secure(true)\n            .build(),\n    );\n}',
    ],
  ],
});

testFixes('Rust variables', {
  language: rust,
  path: 'a.rs',
  surface: { match: { call: ['**.Cookie.new', 'Cookie.new'] }, attributes: { secure: setter('set_secure') } },
  rows: [
    [
      'fn f() {\n    let mut c = Cookie::new("a", "b");\n    jar.add(c);\n}',
      'fn f() {\n    let mut c = Cookie::new("a", "b");\n    c.set_secure(true);\n    jar.add(c);\n}',
    ],
    ['fn f() {\n    let c = Cookie::new("a", "b");\n    jar.add(c);\n}', undefined],
  ],
});

testFixes('an empty Java options call', {
  language: java,
  path: 'A.java',
  surface: { match: { method: 'cookie', receiver: any }, attributes: options(1) },
  rows: [['class A { void f() { r.cookie("a"); } }', undefined]],
});
