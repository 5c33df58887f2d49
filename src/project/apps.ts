/** The apps of a repository: each folder with a manifest is one, and a file belongs to the nearest above it. */
import { lockedVersion } from './locked-versions.js';
import type { WorkspaceFiles } from './workspace.js';

export interface App {
  /** Relative to the scanned root; `.` for the root itself. */
  readonly root: string;
  /** Manifest files in it. */
  readonly manifests: readonly string[];
}

const MANIFEST = /^(?:package\.json|manage\.py|Gemfile|pom\.xml|build\.gradle(?:\.kts)?|build\.sbt|composer\.json|[^/]+\.csproj|[^/]+\.vbproj|go\.mod|pyproject\.toml|requirements\.txt|Pipfile|setup\.(?:py|cfg)|Cargo\.toml|deno\.jsonc?|Web\.config|web\.config)$/;

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

  constructor(workspace: WorkspaceFiles, extraRoots: readonly string[] = []) {
    this.#workspace = workspace;
    const manifests = new Map<string, string[]>([['.', []]]);
    for (const file of workspace.files) {
      if (!MANIFEST.test(basename(file))) continue;
      const folder = dirname(file);
      const list = manifests.get(folder);
      if (list === undefined) manifests.set(folder, [file]);
      else list.push(file);
    }
    for (const root of extraRoots) if (!manifests.has(root)) manifests.set(root, []);
    for (const [root, files] of manifests) this.#apps.set(root, { root, manifests: files });
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
    for (let at = app.root; at !== '.'; ) {
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

  /** The apps of the .NET projects that an app's projects refer to, near and far: they are part of what runs. */
  references(app: App): readonly App[] {
    const before = this.#references.get(app);
    if (before !== undefined) return before;
    const found = new Set<App>([app]);
    for (const one of found) {
      for (const manifest of one.manifests) {
        if (!/proj$/.test(manifest)) continue;
        // https://learn.microsoft.com/visualstudio/msbuild/common-msbuild-project-items#projectreference
        for (const [, include = ''] of (this.#workspace.textOf(manifest) ?? '').matchAll(/<ProjectReference\s[^>]*?Include="([^"]+)"/g)) {
          const referred = this.#apps.get(dirname(joined(dirname(manifest), include.replaceAll('\\', '/'))));
          if (referred !== undefined) found.add(referred);
        }
      }
    }
    found.delete(app);
    const references = [...found];
    this.#references.set(app, references);
    return references;
  }

  /** The .NET programs that an app is part of: the projects that run and refer to it. A library's cookies are sent by them. */
  hosts(app: App): readonly App[] {
    if (!app.manifests.some((manifest) => /proj$/.test(manifest))) return [];
    return this.all().filter((one) => one !== app && this.#runs(one) && this.references(one).includes(app));
  }

  /** https://learn.microsoft.com/aspnet/core/razor-pages/web-sdk: a project of this SDK is a program, unless it says that it is a library; others are where they say so. */
  #runs(app: App): boolean {
    return app.manifests.some((manifest) => {
      const text = /proj$/.test(manifest) ? (this.#workspace.textOf(manifest) ?? '') : '';
      const output = /<OutputType>\s*(\w+)/i.exec(text)?.[1]?.toLowerCase();
      const isProgram = output === undefined ? text.includes('Sdk="Microsoft.NET.Sdk.Web"') : output.endsWith('exe');
      return isProgram && !/Microsoft\.NET\.Test\.Sdk|<IsTestProject>\s*true/i.test(text);
    });
  }

  /** The version of a package: what a lock file says is installed, else what the nearest manifest that names one asks for. */
  versionOf(app: App, name: string): string | undefined {
    const key = `${app.root}\0${name}`;
    if (!this.#versions.has(key)) this.#versions.set(key, this.#version(app, name));
    return this.#versions.get(key);
  }

  #version(app: App, name: string): string | undefined {
    const written = this.#writtenVersion(app, name);
    const locked = lockedVersion(name, this.chain(app).flatMap(({ manifests }) => manifests), (file) => this.#lockText(file));
    // In a repository of many packages, the file locks those of others too.
    return locked === undefined || (written !== undefined && majorOf(written) !== majorOf(locked)) ? written : locked;
  }

  /** go.mod's `name v1.2.3`, package.json's `"name": "^1.2.3"`. */
  #writtenVersion(app: App, name: string): string | undefined {
    const written = new RegExp(`(?<![\\w@/.-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?(?:\\s|[:=,"'^~>v])+(\\d+(?:\\.\\d+)+|\\d+(?=\\.\\*))`, 'i');
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
