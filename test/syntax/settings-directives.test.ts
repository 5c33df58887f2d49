/** The settings formats that lower to calls with blocks: names, arguments, blocks, and ranges by cutting them out of the text. */

import { describe, expect, test } from 'vitest';
import type { Call, Language, Program } from '../../src/syntax/ir.js';
import { apacheLanguage } from '../../src/syntax/settings/apache.js';
import { caddyfileLanguage } from '../../src/syntax/settings/caddyfile.js';
import { dockerfileLanguage } from '../../src/syntax/settings/dockerfile.js';
import { haproxyLanguage } from '../../src/syntax/settings/haproxy.js';
import { headersLanguage } from '../../src/syntax/settings/headers.js';
import { nginxLanguage, readNginx } from '../../src/syntax/settings/nginx.js';
import { vclLanguage } from '../../src/syntax/settings/vcl.js';
import { walk } from '../../src/syntax/walk.js';
import { compact } from './compact.js';
import { programOutline, rangeViolations, statementsOutline } from './settings-outline.js';

function lowered(language: Language, text: string, path: string): Program {
  const program = language.lower(text, path);
  expect(rangeViolations(program)).toEqual([]);
  return program;
}

function comments(program: Program): readonly string[] {
  return program.comments.map(({ text }) => text);
}

function problems(program: Program): readonly string[] {
  return program.problems.map(({ message }) => message);
}

/** The source of the first call of that name: the call, its arguments and their contents. */
function callSource(
  program: Program,
  name: string,
): { readonly call: string; readonly args: readonly string[]; readonly contents: readonly string[]; readonly block?: string } {
  const calls: Call[] = [];
  for (const statement of program.body) {
    walk(statement, (node) => {
      if ('kind' in node && node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === name) calls.push(node);
    });
  }
  const call = calls[0];
  if (call === undefined) throw new Error(`no call of ${name}`);
  expect(call.parenthesised).toBe(false);
  const cut = (range: { readonly start: number; readonly end: number }): string => program.text.slice(range.start, range.end);
  return {
    call: cut(call),
    args: call.args.map(cut),
    contents: call.args.map(({ value }) => cut(value.kind === 'literal' ? (value.content ?? value) : value)),
    ...(call.block === undefined ? {} : { block: cut(call.block) }),
  };
}

describe('dockerfile', () => {
  const read = (text: string): Program => lowered(dockerfileLanguage, text, 'Dockerfile');

  test('ENV, ARG and LABEL have named arguments', () => {
    expect(programOutline(read('ENV A=1 B="x y"\nenv OLD some value\nARG C\nARG D=e\nLABEL "a.b"=c\n'))).toEqual([
      ['ENV', { A: '1' }, { B: 'x y' }],
      ['ENV', { OLD: 'some value' }],
      ['ARG', { C: undefined }],
      ['ARG', { D: 'e' }],
      ['LABEL', { 'a.b': 'c' }],
    ]);
  });

  test('cuts names and values', () => {
    const program = read('# c\nENV X=1 SESSION_COOKIE_SECURE="false"\n');
    const [statement] = program.body;
    const call = statement?.kind === 'expression' && statement.expression.kind === 'call' ? statement.expression : undefined;
    const argument = call?.args[1];
    expect(argument?.nameRange && program.text.slice(argument.nameRange.start, argument.nameRange.end)).toBe('SESSION_COOKIE_SECURE');
    expect(callSource(program, 'ENV')).toEqual({
      call: 'ENV X=1 SESSION_COOKIE_SECURE="false"',
      args: ['X=1', 'SESSION_COOKIE_SECURE="false"'],
      contents: ['1', 'false'],
    });
    expect(comments(program)).toEqual([' c']);
  });

  test('instructions go on over continuations, comments and here-documents', () => {
    const program = read('ENV A=1 \\\n  # note\n    B=2\nRUN <<EOF\nENV X=1\nEOF\nCMD ["a", \\\n  "--cookie-secure=false"]\n');
    expect(programOutline(program)).toEqual([
      ['ENV', { A: '1' }, { B: '2' }],
      ['RUN', '<<EOF\nENV X=1\nEOF'],
      ['CMD', '["a", \\\n  "--cookie-secure=false"]'],
    ]);
    expect(comments(program)).toEqual([' note']);
  });

  test('the escape directive', () => {
    expect(programOutline(read('# escape=`\nENV A=c:\\ `\n  B=2\nUSER x\n'))).toEqual([
      ['ENV', { A: 'c:\\ ' }, { B: '2' }],
      ['USER', 'x'],
    ]);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read('\ufeff# 😀\r\nENV A=😀 \\\r\n  B="x"\r\nARG C=d\r\n');
    expect(callSource(program, 'ENV')).toEqual({ call: 'ENV A=😀 \\\r\n  B="x"', args: ['A=😀', 'B="x"'], contents: ['😀', 'x'] });
    expect(callSource(program, 'ARG').args).toEqual(['C=d']);
  });

  test('what is no instruction is a problem', () => {
    expect(problems(read('!!!\nUSER x\n'))).toEqual(['not an instruction']);
  });
});

