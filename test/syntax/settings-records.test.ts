/** The settings formats that lower to records: keys, values, and ranges by cutting them out of the text. */

import { describe, expect, test } from 'vitest';
import type { Language, Program } from '../../src/syntax/ir.js';
import { dotenvLanguage } from '../../src/syntax/settings/dotenv.js';
import { hoconLanguage } from '../../src/syntax/settings/hocon.js';
import { iniLanguage } from '../../src/syntax/settings/ini.js';
import { jsonLanguage } from '../../src/syntax/settings/json.js';
import { propertiesLanguage } from '../../src/syntax/settings/properties.js';
import { tomlLanguage } from '../../src/syntax/settings/toml.js';
import { xmlLanguage } from '../../src/syntax/settings/xml.js';
import { yamlLanguage } from '../../src/syntax/settings/yaml.js';
import { programOutline, rangeViolations, settingOf, sourceOf } from './settings-outline.js';

function lowered(language: Language, text: string, path = `a.${language.id}`): Program {
  const program = language.lower(text, path);
  expect(rangeViolations(program)).toEqual([]);
  return program;
}

function outline(language: Language, text: string, path?: string): unknown {
  return programOutline(lowered(language, text, path));
}

function messages(program: Program): readonly string[] {
  return program.problems.map(({ message }) => message);
}

/** The same settings with the line ends, mark and characters that shift offsets. */
function withBomCrlfAndEmoji(comment: string, text: string): string {
  return `\ufeff${comment}\n${text}`.replaceAll('\n', '\r\n');
}

describe('properties', () => {
  const read = (text: string): Program => lowered(propertiesLanguage, text);

  test('keeps dotted keys as written and strings for all values', () => {
    expect(outline(propertiesLanguage, 'server.servlet.session.cookie.secure=true\na.b : c\nd e\nf\n')).toEqual([
      { 'server.servlet.session.cookie.secure': 'true', 'a.b': 'c', d: 'e', f: '' },
    ]);
  });

  test('cuts key and value', () => {
    const program = read('x=1\n  server.cookie.secure = ${SECURE:false}\n');
    expect(sourceOf(program, 'server.cookie.secure')).toEqual({
      key: 'server.cookie.secure',
      value: '${SECURE:false}',
      content: '${SECURE:false}',
      property: 'server.cookie.secure = ${SECURE:false}',
    });
  });

  test('gives an empty value its place', () => {
    const { value } = settingOf(read('secure=\nx=1'), 'secure');
    expect([value.start, value.end]).toEqual([7, 7]);
  });

  test('resolves escapes and continuation lines', () => {
    expect(outline(propertiesLanguage, 'a\\ b\\=c=d\nlong = one, \\\n    two\nu=\\u0041\\t|\nslash=\\\\\nnext=1\n')).toEqual([
      { 'a b=c': 'd', long: 'one, two', u: 'A\t|', slash: '\\', next: '1' },
    ]);
  });

  test('parts documents at `#---`, not at other comments', () => {
    const program = read('a=1\n#---\nb=2\n #---\nc=3\n!---\nd=4\n');
    expect(programOutline(program)).toEqual([{ a: '1' }, { b: '2', c: '3' }, { d: '4' }]);
    expect(program.comments.map(({ text }) => text)).toEqual(['---', '---', '---']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('# 😀', 'a=😀\ncookie.secure = false \\\n  x\nb=1\n'));
    expect(sourceOf(program, 'cookie.secure').content).toBe('false \\\r\n  x');
    expect(settingOf(program, 'cookie.secure').value).toMatchObject({ value: 'false x' });
    expect(sourceOf(program, 'b').property).toBe('b=1');
  });
});

