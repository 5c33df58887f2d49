/** The version of the package, read from its manifest. */
import { readFileSync } from 'node:fs';

/** Works from `src/` in development and from `dist/src/` in the package. */
function manifest(): { readonly version: string } {
  for (const up of ['../package.json', '../../package.json']) {
    const url = new URL(up, import.meta.url);
    try {
      return JSON.parse(readFileSync(url, 'utf8')) as { version: string };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error('package.json was not found beside the program');
}

export const { version } = manifest();