describe('nginx', () => {
  const read = (text: string, path = 'nginx.conf'): Program => lowered(nginxLanguage, text, path);

  test('directives, blocks and conditions', () => {
    expect(
      programOutline(read('user x;\nhttp {\n  server { listen 443 ssl; if ($scheme = http) { return 301 https://$host; } }\n}\n')),
    ).toEqual([
      ['user', 'x'],
      [
        'http',
        [
          [
            'server',
            [
              ['listen', '443', 'ssl'],
              ['if', '($scheme', '=', 'http)', [['return', '301', 'https://$host']]],
            ],
          ],
        ],
      ],
    ]);
  });

  test('cuts arguments, quotes and blocks', () => {
    const program = read('location / { # c\n  add_header Set-Cookie "a=\\"b\\"; Path=/; $x" always;\n}\n');
    expect(callSource(program, 'add_header')).toEqual({
      call: 'add_header Set-Cookie "a=\\"b\\"; Path=/; $x" always',
      args: ['Set-Cookie', '"a=\\"b\\"; Path=/; $x"', 'always'],
      contents: ['Set-Cookie', 'a=\\"b\\"; Path=/; $x', 'always'],
    });
    expect(callSource(program, 'location').block).toBe('{ # c\n  add_header Set-Cookie "a=\\"b\\"; Path=/; $x" always;\n}');
    expect(comments(program)).toEqual([' c']);
  });

  test('a statement includes its semicolon, a call does not', () => {
    const program = read('a b ;\n');
    const [statement] = program.body;
    expect(statement && program.text.slice(statement.start, statement.end)).toBe('a b ;');
    expect(callSource(program, 'a').call).toBe('a b');
  });

  test('braces in variables, regular expressions, strings and Lua open no block', () => {
    const program = read(
      "set $a ${b}c;\nlocation ~ \"^/x{2}$\" { x 'y { z'; }\ncontent_by_lua_block { local t = {'}'} -- }\n  ngx.say(t) }\nlast on;\n",
    );
    expect(programOutline(program)).toEqual([
      ['set', '$a', '${b}c'],
      ['location', '~', '^/x{2}$', [['x', 'y { z']]],
      ['content_by_lua_block', " local t = {'}'} -- }\n  ngx.say(t) "],
      ['last', 'on'],
    ]);
    expect(program.problems).toEqual([]);
  });

  test('mends missing semicolons and braces', () => {
    const program = read('http {\n  server {\n    listen 80\n  }\n  a b;\n');
    expect(programOutline(program)).toEqual([
      [
        'http',
        [
          ['server', [['listen', '80']]],
          ['a', 'b'],
        ],
      ],
    ]);
    expect(problems(program)).toEqual(['`;` is missing', '`}` is missing']);
  });

  test('a string that is not closed ends with its line', () => {
    expect(programOutline(read('a "b;\nc d;\n'))).toEqual([['a', '"b;', 'c', 'd']]);
  });

  test('reads templates around their markup', () => {
    expect(
      programOutline(read('server {\n  {% if tls %}\n  listen 443;\n  {% endif %}\n  server_name {{ host }}.x;\n}\n', 'nginx.conf.j2')),
    ).toEqual([
      [
        'server',
        [
          ['listen', '443'],
          ['server_name', '{{ host }}.x'],
        ],
      ],
    ]);
  });

  test('reads a snippet inside another file where it stands', () => {
    const text = 'snippet: |\n  add_header Set-Cookie "a=b";\n';
    const start = text.indexOf('add_header');
    const { body } = readNginx(text, { start, end: text.length });
    expect(statementsOutline(body, text)).toEqual([['add_header', 'Set-Cookie', 'a=b']]);
    expect(body[0]?.start).toBe(start);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read('\ufeff# 😀\r\na "😀";\r\nserver {\r\n  add_header X "y";\r\n}\r\n');
    expect(callSource(program, 'add_header').contents).toEqual(['X', 'y']);
    expect(callSource(program, 'server').block).toBe('{\r\n  add_header X "y";\r\n}');
    expect(comments(program)).toEqual([' 😀']);
  });
});

