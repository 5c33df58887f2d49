/** Targets: each kind is known by what it holds, and what is none of them is said in one line. */
import { describe, expect, it } from 'vitest';
import { TargetError, type Observation } from '../../src/verify/observation.js';
import { readTarget } from '../../src/verify/targets.js';

const read = (text: string | Buffer, url?: string): Observation =>
  readTarget(Buffer.from(text), 'it', url === undefined ? undefined : new URL(url));

const har = (entries: unknown): string => JSON.stringify({ log: { version: '1.2', entries } });
const entry = (url: string, setCookies: readonly string[], more: object = {}): object => ({
  request: { url, cookies: [], ...more },
  response: { status: 200, headers: setCookies.map((value) => ({ name: 'Set-Cookie', value })), cookies: [] },
});

describe('saved answers', () => {
  const CHAIN =
    'HTTP/1.1 301 Moved Permanently\r\nLocation: /in\r\nSet-Cookie: a=1\r\nset-cookie: b=2; Secure\r\n\r\nHTTP/2 200 \r\nSET-COOKIE:c=3\r\n\r\n';

  it('are those of curl -sI, with their hops', () => {
    const { kind, exchanges } = read(CHAIN, 'https://shop.example/?q=secret');
    expect(kind).toBe('responses');
    expect(exchanges).toEqual([
      { url: 'https://shop.example/', where: 'response 1', status: 301, setCookies: ['a=1', 'b=2; Secure'], redirects: true },
      { url: 'https://shop.example/in', where: 'response 2', status: 200, setCookies: ['c=3'], redirects: false },
    ]);
  });

  it('have no address unless somebody says it', () => {
    expect(read(CHAIN).exchanges.map(({ url }) => url)).toEqual([null, null]);
    expect(read(CHAIN.replace('/in', 'https://x.example/in')).exchanges.map(({ url }) => url)).toEqual([null, 'https://x.example/in']);
  });

  it.each([
    [
      'a body with no end of line before the next answer',
      'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n\r\n<html>HTTP/1.1 200 OK\r\nSet-Cookie: b=1\r\n\r\n',
      ['a=1', 'b=1'],
    ],
    [
      'a length of a body that curl -I did not get',
      'HTTP/1.1 200 OK\r\nContent-Length: 43\r\nSet-Cookie: a=1\r\n\r\nHTTP/1.1 200 OK\r\nSet-Cookie: b=1\r\n\r\n',
      ['a=1', 'b=1'],
    ],
    [
      'a page that writes about HTTP',
      'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n\r\n<pre>\nHTTP/1.1 200 OK\nSet-Cookie: no=1\n\n</pre>',
      ['a=1'],
    ],
    ['lines of Unix', 'HTTP/1.0 200 OK\nSet-Cookie: a=1\n\nHTTP/1.0 200 OK\nSet-Cookie: b=1\n', ['a=1', 'b=1']],
    ['the answer of a proxy', 'HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 200\r\nset-cookie: a=1\r\n\r\n', ['a=1']],
    ['bytes of UTF-8', Buffer.from('HTTP/1.1 200 OK\r\nSet-Cookie: ä=ö\r\n\r\n'), ['ä=ö']],
    [
      'a body of bytes',
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n\r\n'), Buffer.from([0, 1, 255, 10, 0])]),
      ['a=1'],
    ],
  ])('%s', (_, text, setCookies) => {
    expect(read(text).exchanges.flatMap((one) => one.setCookies)).toEqual(setCookies);
  });

  it('with a body of a known length skip just that', () => {
    const body = 'x HTTP/1.1 200 OK\r\nSet-Cookie: no=1\r\n\r\n';
    const { exchanges } = read(
      `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n\r\n`,
    );
    expect(exchanges.flatMap((one) => one.setCookies)).toEqual(['a=1']);
  });
});

