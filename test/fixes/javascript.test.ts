// Fixes in JavaScript and TypeScript: options arguments, nested options, header texts, and the scripts of components.
import { argument, header, httpsOf, options, owner, text, value } from '../../src/matching/surface.js';
import { javascript } from '../../src/syntax/javascript/language.js';
import { markup } from '../../src/syntax/markup/language.js';
import { testFixes, type FixTable } from './fix-table.js';

const receiver = { names: ['res'] };
const cookie: FixTable['surface'] = { match: { method: 'cookie', receiver }, attributes: options(2) };

testFixes('res.cookie', {
  language: javascript,
  path: 'a.ts',
  surface: cookie,
  rows: [
    ["res.cookie('a', b);", "res.cookie('a', b, { secure: true });"],
    ["res.cookie('a', b)", "res.cookie('a', b, { secure: true })"],
    ['res.cookie("a", (b),);', 'res.cookie("a", (b), { secure: true },);'],
    ["res.cookie(\n  'a',\n  b // why\n);", "res.cookie(\n  'a',\n  b, // why\n  { secure: true }\n);"],
    ["res.cookie(\r\n\t'a',\r\n\tb,\r\n);", "res.cookie(\r\n\t'a',\r\n\tb,\r\n\t{ secure: true },\r\n);"],
    ["res.cookie('a', b, {});", "res.cookie('a', b, { secure: true });"],
    ["res.cookie('a', b, { });", "res.cookie('a', b, { secure: true });"],
    ["res.cookie('a', b, {\n});", "res.cookie('a', b, {\n  secure: true\n});"],
    ["res.cookie('a', b, {httpOnly: true});", "res.cookie('a', b, {httpOnly: true, secure: true});"],
    ["res.cookie('a',b,{httpOnly:true,path:'/'})", "res.cookie('a',b,{httpOnly:true,path:'/',secure:true})"],
    ["res.cookie('a', b, { httpOnly: true, });", "res.cookie('a', b, { httpOnly: true, secure: true, });"],
    ["res.cookie('a', b, { 'httpOnly': (true) /* x */ });", "res.cookie('a', b, { 'httpOnly': (true), 'secure': true /* x */ });"],
    [
      "res.cookie('a', b, {\n\thttpOnly: true, // no scripts\n});",
      "res.cookie('a', b, {\n\thttpOnly: true, // no scripts\n\tsecure: true,\n});",
    ],
    [
      "res.cookie('a', b, {\n  httpOnly: true // no scripts\n});",
      "res.cookie('a', b, {\n  httpOnly: true, // no scripts\n  secure: true\n});",
    ],
    [
      "res.cookie('a', b, {\r\n  path: '/',\r\n  httpOnly: true\r\n});",
      "res.cookie('a', b, {\r\n  path: '/',\r\n  httpOnly: true,\r\n  secure: true\r\n});",
    ],
    [
      "res.cookie('a', b, {\n    path: '/'\n  , httpOnly: true\n});",
      "res.cookie('a', b, {\n    path: '/'\n  , httpOnly: true\n  , secure: true\n});",
    ],
    [
      "const base = { path: '/' };\nres.cookie('a', b, { ...base, httpOnly: true } as CookieOptions);",
      "const base = { path: '/' };\nres.cookie('a', b, { ...base, httpOnly: true, secure: true } as CookieOptions);",
    ],
    [
      "const base = { secure: false, path: '/' };\nres.cookie('a', b, { ...base, httpOnly: true });",
      "const base = { secure: true, path: '/' };\nres.cookie('a', b, { ...base, httpOnly: true });",
    ],
    {
      before: "const o = { httpOnly: true };\nif (isDev) o.secure = false;\nres.cookie('a', b, o);",
      after: "const o = { httpOnly: true, secure: true };\nif (isDev) o.secure = false;\nres.cookie('a', b, o);",
      open: true,
      state: 'missing',
    },
    { before: "res.cookie('a', b, { ...base });", after: "res.cookie('a', b, { ...base, secure: true });", safe: false },
    ["res.cookie('a', b, { secure: false });", "res.cookie('a', b, { secure: true });"],
    ["res.cookie('a', b, { secure: (process.env.NODE_ENV === 'production') });", "res.cookie('a', b, { secure: true });"],
    [
      "const secure = false;\nres.cookie('a', b, { secure, path: '/' });",
      "const secure = true;\nres.cookie('a', b, { secure, path: '/' });",
    ],
    {
      before: "const secure = process.env.COOKIE_SECURE === 'true';\nres.cookie('a', b, { secure });",
      after: "const secure = process.env.COOKIE_SECURE !== 'false';\nres.cookie('a', b, { secure });",
      open: true,
    },
    {
      before: "res.cookie('a', b, { secure: '1' == process.env.COOKIE_SECURE });",
      after: "res.cookie('a', b, { secure: '0' != process.env.COOKIE_SECURE });",
      open: true,
    },
    [
      "let x;\nconst o = {};\no.secure = x = false;\nres.cookie('a', b, o);",
      "let x;\nconst o = {};\no.secure = x = false;\no.secure = true;\nres.cookie('a', b, o);",
    ],
    ["res.cookie('a', b, { get secure() { return false } });", "res.cookie('a', b, { secure: true });"],
    ["const o = { httpOnly: true };\nres.cookie('a', b, o);", "const o = { httpOnly: true, secure: true };\nres.cookie('a', b, o);"],
    [
      "const o = { secure: process.env.NODE_ENV === 'production' };\nres.cookie('a', b, o);",
      "const o = { secure: true };\nres.cookie('a', b, o);",
    ],
    ["const o = {};\no.secure = false;\nres.cookie('a', b, o);", "const o = {};\no.secure = true;\nres.cookie('a', b, o);"],
    [
      "const o = {};\nif (process.env.COOKIES) o.secure = true;\nres.cookie('a', b, o);",
      "const o = { secure: true };\nif (process.env.COOKIES) o.secure = true;\nres.cookie('a', b, o);",
    ],
    ["res.cookie('a', b, Object.freeze({ path: '/' }));", "res.cookie('a', b, Object.freeze({ path: '/', secure: true }));"],
    [
      "const base = {};\nres.cookie('a', b, Object.assign({}, base, { path: '/' }));",
      "const base = {};\nres.cookie('a', b, Object.assign({}, base, { path: '/', secure: true }));",
    ],
    [
      "res.cookie('a', b, process.env.TLS ? { secure: true } : {});",
      "res.cookie('a', b, process.env.TLS ? { secure: true } : { secure: true });",
    ],
    ["res.cookie('a', b, undefined);", "res.cookie('a', b, { secure: true });"],
    {
      before: "import o from './options';\nres.cookie('a', b, o);",
      after: "import o from './options';\nres.cookie('a', b, { ...o, secure: true });",
      safe: false,
      title: 'check that `o` holds',
    },
    {
      before: "function f(res, o) { res.cookie('a', b, o) }",
      after: "function f(res, o) { res.cookie('a', b, { ...o, secure: true }) }",
      safe: false,
    },
    {
      before: "res.cookie('a', b, { secure: conf.secure });",
      after: "res.cookie('a', b, { secure: true });",
      safe: false,
      title: 'check what `conf.secure` is',
    },
    { before: "res.cookie('a', b, { secure: false, ...o });", after: undefined },
    ["res.cookie('a');", undefined],
    ['res.cookie(...parts);', undefined],
    {
      before: "res.cookie('a', b, { secure: false });",
      after: "res.cookie('a', b, { secure: process.env.NODE_ENV !== 'development' });",
      style: 'fail-closed',
      open: true,
    },
    {
      before: 'res.cookie("a", b);',
      after: 'res.cookie("a", b, { secure: process.env.NODE_ENV !== "development" });',
      style: 'fail-closed',
      open: true,
    },
    { before: "res.cookie('a', b, { secure: x });", after: undefined, state: 'env-escape-hatch', style: 'fail-closed' },
    ["\uFEFFres.cookie('a', b);\n", "\uFEFFres.cookie('a', b, { secure: true });\n"],
  ],
});

