/** How the manifest of each build tool names its module, and the other modules of the repository that its program is built from. */

/** Another module, by the name that its own manifest gives it, by its folder, or by a folder below one of those around the manifest. */
export type ModuleReference = { readonly name: string } | { readonly folder: string } | { readonly below: string };

export interface BuildTool {
  /** The base names of its manifests. */
  readonly manifest: RegExp;
  /** What other modules call this one by. */
  nameIn?(text: string): string | undefined;
  /** The modules that what runs in production is built from; those of tests and of the build are not among them. */
  referencesIn(text: string): readonly ModuleReference[];
  /** Whether the module is a program of its own, which the cookies of its libraries are sent by. `has`: whether a file lies in its folder. */
  isProgram(text: string, has: (file: string) => boolean): boolean;
  /** Whether programs that are not in the repository are built from the module too. */
  isPublished?(text: string): boolean;
}

const first = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];
const all = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const named = (names: readonly string[]): ModuleReference[] => names.map((name) => ({ name }));

/** https://learn.microsoft.com/visualstudio/msbuild/common-msbuild-project-items#projectreference */
const msbuild: BuildTool = {
  manifest: /^[^/]+\.(?:cs|vb)proj$/,
  referencesIn: (text) =>
    all(/<ProjectReference\s[^<>]*?Include="([^"]+)"/g, text).map((include) => ({ folder: folderOf(include.replaceAll('\\', '/')) })),
  // https://learn.microsoft.com/aspnet/core/razor-pages/web-sdk: a project of this SDK is a program, unless it says that it is a library.
  isProgram: (text) => {
    const output = first(/<OutputType>\s*(\w+)/i, text)?.toLowerCase();
    const runs = output === undefined ? text.includes('Sdk="Microsoft.NET.Sdk.Web"') : output.endsWith('exe');
    return runs && !/Microsoft\.NET\.Test\.Sdk|<IsTestProject>\s*true/i.test(text);
  },
};

/** https://maven.apache.org/pom.html: what a module inherits, manages or builds with is no part of it. */
const maven: BuildTool = {
  manifest: /^pom\.xml$/,
  nameIn: (text) =>
    first(
      /<artifactId>\s*([^<\s]+)/,
      text.replace(/<(parent|dependencies|dependencyManagement|build|profiles|reporting)>(?:(?!<\1>).)*?<\/\1>/gs, ''),
    ),
  referencesIn: (text) =>
    named(
      all(/<dependency>(.*?)<\/dependency>/gs, text.replace(/<(dependencyManagement|build|reporting)>.*?<\/\1>/gs, ''))
        .filter((dependency) => !/<scope>\s*test/.test(dependency))
        .flatMap((dependency) => all(/<artifactId>\s*([^<\s]+)/g, dependency).slice(0, 1)),
    ),
  isProgram: (text) =>
    /<packaging>\s*war|spring-boot-maven-plugin|quarkus-maven-plugin|maven-shade-plugin|jib-maven-plugin|<mainClass>/.test(text),
};

