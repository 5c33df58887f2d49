/** Real apps behind a real nginx that ends TLS: `verify` names the line of each cookie, agrees with the linter, and both pass after the fixes. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../oracle/server-oracle.js';
import {
  checkout,
  cookieLint,
  django,
  express,
  linted,
  mendByHand,
  Running,
  sinatra,
  verified,
  type App,
  type Finding,
  type VerifiedCookie,
} from './apps.js';
import { selfSigned, type Certificate } from '../loopback.js';

const lacking = [
  ...(installed('nginx') === undefined ? ['nginx is not installed'] : []),
  ...(installed('openssl') === undefined ? ['openssl is not installed'] : []),
];
const APPS: readonly App[] = [express, django, sinatra];

let certificate: Certificate;
const running = new Running();
beforeAll(() => {
  if (lacking.length === 0) certificate = selfSigned();
});
afterEach(() => running.end());

const byName = (a: string, b: string): number => (a < b ? -1 : 1);
/** `token app.js:10` for every cookie that came without Secure, with the likeliest line. */
const unsafe = (cookies: readonly VerifiedCookie[]): string[] =>
  cookies
    .filter(({ secure }) => secure === 'missing')
    .map(({ name, link }) => `${name} ${link?.candidates[0]?.path ?? '?'}:${link?.candidates[0]?.line ?? 0}`)
    .sort(byName);
/** The same of the linter, without what only a browser's script sets. */
const found = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ cookie }) => cookie.name !== null && cookie.name !== 'ui')
    .map(({ cookie, path, line }) => `${cookie.name ?? ''} ${path}:${line}`)
    .sort(byName);
const relations = (cookies: readonly VerifiedCookie[]): Record<string, string | undefined> =>
  Object.fromEntries(cookies.map(({ name, link }) => [name, link?.relation]));

describe.each(APPS)('$name', (app) => {
  const why = [...lacking, ...(app.missing === undefined ? [] : [app.missing])];
  const test = it.skipIf(why.length > 0);
  const named = (title: string): string => (why.length > 0 ? `${title} (skipped: ${why.join(', ')})` : title);

  test(named('over plain http: every cookie that the linter finds comes without Secure, from that line'), async () => {
    const folder = checkout(app);
    const port = await running.app(app, folder);
    const [{ code, summary, cookies }, findings] = await Promise.all([verified(folder, `http://localhost:${port}/`), linted(folder)]);
    expect(unsafe(cookies)).toEqual(found(findings));
    expect(summary).toMatchObject({ verdict: 'fail', score: 0, points: 0 });
    expect(code).toBe(1);
    expect(relations(cookies)).toMatchObject({ token: 'explained', theme: 'agree', lang: 'agree' });
    expect(cookies.find(({ name }) => name === 'token')?.link?.message).toContain('no proxy trust was found');
  });

  test(named('over TLS, without proxy trust: the same, because the app sees plain http'), async () => {
    const folder = checkout(app);
    const { tls } = await running.proxy(await running.app(app, folder), certificate, { tellsScheme: app.alwaysTrusts !== true });
    const [{ code, cookies }, findings] = await Promise.all([verified(folder, tls), linted(folder)]);
    expect(unsafe(cookies)).toEqual(found(findings));
    expect(relations(cookies)).toMatchObject({ token: 'explained', theme: 'agree', lang: 'agree' });
    expect(code).toBe(1);
  });

  test(named('over TLS, with proxy trust: what follows the request is Secure, and the linter says no more of it'), async () => {
    const folder = checkout(app, app.trusting);
    const { tls } = await running.proxy(await running.app(app, folder), certificate);
    const [{ cookies }, all] = await Promise.all([verified(folder, tls), linted(folder)]);
    const findings = found(all);
    expect(cookies.filter(({ secure }) => secure === 'on').map(({ name }) => name)).toEqual(expect.arrayContaining(['lang', 'token']));
    // Rack believes the proxy where the linter has no proof of it.
    expect(unsafe(cookies)).toEqual(app.alwaysTrusts === true ? findings.filter((line) => !line.startsWith('token ')) : findings);
    expect(relations(cookies)).toMatchObject({ theme: 'agree', lang: 'agree' });
  });

  test(named('after --fix, and the fixes that are left to people, both say pass'), async () => {
    const folder = checkout(app);
    await cookieLint(folder, '--fix');
    await mendByHand(folder);
    const lint = await cookieLint(folder);
    expect(lint.code, lint.out).toBe(0);
    const { tls } = await running.proxy(await running.app(app, folder), certificate);
    const { code, summary, cookies } = await verified(folder, tls);
    expect(unsafe(cookies)).toEqual([]);
    expect(summary).toMatchObject({ verdict: 'pass', score: 1, points: 34 });
    expect(code).toBe(0);
    expect(cookies.map(({ link }) => link?.relation)).toEqual(cookies.map(() => 'agree'));
  });
});

it.skipIf(lacking.length > 0)(
  `a proxy that does not tell the scheme: the deployment differs from what the source trusts${lacking.length > 0 ? ` (skipped: ${lacking.join(', ')})` : ''}`,
  async () => {
    const folder = checkout(express, express.trusting);
    const { tls } = await running.proxy(await running.app(express, folder), certificate, { tellsScheme: false });
    const { cookies } = await verified(folder, tls);
    expect(cookies.find(({ name }) => name === 'token')).toMatchObject({ secure: 'missing', link: { relation: 'differs' } });
    expect(cookies.find(({ name }) => name === 'token')?.link?.message).toContain('X-Forwarded-Proto');
  },
);

it.skipIf(lacking.length > 0)(
  `a cookie of the redirect from http is seen, linked with the server's configuration, and said to be carried on${lacking.length > 0 ? ` (skipped: ${lacking.join(', ')})` : ''}`,
  async () => {
    const directive = 'add_header Set-Cookie "lb=1; Path=/" always;';
    const folder = checkout(express, {
      'nginx.conf': `http {\n    server {\n        listen 80;\n        ${directive}\n        return 301 https://$host$request_uri;\n    }\n}\n`,
    });
    const { http, tls } = await running.proxy(await running.app(express, folder), certificate, { plain: directive });
    const { targets, cookies } = await verified(folder, http);
    expect(targets[0]?.answers.map(({ where, url, status }) => [where, url, status])).toEqual([
      ['hop 1', http, 301],
      ['hop 2', tls, 200],
    ]);
    const lb = cookies.find(({ name }) => name === 'lb');
    expect(lb?.findings.map(({ problem }) => problem)).toEqual(['missing', 'over-http']);
    expect(lb?.link?.candidates[0]).toMatchObject({ path: 'nginx.conf', line: 4 });
  },
);

it.skipIf(lacking.length > 0)(
  `a certificate that nobody trusts ends with 2 and one line${lacking.length > 0 ? ` (skipped: ${lacking.join(', ')})` : ''}`,
  async () => {
    const folder = checkout(express);
    const { tls } = await running.proxy(await running.app(express, folder), certificate);
    const { code, out, err } = await cookieLint(folder, 'verify', tls);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^cookie-lint: https:\/\/localhost:\d+\/: its certificate is refused: .* \(--insecure takes it\)\n$/);
  },
);