testFixes('nested options', {
  language: javascript,
  path: 'a.js',
  surface: {
    match: { call: 'express-session' },
    attributes: { secure: argument(0, 'cookie', 'secure') },
    fix: { unsafe: 'behind a proxy set `trust proxy` as well' },
    kind: 'session',
  },
  rows: [
    {
      before: "import session from 'express-session';\nsession({ secret: s, cookie: { path: '/' } });",
      after: "import session from 'express-session';\nsession({ secret: s, cookie: { path: '/', secure: true } });",
      safe: false,
      title: 'trust proxy',
    },
    {
      before: "import session from 'express-session';\nsession({\n  secret: s,\n});",
      after: "import session from 'express-session';\nsession({\n  secret: s,\n  cookie: { secure: true },\n});",
      safe: false,
    },
    {
      before: "import session from 'express-session';\nsession({ secret: s, cookie });",
      after: "import session from 'express-session';\nsession({ secret: s, cookie: { ...cookie, secure: true } });",
      safe: false,
      title: 'check that `cookie` holds',
    },
    {
      before: "import session from 'express-session';\nconst cookie = { path: '/' };\nsession({ secret: s, cookie });",
      after: "import session from 'express-session';\nconst cookie = { path: '/', secure: true };\nsession({ secret: s, cookie });",
      safe: false,
    },
  ],
});

