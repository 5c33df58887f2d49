/** Asking a site: hop by hop, one request a hop, the user's headers where they may go, and every failure in one line. */
import { existsSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type Server } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askFor, type RequestOptions } from '../../src/verify/fetch.js';
import { TargetError } from '../../src/verify/observation.js';
import { keepsHeaders, methodAfter } from '../../src/verify/redirects.js';
import { installed } from '../oracle/server-oracle.js';
import { closed, freePort, listening, selfSigned, type Certificate } from '../loopback.js';

const OPTIONS: RequestOptions = {
  method: 'GET',
  headers: [],
  insecure: false,
  timeout: 5_000,
  maxRedirects: 10,
  userAgent: 'cookie-lint/test',
};
const ask = (url: string, options: Partial<RequestOptions> = {}): ReturnType<typeof askFor> =>
  askFor(new URL(url), { ...OPTIONS, ...options });

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await closed(server);
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** A server that remembers what it was asked. */
async function site(
  answer: (request: http.IncomingMessage, response: http.ServerResponse) => void,
  tls?: Certificate,
): Promise<{ readonly origin: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const listen = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    answer(request, response);
  };
  const server = tls === undefined ? http.createServer(listen) : https.createServer(tls, listen);
  servers.push(server);
  return { origin: `${tls === undefined ? 'http' : 'https'}://localhost:${await listening(server)}`, asked };
}

/** A server that writes just these bytes. */
async function raw(bytes: string | Buffer): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes));
  });
  servers.push(server);
  return `http://localhost:${await listening(server)}/`;
}

async function failure(asking: Promise<unknown>): Promise<string> {
  const error: unknown = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TargetError);
  const { message } = error as TargetError;
  expect(message).not.toContain('\n');
  return message;
}

