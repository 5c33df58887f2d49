/**
 * The only place that starts git, and the only one in this program that starts any process.
 *
 * Git's own settings name programs to run: filters, text converters, monitors, hooks, transports. Those of the repository that
 * is looked at are a stranger's, so every call is made such that none of them can be started:
 *
 * - no file of the work tree is ever compared, hashed or checked out by git, which is what runs `filter.*.clean`, `.smudge` and
 *   `.process`; `changes.ts` reads the work tree itself;
 * - no transport is allowed, so that a missing object is an error and not a fetch (`core.sshCommand`, `ext::`, `remote.*.vcs`);
 * - a folder that looks like a bare repository, but is part of a work tree, is not believed;
 * - the repository's monitor, hooks, pager, external diff, converters, credential helpers and signature program are off.
 *
 * What the user's own and the system's settings say still holds where it starts nothing: excluded files and trusted folders.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { statOf } from '../files/look.js';
import { endlessIgnoreFiles, endlessInRepository } from './endless.js';

export interface GitOutput {
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  /** Bytes for standard input. */
  readonly input?: string;
  /** The folder is a repository inside the one that was asked about: what the caller's environment says of the outer one does not hold there. */
  readonly nested?: true;
}

/** Settings that win over those of any file. Empty or impossible programs, should a way to them be left. */
const SETTINGS = [
  'protocol.allow=never',
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'core.gitProxy=false',
  'core.askPass=',
  'core.pager=cat',
  'core.editor=false',
  'core.alternateRefsCommand=false',
  'credential.helper=',
  'diff.external=',
  'gpg.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'log.showSignature=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // Files that stand where a sparse index has only a folder would make git read, and so fetch, that folder's objects.
  'sparse.expectFilesOutsideOfPatterns=true',
  'core.quotePath=false',
];

/** What of the caller's `GIT_*` variables is kept: where git and its own settings are, and which index and objects a hook works on. */
const KEPT = /^GIT_(?:CONFIG_\w+|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;
const KEPT_OF_A_HOOK = /^GIT_(?:INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|QUARANTINE_PATH)$/;

/** No answer takes so long. */
const PATIENCE_MS = 120_000;

/** After so long it is looked whether git waits for a file that never ends: to look each time would cost more than git does. */
const SUSPICION_MS = 2_000;

const MOST_BYTES = 1 << 30;

/** The option by which git reads the files that say what is ignored. */
export const READS_IGNORED = '--exclude-standard';

/** Runs git in `folder`; undefined when it fails: no git, no work tree, not trusted, an object that is not there. */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<GitOutput | undefined> {
  const call = callOf(folder, args, options);
  if (call === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = execFile(call.program, call.args, { ...call.options, encoding: 'buffer' }, (error, stdout, stderr) => {
      clearTimeout(suspicion);
      resolve(error === null ? { stdout, stderr: stderr.toString('utf8') } : undefined);
    });
    const suspicion = setTimeout(() => {
      if (waitsForever(folder, args)) child.kill('SIGKILL');
    }, SUSPICION_MS);
    // A git that failed before it read everything is no failure of ours.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}

/** The same for hosts that can't wait. */
export function gitSync(folder: string, args: readonly string[], options: GitOptions = {}): GitOutput | undefined {
  const call = callOf(folder, args, options);
  if (call === undefined) return undefined;
  const run = (timeout: number): ReturnType<typeof spawnSync> =>
    spawnSync(call.program, call.args, { ...call.options, timeout, killSignal: 'SIGKILL', input: options.input ?? '' });
  let ran = run(SUSPICION_MS);
  // Only an answer that was asked for in vain is asked for again.
  if (isTimeout(ran.error)) {
    if (waitsForever(folder, args)) return undefined;
    ran = run(PATIENCE_MS);
  }
  const { status, stdout, stderr } = ran as { readonly status: number | null; readonly stdout: Buffer; readonly stderr: Buffer };
  return status === 0 ? { stdout, stderr: stderr.toString('utf8') } : undefined;
}

const isTimeout = (error: Error | undefined): boolean => (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';

/** What git was found waiting for, by the folder that it was asked about. */
const endless = new Map<string, readonly string[]>();

/** The files that never end of those that say what a folder ignores, once git was found waiting for one; relative to the folder. */
export const endlessUnder = (folder: string): readonly string[] => endless.get(path.resolve(folder)) ?? [];

function waitsForever(folder: string, args: readonly string[]): boolean {
  if (!args.includes(READS_IGNORED)) return false;
  const found = endlessIgnoreFiles(folder);
  if (found.length > 0) endless.set(path.resolve(folder), found);
  else endless.delete(path.resolve(folder));
  return found.length > 0;
}

/** The records of output that was asked for with `-z`. */
export function records(stdout: Buffer): string[] {
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((record) => record !== '');
}

interface GitCall {
  readonly program: string;
  readonly args: string[];
  readonly options: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly maxBuffer: number;
    readonly timeout: number;
    readonly windowsHide: true;
  };
}

function callOf(folder: string, args: readonly string[], { nested }: GitOptions): GitCall | undefined {
  const program = gitProgram(process.env);
  // A file may have taken a pipe's place since git waited for it.
  const isInVain = endless.has(path.resolve(folder)) && waitsForever(folder, args);
  // Git before 2.38 does not know `safe.bareRepository`.
  const isRefused =
    !args.some((arg) => arg.startsWith('--git-dir=')) && (endlessInRepository(folder) !== undefined || liesInBareRepository(folder));
  if (program === undefined || isInVain || isRefused) return undefined;
  return {
    program,
    args: ['--no-pager', '--literal-pathspecs', ...SETTINGS.flatMap((setting) => ['-c', setting]), ...args],
    options: {
      cwd: folder,
      env: environment(process.env, nested === true),
      maxBuffer: MOST_BYTES,
      timeout: PATIENCE_MS,
      windowsHide: true,
    },
  };
}

function environment(own: NodeJS.ProcessEnv, nested: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(
    ([name]) => !name.toUpperCase().startsWith('GIT_') || KEPT.test(name) || (!nested && KEPT_OF_A_HOOK.test(name)),
  );
  return {
    ...Object.fromEntries(kept),
    // An empty list of transports; unlike `protocol.allow` no file can add to it.
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_FLUSH: '0',
    LC_ALL: 'C',
  };
}

let found: { readonly searched: string | undefined; readonly program: string | undefined } | undefined;

/** Git by its absolute path: a `PATH` with `.` in it, and Windows always, would find a `git` that lies in the repository itself. */
function gitProgram(own: NodeJS.ProcessEnv): string | undefined {
  const searched = own['PATH'] ?? own['Path'];
  if (found?.searched !== searched || found === undefined) {
    const name = process.platform === 'win32' ? 'git.exe' : 'git';
    const folders = (searched ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
    found = { searched, program: folders.map((folder) => path.join(folder, name)).find(isFile) };
  }
  return found.program;
}

/** Whether git would take a committed folder with the files of a bare repository for one: nearer than any `.git`. */
function liesInBareRepository(folder: string): boolean {
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    if (existsSync(path.join(here, '.git', 'HEAD')) || isFile(path.join(here, '.git'))) return false;
    if (['HEAD', 'objects', 'refs'].every((name) => existsSync(path.join(here, name)))) return true;
    if (path.dirname(here) === here) return false;
  }
}

const isFile = (file: string): boolean => statOf(file)?.isFile() === true;
