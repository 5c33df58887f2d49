/** What generated servlets send, by the embedded Tomcat of Debian's packages. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSecure } from '../php-oracle.js';
import type { AskedWorld } from './asked-worlds.js';

/** Where Debian's libtomcat10-embed-java puts the server, and libtomcat10-java the annotations that it looks for. */
const JARS = ['/usr/share/java/tomcat10-embed-core.jar', '/usr/share/java/tomcat10-annotations-api.jar'];
const TOMCAT = JARS.join(path.delimiter);
export const missingForJava =
  spawnSync('javac', ['-version']).status !== 0
    ? 'javac'
    : JARS.every((jar) => existsSync(jar))
      ? undefined
      : 'libtomcat10-embed-java or libtomcat10-java';
const OPENED = ['java.base/java.lang=ALL-UNNAMED', 'java.base/java.util=ALL-UNNAMED'].flatMap((one) => ['--add-opens', one]);

/** For each program and world whether its cookie is Secure; null where none is sent, undefined for a program that the compiler refuses. */
export function answersOfJava(
  programs: readonly Readonly<Record<string, string>>[],
  worlds: readonly (readonly AskedWorld[])[],
): readonly (readonly (boolean | null)[] | undefined)[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-java-'));
  const java = (
    command: string,
    args: readonly string[],
    input = '',
  ): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(command, args, {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { PATH: process.env['PATH'], HOME: folder },
    });
  try {
    copyFileSync(path.join(import.meta.dirname, 'JavaRunner.java'), path.join(folder, 'JavaRunner.java'));
    copyFileSync(path.join(import.meta.dirname, 'CompileAll.java'), path.join(folder, 'CompileAll.java'));
    copyFileSync(path.join(import.meta.dirname, '../TwoDoors.java'), path.join(folder, 'TwoDoors.java'));
    programs.forEach((files, i) => {
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, `p${i}`, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    });
    const built = java('javac', ['-nowarn', '-cp', TOMCAT, '-d', folder, 'JavaRunner.java', 'TwoDoors.java', 'CompileAll.java']);
    if (built.status !== 0) throw new Error(built.stderr);
    const compiled = java('java', ['-cp', folder, 'CompileAll', TOMCAT, ...programs.map((_, i) => `p${i}`)]);
    if (compiled.status !== 0) throw new Error(compiled.stderr);
    const refused = new Set([...compiled.stdout.matchAll(/^p(\d+)$/gm)].map(([, i]) => Number(i)));
    if (process.env['ORACLE_SHOW'] !== undefined) console.log(compiled.stderr);
    const kept = programs.flatMap((_, i) => (refused.has(i) ? [] : [i]));
    const questions = kept.flatMap((i) =>
      worlds[i]!.map(({ variables, https }) =>
        [
          path.join(folder, `p${i}`),
          https ? 'https' : 'http',
          ...Object.entries(variables).map(([name, value]) => `${name}=${value}`),
        ].join('\t'),
      ),
    );
    const run = java('java', [...OPENED, '-cp', [TOMCAT, folder].join(path.delimiter), 'JavaRunner'], `${questions.join('\n')}\n`);
    if (run.status !== 0) throw new Error(run.stderr);
    const lines = run.stdout.split('\n').values();
    return worlds.map((list, i) => (refused.has(i) ? undefined : list.map(() => secureIn(lines.next().value ?? ''))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const secureIn = (header: string): boolean | null => (header === '' ? null : isSecure(header));
