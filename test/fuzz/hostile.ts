/** Inputs that mean harm, in every language: what refers to itself, doubles, nests or goes on without end. Tables, so that a kind is tried everywhere. */
import { dialects, type Dialect } from '../growth/dialects.js';
import type { Files } from './seeds.js';

/** What stands before the function of a file, and in it before a cookie that is not Secure. */
interface Harm {
  readonly declarations?: readonly string[];
  readonly statements?: readonly string[];
}

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** A text with something else in its middle, nested so often. */
const nested = (count: number, open: string, middle: string, close: string): string => open.repeat(count) + middle + close.repeat(count);

/** What every language has, put together of the pieces that a dialect writes. */
const EVERYWHERE: Readonly<Record<string, (dialect: Dialect) => Harm>> = {
  'round brackets': (d) => ({ statements: d.assign('x', nested(3_000, '(', '1', ')')) }),
  'round brackets that stay open': (d) => ({ statements: d.assign('x', nested(3_000, '(', '1', '')) }),
  'square brackets': (d) => ({ statements: d.assign('x', nested(3_000, '[', '1', ']')) }),
  'square brackets that stay open': (d) => ({ statements: d.assign('x', nested(3_000, '[', '1', '')) }),
  'braces that stay open': () => ({ statements: ['{'.repeat(3_000)] }),
  'braces that close what is not open': (d) => ({ statements: [...d.assign('x', '1'), '}'.repeat(3_000)] }),
  'angle brackets': (d) => ({ statements: d.assign('x', nested(600, 'a<', '1', '>')) }),
  'angle brackets that stay open': (d) => ({ statements: d.assign('x', 'a < b '.repeat(600)) }),
  'calls in calls': (d) => ({ statements: d.assign('x', nested(2_000, 'f(', '1', ')')) }),
  'a chain of calls': (d) => ({ statements: d.assign('x', `f${'.g(1)'.repeat(3_000)}`) }),
  'a chain of subscripts': (d) => ({ statements: d.assign('x', `f${'[0]'.repeat(3_000)}`) }),
  'an endless sum': (d) => ({ statements: d.assign('x', times(5_000, () => d.text).join(' + ')) }),
  'an endless list': (d) => ({ statements: d.assign('x', d.list(times(3_000, String))) }),
  'an endless condition': (d) => ({
    statements: d.chain([{ condition: times(1_500, (i) => `(${d.condition(i)})`).join(' || '), body: d.cookie(2) }]),
  }),
  'an endless text': (d) => ({ statements: d.assign('x', d.text.replace('b', 'b'.repeat(300_000))) }),
  'an endless number': (d) => ({ statements: d.assign('x', '9'.repeat(100_000)) }),
  'an endless name': (d) => ({ statements: d.assign('x'.repeat(100_000), '1') }),
  'everything in one line': (d) => ({ statements: [times(300, (i) => d.assign(`x${i}`, '1').join(' ')).join('; ')] }),
  'minus signs': (d) => ({ statements: d.assign('x', `${'- '.repeat(3_000)}1`) }),
  'lists that double': (d) => ({
    statements: [...d.assign('x0', d.list(['1'])), ...times(60, (i) => d.assign(`x${i + 1}`, d.list([`x${i}`, `x${i}`]))).flat()],
  }),
  'texts that double': (d) => ({
    statements: [...d.assign('x0', d.text), ...times(60, (i) => d.assign(`x${i + 1}`, d.joined(`x${i}`, `x${i}`))).flat()],
  }),
  'names that stand for one another': (d) => ({ statements: [...d.assign('x', 'y'), ...d.assign('y', 'z'), ...d.assign('z', 'x')] }),
  'functions that call themselves': (d) => ({
    declarations: d.returning('pick', [{ condition: 'pick(req) == pick(req)', value: true }]),
    statements: d.cookieBy('pick'),
  }),
  'code that stands far to the right': (d) => ({ statements: d.cookie(2).map((line) => `${' '.repeat(20_000)}${line}`) }),
  'ifs in ifs': (d) => ({
    statements: times(300, (i) => i).reduceRight<readonly string[]>(
      (inner, i) => d.chain([{ condition: d.condition(i), body: inner }]),
      d.cookie(2),
    ),
  }),
};

