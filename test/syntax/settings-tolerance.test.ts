/** Every settings front-end: never throws, keeps its ranges inside the text, and stays fast, whatever it is given. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsLanguages } from '../../src/syntax/settings/languages.js';
import { settingsLanguageOf } from '../../src/syntax/settings/detect.js';
import { rangeViolations } from './settings-outline.js';

/** A path of each format, so that a front-end that looks at it is at home. */
const PATHS: Readonly<Record<string, string>> = {
  properties: 'application.properties',
  yaml: 'values.yaml',
  xml: 'web.config',
  ini: 'php.ini',
  json: 'appsettings.json',
  toml: 'netlify.toml',
  hocon: 'application.conf',
  dotenv: '.env',
  dockerfile: 'Dockerfile',
  nginx: 'nginx.conf',
  apache: 'httpd.conf',
  haproxy: 'haproxy.cfg',
  caddyfile: 'Caddyfile',
  vcl: 'default.vcl',
  headers: '_headers',
};

/** Pieces of all the formats, so that random texts reach their branches. */
const PIECES = [
  'a',
  'secure',
  'server.cookie',
  'Set-Cookie',
  'é😀',
  '=',
  ':',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\\',
  '\\\n',
  '"',
  "'",
  '`',
  '"""',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '</',
  '/>',
  '<a',
  '</a>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE',
  '<?',
  '#',
  ';',
  '//',
  '/*',
  '*/',
  '!',
  '---\n',
  '- ',
  '&a ',
  '*a',
  '<<: *a',
  '!Ref ',
  '|\n',
  '>-\n',
  '? ',
  '{{ x }}',
  '{{-',
  '}}',
  '{% if %}',
  '<% x %>',
  '${',
  '${?X}',
  '$',
  ',',
  '+=',
  '=>',
  '==',
  'true',
  'null',
  '1',
  '1.5',
  'include "x"',
  '[a.b]\n',
  '[[a]]\n',
  'ENV ',
  'RUN <<EOF\n',
  'EOF\n',
  'export ',
  'sub f {',
  'set a.b = ',
  'if (',
  'else ',
  'C{',
  '}C',
  'return',
  'content_by_lua_block {',
  '<Directory x>\n',
  '</Directory>\n',
  'backend x\n',
  '\ufeff',
  '\0',
  '\ud800',
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('a path is known for each format', () => {
  // Procfiles are read as what they set: variables, as dotenv files do.
  expect(Object.keys(PATHS).sort()).toEqual([...new Set(settingsLanguages.map((language) => language.id))].sort());
});

describe.each(settingsLanguages.map((language) => [language.id, language] as const))('%s', (id, language) => {
  const path = PATHS[id] ?? '';

  test('is told by name', () => {
    expect(settingsLanguageOf(path, '')).toBe(id);
  });

  test('reads any text without throwing and with ranges inside the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const program = language.lower(source, path);
        expect(program.text).toBe(source);
        expect(rangeViolations(program)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    '{',
    '[',
    '(',
    '"',
    "'",
    '<a ',
    '<a>',
    '<!--',
    '{{',
    '{%',
    '/*',
    '${',
    '"\\',
    '\\\n',
    'a{\n',
    'a {',
    '- ',
    '  - ',
    'a: {',
    '<Directory x>\n',
    'RUN <<A\n',
    'x <<A\n',
    'if (a) {',
    '!',
    'a.',
    '#',
    'X="a\n',
    "X='\n",
    'a="\n',
    '[a]\n',
    '`',
  ])('reads a long run of %j', (piece) => {
    const source = piece.repeat(Math.ceil(60_000 / piece.length));
    const program = language.lower(source, path);
    expect(rangeViolations(program)).toEqual([]);
  });
});

test('a look at any text decides without throwing', () => {
  fc.assert(
    fc.property(text, (source) => {
      settingsLanguageOf('x/y.conf', source);
    }),
  );
});
