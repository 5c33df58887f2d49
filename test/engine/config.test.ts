import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultConfig } from '../../src/engine/config/config.js';
import { applyLevels, levelOf } from '../../src/engine/config/levels.js';
import { ConfigError, loadConfig } from '../../src/engine/config/load.js';
import { configSchema } from '../../src/engine/config/schema.js';
import { finding } from '../report/sample.js';

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-config-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const known = { rules: ['express', 'django'], surfaces: ['express/res-cookie'] };

async function complaints(text: string, name = 'cookie-lint.config.yaml'): Promise<string[]> {
  try {
    await loadConfig(folder({ [name]: text }), undefined, known);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').map((line) => line.replace(/^.*cookie-lint-config-[^/]*\//, ''));
  }
}

const full = `
$schema: ./schema.json
rules: { express: error, django: off, express/res-cookie: note }
problems: { env-conditional: error }
overrides:
  - files: ['legacy/**']
    problems: { missing: off }
sessionNames: ['acme_*']
ordinaryNames: ['csrf-hint']
appRoots: [apps/web]
productionSettings: ['config/prod.py']
trustProxy: [services/api]
policies: [{ cookies: [route], secure: true }]
surfaces:
  - function: setAuthCookie
    module: '@acme/cookies'
    name: 1
    options: 3
  - method: remember
    name: remember_me
    secure: https_only
    default: on
environment: { NODE_ENV: production, COOKIE_SECURE: true, PORT: 443, UNSET: ~ }
ignores: [old/]
fixStyle: fail-closed
pedantic: true
`
  .replace('django: off', "django: 'off'")
  .replace('missing: off', "missing: 'off'")
  .replace('default: on', "default: 'on'");

describe('loadConfig', () => {
  it('has defaults where there is no file', async () => {
    const root = folder({ '.git/HEAD': '' });
    expect(await loadConfig(root)).toEqual({ config: defaultConfig, origins: new Map() });
  });

  it('reads every key, completed', async () => {
    const root = folder({ 'cookie-lint.config.yaml': full });
    const { config, origins } = await loadConfig(root, undefined, known);
    expect(config).toEqual({
      file: path.join(root, 'cookie-lint.config.yaml'),
      base: '',
      rules: { express: 'error', django: 'off', 'express/res-cookie': 'note' },
      problems: { 'env-conditional': 'error' },
      overrides: [{ files: ['legacy/**'], rules: {}, problems: { missing: 'off' } }],
      sessionNames: ['acme_*'],
      ordinaryNames: ['csrf-hint'],
      appRoots: ['apps/web'],
      productionSettings: ['config/prod.py'],
      trustProxy: ['services/api'],
      policies: [{ cookies: ['route'], secure: true }],
      surfaces: [
        {
          id: 'custom/setAuthCookie',
          function: 'setAuthCookie',
          module: '@acme/cookies',
          name: 1,
          options: 3,
          secure: 'secure',
          default: 'off',
        },
        { id: 'custom/remember', method: 'remember', name: 'remember_me', secure: 'https_only', default: 'on' },
      ],
      environment: { NODE_ENV: 'production', COOKIE_SECURE: 'true', PORT: '443', UNSET: null },
      ignores: ['old/'],
      fixStyle: 'fail-closed',
      pedantic: true,
    });
    expect(origins.get('rules.express')).toBe('cookie-lint.config.yaml:3');
    expect(origins.get('overrides[0].problems.missing')).toBe('cookie-lint.config.yaml:7');
  });

  it('takes `off` and `on` of YAML 1.1 as words', async () => {
    expect((await loadConfig(folder({ 'cookie-lint.config.yaml': 'rules:\n  express: off\n' }))).config.rules).toEqual({ express: 'off' });
  });

  it.each([
    ['cookie-lint.config.json', '{ "rules": { "express": "off" } }'],
    ['cookie-lint.config.jsonc', '{\n\t// why\n\t"rules": { "express": "off" /* x */, },\n}'],
    ['package.json', '{ "name": "x", "cookie-lint": { "rules": { "express": "off" } } }'],
  ])('reads %s', async (name, text) => {
    expect((await loadConfig(folder({ [name]: text }))).config.rules).toEqual({ express: 'off' });
  });

  it('looks above the root up to the repository, and knows the way down', async () => {
    const root = folder({
      '.git/HEAD': '',
      'cookie-lint.config.yaml': 'ignores: [apps/web/old]',
      'apps/web/package.json': '{"name":"web"}',
    });
    expect((await loadConfig(path.join(root, 'apps/web'))).config).toMatchObject({ base: 'apps/web', ignores: ['apps/web/old'] });
    const outer = folder({ 'cookie-lint.config.yaml': 'pedantic: true', 'inner/.git/HEAD': '' });
    expect((await loadConfig(path.join(outer, 'inner'))).config).toBe(defaultConfig);
  });

  it('joins an extended file, the extending one winning', async () => {
    const root = folder({
      'cookie-lint.config.yaml':
        'extends: ./shared/base.json\nrules: { express: error }\noverrides: [{ files: [b], rules: { express: note } }]\nignores: [mine]\n',
      'shared/base.json':
        '{ "rules": { "express": "off", "django": "note" }, "overrides": [{ "files": ["a"] }], "ignores": ["theirs"], "fixStyle": "fail-closed" }',
    });
    const { config, origins } = await loadConfig(root, undefined, known);
    expect(config).toMatchObject({ rules: { express: 'error', django: 'note' }, ignores: ['theirs', 'mine'], fixStyle: 'fail-closed' });
    expect(config.overrides.map(({ files }) => files)).toEqual([['a'], ['b']]);
    expect(origins.get('rules.django')).toBe('shared/base.json:1');
    expect(origins.get('overrides[1].rules.express')).toBe('cookie-lint.config.yaml:3');
  });

  it.each([
    ['rulez: {}', ['cookie-lint.config.yaml:1:1: unknown key `rulez`; did you mean `rules`?']],
    [
      '\nrules:\n  expres: error\n',
      ['cookie-lint.config.yaml:3:3: `rules`: there is no rule or surface `expres`; did you mean `express`?'],
    ],
    [
      'problems: { env-conditonal: error }',
      ['cookie-lint.config.yaml:1:13: unknown key `problems.env-conditonal`; did you mean `env-conditional`?'],
    ],
    [
      'rules: { express: eror }',
      ['cookie-lint.config.yaml:1:19: `rules.express`: "eror" is none of "off", "note", "warning", "error"; did you mean `error`?'],
    ],
    [
      'rules: { express: false }',
      ['cookie-lint.config.yaml:1:19: `rules.express`: false is none of "off", "note", "warning", "error" (write "off")'],
    ],
    ['ignores: old', ['cookie-lint.config.yaml:1:10: `ignores`: expected a list, found "old"']],
    ['- a', ['cookie-lint.config.yaml:1:1: the configuration: expected a mapping, found a list']],
    ['surfaces: [{ name: 0 }]', ['cookie-lint.config.yaml:1:12: `surfaces[0]`: exactly one of `function` and `method` is needed']],
    ['surfaces: [{ function: f, name: -1 }]', ['cookie-lint.config.yaml:1:33: `surfaces[0].name`: must be at least 0']],
    [
      'overrides:\n  - rules: {}\nfixStyle: never',
      [
        'cookie-lint.config.yaml:2:5: `overrides[0]`: `files` is missing',
        'cookie-lint.config.yaml:3:11: `fixStyle`: "never" is none of "always", "fail-closed"',
      ],
    ],
    [
      'extends: nowhere.yaml',
      [
        'cookie-lint.config.yaml:1:10: `extends`: there is no file nowhere.yaml (a relative path of this repository is meant, not a package)',
      ],
    ],
    [
      'extends: ./cookie-lint.config.yaml',
      ['cookie-lint.config.yaml:1:10: `extends`: ./cookie-lint.config.yaml extends this file in turn'],
    ],
    ['constructor: 1', ['cookie-lint.config.yaml:1:1: unknown key `constructor`']],
  ])('complains of %j with key, place and remedy', async (text, expected) => {
    expect(await complaints(text)).toEqual(expected);
  });

  it('names the place of a syntax error, and the key in package.json', async () => {
    expect(await complaints('rules: [')).toEqual([expect.stringMatching(/^cookie-lint\.config\.yaml:1:9: /)]);
    expect(await complaints('{ "cookie-lint": {\n  "rulez": 1 } }', 'package.json')).toEqual([
      'package.json:2:3: unknown key `cookie-lint.rulez`; did you mean `rules`?',
    ]);
  });

  it('does not choose between two files', async () => {
    await expect(loadConfig(folder({ 'cookie-lint.config.yaml': '', 'cookie-lint.config.json': '{}' }))).rejects.toThrow(
      'are both there: remove one of them.',
    );
    await expect(loadConfig(folder({ 'cookie-lint.config.js': 'module.exports = {};' }))).rejects.toThrow(
      'cookie-lint.config.js is not read: a configuration is data that is never run. Write it as cookie-lint.config.yaml, ',
    );
  });
});

