/** Serves many PHP pages by one server, each in all worlds: the variables come with the request. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../loopback.js';
import { isSecure } from '../php-oracle.js';
import { RUN_WORLDS } from './worlds.js';

/** Puts the world of the query into the environment, as the page will see it. */
const ROUTER = `<?php
parse_str($_SERVER['QUERY_STRING'] ?? '', $query);
foreach (['APP_ENV', 'DEBUG', 'COOKIE_SECURE'] as $name) putenv(isset($query[$name]) ? "$name={$query[$name]}" : $name);
if (isset($query['https'])) $_SERVER['HTTPS'] = 'on';
require __DIR__ . '/' . basename($query['page']) . '.php';
`;

/** Whether the cookie `a` of each page is Secure, world by world; undefined for a page that does not send it in one of them. */
export async function securesOf(sources: readonly string[]): Promise<(readonly boolean[] | undefined)[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-php-'));
  const port = await freePort();
  writeFileSync(path.join(folder, 'index.php'), ROUTER);
  sources.forEach((source, i) => writeFileSync(path.join(folder, `page${i}.php`), source));
  const server = spawn(
    'php',
    ['-n', '-d', `session.save_path=${folder}`, '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, path.join(folder, 'index.php')],
    { env: { PATH: process.env['PATH'] ?? '' }, stdio: 'ignore' },
  );
  try {
    await answering(port);
    const found: (readonly boolean[] | undefined)[] = [];
    for (const i of sources.keys()) found.push(await secureIn(`http://127.0.0.1:${port}/?page=page${i}`));
    return found;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secureIn(page: string): Promise<readonly boolean[] | undefined> {
  const secure: boolean[] = [];
  for (const { variables, https } of RUN_WORLDS) {
    const query = new URLSearchParams({ ...variables, ...(https ? { https: '1' } : {}) });
    const response = await fetch(`${page}&${query.toString()}`);
    await response.arrayBuffer();
    const header = response.headers.getSetCookie().find((one) => one.startsWith('a='));
    if (header === undefined) return undefined;
    secure.push(isSecure(header));
  }
  return secure;
}

export async function answering(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await (await fetch(`http://127.0.0.1:${port}/?page=none`)).arrayBuffer();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