describe('apache', () => {
  const read = (text: string): Program => lowered(apacheLanguage, text, 'httpd.conf');

  test('directives and sections, whatever their case', () => {
    expect(
      programOutline(
        read(
          'LoadModule a b\n<VirtualHost *:443>\n  Header edit Set-Cookie ^(.*)$ "$1;HttpOnly;Secure"\n  <If "%{HTTPS} == \'on\'">\n    RewriteRule ^/p$ - [CO=promo:1:.example.com]\n  </If>\n</virtualhost>\nX #y\n',
        ),
      ),
    ).toEqual([
      ['LoadModule', 'a', 'b'],
      [
        'VirtualHost',
        '*:443',
        [
          ['Header', 'edit', 'Set-Cookie', '^(.*)$', '$1;HttpOnly;Secure'],
          ['If', "%{HTTPS} == 'on'", [['RewriteRule', '^/p$', '-', '[CO=promo:1:.example.com]']]],
        ],
      ],
      ['X', '#y'],
    ]);
  });

  test('cuts arguments, also over continued lines', () => {
    const program = read('# c\n  Header always set Set-Cookie "a=\\"b\\"" \\\n    env=HTTPS\nY z\n');
    expect(callSource(program, 'Header')).toEqual({
      call: 'Header always set Set-Cookie "a=\\"b\\"" \\\n    env=HTTPS',
      args: ['always', 'set', 'Set-Cookie', '"a=\\"b\\""', 'env=HTTPS'],
      contents: ['always', 'set', 'Set-Cookie', 'a=\\"b\\"', 'env=HTTPS'],
    });
    expect(callSource(program, 'Y').args).toEqual(['z']);
    expect(comments(program)).toEqual([' c']);
  });

  test('mends sections', () => {
    const program = read('<A x>\n<B>\n c d\n</A>\n</C>\n<D\n');
    expect(programOutline(program)).toEqual([
      ['A', 'x', [['B', [['c', 'd']]]]],
      ['D', []],
    ]);
    expect(problems(program)).toEqual(['<B> is not closed', '</c> closes nothing', '`>` is missing', 'a section is not closed']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read('\ufeff# 😀\r\n<Files "😀">\r\n  Header set X \'y\'\r\n</Files>\r\n');
    expect(callSource(program, 'Header').contents).toEqual(['set', 'X', 'y']);
    expect(callSource(program, 'Files').call).toBe('Files "😀">\r\n  Header set X \'y\'\r\n</Files>');
  });
});

describe('haproxy', () => {
  const read = (text: string): Program => lowered(haproxyLanguage, text, 'haproxy.cfg');

  test('sections hold their lines', () => {
    const program = read(
      'global\n  log x # c\n\nfrontend web\n  bind *:80\n  http-response replace-header Set-Cookie (.*) "\\1; Secure" if { ssl_fc }\nbackend app\n  cookie SRV insert indirect\n  cache x\n',
    );
    expect(programOutline(program)).toEqual([
      ['global', [['log', 'x']]],
      [
        'frontend',
        'web',
        [
          ['bind', '*:80'],
          ['http-response', 'replace-header', 'Set-Cookie', '(.*)', '\\1; Secure', 'if', '{', 'ssl_fc', '}'],
        ],
      ],
      [
        'backend',
        'app',
        [
          ['cookie', 'SRV', 'insert', 'indirect'],
          ['cache', 'x'],
        ],
      ],
    ]);
    expect(comments(program)).toEqual([' c']);
    expect(callSource(program, 'backend').call).toBe('backend app\n  cookie SRV insert indirect\n  cache x');
  });

  test('quotes and escapes', () => {
    const program = read('listen a\n  http-response add-header Set-Cookie \'a=b; Path=/\' \n  x a\\ b\\#c d"e f"g\n');
    expect(callSource(program, 'http-response').contents).toEqual(['add-header', 'Set-Cookie', 'a=b; Path=/']);
    expect(callSource(program, 'x').args).toEqual(['a\\ b\\#c', 'd"e f"g']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read('\ufeff# 😀\r\nbackend b\r\n  cookie "😀" secure\r\n');
    expect(callSource(program, 'cookie')).toEqual({ call: 'cookie "😀" secure', args: ['"😀"', 'secure'], contents: ['😀', 'secure'] });
  });
});

describe('caddyfile', () => {
  const read = (text: string): Program => lowered(caddyfileLanguage, text, 'Caddyfile');

  test('options, snippets, sites and nested directives', () => {
    const program = read(
      '{\n  email a@b.c\n}\n(s) {\n  header -Server\n}\nexample.com {\n  reverse_proxy {$BACK} b:80 {\n    lb_policy cookie lb\n    header_down Set-Cookie (.*) "$1; Secure"\n  }\n  header +Set-Cookie "a=\\"b\\"" # c\n}\n',
    );
    expect(programOutline(program)).toEqual([
      ['', [['email', 'a@b.c']]],
      ['(s)', [['header', '-Server']]],
      [
        'example.com',
        [
          [
            'reverse_proxy',
            '{$BACK}',
            'b:80',
            [
              ['lb_policy', 'cookie', 'lb'],
              ['header_down', 'Set-Cookie', '(.*)', '$1; Secure'],
            ],
          ],
          ['header', '+Set-Cookie', 'a="b"'],
        ],
      ],
    ]);
    expect(callSource(program, 'header_down')).toEqual({
      call: 'header_down Set-Cookie (.*) "$1; Secure"',
      args: ['Set-Cookie', '(.*)', '"$1; Secure"'],
      contents: ['Set-Cookie', '(.*)', '$1; Secure'],
    });
    expect(comments(program)).toEqual([' c']);
  });

  test('a site without braces, continued lines, raw strings and placeholders', () => {
    expect(programOutline(read('localhost\nrespond `a "b" {x}` \\\n  200\nrewrite {http.request.uri} /x\n'))).toEqual([
      ['localhost'],
      ['respond', 'a "b" {x}', '200'],
      ['rewrite', '{http.request.uri}', '/x'],
    ]);
  });

  test('a here-document is one argument', () => {
    expect(programOutline(read('a.com {\n  respond <<HTML\n    <b>}</b>\n    HTML 200\n}\n'))).toEqual([
      ['a.com', [['respond', '    <b>}</b>', '200']]],
    ]);
  });

  test('mends braces', () => {
    const program = read('}\na.com {\n  x {\n    y\n  }\n');
    expect(programOutline(program)).toEqual([['a.com', [['x', [['y']]]]]]);
    expect(problems(program)).toEqual(['`}` closes nothing', '`}` is missing']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read('\ufeff# 😀\r\n:80 {\r\n  header X "😀"\r\n  header Y "z"\r\n}\r\n');
    expect(callSource(program, 'header').contents).toEqual(['X', '😀']);
    expect(callSource(program, ':80').block).toBe('{\r\n  header X "😀"\r\n  header Y "z"\r\n}');
  });
});

describe('headers', () => {
  const read = (text: string): Program => lowered(headersLanguage, text, '_headers');

  test('paths hold their headers', () => {
    const program = read('# c\n/*\n  Set-Cookie: a=b; Path=/\n  ! X-Y\nhttps://x.com/*\n  Z:w:v\nnone\n oops\n');
    expect(programOutline(program)).toEqual([
      [
        'path',
        '/*',
        [
          ['header', 'Set-Cookie', 'a=b; Path=/'],
          ['detach', 'X-Y'],
        ],
      ],
      ['path', 'https://x.com/*', [['header', 'Z', 'w:v']]],
      ['path', 'none', []],
    ]);
    expect(callSource(program, 'header')).toEqual({
      call: 'Set-Cookie: a=b; Path=/',
      args: ['Set-Cookie', 'a=b; Path=/'],
      contents: ['Set-Cookie', 'a=b; Path=/'],
    });
    expect(comments(program)).toEqual([' c']);
    expect(problems(program)).toEqual(['neither a path nor a header']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    expect(callSource(read('\ufeff/😀\r\n  Set-Cookie: a=😀\r\n'), 'header').args).toEqual(['Set-Cookie', 'a=😀']);
  });
});

describe('vcl', () => {
  const read = (text: string): Program => lowered(vclLanguage, text, 'default.vcl');

  test('set is an assignment to a member', () => {
    expect(compact(read('sub f { set resp.http.Set-Cookie = "v=1; Path=/" + req.http.X "y"; }'))).toBe(
      compact(read('sub f { set resp.http.Set-Cookie = "v=1; Path=/" + req.http.X + "y"; }')),
    );
    const program = read('set resp.http.Set-Cookie = "a=b";');
    const [statement] = program.body;
    const assignment = statement?.kind === 'expression' && statement.expression.kind === 'assignment' ? statement.expression : undefined;
    expect(assignment?.target).toMatchObject({
      kind: 'member',
      property: 'Set-Cookie',
      propertyRange: { start: 14, end: 24 },
      object: { kind: 'member', property: 'http', object: { kind: 'name', name: 'resp' } },
    });
    expect(assignment?.value).toMatchObject({ kind: 'literal', value: 'a=b', content: { start: 28, end: 31 } });
    expect(statement && program.text.slice(statement.start, statement.end)).toBe('set resp.http.Set-Cookie = "a=b";');
  });

  test('subs are functions, conditions are conditions', () => {
    const program = read(
      'sub vcl_deliver {\n  if (req.http.X-Forwarded-Proto == "https" && !(req.url ~ "^/x")) { unset resp.http.A; } elsif (a !~ "b") { call g; } else { return (hash); }\n}\n',
    );
    const [sub] = program.body;
    expect(sub).toMatchObject({ kind: 'function-declaration', name: 'vcl_deliver' });
    const test = sub?.kind === 'function-declaration' ? sub.function.body.body[0] : undefined;
    expect(test).toMatchObject({
      kind: 'if',
      test: {
        kind: 'logical',
        operator: 'and',
        left: { kind: 'binary', operator: '==' },
        right: { kind: 'unary', operator: 'not', operand: { kind: 'binary', operator: 'matches' } },
      },
      consequent: { body: [{ kind: 'expression', expression: { kind: 'call', callee: { name: 'unset' } } }] },
      alternate: {
        body: [
          {
            kind: 'if',
            test: { kind: 'unary', operator: 'not' },
            consequent: { body: [{ expression: { kind: 'call', callee: { name: 'g' } } }] },
            alternate: { body: [{ kind: 'return', value: { kind: 'name', name: 'hash' } }] },
          },
        ],
      },
    });
  });

  test('other statements are calls', () => {
    const program = read(
      'vcl 4.1;\nimport std;\nbackend b { .host = "x"; }\nstd.log("x" + y);\nheader.append(resp.http.Set-Cookie, {"a"b"});\nset beresp.ttl = 120s;\nC{ int x; }C\nnew d = directors.round_robin();\n',
    );
    expect(program.body.map((statement) => (statement.kind === 'expression' ? statement.expression.kind : statement.kind))).toEqual([
      'call',
      'import',
      'call',
      'call',
      'call',
      'assignment',
      'opaque',
      'assignment',
    ]);
    expect(program.problems).toEqual([]);
  });

  test('mends what is broken', () => {
    const program = read('sub f { set a.b; set c.d = "x"; ) if (e { set g.h = "y"; }\n');
    const assigned: string[] = [];
    for (const statement of program.body) {
      walk(statement, (node) => {
        if ('kind' in node && node.kind === 'assignment' && 'property' in node.target) assigned.push(node.target.property);
      });
    }
    expect(assigned).toEqual(['d', 'h']);
    expect(program.problems.length).toBeGreaterThan(0);
  });

  test('comments of all kinds, byte order mark, CRLF and emoji', () => {
    const program = read('\ufeff# 😀\r\n// b\r\n/* c\r\n d */ set x.y = "😀";\r\n');
    expect(comments(program)).toEqual([' 😀', ' b', ' c\r\n d ']);
    const [statement] = program.body;
    expect(statement && program.text.slice(statement.start, statement.end)).toBe('set x.y = "😀";');
  });
});
