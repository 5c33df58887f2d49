/** `npm run new -- python/myframework`: writes the skeleton of a rule module, of its examples and of a fixture, and their lines in the catalogue. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Folder of the rule → the languages it reads, and how a fixture of it begins. */
const LANGUAGES: Readonly<Record<string, { readonly ids: readonly string[]; readonly extension: string; readonly comment: string }>> = {
  javascript: { ids: ['javascript'], extension: 'js', comment: '//' },
  python: { ids: ['python'], extension: 'py', comment: '#' },
  ruby: { ids: ['ruby'], extension: 'rb', comment: '#' },
  php: { ids: ['php'], extension: 'php', comment: '//' },
  java: { ids: ['java', 'kotlin', 'scala'], extension: 'java', comment: '//' },
  csharp: { ids: ['csharp'], extension: 'cs', comment: '//' },
  go: { ids: ['go'], extension: 'go', comment: '//' },
  rust: { ids: ['rust'], extension: 'rs', comment: '//' },
};

const asked = /^([a-z]+)\/([a-z][a-z0-9-]*)$/.exec(process.argv[2] ?? '');
const language = asked === null ? undefined : LANGUAGES[asked[1]!];
if (asked === null || language === undefined)
  fail(`usage: npm run new -- <language>/<framework>, with a language of ${Object.keys(LANGUAGES).join(', ')}`);
const [, folder, name] = asked as unknown as [string, string, string];
const module = path.join(root, 'rules', folder, `${name}.ts`);
if (existsSync(module)) fail(`rules/${folder}/${name}.ts is there already`);

const identifier = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
write(
  module,
  `/** ${name}: what sets a cookie in it. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: '${name}',
  title: '${name}',
  languages: [${language.ids.map((id) => `'${id}'`).join(', ')}],
  docs: 'https://example.com/the-framework-s-page-about-cookies',
  triggers: ['${identifier}.setCookie('],
  surfaces: [
    {
      // Link here to the framework's own documentation of the call and of its default.
      id: '${name}/set-cookie',
      kind: 'write',
      match: { call: '${name}.setCookie', args: [2, 3] },
      name: argument(0),
      attributes: options(2),
      default: 'off',
    },
  ],
});
`,
);
write(
  path.join(root, 'rules', folder, 'examples', `${name}.ts`),
  `/** Examples of the surfaces in ../${name}.ts. */
import type { Examples } from '../../example.js';

export default {
  '${name}/set-cookie': {
    bad: "${identifier}.setCookie('session', id)",
    good: "${identifier}.setCookie('session', id, { secure: true })",
  },
} satisfies Examples;
`,
);
write(
  path.join(root, 'fixtures', name, 'set-cookie', `states.${language.extension}`),
  `${language.comment} The smallest code that sets a cookie; CONTRIBUTING.md says how a finding is announced here.\n`,
);
registerRule();
registerExamples();
console.log(
  `Next: state the facts in rules/${folder}/${name}.ts, their examples in rules/${folder}/examples/${name}.ts, write fixtures/${name}/set-cookie/, and run\n  FIXTURES=${name} npx vitest run test/fixtures test/surfaces`,
);

/** Adds the import and the catalogue entry: to the language's own index where it has one, else to rules/index.ts. */
function registerRule(): void {
  const own = path.join(root, 'rules', folder, 'index.ts');
  const file = existsSync(own) ? own : path.join(root, 'rules/index.ts');
  const from = existsSync(own) ? `./${name}.js` : `./${folder}/${name}.js`;
  const text = readFileSync(file, 'utf8');
  const list = /(: readonly Rule\[\] = \[)([\s\S]*?)(,?\s*\];)/.exec(text);
  if (list === null) fail(`${path.relative(root, file)}: the list of rules was not found; add ${name} to it`);
  writeFileSync(
    file,
    imported(`${text.slice(0, list.index)}${list[1]}${list[2]}, ${identifier}${list[3]}${text.slice(list.index + list[0].length)}`, from),
  );
  console.log(`changed ${path.relative(root, file)}`);
}

/** Adds the examples to those of the language. */
function registerExamples(): void {
  const file = path.join(root, 'rules', folder, 'examples/index.ts');
  writeFileSync(file, imported(readFileSync(file, 'utf8').replace(/ \};\s*$/, `, ...${identifier} };\n`), `./${name}.js`));
  console.log(`changed ${path.relative(root, file)}`);
}

function imported(text: string, from: string): string {
  const end = text.indexOf('\n', text.lastIndexOf('\nimport ') + 1);
  return `${text.slice(0, end)}\nimport ${identifier} from '${from}';${text.slice(end)}`;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path.relative(root, file)}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