describe('a chain of redirects', () => {
  it('keeps each Set-Cookie with its hop, and asks once a hop', async () => {
    const { origin, asked } = await site((request, response) => {
      response.appendHeader('Set-Cookie', `${(request.url ?? '').slice(1) || 'start'}=1; Secure`);
      response.appendHeader('Set-Cookie', 'again=1; Secure');
      if (request.url === '/') response.writeHead(302, { Location: '/two?token=secret#x' });
      else if (request.url?.startsWith('/two') === true) response.writeHead(301, { Location: 'three' });
      response.end('<a href="/link">never followed</a><img src="/picture">');
    });
    const { exchanges, notes } = await ask(`${origin}/`);
    expect(exchanges).toEqual([
      { url: `${origin}/`, where: 'hop 1', status: 302, setCookies: ['start=1; Secure', 'again=1; Secure'], redirects: true },
      { url: `${origin}/two`, where: 'hop 2', status: 301, setCookies: ['two?token=secret=1; Secure', 'again=1; Secure'], redirects: true },
      { url: `${origin}/three`, where: 'hop 3', status: 200, setCookies: ['three=1; Secure', 'again=1; Secure'], redirects: false },
    ]);
    expect(notes).toEqual([]);
    expect(asked.map(({ path }) => path)).toEqual(['/', '/two?token=secret', '/three']);
    // Nothing that an answer set goes back, and nothing else is sent.
    expect(Object.keys(asked[1]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  it('ends at what is no web address', async () => {
    const { origin } = await site((_, response) => void response.writeHead(302, { Location: 'shop://open' }).end());
    const { exchanges, notes } = await ask(origin);
    expect(exchanges).toHaveLength(1);
    expect(notes.join()).toContain('not followed');
  });

  it('that comes back to itself, or does not end, is an error', async () => {
    const loop = await site((request, response) => void response.writeHead(302, { Location: request.url === '/' ? '/a' : '/' }).end());
    expect(await failure(ask(loop.origin))).toContain('a redirect loop');
    expect(loop.asked).toHaveLength(2);
    const endless = await site((request, response) => void response.writeHead(302, { Location: `${request.url}x` }).end());
    expect(await failure(ask(endless.origin, { maxRedirects: 3 }))).toContain('more than 3 redirects');
    expect(endless.asked).toHaveLength(4);
    expect(await failure(ask(endless.origin, { maxRedirects: 0 }))).toContain('more than 0 redirects');
  });

  it('changes the method as browsers do', () => {
    expect([
      methodAfter(301, 'POST'),
      methodAfter(302, 'POST'),
      methodAfter(303, 'PUT'),
      methodAfter(303, 'HEAD'),
      methodAfter(307, 'POST'),
      methodAfter(308, 'POST'),
      methodAfter(301, 'HEAD'),
    ]).toEqual(['GET', 'GET', 'GET', 'HEAD', 'POST', 'POST', 'HEAD']);
  });
});

describe('the user’s headers', () => {
  it('go to the same origin, and no further', async () => {
    const other = await site((_, response) => void response.end());
    const back = await site((request, response) => {
      if (request.url === '/') response.writeHead(302, { Location: '/login' });
      else response.writeHead(302, { Location: `${other.origin}/` });
      response.end();
    });
    const { notes } = await ask(back.origin.replace('//', '//me:pass%20word@'), {
      headers: [
        ['Cookie', 'sid=1'],
        ['cookie', 'b=2'],
        ['X-Key', 'k'],
      ],
    });
    for (const { headers } of back.asked)
      expect(headers).toMatchObject({
        cookie: 'sid=1; b=2',
        'x-key': 'k',
        authorization: `Basic ${Buffer.from('me:pass word').toString('base64')}`,
      });
    expect(back.asked).toHaveLength(2);
    expect(other.asked.map(({ headers }) => [headers.cookie, headers['x-key'], headers.authorization])).toEqual([
      [undefined, undefined, undefined],
    ]);
    expect(notes).toEqual([expect.stringContaining('your headers were not sent')]);
  });

  it('do not come back with the origin, and a server’s own credentials are not used', async () => {
    const places: string[] = [];
    const first = await site(
      (request, response) => void (request.url === '/' ? response.writeHead(302, { Location: places[0] ?? '' }) : response).end(),
    );
    const second = await site(
      (_, response) => void response.writeHead(302, { Location: first.origin.replace('//', '//evil:word@') + '/end' }).end(),
    );
    places.push(second.origin);
    await ask(first.origin, { headers: [['Cookie', 'sid=1']] });
    expect(first.asked.map(({ path, headers }) => [path, headers.cookie, headers.authorization])).toEqual([
      ['/', 'sid=1', undefined],
      ['/end', undefined, undefined],
    ]);
  });

  it.each([
    ['https://a.example/x', 'https://a.example/y', true],
    ['http://a.example/', 'https://a.example/', true],
    ['https://a.example/', 'http://a.example/', false],
    ['http://a.example:8080/', 'https://a.example/', false],
    ['http://a.example/', 'https://a.example:8443/', false],
    ['https://a.example/', 'https://www.a.example/', false],
    ['http://a.example/', 'https://b.example/', false],
    ['https://a.example/', 'https://a.example:8443/', false],
  ])('%s → %s: %s', (from, to, keeps) => {
    expect(keepsHeaders(new URL(from), new URL(to))).toBe(keeps);
  });
});

it('reads headers only, however long the body is, and by the method that was asked for', async () => {
  const { origin, asked } = await site((_, response) => {
    response.writeHead(200, { 'Set-Cookie': 'a=1; Secure' });
    response.flushHeaders();
    response.write('x'.repeat(100_000));
    // It never ends.
  });
  expect((await ask(origin, { method: 'HEAD' })).exchanges[0]?.setCookies).toEqual(['a=1; Secure']);
  expect((await ask(origin)).exchanges[0]?.setCookies).toEqual(['a=1; Secure']);
  expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
});

it('goes by the Host that the user names, as the server does', async () => {
  const { origin, asked } = await site((_, response) => void response.end());
  const { exchanges } = await ask(`${origin}/in`, { headers: [['Host', 'shop.example']] });
  expect(asked[0]?.headers.host).toBe('shop.example');
  expect(exchanges[0]?.url).toBe('http://shop.example/in');
});

it('sees what a browser would see: control characters, UTF-8, and any number of headers', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => `Set-Cookie: c${index}=1; Secure\r\n`).join('');
  const { exchanges } = await ask(
    await raw(Buffer.from(`HTTP/1.1 200 OK\r\nSet-Cookie: a=\u0001; Secure\r\nSet-Cookie: ä=1; Secure\r\n${many}\r\n`)),
  );
  expect(exchanges[0]?.setCookies.slice(0, 2)).toEqual(['a=\u0001; Secure', 'ä=1; Secure']);
  expect(exchanges[0]?.setCookies).toHaveLength(3_002);
});

it('nothing of the environment changes it', async () => {
  const { origin, asked } = await site((_, response) => void response.end());
  const before = { ...process.env };
  for (const name of ['http_proxy', 'HTTP_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'])
    process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : 'http://127.0.0.1:9';
  try {
    await ask(origin);
  } finally {
    process.env = before;
  }
  expect(asked).toHaveLength(1);
});

describe('what fails', () => {
  it('says so in words', async () => {
    expect(await failure(ask(`http://localhost:${await freePort()}/?token=x`))).toMatch(
      /^http:\/\/localhost:\d+\/: nothing listens there$/,
    );
    expect(await failure(ask('http://nowhere.invalid/'))).toMatch(/no such host|could not be looked up|no answer within/);
    expect(await failure(ask(await raw('hello\r\n\r\n')))).toContain('no HTTP');
    expect(await failure(ask(await raw('HTTP/1.1 200 OK\r\nSet Cookie a=1\r\n\r\n')))).toContain('headers are broken');
    expect(await failure(ask(await raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(300_000)}\r\n\r\n`)))).toContain('256 kB');
    expect(await failure(ask(await raw('')))).toContain('closed the connection');
    expect(await failure(ask(await raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n')))).toContain(
      'another protocol',
    );
  });

  it('because it takes too long', async () => {
    const silent = await site(() => undefined);
    const slow = await raw('HTTP/1.1 200 OK\r\nX: 1');
    expect(await failure(ask(silent.origin, { timeout: 150 }))).toContain('no answer within 0.15 s');
    expect(await failure(ask(slow, { timeout: 150 }))).toMatch(/no answer within|closed the connection|broken/);
  });
});

const openssl = installed('openssl');
describe.skipIf(openssl === undefined || !existsSync(openssl))(
  `over TLS${openssl === undefined ? ' (skipped: openssl is not installed)' : ''}`,
  () => {
    let certificate: Certificate;
    beforeAll(() => (certificate = selfSigned()));

    it('a certificate that nobody trusts is refused, whatever the environment says, unless it is asked for', async () => {
      const { origin, asked } = await site(
        (_, response) => void response.writeHead(200, { 'Set-Cookie': 'a=1; Secure' }).end(),
        certificate,
      );
      const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        expect(await failure(ask(origin))).toMatch(/its certificate is refused: .*\(--insecure takes it\)$/);
      } finally {
        if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
        else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
      }
      expect(asked).toEqual([]);
      expect((await ask(origin, { insecure: true })).exchanges[0]?.setCookies).toEqual(['a=1; Secure']);
      expect((await ask(origin.replace('localhost', '127.0.0.1'), { insecure: true })).exchanges).toHaveLength(1);
    });

    it('a port of the other kind is said', async () => {
      const plain = await site((_, response) => void response.end());
      expect(await failure(ask(plain.origin.replace('http:', 'https:')))).toContain('is it plain http?');
    });
  },
);
