/** What a browser makes of Set-Cookie headers: each rule of RFC 6265bis sections 5.6 and 5.7, from both sides. */
import { describe, expect, it } from 'vitest';
import { receive, type BrowserCookie, type Received, type Refusal } from '../../src/cookies/browser-cookie.js';
import { defaultPath, domainMatches, pathMatches, siteOf } from '../../src/cookies/cookie-scope.js';

const NOW = Date.UTC(2026, 10, 30);
const DAY = 86_400_000;
const at = (header: string, url: string | undefined = 'https://www.example.com/shop/cart?x=1'): Received =>
  receive(header, { url: url === undefined ? undefined : new URL(url), now: NOW });

describe('a cookie', () => {
  const cases: readonly (readonly [header: string, cookie: Partial<BrowserCookie>])[] = [
    [
      'a=b',
      {
        name: 'a',
        value: 'b',
        domain: 'www.example.com',
        hostOnly: true,
        path: '/shop',
        secure: false,
        httpOnly: false,
        sameSite: 'Default',
        expires: null,
        deletes: false,
      },
    ],
    ['Set-Cookie: a=b', { name: 'a', value: 'b' }],
    ['set-cookie:a=b\r\n', { name: 'a', value: 'b' }],
    [' a \t= b=c ;', { name: 'a', value: 'b=c' }],
    ['token', { name: '', value: 'token' }],
    ['=token', { name: '', value: 'token' }],
    ['a=', { name: 'a', value: '' }],
    ['a="x; Secure"', { name: 'a', value: '"x', secure: false }],
    ['a="x;Secure;"', { secure: true }],
    ['a=b; SECURE', { secure: true }],
    ['a=b; Secure=false', { secure: true }],
    ['a=b; Secured', { secure: false }],
    ['a=b, c=d; Secure', { name: 'a', value: 'b, c=d', secure: true }],
    ['a=b; httponly', { httpOnly: true }],
    ['a=b; SameSite=lax', { sameSite: 'Lax' }],
    ['a=b; SameSite=Strict; SameSite=Other', { sameSite: 'Default' }],
    ['a=b; SameSite', { sameSite: 'Default' }],
    ['a=b; Path=/x; Path=/y', { path: '/y' }],
    ['a=b; Path=x', { path: '/shop' }],
    ['a=b; Path="/"', { path: '/shop' }],
    ['a=b; Domain=.Example.COM', { domain: 'example.com', hostOnly: false }],
    ['a=b; Domain=www.example.com', { domain: 'www.example.com', hostOnly: false }],
    ['a=b; Domain=', { domain: 'www.example.com', hostOnly: true }],
    ['a=b; Domain=x.org; Domain=example.com', { domain: 'example.com' }],
    ['a=b; Max-Age=60', { expires: NOW + 60_000, deletes: false }],
    ['a=b; Max-Age=0', { deletes: true }],
    ['a=b; Max-Age=-1; Expires=Fri, 01 Jan 2027 00:00:00 GMT', { deletes: true }],
    ['a=b; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { deletes: false }],
    ['a=b; Max-Age=1.5', { expires: null }],
    ['a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { deletes: true }],
    ['a=b; Expires=tomorrow', { expires: null }],
    ['a=b; Max-Age=99999999', { expires: NOW + 400 * DAY }],
    ['a=b; Partitioned; Secure', { partitioned: true }],
    [`a=b; Path=/${'x'.repeat(1100)}`, { path: '/shop' }],
  ];
  it.each(cases)('%s', (header, cookie) => {
    const received = at(header);
    expect(received.refusals).toEqual([]);
    expect(received.verdict).toBe('stored');
    expect(received.cookie).toMatchObject(cookie);
  });
});

describe('a cookie that is refused', () => {
  const cases: readonly (readonly [header: string, refusals: readonly Refusal[], url?: string])[] = [
    ['', ['empty']],
    [';', ['empty']],
    ['=; Secure', ['empty']],
    ['a=b\u0001c', ['control-character']],
    ['a=b\r\nx: y', ['control-character']],
    ['a=b\u007F', ['control-character']],
    [`a=${'x'.repeat(4096)}`, ['too-large']],
    [`a=${'é'.repeat(2048)}`, ['too-large']],
    ['a=b; Domain=other.com', ['domain-mismatch']],
    ['a=b; Domain=shop.www.example.com', ['domain-mismatch']],
    ['a=b; Domain=ample.com', ['domain-mismatch']],
    ['a=b; Domain=com', ['public-suffix']],
    ['a=b; Domain=co.uk', ['public-suffix'], 'https://shop.co.uk/'],
    ['a=b; Domain=github.io', ['public-suffix'], 'https://shop.github.io/'],
    ['a=b; Domain=bücher.example', ['domain-not-ascii'], 'https://bücher.example/'],
    ['a=b; Domain=0.0.1', ['domain-mismatch'], 'https://127.0.0.1/'],
    ['a=b; Secure', ['secure-over-http'], 'http://www.example.com/'],
    ['a=b; SameSite=None', ['samesite-none']],
    ['__Secure-a=b', ['secure-prefix']],
    ['__secure-a=b', ['secure-prefix']],
    ['__Host-a=b; Path=/', ['host-prefix']],
    ['__Host-a=b; Secure', ['host-prefix'], 'https://www.example.com/'],
    ['__Host-a=b; Secure; Path=/x', ['host-prefix']],
    ['__HOST-a=b; Secure; Path=/; Domain=example.com', ['host-prefix']],
    ['__Secure-a', ['prefix-without-name']],
    ['=__Host-a=b', ['prefix-without-name']],
    ['a=b; Partitioned', ['partitioned']],
    ['__Host-a=b; SameSite=None', ['samesite-none', 'host-prefix']],
  ];
  it.each(cases.map(([header, refusals, url]) => ({ header, refusals, url })))('$header: $refusals', ({ header, refusals, url }) => {
    const received = at(header, url);
    expect(received.refusals).toEqual(refusals);
    expect(received.verdict).toBe('refused');
  });

  it('is stored at the very edge of each rule', () => {
    expect(at(`a=${'x'.repeat(4095)}`).verdict).toBe('stored');
    expect(at('a=b\tc').verdict).toBe('undecided');
    expect(at('a=b; Domain=github.io', 'https://github.io/').cookie).toMatchObject({ domain: 'github.io', hostOnly: true });
    expect(at('a=b; Domain=127.0.0.1', 'https://127.0.0.1/').verdict).toBe('stored');
    expect(at('__Host-a=b; Secure; Path=/; Domain=').verdict).toBe('stored');
    expect(at('__Secure-a=b; Secure; Domain=example.com').verdict).toBe('stored');
    expect(at('a=b; Secure; SameSite=None').verdict).toBe('stored');
  });

  it.each(['http://localhost:3000/', 'http://shop.localhost/', 'http://127.0.0.1/', 'http://[::1]/'])(
    'may be Secure over http from %s',
    (url) => {
      expect(at('a=b; Secure', url).verdict).toBe('stored');
    },
  );
});

it('what depends on an address that nobody knows is undecided', () => {
  const unknown = (header: string): Received => receive(header, { url: undefined, now: NOW });
  expect(unknown('a=b').verdict).toBe('stored');
  expect(unknown('a=b').cookie).toMatchObject({ domain: null, path: null });
  expect(unknown('a=b; Secure').verdict).toBe('undecided');
  expect(unknown('a=b; Domain=example.com').verdict).toBe('undecided');
  expect(unknown('__Host-a=b').verdict).toBe('refused');
});

it('each step names its section and what happens', () => {
  expect(at('a=b; Secured; SameSite=None').steps.map(({ outcome, section }) => `${outcome} ${section}`)).toEqual([
    'ok 5.6',
    'ignored 5.6',
    'ok 5.6.7',
    'unsafe 5.7',
    'refused 5.7',
  ]);
  expect(at('a=b; Secured').steps[1]?.message).toContain('(Secure?)');
});

it('scopes', () => {
  expect([domainMatches('a.b', 'b'), domainMatches('ab', 'b'), domainMatches('b', 'a.b'), domainMatches('10.0.0.1', '0.0.1')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(['https://x/', 'https://x', 'https://x/a', 'https://x/a/', 'https://x/a/b'].map((url) => defaultPath(new URL(url)))).toEqual([
    '/',
    '/',
    '/',
    '/a',
    '/a',
  ]);
  expect([
    pathMatches('/a', '/a'),
    pathMatches('/a/b', '/a'),
    pathMatches('/ab', '/a'),
    pathMatches('/ab', '/'),
    pathMatches('/a/b', '/a/'),
  ]).toEqual([true, true, false, true, true]);
  expect(['www.shop.co.uk', 'a.github.io', 'localhost', '127.0.0.1', 'x.shop.internal'].map(siteOf)).toEqual([
    'shop.co.uk',
    'a.github.io',
    'localhost',
    '127.0.0.1',
    'shop.internal',
  ]);
});
