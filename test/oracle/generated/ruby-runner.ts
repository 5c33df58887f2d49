/** What generated Ruby programs send, by the Ruby that is installed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AskedWorld } from './asked-worlds.js';
import type { RubyCall } from './ruby-programs.js';

const REQUIRED: Readonly<Record<RubyCall['framework'], string>> = {
  rack: 'rack',
  sinatra: 'sinatra/base',
  rails: 'action_controller/railtie',
};

export const hasRuby = (framework: RubyCall['framework']): boolean =>
  spawnSync('ruby', ['-e', `require "logger"; require "${REQUIRED[framework]}"`]).status === 0;

/** For each program and world whether its cookie is Secure; null where none is sent. */
export function answersOfRuby(
  framework: RubyCall['framework'],
  programs: readonly Readonly<Record<string, string>>[],
  worlds: readonly (readonly AskedWorld[])[],
): readonly (readonly (boolean | null)[])[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-ruby-'));
  try {
    const mains = programs.map((files, i) => {
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, `p${i}`, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      return path.join(folder, `p${i}`, framework === 'rails' ? 'app/controllers/pages_controller.rb' : 'app.rb');
    });
    const input = JSON.stringify({ folder, framework, programs: mains.map((main, i) => ({ main, worlds: worlds[i] })) });
    const run = spawnSync('ruby', [path.join(import.meta.dirname, 'ruby-runner.rb')], {
      input,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { PATH: process.env['PATH'], HOME: folder },
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as (boolean | null)[][];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
