/** Where the program keeps what it can make again: outside of the repository, which is a stranger's and must not answer for it. */
import path from 'node:path';

export function cacheFolder(env: NodeJS.ProcessEnv, home: () => string): string {
  const base = env['XDG_CACHE_HOME'] ?? (process.platform === 'win32' ? env['LOCALAPPDATA'] : undefined);
  return path.join(base === undefined || base === '' ? path.join(home(), '.cache') : base, 'cookie-lint');
}
