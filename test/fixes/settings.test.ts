// Fixes in settings files: values, missing settings, and server directives.
import { argument, sibling, text, value, word } from '../../src/matching/surface.js';
import type { Language } from '../../src/syntax/ir.js';
import { settingsLanguages } from '../../src/syntax/settings/languages.js';
import { testFixes } from './fix-table.js';

const settings = (id: Language['id']): Language => settingsLanguages.find((language) => language.id === id)!;

const secure = { match: { setting: 'session.cookie.secure' }, attributes: { secure: value() } } as const;
const besideName = { match: { setting: ['session.cookie.name', 'name'] }, attributes: { secure: sibling('secure') } } as const;

testFixes('properties', {
  language: settings('properties'),
  path: 'application.properties',
  surface: { ...secure, match: { ...secure.match, placeholders: 'spring' } },
  rows: [
    ['# x\nsession.cookie.secure=false\na=b\n', '# x\nsession.cookie.secure=true\na=b\n'],
    ['session.cookie.secure = false\r\na=b\r\n', 'session.cookie.secure = true\r\na=b\r\n'],
    { before: 'session.cookie.secure=${COOKIE_SECURE:false}\n', after: 'session.cookie.secure=${COOKIE_SECURE:true}\n', open: true },
    {
      before: 'session.cookie.secure=${COOKIE_SECURE:false}\n',
      after: 'session.cookie.secure=${COOKIE_SECURE:true}\n',
      style: 'fail-closed',
      open: true,
    },
  ],
});

testFixes('a missing property', {
  language: settings('properties'),
  path: 'application.properties',
  surface: { match: { setting: 'session.cookie.name' }, attributes: { secure: sibling('session.cookie.secure') } },
  rows: [
    ['session.cookie.name=a\nx=y\n', 'session.cookie.name=a\nsession.cookie.secure=true\nx=y\n'],
    ['session.cookie.name : a', 'session.cookie.name : a\nsession.cookie.secure : true'],
    ['x=y\r\nsession.cookie.name=a\r\n', 'x=y\r\nsession.cookie.name=a\r\nsession.cookie.secure=true\r\n'],
  ],
});

testFixes('YAML', {
  language: settings('yaml'),
  path: 'a.yml',
  surface: secure,
  rows: [
    ['session:\n  cookie:\n    secure: false # dev\n', 'session:\n  cookie:\n    secure: true # dev\n'],
    ["session:\n  cookie:\n    secure: 'false'\n", "session:\n  cookie:\n    secure: 'true'\n"],
    ['session: { cookie: { secure: false } }\n', 'session: { cookie: { secure: true } }\n'],
    { before: 'session:\n  cookie:\n    secure: "auto"\n', after: 'session:\n  cookie:\n    secure: true\n', state: 'request-conditional' },
    {
      before: "session:\n  cookie:\n    secure: '%env(bool:X)%'\n",
      after: 'session:\n  cookie:\n    secure: true\n',
      state: 'env-conditional',
    },
    {
      before: 'session:\n  cookie:\n    secure: "${X:-false}"\n',
      after: 'session:\n  cookie:\n    secure: "${X:-true}"\n',
      state: 'env-conditional',
      open: true,
    },
    { before: 'session:\n  cookie:\n    secure:\n', after: 'session:\n  cookie:\n    secure: true\n', state: 'disabled' },
  ],
});

testFixes('a missing YAML setting', {
  language: settings('yaml'),
  path: 'a.yml',
  surface: besideName,
  rows: [
    [
      'session:\n  cookie:\n    name: a # x\n    path: /\nb: 1\n',
      'session:\n  cookie:\n    name: a # x\n    secure: true\n    path: /\nb: 1\n',
    ],
    ['session: {cookie: {name: a}}\n', 'session: {cookie: {name: a, secure: true}}\n'],
    ['session:\r\n  cookie:\r\n    name: "a"\r\n', 'session:\r\n  cookie:\r\n    name: "a"\r\n    secure: true\r\n'],
  ],
});

testFixes('a missing environment variable', {
  language: settings('yaml'),
  path: 'compose.yml',
  surface: {
    match: { setting: 'services.web.environment.KEY' },
    attributes: { secure: sibling('SESSION_COOKIE_SECURE') },
    meaning: { truth: 'strict' },
  },
  rows: [
    [
      'services:\n  web:\n    environment:\n      KEY: a\n',
      'services:\n  web:\n    environment:\n      KEY: a\n      SESSION_COOKIE_SECURE: "true"\n',
    ],
  ],
});

testFixes('a YAML section', {
  language: settings('yaml'),
  path: 'a.yml',
  surface: { match: { setting: 'framework.session', section: true }, attributes: { secure: value('cookie_secure') } },
  rows: [
    [
      'framework:\n    session:\n        name: a\n        path: /\n    x: 1\n',
      'framework:\n    session:\n        name: a\n        path: /\n        cookie_secure: true\n    x: 1\n',
    ],
    ['framework:\n    session:\n        cookie_secure: off\n', 'framework:\n    session:\n        cookie_secure: on\n'],
  ],
});

testFixes('JSON', {
  language: settings('json'),
  path: 'a.json',
  surface: secure,
  rows: [
    ['{ "session": { "cookie": { "secure": false } } }', '{ "session": { "cookie": { "secure": true } } }'],
    ['{"session.cookie.secure":"false"}', '{"session.cookie.secure":"true"}'],
  ],
});

