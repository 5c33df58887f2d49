/** What kind of file a path names: test, vendored, documentation, example. Paths are relative to the scanned root, with `/`. */

/** Where packages begin in languages whose folders are packages: what lies below is named by what the program is about, not by what files are for. */
const packages =
  /((?:^|\/)src\/[^/]+\/(?:java|kotlin|scala|groovy)\/).+(?=\/)|((?:^|\/)(?:com|org|net|io|edu|gov|[a-z]{2})\/)[a-z]\w*\/.*(?=\/[^/]+\.(?:java|kts?|scala|groovy)$)/;

/** The path without the packages that a file of the JVM lies in: `src/main/java/com/shop/docs/A.java` is no documentation. */
const withoutPackages = (path: string): string => path.replace(packages, '$1$2');

const testFolder =
  /(?:^|\/)(?:tests?|__tests__|specs?|test[_-]?(?:assets|projects?|sites?|data|files?|resources|pages|inputs?|cases|samples|html|responses)|e2e|cypress|playwright|mocks?|__mocks__|fixtures?|__fixtures__|testdata|test-?(?:utils?|helpers?|support|integration|integ|unit|functional|fixtures|shared)|__stories__|androidTest|integration-?tests?|unit-?tests?|functional-?tests?)\//i;
/** Words that are also what an application is about: its news stories, what a visitor may try. There they stand among its routes, or the file is no script of a story book. */
const testOrTopic = /(?:^|\/)(?:stories|try|testing)\//i;
const topics = /(?:^|\/)(?:routes?|pages|controllers?|views|areas|app)\/(?:.*\/)?(?:stories|try|testing)\//i;
const script = /\.(?:[cm]?[jt]sx?|vue|svelte|html?)$/i;

const testProject = /(?:^|\/)[^/]*[.\-_](?:(?:unit|integration|functional|e2e|acceptance)?-?tests?|specs?)\//i;
const testName =
  /(?:^|\/)(?:[^/]+\.(?:test|tests|spec|specs|cy|e2e|e2e-spec|stories|story|mock|fixture)\.[^/]+|[^/]+_test\.(?:go|py|rb|exs|dart|rs)|[^/]+_(?:spec|try)\.rb|tests?_[^/]+\.py|(?:run)?tests\.py|conftest\.py|[^/]*(?:Tests?|TestCase|Spec|IT)\.(?:java|kt|kts|scala|groovy|cs|php|vb))$/;

/** Code that runs only under a test runner or a story book: its cookies never reach a browser of a user. */
export function isTestFile(path: string): boolean {
  const place = withoutPackages(path);
  return (
    testName.test(path) ||
    testFolder.test(place) ||
    testProject.test(place) ||
    (testOrTopic.test(place) && script.test(path) && !topics.test(place))
  );
}

/** Where npm installs. A `packages/node_modules` that is committed holds the repository's own packages, so that they find each other. */
const installed = /(?:^|\/)(?<!(?:^|\/)packages\/)node_modules\//i;
const vendoredFolder =
  /(?:^|\/)(?:bower_components|jspm_packages|third[_-]?party|site-packages|\.yarn|\.pnp|\.venv|venv|\.tox|\.next|\.nuxt|\.output|\.svelte-kit|\.turbo|\.cache|\.parcel-cache|\.gradle|__pycache__)\//i;
const vendorFolder = /(?:^|\/)vendors?\//i;
/** A `vendor` folder inside the application's own code is usually about sellers, except where front-end assets lie. */
const ownVendorFolder = /(?:^|\/)(?:src|app)\/(?!(?:[^/]+\/)*(?:assets|static|public|javascripts?|js|lib)\/)(?:[^/]+\/)*vendors?\//i;
const builtAssets = /(?:^|\/)(?:public\/(?:build|packs|_next|dist|js\/dist|hot)|wwwroot\/lib|static\/(?:dist|build)|_next\/static)\//i;
/** A `bundles` folder of classes (`LeadBundle`) holds the sources of Symfony's bundles; where they are installed, their names are lower case. */
const builtScript = /(?:^|\/)(?:dist|[Bb]undles?)\/(?!(?:[^/]+\/)*[A-Z]\w*Bundle\/).*\.(?:m|c)?jsx?$/;
const bundleName = /(?:[.-]min|[.-]bundle|[.-]pack|[.-]chunk|-\d+\.\d+(?:\.\d+)?|[.-](?=[0-9a-f]*\d)[0-9a-f]{8,})\.(?:m|c)?js$/i;

/** `ajax/libs/bootstrap-table/` of the public mirrors, the folders of CodeMirror, `ckeditor-4.19.0/`: a release that was unpacked. */
const versionedFolder = /(?:^|\/)(?:ajax\/libs|codemirror\/(?:mode|addon|keymap)|[a-z][\w.]*-v?\d+\.\d+\.\d+)\/.*\.(?:m|c)?js$/i;

