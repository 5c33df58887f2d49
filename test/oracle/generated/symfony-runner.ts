/** What generated PHP programs of several files send: one server for all of them, which is told the environment with each request. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../loopback.js';
import { isSecure } from '../php-oracle.js';
import type { AskedWorld } from './asked-worlds.js';
import { answering } from './php-pages.js';

/** Where Debian puts PHP's libraries. */
const LIBRARIES = '/usr/share/php';
const VARIABLES = ['APP_ENV', 'DEBUG', 'COOKIE_SECURE', 'COOKIE_INSECURE', 'BASE_URL', 'COOKIE_FLAG'];

/** Puts the world of the query into the environment, as the program will see it. */
const ROUTER = `<?php
parse_str($_SERVER['QUERY_STRING'] ?? '', $query);
foreach (json_decode('${JSON.stringify(VARIABLES)}') as $name) {
  putenv(isset($query[$name]) ? "$name={$query[$name]}" : $name);
  unset($_ENV[$name], $_SERVER[$name]);
  if (isset($query[$name])) $_ENV[$name] = $_SERVER[$name] = $query[$name];
}
if (isset($query['https'])) { $_SERVER['HTTPS'] = 'on'; $_SERVER['HTTP_X_FORWARDED_PROTO'] = 'https'; }
$page = basename($query['page'] ?? '');
unset($query, $name);
chdir(__DIR__ . "/$page");
if (is_file(__DIR__ . "/$page/index.php")) require __DIR__ . "/$page/index.php";
`;

/** For each program and world whether its cookie is Secure; null where none is sent. */
export async function answersOfPages(
  programs: readonly Readonly<Record<string, string>>[],
  worlds: readonly (readonly AskedWorld[])[],
): Promise<readonly (readonly (boolean | null)[])[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-php-'));
  const port = await freePort();
  writeFileSync(path.join(folder, 'router.php'), ROUTER);
  programs.forEach((files, i) => {
    mkdirSync(path.join(folder, `p${i}`), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, `p${i}`, name), text);
  });
  const settings = {
    'session.save_path': folder,
    display_errors: '0',
    include_path: LIBRARIES,
    variables_order: 'EGPCS',
    error_reporting: '0',
  };
  const server = spawn(
    'php',
    [
      ...Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]),
      '-S',
      `127.0.0.1:${port}`,
      path.join(folder, 'router.php'),
    ],
    { env: { PATH: process.env['PATH'] ?? '' }, stdio: 'ignore' },
  );
  try {
    await answering(port);
    const found: (readonly (boolean | null)[])[] = [];
    for (const [i, list] of worlds.entries()) {
      const answers: (boolean | null)[] = [];
      for (const world of list) answers.push(await secureIn(`http://127.0.0.1:${port}/?page=p${i}`, world));
      found.push(answers);
    }
    return found;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secureIn(page: string, { variables, https }: AskedWorld): Promise<boolean | null> {
  const query = new URLSearchParams({ ...variables, ...(https ? { https: '1' } : {}) });
  const response = await fetch(`${page}&${query.toString()}`);
  await response.arrayBuffer();
  const headers = response.headers.getSetCookie().filter((one) => /^sid=[^;]/.test(one));
  return headers.length === 0 ? null : headers.every(isSecure);
}
