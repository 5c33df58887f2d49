/** Runs a module of the given source text in several environments and compares the Set-Cookie headers it sends with our verdict for the same text. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import type { SecureState } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

/** How a library is asked: one request to the default export of the module, answered with its Set-Cookie headers. */
export type Ask = (app: unknown, headers: Readonly<Record<string, string>>) => Promise<readonly string[]>;

/** What the module does with Secure: in production, with NODE_ENV missing, in development; and in production over HTTPS. */
export interface Behaviour {
  readonly production: boolean;
  readonly unset: boolean;
  readonly development: boolean;
  readonly https: boolean;
}

/** Options objects in the forms that real code has; each is tried with each library. */
export const OPTIONS = [
  '{}',
  '{ httpOnly: true }',
  '{ secure: true }',
  '{ secure: false }',
  '{ secure: undefined }',
  '{ secure: 0 }',
  "{ secure: process.env.NODE_ENV === 'production' }",
  "{ secure: process.env.NODE_ENV !== 'development' }",
  "{ secure: process.env.NODE_ENV === 'development' }",
  "{ secure: !['development', 'test'].includes(process.env.NODE_ENV) }",
  "{ secure: process.env.NODE_ENV === 'production' ? true : false }",
  "{ secure: (process.env.NODE_ENV || 'development') === 'production' }",
  "{ secure: (process.env.NODE_ENV ?? 'production') === 'production' }",
  "{ ...(process.env.NODE_ENV === 'production' && { secure: true }) }",
  "{ ...(process.env.NODE_ENV === 'production' ? { secure: true } : {}) }",
  '{ secure: true, ...{ secure: false } }',
  '{ ...{ secure: false }, secure: true }',
  'Object.assign({ secure: false }, { secure: true })',
  "((secure) => ({ secure, path: '/' }))(process.env.NODE_ENV === 'production')",
  '{ secure: /^prod/.test(process.env.NODE_ENV) }',
  "{ secure: ['production', 'staging'].indexOf(process.env.NODE_ENV) >= 0 }",
  '{ secure: { production: true, development: false }[process.env.NODE_ENV] }',
  "{ secure: `${process.env.NODE_ENV}` === 'production' }",
  "{ secure: process.env.NODE_ENV !== 'development' && process.env.NODE_ENV !== 'test' }",
  "{ path: '/', ...(['production'].includes(process.env.NODE_ENV) && { secure: true }) }",
  "(() => { switch (process.env.NODE_ENV) { case 'production': return { secure: true }; default: return {}; } })()",
  "(() => { const o = { secure: true }; if (process.env.NODE_ENV === 'development') delete o.secure; return o; })()",
  "(() => { const { name, ...rest } = { name: 'sid', secure: process.env.NODE_ENV === 'production' }; return rest; })()",
  "(({ secure, ...rest }) => rest)({ secure: true, path: '/' })",
  "{ get secure() { return process.env.NODE_ENV === 'production'; } }",
] as const;

const folder = mkdtempSync(path.join(import.meta.dirname, '.run-'));
let runs = 0;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Our state for the only cookie of the source. */
export async function stateOf(source: string): Promise<SecureState> {
  const report = await scan({
    root: import.meta.dirname,
    config: defaultConfig,
    pedantic: true,
    stdin: { filename: 'app.mjs', text: source },
  });
  const states = [...new Set(report.cookies.filter((cookie) => !cookie.deletes).map((cookie) => cookie.state))];
  if (states.length !== 1) throw new Error(`expected one state, found ${states.join(', ') || 'no cookie'} in\n${source}`);
  return states[0]!;
}

/** What a state promises. */
export function promised(state: SecureState): Behaviour | undefined {
  switch (state) {
    case 'on':
      return { production: true, unset: true, development: true, https: true };
    case 'missing':
    case 'disabled':
      return { production: false, unset: false, development: false, https: false };
    case 'env-conditional':
      return { production: true, unset: false, development: false, https: true };
    case 'env-escape-hatch':
      return { production: true, unset: true, development: false, https: true };
    case 'inverted':
      return { production: false, unset: false, development: true, https: false };
    case 'request-conditional':
      return { production: false, unset: false, development: false, https: true };
    case 'unresolved':
      return undefined;
  }
}

/** What the library really does. */
export async function behaviourOf(source: string, ask: Ask): Promise<Behaviour> {
  return {
    production: await isSecure(source, ask, 'production', {}),
    unset: await isSecure(source, ask, undefined, {}),
    development: await isSecure(source, ask, 'development', {}),
    https: await isSecure(source, ask, 'production', { 'x-forwarded-proto': 'https' }),
  };
}

async function isSecure(source: string, ask: Ask, mode: string | undefined, headers: Readonly<Record<string, string>>): Promise<boolean> {
  const before = process.env['NODE_ENV'];
  if (mode === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = mode;
  const file = path.join(folder, `app-${runs++}.mjs`);
  writeFileSync(file, source);
  try {
    const module = (await import(pathToFileURL(file).href)) as { default: unknown };
    const sent = await ask(module.default, headers);
    if (sent.length === 0) throw new Error(`no cookie was sent by\n${source}`);
    return sent.every((one) => /;\s*secure(?:;|=|$)/i.test(one));
  } finally {
    process.env['NODE_ENV'] = before;
  }
}

/** Asks a Node request listener over loopback. */
export const askListener: Ask = async (app, headers) => {
  const server = createServer(app as RequestListener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await new Promise<readonly string[]>((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path: '/', headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.headers['set-cookie'] ?? []));
      });
      request.on('error', reject);
      request.end();
    });
  } finally {
    server.close();
  }
};
