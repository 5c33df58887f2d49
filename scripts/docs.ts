/** `npm run docs`: writes the pages that come from the catalogue; `npm run docs:check` fails when one of them is stale. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../rules/index.js';
import { surfaceExamples } from '../src/cli/explain/surface-examples.js';
import { problemExamples } from '../src/cli/explain/problem-examples.js';
import { problems } from '../src/cookies/problems.js';
import type { Problem } from '../src/cookies/finding.js';
import type { LanguageId } from '../src/syntax/ir.js';
import type { Rule, Surface } from '../src/matching/surface.js';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const check = process.argv.includes('--check');

const DEFAULTS = { off: 'off', on: 'on', request: 'follows the request', 'mode-production': 'on when the mode is production' } as const;
const KINDS: Readonly<Record<Surface['kind'], string>> = { write: 'sets a cookie', session: 'configures a cookie that the framework sends', header: 'writes a Set-Cookie header', client: 'sets a cookie in the browser', policy: 'makes other cookies Secure', proxy: 'trusts the proxy in front of the app' };
const FENCES: Readonly<Partial<Record<LanguageId, string>>> = { javascript: 'js', python: 'py', ruby: 'rb', php: 'php', java: 'java', kotlin: 'kt', scala: 'scala', csharp: 'cs', go: 'go', rust: 'rust', yaml: 'yaml', xml: 'xml', json: 'json', toml: 'toml', ini: 'ini', properties: 'properties', nginx: 'nginx', dotenv: 'sh' };

const byId = new Map<string, Rule[]>();
for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule]);

/** `|` ends a table cell, in code too. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

function surfacesOf(of: readonly Rule[]): { readonly rule: Rule; readonly surface: Surface }[] {
  const seen = new Set<string>();
  return of.flatMap((rule) => rule.surfaces.filter((surface) => !seen.has(surface.id) && seen.add(surface.id)).map((surface) => ({ rule, surface })));
}

function rulePage(id: string, of: readonly Rule[]): string {
  const first = of[0]!;
  const lines = [`# ${id}`, '', `Cookies of ${[...new Set(of.map((rule) => rule.title))].join(', ')}. [The framework's own documentation](${first.docs}).`, '', '| surface | what it does | Secure when it is not written |', '| --- | --- | --- |'];
  const surfaces = surfacesOf(of);
  for (const { surface } of surfaces) lines.push(`| \`${cell(surface.id)}\` | ${KINDS[surface.kind]} | ${'default' in surface ? DEFAULTS[surface.default] : ''} |`);
  for (const { rule, surface } of surfaces) {
    const example = surfaceExamples[surface.id];
    if (example === undefined) continue;
    const fence = FENCES[rule.languages[0]!] ?? '';
    lines.push('', `## ${surface.id}`, '');
    if ('coveredBy' in surface && surface.coveredBy !== undefined && surface.coveredBy.length > 0) lines.push(`Covered where one of these is on in the same app: ${surface.coveredBy.map((one) => `\`${one}\``).join(', ')}.`, '');
    lines.push('Reported:', '', `\`\`\`${fence}`, example.bad.trimEnd(), '```', '', 'Right:', '', `\`\`\`${fence}`, example.good.trimEnd(), '```');
  }
  lines.push('', '## Options', '', 'In ESLint: `pedantic` (also report what could not be decided), `project` (false: judge each file alone), `fixStyle` (`always` or `fail-closed`). On the command line and in the configuration file: see [configuration](../configuration.md).', '');
  return lines.join('\n');
}

function problemsPage(): string {
  const lines = ['# Problems', ''];
  for (const [problem, words] of Object.entries(problems)) {
    const example = problemExamples[problem as Problem];
    lines.push(`## ${problem}`, '', `${words.summary} ${words.why}`, '', `**Remedy.** ${words.remedy}`, '');
    if (example.bad.trim() !== '') lines.push('```js', example.bad.trimEnd(), '```', '');
    if (example.good.trim() !== '') lines.push('Right:', '', '```js', example.good.trimEnd(), '```', '');
  }
  return lines.join('\n');
}

function frameworksPage(): string {
  const lines = ['# Frameworks', '', `${byId.size} rules, ${new Set(rules.flatMap((rule) => rule.surfaces.map((surface) => surface.id))).size} surfaces.`, '', '| rule | frameworks and libraries | languages | surfaces |', '| --- | --- | --- | --- |'];
  for (const [id, of] of [...byId].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`| [${id}](rules/${id}.md) | ${cell([...new Set(of.map((rule) => rule.title))].join(', '))} | ${[...new Set(of.flatMap((rule) => rule.languages))].join(', ')} | ${surfacesOf(of).length} |`);
  }
  lines.push('');
  return lines.join('\n');
}

const pages = new Map<string, string>([
  ['problems.md', problemsPage()],
  ['frameworks.md', frameworksPage()],
  ...[...byId].map(([id, of]): [string, string] => [`rules/${id}.md`, rulePage(id, of)]),
]);

const stale: string[] = [];
mkdirSync(path.join(docs, 'rules'), { recursive: true });
for (const [name, text] of pages) {
  const file = path.join(docs, name);
  if (read(file) === text) continue;
  stale.push(name);
  if (!check) writeFileSync(file, text);
}
for (const name of readdirSync(path.join(docs, 'rules'))) {
  if (pages.has(`rules/${name}`)) continue;
  stale.push(`rules/${name}`);
  if (!check) rmSync(path.join(docs, 'rules', name));
}
if (check && stale.length > 0) {
  console.error(`stale: ${stale.map((name) => `docs/${name}`).join(', ')}\nrun npm run docs`);
  process.exitCode = 1;
} else console.log(check ? 'the generated pages are current' : `${stale.length} pages written`);

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