/** What only some languages have, as they write it. */
const SOME: Readonly<Record<string, Readonly<Record<string, Harm>>>> = {
  'arguments whose defaults call the function': {
    javascript: { declarations: ['function f(a = f(), b = { ...f(b) }) { return f(a, b); }'], statements: ['res.cookie("x", "v", f());'] },
    typescript: {
      declarations: ['function f(a: any = f(), b: any = { ...f(b) }): any { return f(a, b); }'],
      statements: ['res.cookie("x", "v", f());'],
    },
    python: { declarations: ['def f(a=f(), b=f(f())):', '  return f(a, b)'], statements: ['response.set_cookie("x", "v", **f())'] },
    ruby: { declarations: ['def f(a = f, b = f(f))', '  f(a, b)', 'end'], statements: ['cookies[:x] = f'] },
    php: { declarations: ['function f($a = X, $b = [f()]) { return f($a, f($b)); }'], statements: ['setcookie("x", "v", f());'] },
    csharp: {
      declarations: ['CookieOptions F(CookieOptions a = F()) { return F(a); }'],
      statements: ['Response.Cookies.Append("x", "v", F());'],
    },
    kotlin: { declarations: ['fun f(a: Boolean = f(), b: Boolean = f(f())): Boolean = f(a, b)'] },
    scala: { declarations: ['def f(a: Boolean = f(), b: Boolean = f(f())): Boolean = f(a, b)'] },
  },
  'closures that double': {
    javascript: {
      declarations: ['const f0 = () => ({ secure: true });', ...times(60, (i) => `const f${i + 1} = () => ({ ...f${i}(), ...f${i}() });`)],
      statements: ['res.cookie("x", "v", f60());'],
    },
    typescript: {
      declarations: [
        'const f0 = (): object => ({ secure: true });',
        ...times(60, (i) => `const f${i + 1} = (): object => ({ ...f${i}(), ...f${i}() });`),
      ],
      statements: ['res.cookie("x", "v", f60());'],
    },
    python: {
      declarations: ['f0 = lambda: {"secure": True}', ...times(60, (i) => `f${i + 1} = lambda: {**f${i}(), **f${i}()}`)],
      statements: ['response.set_cookie("x", "v", **f60())'],
    },
    ruby: {
      declarations: ['def f0; { secure: true }; end', ...times(60, (i) => `def f${i + 1}; f${i}.merge(f${i}); end`)],
      statements: ['cookies[:x] = f60'],
    },
    php: {
      declarations: [
        'function f0() { return ["secure" => true]; }',
        ...times(60, (i) => `function f${i + 1}() { return array_merge(f${i}(), f${i}()); }`),
      ],
      statements: ['setcookie("x", "v", f60());'],
    },
    java: { declarations: ['boolean f0() { return true; }', ...times(60, (i) => `boolean f${i + 1}() { return f${i}() && f${i}(); }`)] },
    csharp: {
      declarations: ['bool F0() => true;', ...times(60, (i) => `bool F${i + 1}() => F${i}() && F${i}();`)],
      statements: ['Response.Cookies.Append("x", "v", new CookieOptions { Secure = F60() });'],
    },
    go: {
      declarations: ['func f0() bool { return true }', ...times(60, (i) => `func f${i + 1}() bool { return f${i}() && f${i}() }`)],
      statements: ['http.SetCookie(w, &http.Cookie{Name: "x", Secure: f60()})'],
    },
    kotlin: { declarations: ['fun f0() = true', ...times(60, (i) => `fun f${i + 1}() = f${i}() && f${i}()`)] },
    scala: { declarations: ['def f0 = true', ...times(60, (i) => `def f${i + 1} = f${i} && f${i}`)] },
    rust: { declarations: ['fn f0() -> bool { true }', ...times(60, (i) => `fn f${i + 1}() -> bool { f${i}() && f${i}() }`)] },
  },
  'maps that double': {
    javascript: {
      statements: [
        'const m0 = { secure: true };',
        ...times(60, (i) => `const m${i + 1} = { a: m${i}, b: m${i}, ...m${i} };`),
        'res.cookie("x", "v", m60);',
      ],
    },
    typescript: {
      statements: [
        'const m0: any = { secure: true };',
        ...times(60, (i) => `const m${i + 1}: any = { a: m${i}, b: m${i}, ...m${i} };`),
        'res.cookie("x", "v", m60);',
      ],
    },
    python: {
      statements: [
        'm0 = {"secure": True}',
        ...times(60, (i) => `m${i + 1} = {"a": m${i}, "b": m${i}, **m${i}}`),
        'response.set_cookie("x", "v", **m60)',
      ],
    },
    ruby: {
      statements: ['m0 = { secure: true }', ...times(60, (i) => `m${i + 1} = { a: m${i}, b: m${i}, **m${i} }`), 'cookies[:x] = m60'],
    },
    php: {
      statements: [
        '$m0 = ["secure" => true];',
        ...times(60, (i) => `$m${i + 1} = ["a" => $m${i}, "b" => $m${i}, ...$m${i}];`),
        'setcookie("x", "v", $m60);',
      ],
    },
    go: {
      statements: [
        'm0 := map[string]any{"secure": true}',
        ...times(60, (i) => `m${i + 1} := map[string]any{"a": m${i}, "b": m${i}}`),
        'http.SetCookie(w, &http.Cookie{Name: "x", Secure: m60["a"].(bool)})',
      ],
    },
    java: { statements: ['var m0 = Map.of("a", true);', ...times(60, (i) => `var m${i + 1} = Map.of("a", m${i}, "b", m${i});`)] },
    csharp: {
      statements: [
        'var m0 = new Dictionary<string, object> { ["a"] = true };',
        ...times(60, (i) => `var m${i + 1} = new Dictionary<string, object> { ["a"] = m${i}, ["b"] = m${i} };`),
      ],
    },
    kotlin: {
      statements: ['val m0 = mapOf("a" to true)', ...times(60, (i) => `val m${i + 1} = mapOf("a" to m${i}, "b" to m${i}) + m${i}`)],
    },
    scala: { statements: ['val m0 = Map("a" -> true)', ...times(60, (i) => `val m${i + 1} = Map("a" -> m${i}, "b" -> m${i}) ++ m${i}`)] },
    rust: { statements: ['let m0 = vec![true];', ...times(60, (i) => `let m${i + 1} = vec![m${i}, m${i}];`)] },
  },
  'decorators in decorators': {
    typescript: {
      declarations: [`@d(${nested(400, 'd(', 'A', ')')})`, 'class A { @A @A.b(A) x = A.x; @d() m(@A a = new A()) { return this.m(); } }'],
      statements: ['res.cookie("x", "v", { secure: new A().m() });'],
    },
    python: {
      declarations: [...times(500, (i) => `@d${i}(lambda: handle)`), '@handle', 'def handle(a=handle):', '  return handle(handle)'],
      statements: ['response.set_cookie("x", "v", secure=handle())'],
    },
    java: { declarations: [`@A(${nested(200, '{@B(', '1', ')}')})`, ...times(300, () => '@Deprecated'), 'void m() { m(); }'] },
    csharp: { declarations: [...times(500, (i) => `[A(typeof(A${i}), X = A.X)]`), 'void M() { M(); }'] },
    kotlin: { declarations: [...times(500, (i) => `@A(B${i}::class, [1, 2])`), 'fun m() { m() }'] },
    scala: { declarations: [...times(300, (i) => `@a(new b${i})`), 'def m(): Unit = m()'] },
    php: { declarations: [...times(500, (i) => `#[A(A${i}::class, A::X)]`), 'function m() { m(); }'] },
    rust: { declarations: [`#[a(${nested(300, 'b(', '1', ')')})]`, ...times(300, () => '#[inline]'), 'fn m() { m() }'] },
  },
  'types in types': {
    typescript: {
      declarations: [
        `type A<T extends A<T>> = A<A<T>>; let a: ${nested(300, 'Map<string, ', 'A<any>', '>')};`,
        'type O = { [K in keyof O]: O[K] };',
      ],
    },
    java: { declarations: [`<T extends Comparable<T>> ${nested(300, 'java.util.List<', 'T', '>')} m() { return m(); }`] },
    csharp: { declarations: [`${nested(300, 'List<', 'int', '>')} M<T>() where T : List<T> { return M<T>(); }`] },
    kotlin: { declarations: [`fun <T : Comparable<T>> m(): ${nested(150, 'List<', 'T', '>')} = m()`] },
    scala: { declarations: [`def m[T <: Ordered[T]](): ${nested(300, 'List[', 'T', ']')} = m()`] },
    go: { declarations: [`func m[T ~[]T](a ${'[]'.repeat(1_000)}int) { m[T](a) }`, 'type S struct { S *S; T S }'] },
    rust: {
      declarations: [
        `fn m<T: Into<T>>() -> ${nested(300, 'Option<', 'T', '>')} { m() }`,
        'struct S { s: S }',
        'impl Default for S { fn default() -> S { S { ..S::default() } } }',
      ],
    },
    php: {
      declarations: [
        'class A extends A { use A; const X = self::X; public A $a; function m(): A|self|static { return $this->m()->m(); } }',
      ],
    },
    python: {
      declarations: [
        `x: ${nested(300, 'list[', 'int', ']')} = []`,
        'class A(A, metaclass=A):',
        '  a: A = A().a',
        '  def m(self) -> "A":',
        '    return self.m()',
      ],
    },
  },
};