/** Code that others wrote or a build step made: the remedy is not in this file. */
export function isVendoredFile(path: string): boolean {
  return (
    vendoredFolder.test(path) ||
    installed.test(path) ||
    (vendorFolder.test(path) && !ownVendorFolder.test(path)) ||
    builtAssets.test(path) ||
    versionedFolder.test(path) ||
    builtScript.test(path) ||
    bundleName.test(path)
  );
}

/** Longer lines are written by a program, or are data. */
const LONG_LINE = 1_000;

/** What makes a line long without making it code: an image in base64, a cookie with an endless name, indentation. */
const ONE_WORD = /[\w+/=-]{200,}|\s{200,}/g;

/** How much code a line holds. */
const lengthOf = (line: string, suspect: number): number => (line.length > suspect ? line.replace(ONE_WORD, ' ') : line).length;

/** Minified or generated text that nobody edits: nearly all of it stands in lines of over 1,000 characters. */
export function isMinified(text: string): boolean {
  if (text.length < 5_000) return false;
  let [all, inLongLines] = [0, 0];
  for (const line of text.split('\n')) {
    const length = lengthOf(line, LONG_LINE);
    all += length + 1;
    if (length > LONG_LINE) inLongLines += length;
  }
  return inLongLines > all * 0.8;
}

/** About the longest line that people write. Minifiers that break lines do it near 1,000 characters, so some of theirs are shorter than that. */
const WRITTEN_LINE = 300;

/** A licence, which names what the minified code below it is, or a line that is a comment. */
const LINE_COMMENTS = /^[ \t]*(?:\/\*(?:(?!\n[ \t]*\/\*)[^])*?\*\/|<!--(?:(?!\n[ \t]*<!--)[^])*?-->|\/\/.*)/gm;

/** What stands in lines of a usual length beside the long lines of a text, without comments: the code around an embedded image, or around one endless expression. */
export function besideLongLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => lengthOf(line, WRITTEN_LINE) <= WRITTEN_LINE)
    .join('\n')
    .replace(LINE_COMMENTS, '');
}

const prose = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|ipynb)$/i;
const documentationFolder = /(?:^|\/)(?:docs?|documentation|website\/docs)\//i;
/** A part of a program that is about documents: `app/controllers/docs/`, `internal/docs/`. */
const ownDocs = /(?:^|\/)(?:src|app|lib|internal|pkg|cmd|routes?|pages|controllers?|areas|views)\/(?:.*\/)?(?:docs?|documentation)\//i;

/** Prose about code, not code that runs. */
export function isDocumentation(path: string): boolean {
  const place = withoutPackages(path);
  return prose.test(path) || (documentationFolder.test(place) && !ownDocs.test(place));
}

/** Whether what stands in a file may reach a user: tests and documentation do not. */
export const runsInProduction = (path: string): boolean => !isTestFile(path) && !isDocumentation(path);

const example =
  /(?:^|\/)(?:examples?|samples?|demos?|playgrounds?|sandbox|tutorials?|quickstarts?|templates?-examples?|benchmarks?)\/|\.(?:example|sample|dist|tmpl|template)(?:\.[^/.]+)?$|(?:^|\/)(?:example|sample)[.\-_][^/]*$/i;

/** A file to copy or to learn from; what production runs may differ. */
export function isExampleFile(path: string): boolean {
  return example.test(withoutPackages(path));
}

const lockfile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Gemfile\.lock|poetry\.lock|Pipfile\.lock|uv\.lock|Cargo\.lock|go\.sum|packages\.lock\.json|gradle\.lockfile|flake\.lock)$/;

/** Written by a package manager. */
export function isLockfile(path: string): boolean {
  return lockfile.test(path);
}

const binary =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|svgz|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|mov|avi|ogg|wav|flac|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|ear|aar|class|so|dylib|dll|exe|pdb|o|a|lib|wasm|node|pyc|pyo|phar|sqlite3?|db|mdb|parquet|npy|onnx|pt|bin|dat|keystore|jks|p12|pfx|snk|nupkg|apk|ipa|dmg|iso|docx?|xlsx?|pptx?|map)$/i;

/** By its name not text (or a source map): never opened. */
export function isBinaryName(path: string): boolean {
  return binary.test(path);
}

const dependencyList =
  /(?:^|\/)(?:package\.json|composer\.json|Cargo\.toml|go\.mod|go\.work|Gemfile|[^/]+\.gemspec|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|build\.sbt|[^/]+\.(?:cs|fs|vb)proj|Directory\.Packages\.props|packages\.config|Pipfile|setup\.(?:py|cfg)|pyproject\.toml|requirements[^/]*\.(?:txt|in))$/;

/** Names the libraries that a program is built with. */
export function isDependencyList(path: string): boolean {
  return dependencyList.test(path);
}