describe('the schema', () => {
  it('is the one that editors get', () => {
    const shipped = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'));
    expect(shipped, 'stale: run `npx tsx scripts/config-schema.ts`').toEqual(JSON.parse(JSON.stringify(configSchema)));
  });

  it('agrees with the loader', async () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(JSON.stringify(configSchema)));
    const samples = [
      full,
      'rules: { express: error }',
      'rules: { express: loud }',
      'ignores: [""]',
      'surfaces: [{ function: f, method: m }]',
      'surfaces: [{ function: f, id: Bad }]',
      'environment: { A: [] }',
      'overrides: [{ files: [] }]',
      'nonsense: 1',
      'pedantic: 1',
      'appRoots: [1]',
    ];
    for (const text of samples) expect([text, (await complaints(text)).length === 0]).toEqual([text, validate(parse(text))]);
  });
});

describe('levels', () => {
  const config = {
    ...defaultConfig,
    rules: { express: 'note', 'express/session': 'off', constructor: 'off' } as const,
    problems: { disabled: 'error' } as const,
    overrides: [
      { files: ['legacy/**'], rules: {}, problems: { missing: 'off' } as const },
      { files: ['legacy/login/**'], rules: { express: 'error' } as const, problems: {} },
    ],
  };
  const at = (over: object): string | undefined => {
    const said = levelOf(config, { ...finding({ path: 'a.js', range: { start: 0, end: 0 } }), ...over });
    return said && `${said.level} by ${said.origin}`;
  };

  it('lets the nearest word decide', () => {
    expect(at({})).toBe('note by rules.express');
    expect(at({ problem: 'disabled' })).toBe('error by problems.disabled');
    expect(at({ surface: 'express/session', problem: 'disabled' })).toBe('off by rules.express/session');
    expect(at({ rule: 'django', surface: 'django/x' })).toBeUndefined();
    expect(at({ path: 'legacy/a.js' })).toBe('off by overrides[0].problems.missing');
    expect(at({ path: 'legacy/login/a.js' })).toBe('error by overrides[1].rules.express');
  });

  it('takes out and changes findings', () => {
    const a = finding({ path: 'a.js', range: { start: 0, end: 0 } });
    const b = finding({ path: 'legacy/b.js', range: { start: 0, end: 0 } });
    expect(applyLevels([a, b], config)).toEqual([{ ...a, severity: 'note' }]);
  });
});