/** https://docs.gradle.org/current/userguide/multi_project_builds.html: `project(':shop:core')`, `projects.shop.core`. */
const gradle: BuildTool = {
  manifest: /^build\.gradle(?:\.kts)?$/,
  referencesIn: (text) =>
    all(/^[ \t]*(?:implementation|api|compile|runtimeOnly|compileOnly|runtime|providedCompile)\b([^\n]*)/gm, text).flatMap((line) => [
      ...all(/\bproject\s*\(\s*(?:path\s*[:=]\s*)?["']:?([\w.:-]+)["']/g, line).map((path) => ({ below: path.replaceAll(':', '/') })),
      ...all(/\bprojects\.([\w.]+)/g, line).map((path) => ({
        below: path.replaceAll('.', '/').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      })),
    ]),
  isProgram: (text) =>
    /org\.springframework\.boot|\bio\.quarkus\b|["'`]?\b(?:application|war)\b["'`]?\s*(?:\)|$)|com\.google\.cloud\.tools\.jib|\bmainClass/m.test(
      text,
    ),
};

/** A manifest in JSON; nothing where it is not well-formed, as its own tool refuses it. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const nameIn = (text: string): string | undefined => {
  const { name } = parsed(text);
  return typeof name === 'string' ? name : undefined;
};

const requiredIn = (text: string, lists: readonly string[]): ModuleReference[] => {
  const manifest = parsed(text);
  return named(lists.flatMap((list) => Object.keys(manifest[list] ?? {})));
};

/** https://docs.npmjs.com/cli/configuring-npm/package-json */
const npm: BuildTool = {
  manifest: /^package\.json$/,
  nameIn,
  referencesIn: (text) => requiredIn(text, ['dependencies', 'peerDependencies', 'optionalDependencies']),
  isProgram: (text) =>
    parsed(text)['private'] === true && Object.keys(parsed(text)['scripts'] ?? {}).some((script) => /^start\b/.test(script)),
  isPublished: (text) => parsed(text)['private'] !== true,
};

/** https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#path-dependencies */
const cargo: BuildTool = {
  manifest: /^Cargo\.toml$/,
  nameIn: (text) => first(/^\[package\][^[]*?^name\s*=\s*["']([^"']+)/ms, text),
  referencesIn: (text) =>
    named(
      all(/^\[(?:target\.[^\n]*\.)?dependencies\]\s*?\n((?:(?!\[)[^\n]*\n?)*)/gm, text).flatMap((list) =>
        all(/^([\w-]+)(?:\.workspace)?\s*=/gm, list),
      ),
    ),
  isProgram: (text, has) => has('src/main.rs') || /^\[\[bin\]\]/m.test(text),
};

/** https://getcomposer.org/doc/04-schema.md#require */
const composer: BuildTool = {
  manifest: /^composer\.json$/,
  nameIn,
  referencesIn: (text) => requiredIn(text, ['require']),
  isProgram: (text) => parsed(text)['type'] === 'project',
};

/** https://bundler.io/guides/gemfile.html: `gem 'shop', path: 'engines/shop'`. */
const bundler: BuildTool = {
  manifest: /^Gemfile$/,
  referencesIn: (text) => all(/\bpath:?\s*(?:=>\s*)?["']([^"']+)["']/g, text).map((folder) => ({ folder })),
  isProgram: (_text, has) => has('config.ru') || has('config/application.rb'),
};

/** https://go.dev/ref/mod#go-mod-file-require */
const go: BuildTool = {
  manifest: /^go\.mod$/,
  nameIn: (text) => first(/^module\s+(\S+)/m, text),
  referencesIn: (text) => named(all(/^(?:require\s+|[\t ]+)([\w.-]+\/\S+)\s+v/gm, text)),
  isProgram: (_text, has) => has('main.go'),
};

const pythonReferences = (text: string): ModuleReference[] => [
  ...all(/\bpath\s*=\s*["']([^"']+)["']/g, text).map((folder) => ({ folder })),
  ...all(/^(?:-e\s+|file:)(\.{1,2}\/[\w./-]+)/gm, text).map((folder) => ({ folder })),
  ...named(all(/^([\w-]+)\s*=\s*\{\s*workspace\s*=\s*true/gm, text)),
];

/** https://python-poetry.org/docs/dependency-specification/#path-dependencies, https://docs.astral.sh/uv/concepts/projects/workspaces/ */
const python: BuildTool = {
  manifest: /^(?:pyproject\.toml|requirements\.txt)$/,
  nameIn: (text) => first(/^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*["']([^"']+)/ms, text),
  referencesIn: pythonReferences,
  isProgram: (_text, has) => has('manage.py') || has('app.py') || has('main.py') || has('wsgi.py'),
};

const TOOLS: readonly BuildTool[] = [msbuild, maven, gradle, npm, cargo, composer, bundler, go, python];

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

/** The build tool that a manifest (its base name) is for. */
export const buildToolOf = (manifest: string): BuildTool | undefined => TOOLS.find((tool) => tool.manifest.test(manifest));