describe('yaml', () => {
  const read = (text: string): Program => lowered(yamlLanguage, text);

  test('types scalars as YAML 1.2 does', () => {
    expect(outline(yamlLanguage, 'a: true\nb: yes\nc: "true"\nd: 1\ne: off\nf: ~\ng:\nh: 1.5\ni: False\n')).toEqual([
      { a: true, b: 'yes', c: 'true', d: 1, e: 'off', f: null, g: null, h: 1.5, i: false },
    ]);
  });

  test('nests maps and lists, block and flow', () => {
    expect(outline(yamlLanguage, 'a:\n  b:\n    - c: 1\n      d: 2\n    - e\nf: {g: [1, {h: i}]}\n')).toEqual([
      { a: { b: [{ c: 1, d: 2 }, 'e'] }, f: { g: [1, { h: 'i' }] } },
    ]);
  });

  test('cuts quotes, block scalars and collections', () => {
    const program = read("cookie:\n  secure: 'false' # why\n  text: |\n    one\n    two\nlast: x\n");
    expect(sourceOf(program, 'cookie.secure')).toEqual({ key: 'secure', value: "'false'", content: 'false', property: "secure: 'false'" });
    expect(sourceOf(program, 'cookie.text').content).toBe('one\n    two');
    expect(sourceOf(program, 'cookie').value).toBe("secure: 'false' # why\n  text: |\n    one\n    two\n");
    expect(program.comments.map(({ text }) => text)).toEqual([' why']);
  });

  test('a map ends with its last entry', () => {
    expect(sourceOf(read('a:\n  b: 1\n\n# c\nd: 2\n'), 'a').value).toBe('b: 1');
  });

  test('merges are spreads before the keys of the map', () => {
    expect(
      outline(yamlLanguage, 'base: &base\n  secure: true\nother: &other {a: 1}\nuse:\n  b: 2\n  <<: [*base, *other]\nsame: *base\n'),
    ).toEqual([
      { base: { secure: true }, other: { a: 1 }, use: { '...': { a: 1 }, "...'": { secure: true }, b: 2 }, same: { secure: true } },
    ]);
  });

  test('an alias inside its own anchor ends as a name', () => {
    expect(outline(yamlLanguage, 'a: &a\n  b: *a\n')).toEqual([{ a: { b: { b: 'name a' } } }]);
  });

  test('aliases of aliases do not explode', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`),
    ].join('\n');
    expect(yamlLanguage.lower(bomb, 'a.yml')).toBeDefined();
  });

  test('a document is a statement', () => {
    expect(outline(yamlLanguage, '---\na: 1\n---\n# nothing\n---\nb: 2\n...\n')).toEqual([{ a: 1 }, { b: 2 }]);
  });

  test('keys are what they are written as', () => {
    expect(outline(yamlLanguage, 'on: 1\n1: 2\n"a.b": 3\nnull: 4\n')).toEqual([{ on: 1, '1': 2, 'a.b': 3, null: 4 }]);
  });

  test('a custom tag is a call, a known one is none', () => {
    expect(outline(yamlLanguage, 'a: !Ref Secure\nb: !!str true\nc: !env\n  d: 1\n')).toEqual([
      { a: ['!Ref', 'Secure'], b: 'true', c: { d: 1 } },
    ]);
  });

  test('reads Helm templates around their markup', () => {
    const program = read(
      'cookie:\n{{- if .Values.tls }}\n  secure: {{ .Values.secure }}\n  host: app.{{ .Values.domain }}:80\n  {{- with .Values.extra }}\n  {{- toYaml . | nindent 2 }}\n  {{- end }}\n{{- end }}\n  quoted: "{{ .Values.a | default "b" }}"\n  last: true\n',
    );
    expect(program.problems).toEqual([]);
    expect(programOutline(program)).toEqual([
      {
        cookie: {
          secure: '<{{ .Values.secure }}>',
          host: 'template app.|"<{{ .Values.domain }}>"|:80',
          quoted: '<"{{ .Values.a | default "b" }}">',
          last: true,
        },
      },
    ]);
  });

  test('reads Jinja statements inside a line', () => {
    expect(outline(yamlLanguage, '{% if tls %}secure: true{% endif %}\nx: 1\n{# c #}\ny: 2\n')).toEqual([{ secure: true, x: 1, y: 2 }]);
  });

  test('an error in one line does not hide the others', () => {
    const program = read('a: 1\nb: [1\nc: @x\nd: 2\n');
    expect(programOutline(program)).toEqual([{ a: 1, b: [1], d: 2 }]);
    expect(program.problems.length).toBeGreaterThan(0);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('# 😀', 'é: 😀\ncookie:\n  secure: "false"\n  block: >-\n    x\n    y\nb: 1\n'));
    expect(sourceOf(program, 'cookie.secure')).toMatchObject({ key: 'secure', value: '"false"', content: 'false' });
    expect(sourceOf(program, 'cookie.block').content).toBe('x\r\n    y');
    expect(program.comments.map(({ text }) => text)).toEqual([' 😀']);
    expect(sourceOf(program, 'b').property).toBe('b: 1');
  });
});

describe('xml', () => {
  const read = (text: string): Program => lowered(xmlLanguage, text);

  test('elements hold attributes, children and text', () => {
    expect(outline(xmlLanguage, '<?xml version="1.0"?>\n<a b="1"><ns:c d=\'2\'/><c>x &amp; y</c> z <e><![CDATA[<f>]]></e></a>')).toEqual([
      { a: { '@b': '1', c: { '@d': '2' }, "c'": { '#text': 'x & y' }, '#text': 'z', e: { '#text': '<f>' } } },
    ]);
  });

  test('cuts elements, names and attribute values', () => {
    const program = read('<system.web>\n  <httpCookies requireSSL = "fal&#115;e" xdt:Transform=\'Set\' />\n</system.web>\n');
    expect(settingOf(program, 'system.web.httpCookies.@requireSSL').value).toMatchObject({ value: 'false' });
    expect(sourceOf(program, 'system.web.httpCookies.@requireSSL')).toEqual({
      key: 'requireSSL',
      value: '"fal&#115;e"',
      content: 'fal&#115;e',
      property: 'requireSSL = "fal&#115;e"',
    });
    expect(sourceOf(program, 'system.web.httpCookies').value).toBe('<httpCookies requireSSL = "fal&#115;e" xdt:Transform=\'Set\' />');
    expect(sourceOf(program, 'system.web.httpCookies').key).toBe('httpCookies');
    expect(sourceOf(program, 'system.web.httpCookies.@xdt:Transform').content).toBe('Set');
  });

  test('comments, doctype and instructions are no elements', () => {
    const program = read('<!DOCTYPE web-app [ <!ENTITY a "<b>"> ]>\n<!-- <secure>true</secure> -->\n<?php x ?><w/>');
    expect(programOutline(program)).toEqual([{ w: {} }]);
    expect(program.comments.map(({ text }) => text)).toEqual([' <secure>true</secure> ']);
  });

  test('mends what is not closed', () => {
    const program = read('<a><b c="1"><d>true</a><e f=x g>');
    expect(programOutline(program)).toEqual([{ a: { b: { '@c': '1', d: { '#text': 'true' } } }, e: { '@f': 'x', '@g': '' } }]);
    expect(messages(program)).toEqual(['<d> is not closed', '<b> is not closed', '<e> is not closed']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('<!-- 😀 -->', '<a x="😀">\n<secure>\n  false\n</secure></a>'));
    expect(sourceOf(program, 'a.secure.#text').content).toBe('false');
    expect(sourceOf(program, 'a.secure').value).toBe('<secure>\r\n  false\r\n</secure>');
  });
});

describe('ini', () => {
  const read = (text: string, path = 'php.ini'): Program => lowered(iniLanguage, text, path);

  test('keys before a section stand at the top, others in their section', () => {
    expect(outline(iniLanguage, 'APP = x\n[session]\nCOOKIE_SECURE=false\n[a.b "c"]\nd: e\n')).toEqual([
      { APP: 'x', session: { COOKIE_SECURE: 'false' }, 'a.b "c"': { d: 'e' } },
    ]);
  });

  test('cuts keys, quotes and sections', () => {
    const program = read('[Session]\nsession.cookie_secure = "0" ; off\nsession.name=\n[x]\ny=1\n');
    expect(sourceOf(program, 'Session.session.cookie_secure')).toEqual({
      key: 'session.cookie_secure',
      value: '"0"',
      content: '0',
      property: 'session.cookie_secure = "0"',
    });
    expect(sourceOf(program, 'Session').property).toBe('[Session]\nsession.cookie_secure = "0" ; off\nsession.name=\n');
    expect(sourceOf(program, 'Session').value).toBe('session.cookie_secure = "0" ; off\nsession.name=\n');
    expect(sourceOf(program, 'Session').key).toBe('Session');
    const empty = settingOf(program, 'Session.session.name').value;
    expect(program.text.slice(0, empty.start).endsWith('session.name=')).toBe(true);
    expect(empty.end).toBe(empty.start);
  });

  test('comments begin at a line or behind a blank', () => {
    const program = read('; one\n# two\na = b;c # three\nd = "x ; y"\n;session.cookie_secure = 1\n');
    expect(programOutline(program)).toEqual([{ a: 'b;c', d: 'x ; y' }]);
    expect(program.comments.map(({ text }) => text)).toEqual([' one', ' two', ' three', 'session.cookie_secure = 1']);
  });

  test('php-fpm and systemd', () => {
    expect(outline(iniLanguage, '[www]\nphp_admin_value[session.cookie_secure] = 1\nenv[A]=b\n', 'www.conf')).toEqual([
      { www: { php_admin_value: { 'session.cookie_secure': '1' }, env: { A: 'b' } } },
    ]);
    expect(sourceOf(read('php_flag[session.cookie_secure] = on\n', 'php-fpm.conf'), 'php_flag.session.cookie_secure')).toMatchObject({
      key: 'session.cookie_secure',
      content: 'on',
    });
  });

  test('a value goes on in indented lines', () => {
    expect(outline(iniLanguage, '[options]\nuse =\n    one\n    two\nnext =\n  = b\n')).toEqual([
      { options: { use: 'one\n    two', next: '= b' } },
    ]);
  });

  test('a flag has an empty value, an unclosed section is no section', () => {
    expect(outline(iniLanguage, '[a\nskip\n[b] = c\n')).toEqual([{ '[a': '', skip: '', '[b]': 'c' }]);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('; 😀', "[é]\na=😀\nsecure = 'false'\nb=1"));
    expect(sourceOf(program, 'é.secure')).toMatchObject({ key: 'secure', value: "'false'", content: 'false' });
    expect(sourceOf(program, 'é.b').property).toBe('b=1');
  });

  test("lighttpd's own format", () => {
    const program = read(
      'setenv.add-response-header = ( "Set-Cookie" => "a=b; Path=/", # c\n  "X" => "y" )\n$HTTP["scheme"] == "https" {\n  server.list += ( "a", "b" )\n}\nserver.port = 80\n',
      'lighttpd.conf',
    );
    expect(programOutline(program)).toEqual([
      {
        'setenv.add-response-header': { 'Set-Cookie': 'a=b; Path=/', X: 'y' },
        '$HTTP["scheme"] == "https"': { 'server.list': ['a', 'b'] },
        'server.port': 80,
      },
    ]);
    expect(program.comments.map(({ text }) => text)).toEqual([' c']);
    expect(sourceOf(program, 'setenv.add-response-header.Set-Cookie')).toMatchObject({ key: '"Set-Cookie"', content: 'a=b; Path=/' });
  });
});

describe('json', () => {
  const read = (text: string, path = 'a.json'): Program => lowered(jsonLanguage, text, path);

  test('records, lists and typed scalars', () => {
    expect(outline(jsonLanguage, '{"a": {"b": [1, true, null, "x"]}, "c": -1.5, "d": {}}')).toEqual([
      { a: { b: [1, true, null, 'x'] }, c: -1.5, d: {} },
    ]);
  });

  test('cuts keys and contents', () => {
    const program = read('{ "headers": [ {"key": "Set-Cookie", "value": "a=\\"b\\"; Path=/"} ] }');
    expect(sourceOf(program, 'headers.0.value')).toEqual({
      key: '"value"',
      value: '"a=\\"b\\"; Path=/"',
      content: 'a=\\"b\\"; Path=/',
      property: '"value": "a=\\"b\\"; Path=/"',
    });
    expect(settingOf(program, 'headers.0.value').value).toMatchObject({ value: 'a="b"; Path=/' });
  });

  test('comments and trailing commas', () => {
    const program = read('// one\n{"a": 1, /* two */ "b": [1,],}');
    expect(programOutline(program)).toEqual([{ a: 1, b: [1] }]);
    expect(program.comments.map(({ text }) => text)).toEqual([' one', ' two ']);
  });

  test('keeps what can be read', () => {
    const program = read('{"a": 1, "b": , "c": {"d": true');
    expect(programOutline(program)).toEqual([{ a: 1, c: { d: true } }]);
    expect(program.problems.length).toBeGreaterThan(0);
  });

  test('JSON5', () => {
    const program = read("// one\n{a: 'x', 'b': \"// no\", c: [1, /* two */ true,], // three\n}", 'a.json5');
    expect(programOutline(program)).toEqual([{ a: 'x', b: '// no', c: [1, true] }]);
    expect(sourceOf(program, 'a')).toMatchObject({ key: 'a', content: 'x' });
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('// 😀', '{"é😀": 1,\n "secure": "false"}\n'));
    expect(sourceOf(program, 'secure')).toMatchObject({ key: '"secure"', content: 'false' });
  });

  test('says that it is nested too deeply', () => {
    expect(messages(read('['.repeat(5_000)))).toEqual(['nested deeper than 512 levels']);
  });
});

describe('toml', () => {
  const read = (text: string): Program => lowered(tomlLanguage, text);

  test('tables nest, also when they come back; arrays of tables are lists', () => {
    expect(
      outline(
        tomlLanguage,
        'a = 1\n[http.x]\nb.c = true\n[[headers]]\nfor = "/*"\n[headers.values]\nSet-Cookie = "a=b"\n[[headers]]\nfor = \'/x\'\n[http.y]\nd = { e = [1, "f"] }\n',
      ),
    ).toEqual([
      {
        a: 1,
        http: { x: { b: { c: true } }, y: { d: { e: [1, 'f'] } } },
        headers: [{ for: '/*', values: { 'Set-Cookie': 'a=b' } }, { for: '/x' }],
      },
    ]);
  });

  test('cuts keys and strings of all kinds', () => {
    const program = read('["a.b"]\nbasic = "x\\"y"\nliteral = \'z\'\nmulti = """\none\ntwo"""\n');
    expect(sourceOf(program, 'a.b.basic')).toEqual({ key: 'basic', value: '"x\\"y"', content: 'x\\"y', property: 'basic = "x\\"y"' });
    expect(sourceOf(program, 'a.b.literal').content).toBe('z');
    expect(sourceOf(program, 'a.b.multi').content).toBe('one\ntwo');
    expect(sourceOf(program, 'a.b').key).toBe('"a.b"');
  });

  test('a line that cannot be read does not hide the others', () => {
    const program = read('a = 1\nb = = 2\nc = 3 # d\n[e\nf = true\n');
    expect(programOutline(program)).toEqual([{ a: 1, c: 3, f: true }]);
    expect(program.problems.map(({ start, end }) => program.text.slice(start, end))).toEqual(['b = = 2', '[e']);
    expect(program.comments.map(({ text }) => text)).toEqual([' d']);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('# 😀', '[s]\na = "😀"\nsecure = "false"\nm = """\nx"""\n'));
    expect(sourceOf(program, 's.secure')).toMatchObject({ key: 'secure', content: 'false' });
    expect(sourceOf(program, 's.m').content).toBe('x');
  });
});

describe('hocon', () => {
  const read = (text: string): Program => lowered(hoconLanguage, text, 'application.conf');

  test('keys as written, typed values, the braces of the file left out', () => {
    expect(
      outline(
        hoconLanguage,
        'play.http.session { secure = true, maxAge: 10 minutes }\n"a.b" = "c"\nlist = [1\n "x" ]\nd = yes\ne = null\n',
      ),
    ).toEqual([{ 'play.http.session': { secure: true, maxAge: '10 minutes' }, 'a.b': 'c', list: [1, 'x'], d: 'yes', e: null }]);
    expect(outline(hoconLanguage, '{ "a": { "b": false } }')).toEqual([{ a: { b: false } }]);
  });

  test('substitutions are calls, optional ones with a mark', () => {
    expect(outline(hoconLanguage, 'a = true\na = ${?SECURE}\nb = ${x.y}\nc = "p" ${z}\n')).toEqual([
      { a: true, "a'": ['substitution', 'SECURE', true], b: ['substitution', 'x.y'], c: 'template p|["substitution","z"]' },
    ]);
  });

  test('includes and joined objects are spreads', () => {
    expect(outline(hoconLanguage, 'include "base"\ninclude required(file("x.conf"))\na = ${b} { c = 1 }\nincludes = 2\n')).toEqual([
      { '...': ['include', 'base'], "...'": ['include', 'x.conf'], a: { '...': ['substitution', 'b'], c: 1 }, includes: 2 },
    ]);
  });

  test('cuts values', () => {
    const program = read('a.b {\n  secure = ${?PLAY_SECURE} # c\n  name = "x\\"y" // d\n  text = """z"""\n}\n');
    expect(sourceOf(program, 'a.b.secure')).toMatchObject({
      key: 'secure',
      value: '${?PLAY_SECURE}',
      property: 'secure = ${?PLAY_SECURE}',
    });
    expect(sourceOf(program, 'a.b.name').content).toBe('x\\"y');
    expect(sourceOf(program, 'a.b.text').content).toBe('z');
    expect(program.comments.map(({ text }) => text)).toEqual([' c', ' d']);
  });

  test('mends what is not closed', () => {
    expect(outline(hoconLanguage, 'a { b = [1, 2\n}\nc = "x\nd = true }\ne = 1\n')).toEqual([{ a: { b: [1, 2] }, c: 'x', d: true, e: 1 }]);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('# 😀', 'a { x = "😀"\n secure = false\n}\nb = 1'));
    expect(sourceOf(program, 'a.secure').property).toBe('secure = false');
    expect(sourceOf(program, 'b').value).toBe('1');
  });
});

describe('dotenv', () => {
  const read = (text: string): Program => lowered(dotenvLanguage, text, '.env');

  test('strings, quotes stripped, interpolation kept', () => {
    expect(outline(dotenvLanguage, "A=1\nexport B=\"x y\"\nC='${D}'\nE=${F:-false}\nG=\nH=it's\nI: j\nK = l\n", '.env')).toEqual([
      { A: '1', B: 'x y', C: '${D}', E: '${F:-false}', G: '', H: "it's", I: 'j', K: 'l' },
    ]);
  });

  test('cuts keys and values', () => {
    const program = read('# c\nexport SESSION_SECURE_COOKIE="false" # why\nX=a#b # d\nEMPTY=\nZ=1');
    expect(sourceOf(program, 'SESSION_SECURE_COOKIE')).toEqual({
      key: 'SESSION_SECURE_COOKIE',
      value: '"false"',
      content: 'false',
      property: 'SESSION_SECURE_COOKIE="false"',
    });
    expect(sourceOf(program, 'X').content).toBe('a#b');
    const empty = settingOf(program, 'EMPTY').value;
    expect(program.text.slice(0, empty.end).endsWith('EMPTY=')).toBe(true);
    expect(program.comments.map(({ text }) => text)).toEqual([' c', ' why', ' d']);
  });

  test('a quoted value may take several lines, an unclosed quote does not', () => {
    expect(outline(dotenvLanguage, 'KEY="-----BEGIN\nabc\n-----END"\nA="x\nB=true\n', '.env')).toEqual([
      { KEY: '-----BEGIN\nabc\n-----END', A: '"x', B: 'true' },
    ]);
  });

  test('what is no assignment is a problem', () => {
    expect(messages(read('hello world\nA=1\n'))).toEqual(['neither a variable nor a comment']);
  });

  test('template markup in a value is a hole', () => {
    expect(outline(dotenvLanguage, '{% if tls %}\nSECURE={{ secure }}\n{% endif %}\nA=<%= x %>/b\n', '.env.j2')).toEqual([
      { SECURE: '<{{ secure }}>', A: 'template "<<%= x %>>"|/b' },
    ]);
  });

  test('does not move in a file with a byte order mark, CRLF and emoji', () => {
    const program = read(withBomCrlfAndEmoji('# 😀', "A=😀\nSECURE='false'\nB=1"));
    expect(sourceOf(program, 'SECURE')).toMatchObject({ key: 'SECURE', value: "'false'", content: 'false' });
    expect(sourceOf(program, 'B').property).toBe('B=1');
  });
});
