/** The installed version of a package, as the lock files of the package managers write it: manifests only say what may be installed. */

interface LockFile {
  /** The manifest that it stands beside. */
  readonly manifest: RegExp;
  readonly file: string;
  /** What stands between the name and the version. `NAME` is the package. */
  readonly entry: string;
}

/**
 * https://docs.npmjs.com/cli/configuring-npm/package-lock-json, https://pnpm.io/git#lockfiles, https://yarnpkg.com/configuration/yarnrc, https://getcomposer.org/doc/01-basic-usage.md,
 * https://bundler.io/guides/rationale.html, https://python-poetry.org/docs/basic-usage, https://docs.astral.sh/uv/concepts/projects/layout, https://pipenv.pypa.io/en/latest/pipfile.html,
 * https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html, https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files, https://docs.gradle.org/current/userguide/dependency_locking.html
 */
const LOCK_FILES: readonly LockFile[] = [
  ...['package-lock.json', 'npm-shrinkwrap.json'].map((file): LockFile => ({
    manifest: /package\.json$/,
    file,
    entry: String.raw`"(?:node_modules/)?NAME":\s*\{\s*"version":\s*"`,
  })),
  {
    manifest: /package\.json$/,
    file: 'pnpm-lock.yaml',
    entry: String.raw`^[ \t]*['"]?(?:/?NAME(?:@|/)|NAME['"]?:\s*\n\s+specifier:[^\n]*\n\s+version:\s*)`,
  },
  { manifest: /package\.json$/, file: 'yarn.lock', entry: String.raw`^"?NAME@[^\n]*:\n\s+version:?\s+"?` },
  { manifest: /composer\.json$/, file: 'composer.lock', entry: String.raw`"name":\s*"NAME",\s*"version":\s*"v?` },
  { manifest: /Gemfile$/, file: 'Gemfile.lock', entry: String.raw`^ {4}NAME \(` },
  { manifest: /Cargo\.toml$/, file: 'Cargo.lock', entry: String.raw`^name = "NAME"\s*\nversion = "` },
  ...['poetry.lock', 'uv.lock'].map((file): LockFile => ({
    manifest: /pyproject\.toml$/,
    file,
    entry: String.raw`^name = "NAME"\s*\nversion = "`,
  })),
  { manifest: /Pipfile$/, file: 'Pipfile.lock', entry: String.raw`"NAME":\s*\{[^{}]*?"version":\s*"==` },
  { manifest: /proj$/, file: 'packages.lock.json', entry: String.raw`"NAME":\s*\{[^{}]*?"resolved":\s*"` },
  { manifest: /proj$/, file: 'Directory.Packages.props', entry: String.raw`<PackageVersion\s+Include="NAME"\s+Version="` },
  { manifest: /gradle(?:\.kts)?$/, file: 'gradle.lockfile', entry: String.raw`^[\w.-]+:NAME:` },
];

/** Python's package names mean the same with `-`, `_` and `.`, in any case: https://peps.python.org/pep-0503/#normalized-names */
const patternOf = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-_]/g, '[-_]');

/** By the lock files beside these manifests. */
export function lockedVersion(
  name: string,
  manifests: readonly string[],
  textOf: (file: string) => string | undefined,
): string | undefined {
  for (const manifest of manifests) {
    const folder = manifest.slice(0, manifest.lastIndexOf('/') + 1);
    for (const { manifest: beside, file, entry } of LOCK_FILES) {
      if (!beside.test(manifest)) continue;
      const text = file.endsWith('.props') ? above(folder, file, textOf) : textOf(folder + file);
      const found =
        text === undefined ? null : new RegExp(`${entry.replaceAll('NAME', patternOf(name))}(\\d+(?:\\.\\d+)*)`, 'im').exec(text);
      if (found?.[1] !== undefined) return found[1];
    }
  }
  return undefined;
}

/** MSBuild takes the nearest of the folders above: https://learn.microsoft.com/nuget/consume-packages/central-package-management */
function above(folder: string, file: string, textOf: (file: string) => string | undefined): string | undefined {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)) {
    const text = textOf(at + file);
    if (text !== undefined || at === '') return text;
  }
}
