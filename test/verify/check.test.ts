/** The check of the audit: names, hosts, weights, score, points, verdict; what browsers refuse; duplicates; what is carried from http. */
import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/report/verify/rows.js';
import { readTarget } from '../../src/verify/targets.js';
import type { Verification } from '../../src/verify/verification.js';
import { answer, cookiesOf, verified } from './verified.js';

const of = (...setCookies: readonly string[]): Verification => verified([answer('https://shop.example/', ...setCookies)]);
const problems = (verification: Verification): string[] =>
  cookiesOf(verification).flatMap(({ name, findings }) => findings.map(({ problem, severity }) => `${severity} ${problem} ${name}`));

describe('a host', () => {
  it.each([
    [['connect.sid=1; Secure', 'theme=1; Secure'], 'pass', 1, 34, []],
    [['connect.sid=1; Secure', 'theme=1'], 'warn', 0.5, 17, ['COOKIE_SECURE_NONSESSION_MISSING']],
    [['connect.sid=1', 'theme=1; Secure'], 'fail', 0, 0, ['COOKIE_SECURE_SESSION_MISSING']],
    [['connect.sid=1', 'theme=1'], 'fail', 0, 0, ['COOKIE_SECURE_NONSESSION_MISSING', 'COOKIE_SECURE_SESSION_MISSING']],
    [['_csrf=1'], 'fail', 0, 0, ['COOKIE_SECURE_SESSION_MISSING']],
    [['sid=1; Max-Age=0', 'theme=1; Secure'], 'pass', 1, 34, []],
  ] as const)('%j: %s', (setCookies, verdict, score, points, reasons) => {
    const verification = of(...setCookies);
    expect(verification).toMatchObject({ verdict, score, points });
    expect(verification.hosts[0]?.reasons).toEqual(reasons);
  });

  it('without a cookie has nothing to judge', () => {
    expect(of()).toMatchObject({ verdict: 'none', score: null, points: null });
    expect(of('sid=; Max-Age=0')).toMatchObject({ verdict: 'none', score: null });
  });
});

describe('several hosts', () => {
  const har = (...entries: readonly (readonly [url: string, ...setCookies: string[]])[]): Verification['observations'][number] =>
    readTarget(
      Buffer.from(
        JSON.stringify({
          log: {
            entries: entries.map(([url, ...values]) => ({
              pageref: 'page',
              request: { url, cookies: [] },
              response: { status: 200, headers: values.map((value) => ({ name: 'set-cookie', value })), cookies: [] },
            })),
          },
        }),
      ),
      'site.har',
    );
  const recording = har(
    ['https://www.shop.co.uk/', 'theme=1'],
    ['https://shop.co.uk/', 'sid=1; Secure'],
    ['https://api.shop.co.uk/', 'token=1'],
    ['https://static.shop.co.uk/'],
    ['https://ads.example/', 'uid=1'],
  );

  it('are averaged by weight, the apex first; those of other sites are shown and not counted', () => {
    const verification = verified([recording]);
    expect(verification.hosts.map(({ host, role, weight, verdict, score }) => [host, role, weight, verdict, score])).toEqual([
      ['shop.co.uk', 'apex', 3, 'pass', 1],
      ['www.shop.co.uk', 'www', 2, 'warn', 0.5],
      ['api.shop.co.uk', 'subdomain', 1, 'fail', 0],
      ['static.shop.co.uk', 'subdomain', 1, 'none', null],
      ['ads.example', 'other', 0, 'fail', 0],
    ]);
    // (3 × 1 + 2 × 0.5 + 1 × 0) ÷ 6
    expect(verification).toMatchObject({ verdict: 'fail', score: 0.667, points: 22.7 });
    expect(countsOf(verification)).toEqual({ error: 1, warning: 1, note: 0 });
  });

  it('have the weights that are asked for', () => {
    const verification = verified([recording], {
      weights: [
        { host: '*.shop.co.uk', weight: 0 },
        { host: 'ads.example', weight: 1 },
      ],
    });
    expect(verification).toMatchObject({ verdict: 'fail', score: 0.75, points: 25.5 });
    expect(verified([recording], { weights: [{ host: '*', weight: 0 }] })).toMatchObject({ verdict: 'none', score: null, points: null });
  });

  it('of a jar all count', () => {
    const jar = readTarget(Buffer.from('a.example\tFALSE\t/\tTRUE\t0\tsid\tx\nb.example\tFALSE\t/\tFALSE\t0\ttheme\tx\n'), 'jar');
    expect(verified([jar])).toMatchObject({ verdict: 'warn', score: 0.75 });
  });
});

it('a cookie that is seen often is one row, as bad as its worst header', () => {
  const verification = verified([
    answer('https://shop.example/', 'sid=1; Secure; Path=/'),
    answer('https://shop.example/x', 'sid=1; Path=/'),
  ]);
  expect(cookiesOf(verification).map(({ name, secure, count }) => [name, secure, count])).toEqual([['sid', 'missing', 2]]);
  const many = verified(
    Array.from({ length: 100 }, (_, index) => answer('https://shop.example/', index === 50 ? 'sid=1' : 'sid=1; Secure')),
  );
  expect(cookiesOf(many)[0]).toMatchObject({ secure: 'missing', count: 100 });
  expect(cookiesOf(many)[0]?.sightings.length).toBe(20);
  expect(cookiesOf(many)[0]?.sightings.some(({ secure }) => secure === false)).toBe(true);
});

