/** The apps of a repository: each folder with a manifest is one, and a file belongs to the nearest above it. */
import { lockedVersion } from './locked-versions.js';
import { buildToolOf, type BuildTool, type ModuleReference } from './modules.js';
import type { WorkspaceFiles } from './workspace.js';

export interface App {
  /** Relative to the scanned root; `.` for the root itself. */
  readonly root: string;
  /** Manifest files in it. */
  readonly manifests: readonly string[];
}

const MANIFEST =
  /^(?:package\.json|manage\.py|Gemfile|pom\.xml|build\.gradle(?:\.kts)?|build\.sbt|composer\.json|[^/]+\.csproj|[^/]+\.vbproj|go\.mod|pyproject\.toml|requirements\.txt|Pipfile|setup\.(?:py|cfg)|Cargo\.toml|deno\.jsonc?|Web\.config|web\.config)$/;

/** Folders whose manifests describe tests or examples of the app around them, not apps. */
const dirname = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A path relative to a folder; `..` goes up. */
function joined(folder: string, relative: string): string {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const majorOf = (version: string): string => version.split('.')[0] ?? version;

export class Apps {
  readonly #apps = new Map<string, App>();
  readonly #of = new Map<string, App>();
  readonly #workspace: WorkspaceFiles;
  readonly #packages = new Map<string, boolean>();
  readonly #versions = new Map<string, string | undefined>();
  readonly #locks = new Map<string, string | undefined>();
  readonly #references = new Map<App, readonly App[]>();
  readonly #direct = new Map<App, readonly App[]>();
  readonly #isProduction: (file: string) => boolean;
  #named: ReadonlyMap<BuildTool, ReadonlyMap<string, App>> | undefined;
  #hosts: Map<App, App[]> | undefined;

  /** `isProduction`: whether what a file (a path relative to the root) belongs to is a program that users meet, not a test or an example. */
  constructor(workspace: WorkspaceFiles, extraRoots: readonly string[] = [], isProduction: (file: string) => boolean = () => true) {
    this.#workspace = workspace;
    this.#isProduction = isProduction;
    const manifests = new Map<string, string[]>([['.', []]]);
    for (const file of workspace.files) {
      if (!MANIFEST.test(basename(file)) || !this.#isManifest(file)) continue;
      const folder = dirname(file);
      const list = manifests.get(folder);
      if (list === undefined) manifests.set(folder, [file]);
      else list.push(file);
    }
    for (const root of extraRoots) if (!manifests.has(root)) manifests.set(root, []);
    for (const [root, files] of manifests) this.#apps.set(root, { root, manifests: files });
  }

  /** Programs of any kind may be called `setup.py`; the one that describes a package calls `setup()`. */
  #isManifest(file: string): boolean {
    return (
      basename(file) !== 'setup.py' ||
      /\b(?:setuptools|distutils|skbuild|setup)\b(?:(?!\b(?:setuptools|distutils|skbuild|setup)\b)[^])*\bsetup\(/.test(
        this.#workspace.textOf(file) ?? '',
      )
    );
  }

  /** The app of a file. */
  of(file: string): App {
    const folder = dirname(file);
    const before = this.#of.get(folder);
    if (before !== undefined) return before;
    let at = folder;
    while (at !== '.' && !this.#apps.has(at)) at = dirname(at);
    const app = this.#apps.get(at)!;
    this.#of.set(folder, app);
    return app;
  }

  /** The app and those around it, nearest first. */
  chain(app: App): readonly App[] {
    const chain = [app];
    for (let at = app.root; at !== '.';) {
      at = dirname(at);
      const outer = this.#apps.get(at);
      if (outer !== undefined) chain.push(outer);
    }
    return chain;
  }

  all(): readonly App[] {
    return [...this.#apps.values()];
  }

  /** Whether a manifest of the app, or of an app around it, names one of the packages. */
  hasPackage(app: App, packages: readonly string[]): boolean {
    return this.chain(app).some((one) => packages.some((name) => this.#names(one, name)));
  }

  /** The apps that an app's manifests say it is built from, near and far: they are part of what runs. */
  references(app: App): readonly App[] {
    let references = this.#references.get(app);
    if (references === undefined) {
      const found = new Set<App>([app]);
      for (const one of found) for (const other of this.#referredBy(one)) found.add(other);
      found.delete(app);
      this.#references.set(app, (references = [...found]));
    }
    return references;
  }

  #referredBy(app: App): readonly App[] {
    let direct = this.#direct.get(app);
    if (direct === undefined) {
      const referred = this.#builds(app).flatMap(({ tool, text }) =>
        tool.referencesIn(text).map((reference) => this.#module(reference, tool, app)),
      );
      this.#direct.set(app, (direct = [...new Set(referred)].filter((other): other is App => other !== undefined && other !== app)));
    }
    return direct;
  }

  /** The manifests of an app that a build tool reads. */
  #builds(app: App): { readonly tool: BuildTool; readonly text: string }[] {
    return app.manifests.flatMap((manifest) => {
      const tool = buildToolOf(basename(manifest));
      return tool === undefined ? [] : [{ tool, text: this.#workspace.textOf(manifest) ?? '' }];
    });
  }

  #module(reference: ModuleReference, tool: BuildTool, from: App): App | undefined {
    if ('folder' in reference) return this.#apps.get(joined(from.root, reference.folder) || '.');
    if ('name' in reference) return this.#modulesByName().get(tool)?.get(reference.name);
    return this.chain(from)
      .map((around) => this.#apps.get(joined(around.root, reference.below)))
      .find((found) => found !== undefined);
  }

  #modulesByName(): ReadonlyMap<BuildTool, ReadonlyMap<string, App>> {
    if (this.#named !== undefined) return this.#named;
    const named = new Map<BuildTool, Map<string, App>>();
    for (const app of this.#apps.values()) {
      for (const { tool, text } of this.#builds(app)) {
        const name = tool.nameIn?.(text);
        if (name === undefined) continue;
        let names = named.get(tool);
        if (names === undefined) named.set(tool, (names = new Map<string, App>()));
        if (!names.has(name)) names.set(name, app);
      }
    }
    return (this.#named = named);
  }

  /** The programs of the repository that an app is part of. A library's cookies are sent by them. */
  hosts(app: App): readonly App[] {
    if (this.#hosts === undefined) {
      this.#hosts = new Map();
      for (const host of this.#apps.values()) {
        if (!this.#isProgram(host)) continue;
        for (const library of this.references(host)) {
          const hosts = this.#hosts.get(library);
          if (hosts === undefined) this.#hosts.set(library, [host]);
          else hosts.push(host);
        }
      }
    }
    return this.#builds(app).some(({ tool, text }) => tool.isPublished?.(text) === true) ? [] : (this.#hosts.get(app) ?? []);
  }

  #isProgram(app: App): boolean {
    const has = (file: string): boolean => this.#workspace.has(app.root === '.' ? file : `${app.root}/${file}`);
    return (
      this.#builds(app).some(({ tool, text }) => tool.isProgram(text, has)) &&
      app.manifests.every((manifest) => this.#isProduction(manifest))
    );
  }

  /** The version of a package: what a lock file says is installed, else what the nearest manifest that names one asks for. */
  versionOf(app: App, name: string): string | undefined {
    const key = `${app.root}\0${name}`;
    if (!this.#versions.has(key)) this.#versions.set(key, this.#version(app, name));
    return this.#versions.get(key);
  }

  #version(app: App, name: string): string | undefined {
    const written = this.#writtenVersion(app, name);
    const locked = lockedVersion(
      name,
      this.chain(app).flatMap(({ manifests }) => manifests),
      (file) => this.#lockText(file),
    );
    // In a repository of many packages, the file locks those of others too.
    return locked === undefined || (written !== undefined && majorOf(written) !== majorOf(locked)) ? written : locked;
  }

  /** go.mod's `name v1.2.3`, package.json's `"name": "^1.2.3"`. */
  #writtenVersion(app: App, name: string): string | undefined {
    const written = new RegExp(
      `(?<![\\w@/.-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?(?:\\s|[:=,"'^~>v])+(\\d+(?:\\.\\d+)+|\\d+(?=\\.\\*))`,
      'i',
    );
    for (const one of this.chain(app)) {
      for (const manifest of one.manifests) {
        const found = written.exec(this.#workspace.textOf(manifest) ?? '');
        if (found?.[1] !== undefined) return found[1];
      }
    }
    return undefined;
  }

  #lockText(file: string): string | undefined {
    if (!this.#locks.has(file)) this.#locks.set(file, this.#workspace.unlistedTextOf?.(file));
    return this.#locks.get(file);
  }

  #names(app: App, name: string): boolean {
    const key = `${app.root}\0${name}`;
    let named = this.#packages.get(key);
    if (named === undefined) {
      const word = new RegExp(`(?<![\\w@/.-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w/-])`, 'i');
      named = app.manifests.some((manifest) => word.test(this.#workspace.textOf(manifest) ?? ''));
      this.#packages.set(key, named);
    }
    return named;
  }
}
