/** The packed tarball, unpacked as an installation would have it: own files from the tarball, dependencies linked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Installed {
  /** A project folder with `node_modules/cookie-lint` in it. */
  readonly project: string;
  readonly packageFolder: string;
  readonly manifest: Readonly<Record<string, unknown>> & {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly scripts?: Readonly<Record<string, string>>;
  };
  readonly files: readonly string[];
  remove(): void;
}

interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
}

/** How long a test file waits for the one that packs. */
const PATIENCE_MS = 60_000;

/** What `npm run build` left as a tarball, and the files in it: packed once for all test files of a run, which share a temporary folder. */
export function pack(): Packed {
  const folder = path.join(tmpdir(), 'cookie-lint-packed');
  const done = path.join(folder, 'packed.json');
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    for (let waited = 0; !existsSync(done); waited += 50) {
      if (waited > PATIENCE_MS) throw new Error('the test file that packs the package did not get done', { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
    return JSON.parse(readFileSync(done, 'utf8')) as Packed;
  }
  const packed = packInto(folder);
  writeFileSync(`${done}.new`, JSON.stringify(packed));
  renameSync(`${done}.new`, done);
  return packed;
}

function packInto(folder: string): Packed {
  if (!existsSync(path.join(ROOT, 'dist/src/cli/main.js'))) throw new Error('dist/ is missing: run `npm test`, which builds first');
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ filename: string; files: { path: string }[] }];
  return { tarball: path.join(folder, packed.filename), files: packed.files.map((file) => file.path) };
}

/**
 * Unpacks the packed tarball into an empty project. Nothing is downloaded: the production dependencies
 * and the given tools are linked from this repository's own installation, and no other package can be found.
 */
export function install(tools: readonly string[] = []): Installed {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-package-'));
  const { tarball, files } = pack();
  const project = path.join(folder, 'project');
  const packageFolder = path.join(project, 'node_modules/cookie-lint');
  mkdirSync(packageFolder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', packageFolder, '--strip-components=1']);
  const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as Installed['manifest'];
  for (const name of [...Object.keys(manifest.dependencies), ...tools]) link(name, project);
  return { project, packageFolder, manifest, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function link(name: string, project: string): void {
  const target = path.join(project, 'node_modules', name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules', name), target);
}

/** Puts the command where `npm install` puts it, so that the project's own scripts and npx find it. Returns that folder. */
export function linkCommand({ project }: Installed): string {
  const folder = path.join(project, 'node_modules/.bin');
  mkdirSync(folder, { recursive: true });
  symlinkSync('../cookie-lint/dist/src/cli/main.js', path.join(folder, 'cookie-lint'));
  return folder;
}

/** Runs node in the project. */
export function node(
  installed: Installed,
  args: readonly string[],
  input?: string,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: installed.project,
    encoding: 'utf8',
    input: input ?? '',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

/** Runs the installed command. */
export const cookieLint = (installed: Installed, args: readonly string[], input?: string): ReturnType<typeof node> =>
  node(installed, [path.join(installed.packageFolder, 'dist/src/cli/main.js'), ...args], input);