it('the gravest cookie of a host goes first', () => {
  expect(cookiesOf(of('a=1; Secure', 'b=1', 'sid=1', 'z=1; Secure; Domain=other.example')).map(({ name }) => name)).toEqual([
    'sid',
    'b',
    'z',
    'a',
  ]);
});

it('more cookies than any site has are not a site', () => {
  const many = Array.from({ length: 10_001 }, (_, index) => `c${index}=1; Secure`);
  expect(() => verified([answer('https://shop.example/', ...many)])).toThrow('more than 10000 different cookies');
});

describe('what browsers refuse', () => {
  it.each([
    ['__Host-sid=1; Secure', 'warning rejected __Host-sid'],
    ['__Host-sid=1; Secure; Path=/; Domain=shop.example', 'warning rejected __Host-sid'],
    ['a=1; Secure; Domain=other.example', 'warning rejected a'],
    [`a=${'x'.repeat(5000)}; Secure`, 'warning rejected a'],
    ['a=\u0001; Secure', 'warning rejected a'],
  ])('%s', (header, problem) => {
    expect(problems(of(header))).toEqual([problem]);
  });

  it('is said beside what it lacks', () => {
    expect(problems(of('__Secure-sid=1'))).toEqual(['error missing __Secure-sid', 'warning rejected __Secure-sid']);
    expect(problems(of('theme=1; SameSite=None'))).toEqual(['warning missing theme', 'warning rejected theme']);
  });

  it('in one place only is a note: Secure over http, and again over https', () => {
    const both = verified([answer('http://shop.example/', 'sid=1; Secure'), answer('https://shop.example/', 'sid=1; Secure')]);
    expect(problems(both)).toEqual(['note rejected sid']);
    expect(both.verdict).toBe('pass');
    expect(problems(verified([answer('http://shop.example/', 'sid=1; Secure')]))).toEqual(['warning rejected sid']);
  });
});

it('duplicates: twice in one answer, or for several scopes', () => {
  expect(problems(of('a=1; Secure', 'a=2; Secure'))).toEqual(['note duplicate a']);
  expect(problems(of('sid=1; Secure', 'sid=2'))).toEqual(['error missing sid', 'note duplicate sid']);
  expect(problems(of('a=1; Secure', 'a=1; Secure; Path=/x'))).toEqual(['note duplicate a', 'note duplicate a']);
  // The first is deleted so that the second can be set.
  expect(problems(of('a=; Max-Age=0; Path=/x', 'a=1; Secure; Path=/'))).toEqual([]);
});

it('set over plain http, and carried to https', () => {
  const chain = (location: string, cookie: string): Verification =>
    verified([
      readTarget(
        Buffer.from(`HTTP/1.1 301 x\r\nLocation: ${location}\r\nSet-Cookie: ${cookie}\r\n\r\nHTTP/2 200\r\n\r\n`),
        'it',
        new URL('http://shop.example/'),
      ),
    ]);
  expect(problems(chain('https://shop.example/', 'sid=1'))).toEqual(['error missing sid', 'note over-http sid']);
  expect(problems(chain('https://www.shop.example/', 'sid=1; Domain=shop.example'))).toEqual(['error missing sid', 'note over-http sid']);
  expect(problems(chain('https://www.shop.example/', 'sid=1'))).toEqual(['error missing sid']);
  expect(problems(chain('https://shop.example/', 'sid=1; Path=/admin'))).toEqual(['error missing sid']);
  expect(problems(chain('http://shop.example/x', 'sid=1'))).toEqual(['error missing sid']);
});

it('what nobody knows makes a range of the score, and no pass', () => {
  const request = { url: 'https://shop.example/', cookies: [{ name: 'sid', value: '1' }] };
  const har = readTarget(
    Buffer.from(JSON.stringify({ log: { entries: [{ request, response: { status: 200, headers: [], cookies: [] } }] } })),
    'it',
  );
  const verification = verified([har]);
  expect(verification).toMatchObject({ verdict: 'undecided', score: 0, bestScore: 1 });
  expect(problems(verification)).toEqual(['note unknown sid']);
});

it('a baseline knows findings by host, cookie and problem', () => {
  const before = of('sid=1', 'theme=1');
  const known = new Set(cookiesOf(before).flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)));
  const isKnown = (fingerprint: string): boolean => known.has(fingerprint);
  expect(verified([answer('https://shop.example/', 'sid=2', 'theme=2; HttpOnly')], { isKnown })).toMatchObject({
    verdict: 'pass',
    score: 1,
    known: 2,
  });
  expect(verified([answer('https://shop.example/', 'sid=2', 'other=1')], { isKnown })).toMatchObject({
    verdict: 'warn',
    score: 0.5,
    known: 1,
  });
  expect(verified([answer('https://www.shop.example/', 'sid=2')], { isKnown })).toMatchObject({ verdict: 'fail', known: 0 });
});

it('names of the configuration count', () => {
  const names = { session: [(name: string) => name === 'theme'], ordinary: [(name: string) => name === 'token'] };
  expect(verified([answer('https://shop.example/', 'theme=1')], { names }).verdict).toBe('fail');
  expect(verified([answer('https://shop.example/', 'token=1')], { names }).verdict).toBe('warn');
});
