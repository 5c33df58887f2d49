/** The ESLint rules through ESLint's own RuleTester, with three parsers, and the hosts' agreement on the sample shop. */
import path from 'node:path';
import { ESLint, RuleTester } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import vue from 'vue-eslint-parser';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import languages from '../../src/eslint/languages.js';
import plugin from '../../src/eslint/plugin.js';

Object.assign(RuleTester, { afterAll });
RuleTester.describe = describe;
RuleTester.it = it;

const alone = [{ project: false }];
const login = (options: string): string => `app.post('/login', (req, res) => {\n  res.cookie('session', token, ${options});\n});\n`;

for (const [parser, languageOptions] of Object.entries({ espree: {}, 'typescript-eslint': { parser: typescript } })) {
  new RuleTester({ languageOptions }).run(`express with ${parser}`, plugin.rules['express'] as never, {
    valid: [
      { code: login('{ secure: true }'), options: alone },
      { code: "app.get('/', (req, res) => { res.clearCookie('session'); });", options: alone },
      // Fails closed: a note, which the recommended configuration leaves out.
      { code: login("{ secure: process.env.NODE_ENV !== 'development' }"), options: alone },
    ],
    invalid: [
      {
        code: login('{ httpOnly: true }'),
        options: alone,
        errors: [{ messageId: 'cookie', line: 2 }],
        output: login('{ httpOnly: true, secure: true }'),
      },
      {
        code: login("{ secure: process.env.NODE_ENV === 'production' }"),
        options: alone,
        errors: [{ messageId: 'cookie', line: 2 }],
        output: login('{ secure: true }'),
      },
      {
        code: login("{ secure: process.env.NODE_ENV === 'production' }"),
        options: [{ project: false, fixStyle: 'fail-closed' }],
        errors: [{ messageId: 'cookie' }],
        output: login("{ secure: process.env.NODE_ENV !== 'development' }"),
      },
      {
        code: login("{ secure: process.env.NODE_ENV !== 'development' }"),
        options: [{ project: false, pedantic: true }],
        errors: [{ messageId: 'cookie' }],
      },
    ],
  });
}

new RuleTester({ languageOptions: { parser: vue } }).run('document-cookie in a Vue component', plugin.rules['document-cookie'] as never, {
  valid: [{ code: "<script>\ndocument.cookie = 'theme=dark; Secure';\n</script>", filename: 'a.vue', options: alone }],
  invalid: [
    {
      code: "<script>\ndocument.cookie = 'theme=dark';\n</script>",
      filename: 'a.vue',
      options: alone,
      errors: [{ messageId: 'cookie', line: 2 }],
      output: "<script>\ndocument.cookie = 'theme=dark; Secure';\n</script>",
    },
  ],
});

const SHOP = path.resolve(import.meta.dirname, '../../fixtures/shop');

it('says what the command line says, file by file', async () => {
  const report = await scan({ root: SHOP, config: defaultConfig, pedantic: false });
  const shown = report.findings.filter((finding) => finding.severity !== 'note');
  const expected = shown
    .map(
      (finding) =>
        `${finding.path} ${finding.rule} ${report.textOf(finding.path)!.slice(0, finding.range.start).split('\n').length} ${finding.message}`,
    )
    .sort();
  const eslint = new ESLint({
    cwd: SHOP,
    overrideConfigFile: true,
    overrideConfig: [...languages.configs['all-languages'], { files: ['**/*.ts'], languageOptions: { parser: typescript } }] as never,
  });
  const results = await eslint.lintFiles([...new Set(shown.map((finding) => finding.path))]);
  const actual = results
    .flatMap((result) =>
      result.messages.map(
        (message) =>
          `${path.relative(SHOP, result.filePath).split(path.sep).join('/')} ${String(message.ruleId).replace('cookie-lint/', '')} ${message.line} ${message.message.replace(/ By hand: .*/s, '')}`,
      ),
    )
    .sort();
  expect(actual).toEqual(expected);
  expect(Object.keys(languages.languages).length).toBeGreaterThan(10);
});

