/** Runs PHP source text with the PHP that is installed and reads what its Set-Cookie headers say. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../loopback.js';
import type { Decider } from './verdict.js';

export const hasPhp = spawnSync('php', ['--version']).status === 0;
/** Where Debian's packages keep the classes. */
const LIBRARIES = '/usr/share/php';
export const hasLibrary = (file: string): boolean =>
  hasPhp && spawnSync('php', ['-r', `exit(file_exists('${LIBRARIES}/${file}') ? 0 : 1);`]).status === 0;

/** The Set-Cookie headers that a page sends, by PHP's own web server on loopback. `https`: the request looks like HTTPS to PHP. */
export async function headersOf(
  source: string,
  environment: Readonly<Record<string, string>> = {},
  https = false,
): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-php-'));
  const port = await freePort();
  writeFileSync(path.join(folder, 'page.php'), source);
  writeFileSync(
    path.join(folder, 'index.php'),
    `<?php\n${https ? "$_SERVER['HTTPS'] = 'on'; $_SERVER['SERVER_PORT'] = '443';" : ''}\nrequire __DIR__ . '/page.php';\n`,
  );
  const server = spawn(
    'php',
    ['-n', '-d', `include_path=${LIBRARIES}`, '-d', 'session.save_path=' + folder, '-S', `127.0.0.1:${port}`, '-t', folder],
    { env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: 'ignore' },
  );
  try {
    for (let tries = 0; ; tries++) {
      try {
        return (await fetch(`http://127.0.0.1:${port}/`)).headers.getSetCookie();
      } catch (error) {
        if (tries > 50) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const isSecure = (header: string): boolean => /;\s*secure\s*(?:;|$)/i.test(header);

/** What PHP does: in production over HTTP and over HTTPS, and with the variable missing. */
export async function expectedState(source: string): Promise<Decider> {
  const read = async (environment: Readonly<Record<string, string>>, https: boolean): Promise<boolean> => {
    const headers = await headersOf(source, environment, https);
    if (headers.length !== 1) throw new Error(`expected one cookie, got ${headers.length} from\n${source}`);
    return isSecure(headers[0]!);
  };
  const production = { APP_ENV: 'production' };
  const [plain, secure, unset] = [await read(production, false), await read(production, true), await read({}, false)];
  if (plain !== secure) return 'request';
  if (plain !== unset) return 'environment';
  return plain ? 'on' : 'off';
}