testFixes('a text of attributes alone', {
  language: javascript,
  path: 'a.js',
  surface: {
    kind: 'header',
    match: { assign: 'response.cookies.*', value: 'record' },
    attributes: { secure: { at: 'text', text: value('attributes'), attributesOnly: true } },
  },
  rows: [
    ["response.cookies['a'] = { value: 'b' };", "response.cookies['a'] = { value: 'b', attributes: 'Secure' };"],
    [
      "response.cookies['a'] = { value: 'b', attributes: 'Path=/' };",
      "response.cookies['a'] = { value: 'b', attributes: 'Path=/; Secure' };",
    ],
  ],
});

testFixes('options that a function gives', {
  language: javascript,
  path: 'a.js',
  surface: { match: { call: 'session' }, attributes: { secure: [argument(0, 'cookie', 'secure'), argument(0, 'cookie', '()', 'secure')] } },
  rows: [
    ['session({ cookie: () => ({ secure: false }) });', 'session({ cookie: () => ({ secure: true }) });'],
    [
      "session({ cookie(req) { if (req) return {}; return { path: '/' } } });",
      "session({ cookie(req) { if (req) return { secure: true }; return { path: '/', secure: true } } });",
    ],
    {
      before: 'session({ cookie: true });',
      after: 'session({ cookie: { secure: true } });',
      safe: false,
      title: 'keep what `true` switches on',
    },
  ],
});

testFixes('another property of the same object', {
  language: javascript,
  path: 'a.js',
  surface: { match: { assign: '**.value' }, attributes: { secure: owner('secure') } },
  rows: [
    [
      "app.get('/', ({ cookie: { sid } }) => {\n  sid.value = 'x'\n  sid.httpOnly = true\n})\n",
      "app.get('/', ({ cookie: { sid } }) => {\n  sid.value = 'x'\n  sid.secure = true\n  sid.httpOnly = true\n})\n",
    ],
    [
      "app.get('/', ({ cookie }) => { cookie.sid.value = 'x'; cookie.sid.secure = false; });\n",
      "app.get('/', ({ cookie }) => { cookie.sid.value = 'x'; cookie.sid.secure = true; });\n",
    ],
  ],
});

testFixes('a form of the call that has no options', {
  language: javascript,
  path: 'a.js',
  surface: { match: { method: 'set', receiver: { any: true, sure: true }, args: [2, 2] }, attributes: options(2) },
  rows: [["store.set('a', b);", undefined]],
});