/** Scala, Rust and TypeScript have not been tried to the end yet: they are not in the tests. */
const tried = dialects.filter(({ id }) => id !== 'scala' && id !== 'rust');

/** Programs of these languages with a harm in them, and behind it a cookie that is not Secure. */
export const hostilePrograms: readonly { readonly name: string; readonly files: Files }[] = tried.flatMap((dialect) =>
  [
    ...Object.entries(EVERYWHERE).map(([kind, make]) => [kind, make(dialect)] as const),
    ...Object.entries(SOME).flatMap(([kind, { [dialect.id]: harm }]) => (harm === undefined ? [] : [[kind, harm] as const])),
  ].map(([kind, { declarations = [], statements = [] }]) => ({
    name: `${dialect.id}: ${kind}`,
    files: { [dialect.path]: dialect.file(declarations, [...statements, ...dialect.cookie(1)]) },
  })),
);

const deep = (open: string, close: string, count = 2_000): string => nested(count, open, '1', close);
const doubled = (line: (i: number) => string, count = 60): string => times(count, line).join('\n');

/** Settings of every format that refer to themselves, double or nest. */
export const hostileSettings: readonly { readonly name: string; readonly files: Files }[] = Object.entries<Files>({
  'YAML: anchors that double': {
    'deploy/ingress.yaml': `kind: Ingress\na0: &a0 [1]\n${doubled((i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}\nmetadata:\n  annotations: *a60\n`,
  },
  'YAML: a map that holds itself': { 'application.yml': 'server: &s\n  servlet: *s\n  <<: *s\nspring: &x\n  <<: [*x, *s]\n' },
  'YAML: brackets': { 'application.yml': `server: ${deep('[', ']')}\n`, 'application-prod.yml': `server: ${deep('{a: ', '}')}\n` },
  'YAML: indentation': { 'application.yml': times(1_500, (i) => `${' '.repeat(i)}a${i}:`).join('\n') },
  'YAML: endless dashes': { 'application.yml': `a: ${'- '.repeat(20_000)}x\nb:\n  ${'? '.repeat(5_000)}x\n` },
  'Compose: extends itself': {
    'docker-compose.yml':
      'services:\n  app:\n    extends: { service: app }\n    env_file: [.env, .env]\n    environment:\n      SESSION_COOKIE_SECURE: ${SESSION_COOKIE_SECURE}\n  b:\n    extends: { file: docker-compose.yml, service: c }\n  c:\n    extends: { file: docker-compose.yml, service: b }\n',
    '.env': 'SESSION_COOKIE_SECURE=${SESSION_COOKIE_SECURE}\nA=${B}\nB=${A}\nC0=xx\nC1=$C0$C0\n',
    'settings.py':
      'import os\nINSTALLED_APPS = ["django.contrib.sessions"]\nROOT_URLCONF = "x"\nSESSION_COOKIE_SECURE = os.environ["SESSION_COOKIE_SECURE"]\n',
  },
  'JSON: brackets': {
    'appsettings.json': deep('{"a":', '}'),
    'appsettings.Production.json': deep('[', ']'),
    'package.json': deep('{"dependencies":', '}'),
  },
  'JSON: what extends itself': {
    'tsconfig.json':
      '{"extends": "./tsconfig.json", "compilerOptions": {"paths": {"*": ["./*"], "@/*": ["@/*"]}, "baseUrl": "."}, "references": [{"path": "."}]}',
    'package.json':
      '{"name": "x", "main": "package.json", "exports": {".": "./package.json", "./x": "x/x"}, "imports": {"#a": "#b", "#b": "#a"}, "workspaces": [".", "./*"]}',
    'app.ts':
      'import { secure } from "@/app";\nimport x from "#a";\nimport y from "x";\nexport { secure } from "@/app";\nimport express from "express";\nconst app = express();\napp.get("/", (req, res) => { res.cookie("a", "v", { secure }); res.cookie("b", "v", x); res.cookie("c", "v", y.x); });\n',
  },
  'properties: placeholders': {
    'application.properties': `server.servlet.session.cookie.secure=\${a}\na=\${b}\nb=\${a}\nspring.config.import=application.properties,classpath:application.properties\nspring.profiles.include=prod\nspring.profiles.active=\${spring.profiles.active}\nc0=x\n${doubled((i) => `c${i + 1}=\${c${i}}\${c${i}}`)}\nserver.servlet.session.cookie.http-only=\${c60}\nd=${'${'.repeat(2_000)}x${'}'.repeat(2_000)}\n`,
    'application-prod.properties':
      'spring.profiles.include=prod\nserver.servlet.session.cookie.name=${server.servlet.session.cookie.name}\n',
    'pom.xml':
      '<project><parent><relativePath>pom.xml</relativePath></parent><properties><a>${a}</a></properties><modules><module>.</module></modules><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>',
  },
  'HOCON: substitutions and includes': {
    'conf/application.conf': `include "application.conf"\nplay.http.session { secure = \${a}, b = \${play.http.session} }\na = \${b}\nb = \${a}\nc0 = [1]\n${doubled((i) => `c${i + 1} = \${c${i}} \${c${i}}`)}\nd ${'{ d '.repeat(1_500)}= 1${' }'.repeat(1_500)}\nplay.http.session.maxAge = \${c60}\n`,
  },
  'XML: entities and depth': {
    'src/main/webapp/WEB-INF/web.xml': `<?xml version="1.0"?>\n<!DOCTYPE web-app [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd"><!ENTITY e "&e;">]>\n<web-app><session-config><cookie-config><secure>&c;&d;&e;</secure><name>&e;</name></cookie-config></session-config>${nested(2_000, '<a>', '', '</a>')}</web-app>\n`,
  },
  'XML: what stays open': {
    'src/main/webapp/WEB-INF/web.xml': `<web-app><session-config>${'<cookie-config>'.repeat(2_000)}<secure>false`,
    'web.config': `<configuration>${'<system.web '.repeat(1_000)}`,
  },
  'web.config: sections of themselves': {
    'web.config':
      '<configuration><system.web configSource="web.config"><httpCookies configSource="web.config" requireSSL="false"/></system.web><location path="."><location path="."/></location></configuration>\n',
  },
  'INI and TOML: depth and themselves': {
    'php.ini': `session.cookie_secure = \${session.cookie_secure}\n${'['.repeat(5_000)}\n`,
    'config.toml': `a = ${deep('[', ']')}\n${'[[a]]\n'.repeat(3_000)}[a${'.a'.repeat(3_000)}]\nx = ${deep('{ a = ', ' }')}\n`,
    'Cargo.toml': '[package]\nname = "x"\nworkspace = "."\n[workspace]\nmembers = [".", "*"]\n[dependencies]\nx = { path = "." }\n',
  },
  'nginx: includes of itself': {
    'nginx.conf': `include nginx.conf;\ninclude *.conf;\nserver { include nginx.conf; set $a $b; set $b $a; add_header Set-Cookie "a=1; $a"; ${nested(1_500, 'location / { ', 'proxy_cookie_flags ~ httponly;', ' }')} }\n`,
    'a.conf': 'include nginx.conf;\ninclude a.conf;\n',
  },
  'nginx: blocks that stay open': { 'nginx.conf': `${'server { location / { '.repeat(1_500)}add_header Set-Cookie "a=1";\n` },
  'Apache: includes of itself': {
    'httpd.conf': `Include httpd.conf\nIncludeOptional *.conf\nDefine A \${A}\nHeader set Set-Cookie "a=1; \${A}"\n${nested(800, '<If "true">\n', 'Header set Set-Cookie "b=1"\n', '</If>\n')}`,
    '.htaccess': `${'<IfModule x>\n'.repeat(800)}Header add Set-Cookie "c=1"\n`,
  },
  'Caddy: imports of itself': {
    Caddyfile: `(a) {\n import a\n import b\n}\n(b) {\n import a\n}\n:80 {\n import a\n import Caddyfile\n header Set-Cookie "a=1"\n ${nested(1_000, 'route {\n', 'respond 200\n', '}\n')}}\n`,
  },
  'HAProxy: defaults of themselves': {
    'haproxy.cfg': `defaults a from a\ndefaults b from c\ndefaults c from b\nbackend x from b\n cookie S insert\n${' http-request set-var(txn.a) var(txn.a)\n'.repeat(3_000)}`,
  },
  'lighttpd: includes of itself': {
    'lighttpd.conf': `include "lighttpd.conf"\nvar.a = var.b\nvar.b = var.a + var.a\nsetenv.add-response-header = ( "Set-Cookie" => "a=1" + var.a )\n${nested(800, '$HTTP["host"] == "x" {\n', 'x = 1\n', '}\n')}`,
  },
  'VCL: subroutines of themselves': {
    'default.vcl': `vcl 4.1;\ninclude "default.vcl";\nsub a { call a; call b; }\nsub b { call a; }\nsub vcl_deliver { call a; set resp.http.Set-Cookie = "a=1"; ${nested(800, 'if (true) { ', 'call a;', ' }')} }\n`,
  },
  'Rails: settings of themselves': {
    'config/application.rb':
      "require_relative 'application'\nmodule X\n class Application < Application\n  config.force_ssl = config.force_ssl\n  config.session_store :cookie_store, **config.session_options\n end\nend\n",
    'config/environments/production.rb':
      "require_relative 'production'\nrequire_relative '../application'\nRails.application.configure do\n config.force_ssl = config.force_ssl\n eval File.read(__FILE__)\nend\n",
  },
}).map(([name, files]) => ({ name, files }));
