/** Which settings format a file is in: by name, then by text; and one list of settings whatever the format. */

import { describe, expect, test } from 'vitest';
import { mayHoldSettings, settingsLanguageOf } from '../../src/syntax/settings/detect.js';
import { flattenSettings, relaxedKey, settingsRecords } from '../../src/syntax/settings/flatten.js';
import { propertiesLanguage } from '../../src/syntax/settings/properties.js';
import { settingsLanguages } from '../../src/syntax/settings/languages.js';
import { yamlLanguage } from '../../src/syntax/settings/yaml.js';

describe('by name', () => {
  test.each([
    ['src/main/resources/application-prod.properties', 'properties'],
    ['docker-compose.yml', 'yaml'],
    ['config/configuration.yml.example', 'yaml'],
    ['pnpm-lock.yaml', undefined],
    ['Web.Release.config', 'xml'],
    ['WEB-INF/web.xml', 'xml'],
    ['.config', undefined],
    ['App.csproj', 'xml'],
    ['translations/messages.xlf', undefined],
    ['php.ini-production', 'ini'],
    ['.user.ini', 'ini'],
    ['airflow.cfg', 'ini'],
    ['etc/php-fpm.d/www.conf', 'ini'],
    ['.editorconfig', undefined],
    ['appsettings.Production.json', 'json'],
    ['package-lock.json', undefined],
    ['netlify.toml', 'toml'],
    ['oauth2-proxy.cfg', 'toml'],
    ['conf/application.conf', 'hocon'],
    ['conf/application.prod.conf', 'hocon'],
    ['.env', 'dotenv'],
    ['.env.example.complete', 'dotenv'],
    ['docker/app.env', 'dotenv'],
    ['.envs/.production/.django', 'dotenv'],
    ['env.example', 'dotenv'],
    ['env', undefined],
    ['env.js', undefined],
    ['.env.ts', undefined],
    ['.env.vault', undefined],
    ['environment.ts', undefined],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile.prod', 'dockerfile'],
    ['app.dockerfile', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['dockerfile.test.ts', undefined],
    ['deploy/nginx/conf.d/default.conf', 'nginx'],
    ['nginx.conf.template', 'nginx'],
    ['site.nginx', 'nginx'],
    ['nginx.go', undefined],
    ['public/.htaccess', 'apache'],
    ['apache2/sites-available/000-default.conf', 'apache'],
    ['httpd.conf', 'apache'],
    ['haproxy.cfg', 'haproxy'],
    ['Caddyfile', 'caddyfile'],
    ['Caddyfile.dev', 'caddyfile'],
    ['default.vcl', 'vcl'],
    ['static/_headers', 'headers'],
    ['src/app.ts', undefined],
  ])('%s is %s', (path, id) => {
    expect(settingsLanguageOf(path, '')).toBe(id);
    expect(settingsLanguages.filter((language) => language.matches(path)).map((language) => language.id)).toEqual(
      id === undefined ? [] : [id],
    );
  });
});

describe('by text', () => {
  test.each([
    ['conf.d/app.conf', 'upstream a {\n  server b:80;\n}\nserver {\n  listen 80;\n}\n', 'nginx'],
    ['sites-available/default', '# x\nserver {\n  add_header A "b";\n}\n', 'nginx'],
    ['sites-available/blog.conf', '<VirtualHost *:80>\n  ServerName x\n</VirtualHost>\n', 'apache'],
    ['conf/x.conf', 'Header always set X y\nRewriteEngine On\n', 'apache'],
    ['lb.cfg', 'global\n  daemon\ndefaults\n  mode http\nbackend a\n  cookie X insert\n', 'haproxy'],
    ['conf/production.conf', 'include "application"\nplay.http.session.secure = true\n', 'hocon'],
    ['conf/other.conf', 'play {\n  http {\n    session.secure = true\n    key = ${?X}\n  }\n}\n', 'hocon'],
    ['server.conf', 'akka {\n  http {\n    server {\n      timeout = 1s\n    }\n  }\n}\n', 'hocon'],
    ['conf/app.conf', 'appname = x\nsessionon = true\n[prod]\nhttpport = 80\n', 'ini'],
    ['instance/app.cfg', 'SESSION_COOKIE_SECURE = True\n', 'ini'],
    ['conf-available/x.conf', 'setenv.add-response-header = ( "Set-Cookie" => "a=b" )\n', 'ini'],
    ['prose.conf', 'hello world\n', undefined],
    ['app.conf', '', undefined],
    ['app.ts', 'server {\n listen 80;\n}\n', undefined],
  ])('%s is %s', (path, text, id) => {
    expect(settingsLanguageOf(path, text)).toBe(id);
    expect(settingsLanguageOf(path, text.replaceAll('\n', '\r\n'))).toBe(id);
  });

  test('names that say nothing are not read', () => {
    expect(['src/a.ts', 'README.md', 'Makefile', 'x.lock'].filter(mayHoldSettings)).toEqual([]);
    expect(['a/b.conf', 'a.cfg', 'sites-enabled/x', 'a.yml'].filter(mayHoldSettings)).toHaveLength(4);
  });
});

describe('flattened', () => {
  const flat = (program: ReturnType<typeof yamlLanguage.lower>): readonly [string, string][] =>
    settingsRecords(program).flatMap((record) =>
      flattenSettings(record).map(({ joined, value }): [string, string] => [
        joined,
        value.kind === 'literal' ? String(value.value) : value.kind,
      ]),
    );

  test('nested and dotted keys are the same, outer before inner', () => {
    expect(flat(yamlLanguage.lower('a:\n  b.c:\n    d: 1\n  e: [x, {f: 2}]\n', 'a.yml'))).toEqual([
      ['a', 'record'],
      ['a.b.c', 'record'],
      ['a.b.c.d', '1'],
      ['a.e', 'list'],
      ['a.e.0', 'x'],
      ['a.e.1', 'record'],
      ['a.e.1.f', '2'],
    ]);
  });

  test('indices of properties are those of lists', () => {
    expect(flat(propertiesLanguage.lower('a.b[0].c=1\na.m[k].d=2\n', 'a.properties'))).toEqual([
      ['a.b.0.c', '1'],
      ['a.m[k].d', '2'],
    ]);
  });

  test('what is merged in stands at the path of the merge', () => {
    expect(flat(yamlLanguage.lower('x: &x {s: 1}\ny:\n  s: 2\n  <<: *x\n', 'a.yml')).filter(([key]) => key === 'y.s')).toEqual([
      ['y.s', '1'],
      ['y.s', '2'],
    ]);
  });

  test('the entry of an item is the property of its list', () => {
    const [record] = settingsRecords(yamlLanguage.lower('a: [x]\n', 'a.yml'));
    const settings = record === undefined ? [] : flattenSettings(record);
    expect(settings.map(({ path, entry }) => [path, entry === record?.entries[0]])).toEqual([
      [['a'], true],
      [['a', '0'], true],
    ]);
  });

  test("Spring's relaxed keys", () => {
    const spellings = [
      'server.servlet.session.cookie.http-only',
      'server.servlet.session.cookie.httpOnly',
      'server.servlet.session.cookie.http_only',
      'SERVER.SERVLET.SESSION.COOKIE.HTTPONLY',
    ];
    expect(new Set(spellings.map(relaxedKey))).toEqual(new Set(['server.servlet.session.cookie.httponly']));
  });
});