testFixes('a missing JSON setting', {
  language: settings('json'),
  path: 'a.json',
  surface: besideName,
  rows: [
    ['{"session":{"cookie":{"name":"a"}}}', '{"session":{"cookie":{"name":"a","secure":true}}}'],
    [
      '{\n  "session": {\n    "cookie": {\n      "name": "a"\n    }\n  }\n}\n',
      '{\n  "session": {\n    "cookie": {\n      "name": "a",\n      "secure": true\n    }\n  }\n}\n',
    ],
  ],
});

testFixes('TOML', {
  language: settings('toml'),
  path: 'a.toml',
  surface: secure,
  rows: [['[session.cookie]\nname = "a"\nsecure = false # dev\n', '[session.cookie]\nname = "a"\nsecure = true # dev\n']],
});

testFixes('a missing TOML setting', {
  language: settings('toml'),
  path: 'a.toml',
  surface: besideName,
  rows: [
    ['[session.cookie]\nname = "a" # x\n\n[other]\nb = 1\n', '[session.cookie]\nname = "a" # x\nsecure = true\n\n[other]\nb = 1\n'],
    ['session = { cookie = { name = "a" } }\n', 'session = { cookie = { name = "a", secure = true } }\n'],
  ],
});

testFixes('HOCON', {
  language: settings('hocon'),
  path: 'application.conf',
  surface: secure,
  rows: [
    ['session { cookie { secure = false } }\n', 'session { cookie { secure = true } }\n'],
    ['session.cookie.secure=false\n', 'session.cookie.secure=true\n'],
  ],
});

testFixes('php.ini', {
  language: settings('ini'),
  path: 'php.ini',
  surface: { ...secure, match: { setting: ['session.cookie_secure', '*.session.cookie_secure'] } },
  rows: [
    ['[Session]\nsession.cookie_secure = Off ; no\n', '[Session]\nsession.cookie_secure = On ; no\n'],
    ['session.cookie_secure = 0\n', 'session.cookie_secure = 1\n'],
    { before: 'session.cookie_secure =\nx = 1\n', after: 'session.cookie_secure =1\nx = 1\n', state: 'disabled' },
  ],
});

testFixes('dotenv', {
  language: settings('dotenv'),
  path: '.env.production',
  surface: { ...secure, match: { setting: 'SESSION_SECURE_COOKIE' } },
  rows: [
    ['A=1\nSESSION_SECURE_COOKIE=false\n', 'A=1\nSESSION_SECURE_COOKIE=true\n'],
    ['export SESSION_SECURE_COOKIE="false" # x\n', 'export SESSION_SECURE_COOKIE="true" # x\n'],
    { before: 'SESSION_SECURE_COOKIE=\nA=1\n', after: 'SESSION_SECURE_COOKIE=true\nA=1\n', state: 'disabled' },
  ],
});

testFixes('XML', {
  language: settings('xml'),
  path: 'web.config',
  surface: { match: { setting: '**.httpCookies', section: true }, attributes: { secure: value('@requireSSL') } },
  rows: [
    [
      '<system.web>\r\n  <httpCookies requireSSL="false"/>\r\n</system.web>',
      '<system.web>\r\n  <httpCookies requireSSL="true"/>\r\n</system.web>',
    ],
    [
      '<system.web><httpCookies httpOnlyCookies="true" /></system.web>',
      '<system.web><httpCookies httpOnlyCookies="true" requireSSL="true" /></system.web>',
    ],
    ['<system.web><httpCookies/></system.web>', '<system.web><httpCookies requireSSL="true"/></system.web>'],
  ],
});

testFixes('XML elements', {
  language: settings('xml'),
  path: 'web.xml',
  surface: { match: { setting: '**.cookie-config', section: true }, attributes: { secure: value('secure', '#text') } },
  rows: [
    [
      '<a>\n  <cookie-config>\n    <secure>false</secure>\n  </cookie-config>\n</a>',
      '<a>\n  <cookie-config>\n    <secure>true</secure>\n  </cookie-config>\n</a>',
    ],
    [
      '<a>\n  <cookie-config>\n    <http-only>true</http-only>\n  </cookie-config>\n</a>',
      '<a>\n  <cookie-config>\n    <http-only>true</http-only>\n    <secure>true</secure>\n  </cookie-config>\n</a>',
    ],
    ['<a>\n  <cookie-config>\n  </cookie-config>\n</a>', '<a>\n  <cookie-config>\n    <secure>true</secure>\n  </cookie-config>\n</a>'],
    ['<a><cookie-config></cookie-config></a>', '<a><cookie-config><secure>true</secure></cookie-config></a>'],
  ],
});

testFixes('HAProxy directives', {
  language: settings('haproxy'),
  path: 'haproxy.cfg',
  surface: { match: { call: 'cookie' }, attributes: { secure: word('secure', 1) } },
  rows: [['backend a\n    cookie SRV insert indirect nocache # x\n', 'backend a\n    cookie SRV insert indirect nocache secure # x\n']],
});

testFixes('nginx headers', {
  language: settings('nginx'),
  path: 'nginx.conf',
  surface: { kind: 'header', match: { call: 'add_header', argument: { 0: ['Set-Cookie'] } }, attributes: { secure: text(argument(1)) } },
  rows: [
    ['server {\n  add_header Set-Cookie "a=b; Path=/";\n}\n', 'server {\n  add_header Set-Cookie "a=b; Path=/; Secure";\n}\n'],
    ['server { add_header Set-Cookie a=b; }\n', 'server { add_header Set-Cookie "a=b; Secure"; }\n'],
    ['server { add_header Set-Cookie "a=$b"; }\n', 'server { add_header Set-Cookie "a=$b; Secure"; }\n'],
  ],
});