describe('a HAR file', () => {
  it('shows answers, and the fields that Chrome puts into one header', () => {
    const { kind, exchanges, asked } = read(
      har([
        entry('https://shop.example/?token=x', ['a=1; Secure\nb=2']),
        entry('https://cdn.example/', []),
        entry('data:text/plain,x', ['no=1']),
      ]),
    );
    expect(kind).toBe('har');
    expect(exchanges).toEqual([
      { url: 'https://shop.example/', where: 'entry 1', status: 200, setCookies: ['a=1; Secure', 'b=2'], redirects: false },
      { url: 'https://cdn.example/', where: 'entry 2', status: 200, setCookies: [], redirects: false },
    ]);
    expect(asked).toEqual(['shop.example']);
  });

  it('shows what scripts set: cookies that are sent and that no answer set', () => {
    const chrome = {
      name: 'ui',
      value: 'x',
      path: '/',
      domain: '.shop.example',
      expires: '2030-01-01T00:00:00.000Z',
      httpOnly: false,
      secure: false,
    };
    const { held } = read(
      har([
        entry('https://shop.example/', ['a=1']),
        entry('https://shop.example/x', [], { cookies: [{ name: 'a', value: '1' }, chrome, { name: 'bare', value: '1' }] }),
        entry('http://shop.example/y', [], { cookies: [{ name: 'bare', value: '1' }] }),
      ]),
    );
    expect(held).toEqual([
      {
        url: 'https://shop.example/x',
        where: 'entry 2',
        name: 'ui',
        domain: 'shop.example',
        hostOnly: false,
        path: '/',
        secure: false,
        httpOnly: false,
        sameSite: null,
        expires: Date.UTC(2030, 0),
        byScript: true,
      },
      expect.objectContaining({ name: 'bare', where: 'entry 2', secure: null, expires: undefined }),
      expect.objectContaining({ name: 'bare', where: 'entry 3', secure: false }),
    ]);
  });

  it('without any cookie says where they may have gone', () => {
    expect(read(har([entry('https://shop.example/', [])])).notes.join()).toContain('with sensitive data');
    expect(read(har([entry('https://shop.example/', ['a=1'])])).notes).toEqual([]);
  });

  it('with a strange entry is read all the same', () => {
    expect(read(har([null, 7, { request: null }, entry('https://shop.example/', ['a=1'])])).exchanges).toHaveLength(1);
  });
});

it('a cookie jar: lines of seven fields, HttpOnly before the domain', () => {
  const jar =
    '# Netscape HTTP Cookie File\n\n#HttpOnly_shop.example\tFALSE\t/\tTRUE\t0\tsid\tx\n.shop.example\tTRUE\t/a\tFALSE\t1900000000\ttheme\t\nbroken\n';
  const { kind, held, notes } = read(jar);
  expect(kind).toBe('jar');
  expect(held).toEqual([
    expect.objectContaining({
      where: 'line 3',
      name: 'sid',
      domain: 'shop.example',
      hostOnly: true,
      path: '/',
      secure: true,
      httpOnly: true,
      expires: null,
    }),
    expect.objectContaining({
      where: 'line 4',
      name: 'theme',
      domain: 'shop.example',
      hostOnly: false,
      path: '/a',
      secure: false,
      httpOnly: false,
      expires: 1_900_000_000_000,
    }),
  ]);
  expect(notes).toHaveLength(1);
  expect(read('shop.example\tFALSE\t/\tTRUE\t0\tsid\tx\n').kind).toBe('jar');
});

it('a storage state, or the cookies of one', () => {
  const cookies = [
    { name: 'sid', value: 'x', domain: '.shop.example', path: '/', expires: -1, httpOnly: true, secure: true, sameSite: 'Lax' },
  ];
  for (const value of [{ cookies, origins: [] }, cookies]) {
    const { kind, held } = read(`\uFEFF ${JSON.stringify(value)}`.slice(1));
    expect(kind).toBe('storage-state');
    expect(held).toEqual([
      expect.objectContaining({
        where: 'cookie 1',
        name: 'sid',
        domain: 'shop.example',
        hostOnly: false,
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        expires: null,
        byScript: false,
      }),
    ]);
  }
});

describe('what is none of them', () => {
  it.each<readonly [what: string, text: string | Buffer, says: RegExp]>([
    ['nothing', '', /^it: it is empty$/],
    ['a text', 'hello\n', /not a HAR file, what `curl -i`/],
    ['a page', '<!doctype html>\n<p>', /not a HAR file/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /binary data/],
    ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0]), /compressed/],
    ['other JSON', '{"log":{"entries":"x"}}', /JSON, but neither a HAR file/],
    ['a list of other things', '[1, 2]', /JSON, but neither/],
    ['half of a HAR file', '{"log":{"entries":[{"request":{"cookies":[{"value":"secret"', /begins like JSON, but is not: (?!.*secret)/],
    ['broken JSON', '{"log": secret}', /begins like JSON, but is not: (?!.*secret)/],
    ['a HAR file without an address', '{"log":{"entries":[]}}', /no entry with an http or https address/],
    ['broken headers', 'HTTP/1.1 200 OK\r\nSet-Cookie a=1\r\n\r\n', /the headers of response 1 are broken/],
    ['curl -v', '* Connected to x\n> GET / HTTP/1.1\n< HTTP/1.1 200 OK\n', /curl -v/],
    ['a broken jar', '# Netscape HTTP Cookie File\nshop.example TRUE / FALSE 0 sid x\n', /line 2 of the cookie jar/],
  ])('%s', (_, text, says) => {
    let message = '';
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(TargetError);
      message = (error as Error).message;
    }
    expect(message).toMatch(says);
    expect(message).not.toContain('\n');
  });
});