testFixes('options of the constructor', {
  language: javascript,
  path: 'a.js',
  surface: {
    match: { method: 'set', receiver: { any: true, sure: true } },
    attributes: { secure: [argument(2, 'secure'), { at: 'maker', index: 0, path: ['secure'] }] },
  },
  rows: [
    [
      "import { Jar } from 'jar';\nconst jar = new Jar({ secure: false });\njar.set('a', b);",
      "import { Jar } from 'jar';\nconst jar = new Jar({ secure: true });\njar.set('a', b);",
    ],
  ],
});

testFixes('a late position', {
  language: javascript,
  path: 'a.js',
  surface: { match: { call: 'set' }, attributes: { secure: [argument(5), argument(2, 'secure')] } },
  rows: [
    ["set('a', b);", "set('a', b, { secure: true });"],
    ["set('a', b, 7, '/');", "set('a', b, 7, '/', undefined, true);"],
  ],
});

testFixes('several keys', {
  language: javascript,
  path: 'a.js',
  surface: {
    match: { call: 'setCookie' },
    attributes: { secure: [argument(2, 'prefix'), argument(2, 'secure')] },
    meaning: { words: { host: 'on', secure: 'on' } },
  },
  rows: [["setCookie(c, 'a', { path: '/' });", "setCookie(c, 'a', { path: '/', secure: true });"]],
});

testFixes('a URL that decides while nothing is written', {
  language: javascript,
  path: 'a.js',
  surface: { match: { call: 'auth' }, attributes: { secure: [argument(0, 'useSecureCookies'), httpsOf(argument(0, 'baseURL'))] } },
  rows: [["auth({ baseURL: 'http://a.example' });", "auth({ baseURL: 'http://a.example', useSecureCookies: true });"]],
});

testFixes('an inverted option', {
  language: javascript,
  path: 'a.js',
  surface: { match: { method: 'cookie', receiver }, attributes: { secure: argument(1, 'insecure') }, meaning: { inverted: true } },
  rows: [["res.cookie('a', { insecure: true })", "res.cookie('a', { insecure: false })"]],
});

