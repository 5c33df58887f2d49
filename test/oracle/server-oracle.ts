/** Starts a real server with a configuration in front of a small app, and compares the cookies that arrive with our verdict on the same files. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { freePort, listening, ready } from '../loopback.js';

/** Debian's server packages put their programs there. */
export function installed(name: string): string | undefined {
  return ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

/** The app behind the server, as source text for us and as headers for the server. */
const APP = `import express from 'express';

const app = express();
app.get('/', (req, res) => {
  res.cookie('sid', 'x');
  res.cookie('deep', 'x', { path: '/app' });
  res.end();
});
`;
const APP_COOKIES = ['sid=x; Path=/', 'deep=x; Path=/app'];

export interface Case {
  /** The name of the configuration file, as a repository would have it. */
  readonly file: string;
  /** The whole configuration, for a port to listen on, the port of the app, and a folder to write to. */
  readonly config: (port: number, app: number, folder: string) => string;
  readonly start: (file: string, folder: string) => readonly [command: string, ...args: readonly string[]];
  /** Further headers that the app sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which cookies have Secure: as the server sends them, and as we say. */
export async function compared({
  file,
  config,
  start,
  headers = {},
}: Case): Promise<{ readonly real: Readonly<Record<string, boolean>>; readonly ours: Readonly<Record<string, boolean>> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'oracle-'));
  const app = createServer((_, response) => response.writeHead(200, { ...headers, 'Set-Cookie': APP_COOKIES }).end('ok'));
  const appPort = await listening(app);
  const port = await freePort();
  const text = config(port, appPort, folder);
  writeFileSync(path.join(folder, file), text);
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "app", "dependencies": { "express": "^5.0.0" } }');
  writeFileSync(path.join(folder, 'server.js'), APP);
  const [command, ...args] = start(path.join(folder, file), folder);
  const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: folder });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  try {
    await ready(
      port,
      () => server.exitCode !== null,
      () => output,
    );
    const real = Object.fromEntries((await cookiesAt(port)).map(read).sort(byName));
    // A server that never asked the app would agree with nearly everything.
    if (real['sid'] === undefined) throw new Error(`the app's cookies did not arrive: ${output}`);
    const report = await scan({ root: folder, config: defaultConfig, pedantic: true });
    const ours = Object.fromEntries(
      report.cookies
        .filter((cookie) => !cookie.deletes)
        .map((cookie) => [cookie.cookie.name ?? '?', cookie.state === 'on'] as const)
        .sort(byName),
    );
    return { real, ours };
  } finally {
    server.kill();
    app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const byName = (a: readonly [string, boolean], b: readonly [string, boolean]): number => a[0].localeCompare(b[0]);

function read(header: string): readonly [string, boolean] {
  const [pair = '', ...attributes] = header.split(';');
  return [pair.slice(0, pair.indexOf('=')), attributes.some((one) => one.trim().toLowerCase() === 'secure')];
}

function cookiesAt(port: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/' }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.headers['set-cookie'] ?? []));
    })
      .on('error', reject)
      .end();
  });
}
