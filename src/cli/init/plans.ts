/** What `init` would write into a project: plans over what is there, made without touching it. */
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Edit } from '../../cookies/finding.js';
import { toolName } from '../surroundings.js';

export interface Project {
  readonly frameworks: readonly string[];
  /** The tool's own version, to pin. */
  readonly version: string;
  readonly hasConfig: boolean;
  /** `git remote -v`. */
  readonly remotes: string;
  readonly exists: (file: string) => boolean;
  readonly read: (file: string) => string | undefined;
}

export type Plan =
  /** Edits of a file; `before` is undefined for a new one. */
  | { readonly kind: 'file'; readonly file: string; readonly before: string | undefined; readonly edits: readonly Edit[] }
  /** What the user has to do by hand. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'done' };

const done: Plan = { kind: 'done' };

function newFile(file: string, text: string): Plan {
  return { kind: 'file', file, before: undefined, edits: [{ start: 0, end: 0, text }] };
}

/** The configuration: nothing has to be in it, so it mostly says what could be. */
export function configuration(project: Project): Plan {
  if (project.hasConfig) return done;
  const schema = project.exists('package.json') ? `# yaml-language-server: $schema=./node_modules/${toolName}/schemas/config.schema.json\n` : '';
  return newFile(
    `${toolName}.config.yaml`,
    `${schema}# ${toolName} needs no configuration; every line here may go.
# always: Secure everywhere. fail-closed: Secure unless the environment is known to be development.
fixStyle: always

# Files that are not looked at, as globs.
ignores: []

# Severities: rules by framework or surface, problems by name (off, note, warning, error).
# problems:
#   request-conditional: error

# Environment variables whose production value is known.
# environment:
#   NODE_ENV: production
`,
  );
}

/** The pre-commit hook, added to the hooks that are there. */
export function commitHook(project: Project): Plan {
  const file = '.pre-commit-config.yaml';
  const before = project.read(file);
  const how = project.exists('package.json')
    ? ['language: system', `entry: npx --no-install ${toolName}`]
    : ['language: node', `entry: ${toolName}`, `additional_dependencies: ['${toolName}@${project.version}']`];
  const lines = ['- repo: local', '  hooks:', `    - id: ${toolName}`, '      name: cookies without Secure', ...how.map((line) => `      ${line}`), '      types: [text]'];
  if (before === undefined) return newFile(file, `repos:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  if (before.includes(toolName)) return done;
  const document = parseDocument(before);
  const repos = isMap(document.contents) ? (document.contents as YAMLMap).items.find(({ key }) => isScalar(key) && key.value === 'repos')?.value : undefined;
  const last = isSeq(repos) ? (repos.items.at(-1) as { range?: [number, number, number] } | undefined) : undefined;
  if (document.errors.length > 0 || !isSeq(repos) || repos.flow === true || last?.range === undefined) return { kind: 'note', text: `Add to \`repos\` in ${file}:\n${lines.join('\n')}` };
  const end = last.range[1];
  const indent = indentOf(before, (repos.items[0] as { range: [number, number, number] }).range[0]);
  const text = lines.map((line) => `${indent}${line}\n`).join('');
  return { kind: 'file', file, before, edits: [insertAfterLine(before, end, text)] };
}

/** The spaces before the dash of the list item that holds `offset`. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\s*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Inserts whole lines after the line in which `end` lies. */
function insertAfterLine(text: string, end: number, lines: string): Edit {
  if (end > 0 && text[end - 1] === '\n') return { start: end, end, text: lines };
  const next = text.indexOf('\n', end);
  return next < 0 ? { start: text.length, end: text.length, text: `\n${lines}` } : { start: next + 1, end: next + 1, text: lines };
}

/** The ESLint plugin, put into a flat configuration of a known form; else the lines to add by hand. */
export function eslintLines(project: Project): Plan {
  const file = ['eslint.config.js', 'eslint.config.mjs', 'eslint.config.ts', 'eslint.config.mts', 'eslint.config.cjs'].find(project.exists);
  const before = file === undefined ? undefined : project.read(file);
  if (file === undefined || before === undefined || before.includes(`${toolName}/eslint-plugin`)) return done;
  const byHand: Plan = { kind: 'note', text: `Add to ${file}:\n  import cookieLint from '${toolName}/eslint-plugin';\n  …\n  cookieLint.configs.recommended,` };
  const list = /export default (?:defineConfig\(|tseslint\.config\(|antfu\()?\s*\[/.exec(before);
  if (list === null) return byHand;
  const open = list.index + list[0].length;
  const after = before.slice(open);
  const indent = /^\s*\n([ \t]+)/.exec(after)?.[1];
  const quote = before.includes('"') && !before.includes("'") ? '"' : "'";
  const semicolon = /^import .*;$/m.test(before) || !/^import /m.test(before) ? ';' : '';
  const lastImport = [...before.matchAll(/^import .*(?:\r?\n|$)/gm)].at(-1);
  const at = lastImport === undefined ? 0 : lastImport.index + lastImport[0].length;
  const entry = indent === undefined ? `cookieLint.configs.recommended${/^\s*\]/.test(after) ? '' : ', '}` : `\n${indent}cookieLint.configs.recommended,`;
  return { kind: 'file', file, before, edits: [{ start: at, end: at, text: `import cookieLint from ${quote}${toolName}/eslint-plugin${quote}${semicolon}\n` }, { start: open, end: open, text: entry }] };
}

/** A job for the CI service that the repository uses. */
export function ciJob(project: Project): Plan {
  if (project.exists('.gitlab-ci.yml')) return gitlabJob(project);
  if (!project.exists('.github') && !/github\.com/.test(project.remotes)) return { kind: 'note', text: `In CI, run \`npx ${toolName}\`; it ends with 1 when there are errors.` };
  const file = `.github/workflows/${toolName}.yml`;
  if (project.exists(file)) return done;
  const install = project.exists('package-lock.json') ? '      - run: npm ci\n' : '';
  return newFile(
    file,
    `name: ${toolName}
on: [push, pull_request]
permissions:
  contents: read
jobs:
  cookies:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${install}      - run: npx ${toolName}${install === '' ? `@${project.version}` : ''} --format github --format pretty
`,
  );
}

function gitlabJob(project: Project): Plan {
  const file = '.gitlab-ci.yml';
  const before = project.read(file);
  if (before === undefined || before.includes(toolName)) return done;
  const job = `
${toolName}:
  image: node:22
  script:
    - npx ${toolName}@${project.version} --format pretty --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
  return { kind: 'file', file, before, edits: [{ start: before.length, end: before.length, text: before.endsWith('\n') || before === '' ? job : `\n${job}` }] };
}