testFixes('Set-Cookie texts', {
  language: javascript,
  path: 'a.js',
  surface: { kind: 'header', match: { method: 'setHeader', receiver }, attributes: header(argument(1)) },
  rows: [
    ["res.setHeader('Set-Cookie', 'a=b');", "res.setHeader('Set-Cookie', 'a=b; Secure');"],
    ["res.setHeader('Set-Cookie', 'a=b; Path=/;');", "res.setHeader('Set-Cookie', 'a=b; Path=/; Secure');"],
    ["res.setHeader('Set-Cookie', 'a=b; Path=/; ');", "res.setHeader('Set-Cookie', 'a=b; Path=/; Secure');"],
    ['res.setHeader("Set-Cookie", ["a=b; HttpOnly"]);', 'res.setHeader("Set-Cookie", ["a=b; HttpOnly; Secure"]);'],
    ['res.setHeader("Set-Cookie", `a=${b}; Path=/`);', 'res.setHeader("Set-Cookie", `a=${b}; Path=/; Secure`);'],
    ['res.setHeader("Set-Cookie", `a=b; Path=/; Max-Age=${age}`);', 'res.setHeader("Set-Cookie", `a=b; Path=/; Max-Age=${age}; Secure`);'],
    ["res.setHeader('Set-Cookie', 'a=' + b);", "res.setHeader('Set-Cookie', 'a=' + b + '; Secure');"],
    ['res.setHeader(\'Set-Cookie\', "a=" + b + "; Path=/");', 'res.setHeader(\'Set-Cookie\', "a=" + b + "; Path=/; Secure");'],
    {
      before: "res.setHeader('Set-Cookie', 'a=b' + (process.env.TLS ? '; Secure' : ''));",
      after: "res.setHeader('Set-Cookie', 'a=b' + '; Secure');",
      safe: false,
    },
    {
      before: "res.setHeader('Set-Cookie', `a=b${process.env.TLS ? '; Secure' : ''}; Path=/`);",
      after: "res.setHeader('Set-Cookie', `a=b; Secure; Path=/`);",
      safe: false,
    },
    {
      before: "res.setHeader('Set-Cookie', process.env.TLS ? 'a=b; Secure' : 'a=b');",
      after: "res.setHeader('Set-Cookie', 'a=b; Secure');",
      safe: false,
    },
    {
      before: "res.setHeader('Set-Cookie', `a=b${process.env.TLS && '; Secure'}`);",
      after: "res.setHeader('Set-Cookie', `a=b; Secure`);",
      safe: false,
    },
    {
      before: "const flag = process.env.TLS ? '; Secure' : '';\nres.setHeader('Set-Cookie', `a=b${flag}`);",
      after: "const flag = '; Secure';\nres.setHeader('Set-Cookie', `a=b${flag}`);",
      safe: false,
    },
    {
      before: "res.setHeader('Set-Cookie', 'a=b' + (process.env.TLS ? '; Secure; SameSite=None' : '; SameSite=Lax'));",
      after: "res.setHeader('Set-Cookie', 'a=b' + '; Secure; SameSite=None');",
      safe: false,
    },
    ["res.setHeader('Set-Cookie', ['a=b', 'Path=/'].join('; '));", "res.setHeader('Set-Cookie', ['a=b', 'Path=/', 'Secure'].join('; '));"],
    [
      "const parts = ['a=b',\n  'Path=/',\n];\nres.setHeader('Set-Cookie', parts.join('; '));",
      "const parts = ['a=b',\n  'Path=/',\n  'Secure',\n];\nres.setHeader('Set-Cookie', parts.join('; '));",
    ],
    ["const c = 'a=b; Path=/';\nres.setHeader('Set-Cookie', c);", "const c = 'a=b; Path=/; Secure';\nres.setHeader('Set-Cookie', c);"],
    ["res.setHeader('Set-Cookie', [...prior, 'a=b']);", "res.setHeader('Set-Cookie', [...prior, 'a=b; Secure']);"],
    [
      "const all = ['a=b; Path=/'];\nres.setHeader('Set-Cookie', all);",
      "const all = ['a=b; Path=/; Secure'];\nres.setHeader('Set-Cookie', all);",
    ],
    [
      "let c = 'a=b';\nc += '; Path=/';\nres.setHeader('Set-Cookie', c);",
      "let c = 'a=b';\nc += '; Path=/';\nres.setHeader('Set-Cookie', c + '; Secure');",
    ],
    [
      "res.setHeader('Set-Cookie', process.env.TLS ? 'a=b' : 'a=c; Path=/');",
      "res.setHeader('Set-Cookie', process.env.TLS ? 'a=b; Secure' : 'a=c; Path=/; Secure');",
    ],
    {
      before: "const c = 'a=b';\nres.setHeader('Set-Cookie', process.env.TLS ? c + '; secure' : c);",
      after: "const c = 'a=b';\nres.setHeader('Set-Cookie', process.env.TLS ? c + '; secure' : c + '; Secure');",
    },
    ["res.setHeader('Set-Cookie', 'a=b\\r\\n');", "res.setHeader('Set-Cookie', 'a=b; Secure\\r\\n');"],
  ],
});

testFixes('document.cookie', {
  language: javascript,
  path: 'a.js',
  surface: { kind: 'client', match: { assign: 'document.cookie' }, attributes: header(value()) },
  rows: [
    ["document.cookie = 'a=' + encodeURIComponent(b);", "document.cookie = 'a=' + encodeURIComponent(b) + '; Secure';"],
    [
      'document.cookie = name + "=" + b + ";expires=" + d.toUTCString() + ";path=/"',
      'document.cookie = name + "=" + b + ";expires=" + d.toUTCString() + ";path=/; Secure"',
    ],
  ],
});

testFixes('the script of a component', {
  language: markup,
  path: 'a.vue',
  surface: { kind: 'client', match: { assign: 'document.cookie' }, attributes: { secure: text(value()) } },
  rows: [
    [
      '<template>\n  <p>"</p>\n</template>\n<script>\ndocument.cookie = `a=${b}`\n</script>\n',
      '<template>\n  <p>"</p>\n</template>\n<script>\ndocument.cookie = `a=${b}; Secure`\n</script>\n',
    ],
  ],
});
