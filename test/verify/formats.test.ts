/** What is said of a verification: by the schema, well-formed, and whatever a cookie or host is called. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { receive } from '../../src/cookies/browser-cookie.js';
import { setCookieJson } from '../../src/report/set-cookie.js';
import { verifyFormatNames, verifyFormats, type VerifyFormatName } from '../../src/report/verify/formats.js';
import { setCookieSchema, verifySchema } from '../../src/report/verify/schema.js';
import type { Verification } from '../../src/verify/verification.js';
import { readTarget } from '../../src/verify/targets.js';
import { answer, formatOptions, NOW, repository, verified } from './verified.js';

const shipped = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const render = async (name: VerifyFormatName, verification: Verification, over: Partial<typeof formatOptions> = {}): Promise<string> =>
  (await verifyFormats[name]())(verification, { ...formatOptions, ...over });

const EVIL = '"><script>alert(1)</script>`|@all\u001B[31m\u202E##[error]';

let usual: Verification;
let hostile: Verification;
beforeAll(async () => {
  const source = await repository({
    'package.json': '{ "name": "shop", "dependencies": { "express": "^5" } }',
    'app.js': `const app = require('express')();\napp.get('/', (req, res) => {\n  res.cookie('sid', '1', { secure: req.secure });\n  res.cookie('theme', '1', { secure: true });\n  res.cookie('never', '1');\n  res.cookie(${JSON.stringify(EVIL.replaceAll('\u001B', ''))}, '1');\n  res.end();\n});\n`,
  });
  const headers = ['sid=SECRET', 'theme=SECRET; Secure', '_ga=SECRET', '__Host-x=SECRET; Secure'];
  usual = verified([answer('https://me:pass@shop.example/?token=SECRET', ...headers)], { source });
  const state = readTarget(
    Buffer.from(
      JSON.stringify({
        cookies: [{ name: EVIL, value: 'x', domain: EVIL, path: EVIL, expires: -1, httpOnly: false, secure: false, sameSite: EVIL }],
      }),
    ),
    EVIL,
  );
  hostile = verified([state], { source });
});

describe('JSON', () => {
  it('keeps to its schema, which is the shipped one', async () => {
    expect(shipped('verify'), 'stale: run `npx tsx scripts/config-schema.ts`').toEqual(JSON.parse(JSON.stringify(verifySchema)));
    const validate = ajv.compile(verifySchema);
    for (const verification of [usual, hostile, verified([]), verified([answer('https://shop.example/', 'a=\u0001')])])
      expect(validate(JSON.parse(await render('json', verification))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('of explain-header too', () => {
    expect(shipped('set-cookie'), 'stale: run `npx tsx scripts/config-schema.ts`').toEqual(JSON.parse(JSON.stringify(setCookieSchema)));
    const validate = ajv.compile(setCookieSchema);
    const headers = ['a=1; Secure; Max-Age=60', 'a=\u0001', '__Host-a=1; Domain=x.org; SameSite=None; Foo; Partitioned'].map((header) => ({
      header,
      received: receive(header, { url: new URL('https://example.com/'), now: NOW }),
      session: false,
    }));
    expect(validate(JSON.parse(setCookieJson(headers, 'https://example.com/'))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has the line, the state and the fix of each cookie', async () => {
    const { hosts, summary, unobserved } = JSON.parse(await render('json', usual));
    expect(summary).toMatchObject({ verdict: 'fail', score: 0, points: 0, mostPoints: 34, cookies: 4 });
    const sid = hosts[0].cookies.find(({ name }: { name: string }) => name === 'sid');
    expect(sid).toMatchObject({
      secure: 'missing',
      link: { relation: 'explained', candidates: [{ path: 'app.js', line: 3, state: 'request-conditional', fix: { path: 'app.js' } }] },
    });
    expect(unobserved.map(({ name }: { name: string }) => name)).toContain('never');
  });
});

it('no value of a cookie, no query and no password is in any format', async () => {
  for (const name of verifyFormatNames) {
    const text = await render(name, usual);
    expect(text, name).not.toContain('SECRET');
    expect(text, name).not.toContain('me:pass');
  }
});

describe('a hostile name', () => {
  it.each(verifyFormatNames)('steers nothing (%s)', async (name) => {
    const text = await render(name, hostile, { color: false });
    expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F]/);
    if (name === 'json' || name === 'sarif') return void JSON.parse(text);
    expect(text).not.toContain('\u202E');
    if (name === 'pretty') return void expect(text).not.toContain('##[');
    const outside =
      name === 'markdown'
        ? text.replace(/^(`{3,})diff\n[\s\S]*?^\1$/gm, '').replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
        : text;
    expect(outside).not.toContain('<script>alert');
    if (name === 'markdown') expect(outside).not.toContain('@all');
  });

  it('makes no cell of a Markdown table', async () => {
    const rows = (await render('markdown', hostile)).split('\n').filter((line) => line.startsWith('| ') && line.includes('without Secure'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});

it('Markdown fits a comment, however many cookies there are', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => `cookie-${index}=1`);
  const text = await render('markdown', verified([answer('https://shop.example/', ...many, 'sid=1')]));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('`sid`');
  expect(text).toContain('_And 2951 more cookies; the other formats show all._');
});

describe('the table', () => {
  it('has both columns', async () => {
    const text = await render('pretty', usual);
    expect(text).toMatch(/ {2}Cookie +Observed +Source +Where\n/);
    expect(text).toMatch(/ {2}sid +without Secure +request-conditional +app\.js:3\n/);
    expect(text).toMatch(/ {2}theme +Secure +on +app\.js:4\n/);
    expect(text).toMatch(/ {2}_ga +without Secure +– +–\n/);
    expect(text).toMatch(/ {2}__Host-x +Secure, refused +– +–\n/);
    expect(text).toMatch(/In the source, never observed\n[^]*never +never observed +missing +app\.js:5\n/);
    expect(text).toMatch(/✖ fail · score 0\.0 · 0 of 34 points · 4 cookies of 1 host · 1 error, 2 warnings/);
    expect(text).toContain("         +  res.cookie('sid', '1', { secure: true });".trim());
  });

  it('fits a terminal', async () => {
    const text = await render('pretty', usual, { columns: 80 });
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('of a site alone has one', async () => {
    expect(await render('pretty', verified([answer('https://shop.example/', 'sid=1')]))).toMatch(
      / {2}Cookie +Observed\n {2}sid +without Secure\n/,
    );
  });
});

it('SARIF has the results at the lines of the source, the rest as notifications', async () => {
  const { runs } = JSON.parse(await render('sarif', usual));
  expect(
    runs[0].results.map(
      (one: {
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
        level: string;
        properties: { problem: string };
      }) => [
        one.locations[0]?.physicalLocation.artifactLocation.uri,
        one.locations[0]?.physicalLocation.region.startLine,
        one.level,
        one.properties.problem,
      ],
    ),
  ).toEqual([['app.js', 3, 'error', 'request-conditional']]);
  const notes = runs[0].invocations[0].toolExecutionNotifications
    .map(({ message }: { message: { text: string } }) => message.text)
    .join('\n');
  expect(notes).toContain('Cookie `_ga` came without Secure');
  expect(notes).toContain('Cookie `__Host-x` is refused by browsers');
  expect(runs[0].properties).toMatchObject({ verdict: 'fail', points: 0 });
});

it('JUnit has a suite a host and a case a cookie, and is never without one', async () => {
  const text = await render('junit', usual);
  expect(text).toContain('<testsuite name="shop.example" tests="4" failures="3" errors="0" skipped="0">');
  expect(text).toContain('<testcase classname="shop.example" name="sid: without Secure" file="app.js" line="3">');
  expect(text).toContain('<testcase classname="shop.example" name="theme: Secure" file="app.js" line="4"/>');
  expect(await render('junit', verified([]))).toContain('tests="1" failures="0"');
});