it('claims no file that it has no parser for, and speaks where somebody else has one', async () => {
  const code = login('{ httpOnly: true as boolean }');
  const messages = async (others: readonly object[]): Promise<unknown[]> => {
    const eslint = new ESLint({
      cwd: SHOP,
      overrideConfigFile: true,
      overrideConfig: [...languages.configs['all-languages'], ...others] as never,
    });
    const results = await eslint.lintText(code, { filePath: 'typed.ts' });
    return results.flatMap((result) => result.messages.map(({ ruleId, message }) => ruleId ?? message));
  };
  // Nobody configured TypeScript: it is no file of this run, and no syntax error of anybody.
  expect(await messages([])).toEqual([expect.stringMatching(/no matching configuration/)]);
  expect(await messages([{ files: ['**/*.ts'], languageOptions: { parser: typescript } }])).toEqual(['cookie-lint/express']);
});

describe('suppressions', () => {
  const call = "  res.cookie('session', token);";
  const route = (comment: string): string => `app.post('/login', (req, res) => {\n  ${comment}\n${call}\n});\n`;
  const bySource: readonly (readonly [comment: string, hidden: boolean])[] = [
    ['// cookie-lint-disable-next-line express -- a unix socket', true],
    ['// cookie-lint-disable-next-line missing -- a unix socket', true],
    ['// cookie-lint-disable-next-line django -- a unix socket', false],
    ['// cookie-lint-disable-next-line express', false],
    ['// eslint-disable-next-line cookie-lint/express -- a unix socket', true],
    ['/* eslint-disable cookie-lint/express -- a unix socket */', true],
    ['// eslint-disable cookie-lint/express -- a unix socket', false],
    ['// eslint-disable-next-line cookie-lint/django -- a unix socket', false],
  ];

  it.each(bySource)('of one host count in the other: %s', async (comment, hidden) => {
    const text = route(comment);
    const eslint = new ESLint({
      cwd: SHOP,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { linterOptions: { reportUnusedDisableDirectives: 'off' } }] as never,
    });
    const [result] = await eslint.lintText(text, { filePath: path.join(SHOP, 'login.js') });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(hidden ? [] : ['cookie-lint/express']);
    const report = await scan({ root: SHOP, config: defaultConfig, alone: true, stdin: { filename: 'login.js', text } });
    expect(report.findings.filter(({ rule }) => rule === 'express').map(({ problem }) => problem)).toEqual(hidden ? [] : ['missing']);
  });

  it('to ESLint are not called unused by ESLint, though we know them too', async () => {
    const eslint = new ESLint({
      cwd: SHOP,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { linterOptions: { reportUnusedDisableDirectives: 'error' } }] as never,
    });
    const [result] = await eslint.lintText(route('// eslint-disable-next-line cookie-lint/express -- a unix socket'), {
      filePath: path.join(SHOP, 'login.js'),
    });
    expect(result?.messages).toEqual([]);
  });

  it('count in other languages too', async () => {
    const eslint = new ESLint({ cwd: SHOP, overrideConfigFile: true, overrideConfig: languages.configs['all-languages'] as never });
    for (const [name, hidden] of [
      ['cookie-lint-disable-next-line flask', true],
      ['eslint-disable-next-line cookie-lint/flask', true],
      ['cookie-lint-disable-next-line django', false],
    ] as const) {
      const text = `from flask import make_response\n\ndef login():\n    response = make_response()\n    # ${name} -- a unix socket\n    response.set_cookie('session', 'x')\n`;
      const [result] = await eslint.lintText(text, { filePath: path.join(SHOP, 'login.py') });
      const report = await scan({ root: SHOP, config: defaultConfig, alone: true, stdin: { filename: 'login.py', text } });
      expect([name, result?.messages.length, report.findings.filter(({ rule }) => rule !== 'cookie-lint').length]).toEqual([
        name,
        hidden ? 0 : 1,
        hidden ? 0 : 1,
      ]);
    }
  });
});

it('has a documentation page, a schema and a description for every rule', () => {
  for (const [id, rule] of Object.entries(plugin.rules)) {
    expect(rule.meta?.docs?.url, id).toMatch(new RegExp(`/docs/rules/${id}\\.md$`));
    expect(rule.meta?.schema, id).toHaveLength(1);
    expect(rule.meta?.docs?.description, id).not.toBe('');
  }
});
