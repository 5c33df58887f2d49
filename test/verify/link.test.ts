/** The link: which line sets what was seen, and what the two columns say together. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cookies/finding.js';
import type { Link } from '../../src/verify/link.js';
import { patternOf } from '../../src/verify/name-match.js';
import { readTarget } from '../../src/verify/targets.js';
import { placeOf } from '../../src/report/verify/rows.js';
import { answer, cookiesOf, repository, verified } from './verified.js';

const PACKAGE = '{ "name": "shop", "dependencies": { "express": "^5", "express-session": "^1" } }';
const express = (...lines: readonly string[]): Promise<Report> =>
  repository({
    'package.json': PACKAGE,
    'app.js': [
      "const express = require('express');",
      'const app = express();',
      "app.get('/', (req, res) => {",
      ...lines,
      '  res.end();',
      '});',
      '',
    ].join('\n'),
  });

async function linkOf(
  source: Report | Promise<Report>,
  ...setCookies: readonly string[]
): Promise<Link & { readonly lines: readonly string[] }> {
  const report = await source;
  const [cookie] = cookiesOf(verified([answer('https://shop.example/', ...setCookies)], { source: report }));
  const link = cookie?.link;
  if (link === undefined || link === null) throw new Error('no link');
  return {
    ...link,
    lines: link.candidates.map(({ record, by }) => `${placeOf(report, record).path}:${placeOf(report, record).line} ${by}`),
  };
}

describe('what the columns say together', () => {
  it('explained: observed without Secure, and the source says when', async () => {
    const link = await linkOf(express("  res.cookie('sid', '1', { secure: req.secure });"), 'sid=1');
    expect(link).toMatchObject({ relation: 'explained', lines: ['app.js:4 name'] });
    expect(link.message).toMatch(/^Observed without Secure; the source says request-conditional: it is .*no proxy trust was found/);
    expect(link.candidates[0]?.fix).toBeDefined();
    const environment = await linkOf(express("  res.cookie('sid', '1', { secure: process.env.NODE_ENV === 'production' });"), 'sid=1');
    expect(environment).toMatchObject({ relation: 'explained' });
    expect(environment.message).toContain('env-conditional');
    expect(environment.message).toContain('NODE_ENV');
  });

  it('differs: the source says Secure, the header does not', async () => {
    const link = await linkOf(express("  res.cookie('sid', '1', { secure: true });"), 'sid=1');
    expect(link).toMatchObject({ relation: 'differs', lines: ['app.js:4 name'] });
    expect(link.message).toMatch(/^The source says Secure \(on\), the header does not: the deployment differs \(NODE_ENV/);
    const hatch = await linkOf(express("  res.cookie('sid', '1', { secure: process.env.INSECURE !== '1' });"), 'sid=1');
    expect(hatch.message).toContain('INSECURE');
  });

  it('not in the source', async () => {
    expect(await linkOf(express("  res.cookie('sid', '1');"), '_ga=1')).toMatchObject({
      relation: 'not-in-source',
      lines: [],
      message: 'Observed, but nothing in this repository sets it: a third party, or another service.',
    });
  });

  it('agree: both lack it, or both have it', async () => {
    expect(await linkOf(express("  res.cookie('sid', '1');"), 'sid=1')).toMatchObject({
      relation: 'agree',
      message: 'Observed without Secure, as the source says: nothing sets it.',
    });
    expect(await linkOf(express("  res.cookie('sid', '1', { secure: true });"), 'sid=1; Secure')).toMatchObject({ relation: 'agree' });
  });

  it('better than the source says, or by another hand', async () => {
    expect(await linkOf(express("  res.cookie('sid', '1', { secure: req.secure });"), 'sid=1; Secure')).toMatchObject({
      relation: 'better',
    });
    expect(await linkOf(express("  res.cookie('sid', '1');"), 'sid=1; Secure')).toMatchObject({ relation: 'differs' });
  });

  it('never observed', async () => {
    const source = await express("  res.cookie('sid', '1');", "  res.cookie('theme', '1');", "  res.clearCookie('old');");
    const { unobserved } = verified([answer('https://shop.example/', 'sid=1')], { source });
    expect(unobserved.map(({ record }) => record.cookie.name)).toEqual(['theme']);
  });

  it('there is no link where the source sets no cookie, or was not looked at', async () => {
    const empty = await repository({ 'a.txt': 'x' });
    expect(cookiesOf(verified([answer('https://shop.example/', 'sid=1')], { source: empty }))[0]?.link).toBeNull();
    expect(cookiesOf(verified([answer('https://shop.example/', 'sid=1')]))[0]?.link).toBeNull();
  });
});

describe('which line', () => {
  it('by prefix, signature, piece and pattern', async () => {
    const source = await express(
      "  res.cookie('sid', '1', { secure: true });",
      '  res.cookie(`pref_${req.id}`, 1);',
      "  res.cookie(req.id + '_cart', 1);",
    );
    expect((await linkOf(source, '__Host-sid=1; Secure; Path=/')).lines).toEqual(['app.js:4 prefix']);
    expect((await linkOf(source, 'sid.sig=1')).lines).toEqual(['app.js:4 suffix']);
    expect((await linkOf(source, 'sid.0=1')).lines).toEqual(['app.js:4 suffix']);
    expect((await linkOf(source, 'pref_7=1')).lines).toEqual(['app.js:5 pattern']);
    expect((await linkOf(source, 'ann_cart=1')).lines).toEqual(['app.js:6 pattern']);
    expect((await linkOf(source, 'Sid=1')).lines).toEqual([]);
  });

  it('a framework’s default name', async () => {
    const session = repository({
      'package.json': PACKAGE,
      'app.js': "const session = require('express-session');\nrequire('express')().use(session({ secret: 'x' }));\n",
    });
    expect((await linkOf(session, 'connect.sid=1')).lines).toEqual(['app.js:2 name']);
    const django = repository({
      'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
      'settings.py':
        'INSTALLED_APPS = ["django.contrib.sessions"]\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]\n',
    });
    expect((await linkOf(django, 'sessionid=1')).lines).toEqual(['settings.py:1 name']);
  });

  it('of several the one that fits what was seen goes first, then the attributes', async () => {
    const source = await express(
      "  res.cookie('sid', '1', { secure: true, path: '/a' });",
      "  res.cookie('sid', '1', { path: '/b' });",
      "  res.cookie('sid', '1', { path: '/c' });",
    );
    expect((await linkOf(source, 'sid=1; Path=/c')).lines).toEqual(['app.js:6 name', 'app.js:5 name', 'app.js:4 name']);
    expect((await linkOf(source, 'sid=1; Path=/b')).lines[0]).toBe('app.js:5 name');
    expect((await linkOf(source, 'sid=1; Path=/x; Secure')).lines[0]).toBe('app.js:4 name');
  });

  it('a name that is made at run time is only a perhaps, and only where the attributes speak for it', async () => {
    const source = await express("  res.cookie(req.query.name, '1', { path: '/p', httpOnly: true });");
    expect(await linkOf(source, 'x=1; Path=/p; HttpOnly')).toMatchObject({ relation: 'not-in-source', lines: ['app.js:4 attributes'] });
    expect((await linkOf(source, 'x=1; Path=/q; HttpOnly')).lines).toEqual([]);
    expect(verified([answer('https://shop.example/', 'x=1; Path=/p; HttpOnly')], { source }).unobserved).toHaveLength(1);
  });

  it('shared options give the fix', async () => {
    const source = repository({
      'package.json': PACKAGE,
      'app.js':
        "const app = require('express')();\nconst options = { httpOnly: true, secure: process.env.NODE_ENV === 'production' };\napp.get('/', (req, res) => {\n  res.cookie('sid', '1', options);\n  res.cookie('token', '1', options);\n  res.end();\n});\n",
    });
    const link = await linkOf(source, 'sid=1; HttpOnly');
    expect(link.relation).toBe('explained');
    expect(link.candidates[0]?.fix?.fix.edits.map(({ text }) => text)).toEqual(['true']);
  });
});

it.each([
  ['`pref_${id}`', 'pref_*'],
  ["'pref_' + id", 'pref_*'],
  ["id + '_cart'", '*_cart'],
  ["'a_' + id + '_b'", 'a_*_b'],
  ['f"pref_{user.id}"', 'pref_*'],
  ['"pref_#{id}"', 'pref_*'],
  ['$"pref_{id}"', 'pref_*'],
  ["'pref_' . $id", 'pref_*'],
  ["'pref_%s' % id", 'pref_*'],
  ['name', undefined],
  ["names['session']", undefined],
  ["config.get('cookie')", undefined],
  ['`${a}${b}`', undefined],
])('%s stands for %s', (expression, pattern) => {
  expect(patternOf(expression)).toBe(pattern);
});

it('cookies of a script are linked too', async () => {
  const source = await repository({ 'index.js': "document.cookie = 'ui=1; path=/';\n" });
  const state = readTarget(
    Buffer.from(
      JSON.stringify({
        cookies: [
          { name: 'ui', value: '1', domain: 'shop.example', path: '/', expires: -1, httpOnly: false, secure: false, sameSite: 'Lax' },
        ],
        origins: [],
      }),
    ),
    'state.json',
  );
  expect(cookiesOf(verified([state], { source }))[0]?.link).toMatchObject({ relation: 'agree' });
});
