/** `verify` and `explain-header` as commands: arguments, exit codes, baseline, bad input. */
import http from 'node:http';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { world, type Result } from '../cli/world.js';
import { closed, listening } from '../loopback.js';

const stdin = (text: string) => ({ readStdin: () => Promise.resolve(text) });
const response = (...cookies: readonly string[]): string =>
  `HTTP/1.1 200 OK\r\n${cookies.map((one) => `Set-Cookie: ${one}\r\n`).join('')}\r\n`;
const GOOD = response('sid=1; Secure', 'theme=1; Secure');
const BAD = response('sid=1', 'theme=1');

async function refused(result: Promise<Result>): Promise<string> {
  const { code, out, err } = await result;
  expect([code, out]).toEqual([2, '']);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toContain('this is a bug');
  return err;
}

describe('verify', () => {
  it('ends with 0 where all is Secure, and with 1 where not', async () => {
    const shop = world({ 'good.txt': GOOD, 'bad.txt': BAD, 'warn.txt': response('theme=1') });
    expect((await shop.run('verify', 'good.txt')).code).toBe(0);
    expect((await shop.run('verify', 'good.txt')).out).toContain('✔ pass · score 1.0 · 34 of 34 points');
    expect((await shop.run('verify', 'bad.txt')).code).toBe(1);
    expect((await shop.run('verify', 'warn.txt')).code).toBe(1);
    expect((await shop.run('verify', 'warn.txt', '--max-warnings', '1')).code).toBe(0);
    expect((await shop.run('verify', 'bad.txt', 'good.txt')).code).toBe(1);
    expect((await shop.runWith(stdin(BAD), 'verify', '-')).code).toBe(1);
    expect((await shop.runWith(stdin(GOOD), 'verify', '-')).code).toBe(0);
  });

  it('asks a site with what it is told to send', async () => {
    const seen: http.IncomingHttpHeaders[] = [];
    const server = http.createServer((request, answer) => {
      seen.push(request.headers);
      answer.writeHead(200, { 'Set-Cookie': 'sid=1; Path=/' }).end();
    });
    const port = await listening(server);
    try {
      const { code, out } = await world({}).run(
        'verify',
        `http://localhost:${port}/in?token=x`,
        '-H',
        'X-Key: k',
        '--cookie-header',
        'a=1; b=2',
        '--no-source',
        '--format',
        'json',
      );
      expect(code).toBe(1);
      expect(seen).toEqual([expect.objectContaining({ 'x-key': 'k', cookie: 'a=1; b=2', 'user-agent': 'cookie-lint/1.2.3' })]);
      expect(JSON.parse(out)).toMatchObject({
        targets: [{ target: `http://localhost:${port}/in`, kind: 'url' }],
        summary: { source: null, verdict: 'fail' },
      });
      expect((await world({}).run('verify', `http://localhost:${port}/`, '--weight', 'localhost=0')).code).toBe(0);
    } finally {
      await closed(server);
    }
  });

  it('writes several formats, one of them to the screen', async () => {
    const shop = world({ 'bad.txt': BAD });
    const { out } = await shop.run(
      'verify',
      'bad.txt',
      '-f',
      'pretty',
      '-f',
      'html=out/verify.html',
      '-f',
      'sarif=verify.sarif',
      '-f',
      'junit=verify.xml',
      '-f',
      'markdown=verify.md',
    );
    expect(out).toContain('✖ fail');
    expect(shop.read('out/verify.html')).toContain('<!doctype html>');
    expect(shop.read('verify.md')).toContain('## ❌ cookie-lint verify: fail');
    expect(JSON.parse(shop.read('verify.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(shop.read('verify.xml')).toContain('<testsuites');
  });

  it('lives with a baseline, and says what is stale', async () => {
    const shop = world({ 'bad.txt': BAD, 'worse.txt': response('sid=1', 'theme=1', 'token=1') });
    expect(await shop.run('verify', 'bad.txt', '--baseline', 'b.json', '--update-baseline')).toEqual({
      code: 0,
      out: '',
      err: '2 findings written to b.json\n',
    });
    const known = await shop.run('verify', 'bad.txt', '--baseline', 'b.json');
    expect(known).toMatchObject({ code: 0, err: '2 known findings left out by the baseline\n' });
    expect(known.out).toContain('✔ pass');
    expect((await shop.run('verify', 'worse.txt', '--baseline', 'b.json')).code).toBe(1);
    writeFileSync(path.join(shop.root, 'bad.txt'), response('theme=1'));
    expect((await shop.run('verify', 'bad.txt', '--baseline', 'b.json')).err).toContain('stale baseline entry: ');
    expect(await refused(shop.run('verify', 'bad.txt', '--baseline', 'none.json'))).toContain('there is no none.json');
  });

  it('what is not known fails where that is asked for', async () => {
    const har = JSON.stringify({
      log: {
        entries: [
          { request: { url: 'https://shop.example/', cookies: [{ name: 'sid', value: '1' }] }, response: { status: 200, headers: [] } },
        ],
      },
    });
    const shop = world({ 'site.har': har });
    const { code, out } = await shop.run('verify', 'site.har');
    expect(code).toBe(0);
    expect(out).toContain('? undecided');
    expect((await shop.run('verify', 'site.har', '--fail-on-undecided')).code).toBe(1);
  });
});

describe('bad input gives one line and 2', () => {
  const files = { 'bad.txt': BAD, 'text.txt': 'hello\n', 'empty.txt': '', 'binary.bin': '\u0000\u0001', 'half.har': '{"log":{"entries":[' };
  it.each<readonly [args: readonly string[], says: RegExp]>([
    [['verify'], /verify what\?/],
    [['verify', 'shop.example'], /there is no file shop\.example; an address begins with https:\/\/: https:\/\/shop\.example/],
    [['verify', 'ftp://shop.example/'], /no http or https address/],
    [['verify', '.'], /not a regular file|can't read/],
    [['verify', 'text.txt'], /not a HAR file/],
    [['verify', 'empty.txt'], /it is empty/],
    [['verify', 'binary.bin'], /binary data/],
    [['verify', 'half.har'], /begins like JSON, but is not/],
    [['verify', 'http://127.0.0.1:1/'], /nothing listens there/],
    [['verify', '-', '-'], /once only/],
    [['verify', 'bad.txt', '--url', 'shop'], /--url: shop is no http or https address/],
    [['verify', 'bad.txt', '--source', 'nowhere'], /there is no folder nowhere/],
    [['verify', 'bad.txt', '--source', '.', '--no-source'], /choose one/],
    [['verify', 'bad.txt', '--method', 'CONNECT'], /--method/],
    [['verify', 'bad.txt', '--timeout', 'x'], /--timeout: x is no number/],
    [['verify', 'bad.txt', '--max-redirects', '-1'], /--max-redirects/],
    [['verify', 'bad.txt', '--weight', 'x'], /--weight/],
    [['verify', 'bad.txt', '--header', 'x'], /--header: write it as Name: value/],
    [['verify', 'bad.txt', '--header', 'Content-Length: 5'], /frames the request/],
    [['verify', 'bad.txt', '--header', 'X: secret\nY: 1'], /^(?!.*secret).*no header may have/],
    [['verify', 'bad.txt', '--browser', '--header', 'X: 1'], /--browser sends no --header/],
    [['verify', 'bad.txt', '--update-baseline'], /--update-baseline needs --baseline/],
    [['verify', 'bad.txt', '--format', 'compact'], /there is no compact/],
    [['explain-header'], /explain which header\?/],
    [['explain-header', ' '], /an empty text/],
    [['explain-header', 'Cookie: a=b'], /Cookie is not Set-Cookie/],
    [['explain-header', 'a=b', '--url', 'x'], /--url/],
    [['explain-header', 'a=b', 'c=d'], /takes one argument/],
  ])('%j', async (args, says) => {
    expect(await refused(world(files).run(...args))).toMatch(says);
  });

  it('a HAR file of 50 MB is refused before it is read', async () => {
    const shop = world({});
    writeFileSync(path.join(shop.root, 'large.har'), Buffer.alloc(50_000_000, ' '));
    expect(await refused(shop.run('verify', 'large.har'))).toContain('larger than 32 MB');
  });
});

describe('explain-header', () => {
  it('says what a browser makes of it, and ends with 1 for what is refused or not Secure', async () => {
    const { run } = world({});
    const good = await run('explain-header', 'Set-Cookie: __Host-sid=1; Secure; Path=/');
    expect(good.code).toBe(0);
    expect(good.out).toContain('✔ 5.7   The cookie has all that `__Host-` demands.');
    expect(good.out).toContain('\nstored\n');
    const bad = await run('explain-header', 'sid=1; SameSite=None');
    expect(bad).toMatchObject({ code: 1, err: '' });
    expect(bad.out).toContain('✖ 5.7   SameSite=None without Secure is refused.');
    expect((await run('explain-header', 'sid=1')).code).toBe(1);
    expect((await run('explain-header', 'sid=; Max-Age=0')).code).toBe(0);
    expect((await run('explain-header', 'sid=1; Secure', '--url', 'http://shop.example/')).code).toBe(1);
  });

  it('reads standard input: one header, or those of a whole answer', async () => {
    const { runWith } = world({});
    expect((await runWith(stdin('sid=1; Secure\n'), 'explain-header', '-')).code).toBe(0);
    const { code, out } = await runWith(
      stdin(`${response('a=1; Secure', 'b=1; Secure')}<html>`),
      'explain-header',
      '-',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      url: 'https://example.com/',
      headers: [{ verdict: 'stored', cookie: { name: 'a' } }, { cookie: { name: 'b' } }],
    });
    expect(await refused(runWith(stdin('HTTP/1.1 200 OK\r\nServer: x\r\n\r\n'), 'explain-header', '-'))).toContain('no Set-Cookie header');
  });

  it('escapes what a terminal would obey', async () => {
    expect((await world({}).run('explain-header', 'a=\u009B31m\u202E; Secure')).out).not.toMatch(/[\u009B\u202E]/);
  });
});
