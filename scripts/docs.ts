/** `npm run docs`: writes the pages that come from the catalogue; `npm run docs:check` fails when one of them is stale. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../rules/index.js';
import { fileOf, isListedOnly, setsNoCookie } from '../rules/example.js';
import { surfaceExamples } from '../rules/examples.js';
import { listedSurfaces, modulesById, roleOf, titlesOf } from '../rules/listing.js';
import { problemExamples } from '../src/cli/explain/problem-examples.js';
import { problems } from '../src/cookies/problems.js';
import { messageExamples } from './message-examples.js';
import type { Problem } from '../src/cookies/finding.js';
import type { Rule } from '../src/matching/surface.js';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const check = process.argv.includes('--check');

const DEFAULTS = { off: 'off', on: 'on', request: 'follows the request', 'mode-production': 'on when the mode is production' } as const;
/** Extensions that highlighters do not know by themselves; of the others, those here and none else. */
const FENCES: Readonly<Record<string, string>> = {
  mjs: 'js',
  kt: 'kotlin',
  rs: 'rust',
  cfg: 'ini',
  env: 'sh',
  config: 'xml',
  neon: 'yaml',
  yml: 'yaml',
};
const KNOWN = new Set([
  'js',
  'jsx',
  'ts',
  'tsx',
  'py',
  'rb',
  'php',
  'java',
  'scala',
  'cs',
  'go',
  'yaml',
  'xml',
  'json',
  'toml',
  'ini',
  'properties',
]);

const byId = modulesById(rules);

function fenceOf(file: string, rule: Rule): string {
  const extension = path.extname(file).slice(1);
  if (extension === 'conf') return rule.languages.find((language) => language === 'nginx' || language === 'apache') ?? '';
  return FENCES[extension] ?? (KNOWN.has(extension) ? extension : '');
}

/** `|` ends a table cell, in code too. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

function rulePage(id: string, of: readonly Rule[]): string {
  const first = of[0]!;
  const lines = [
    `# ${id}`,
    '',
    `Cookies of ${titlesOf(of)}. [The framework's own documentation](${first.docs}).`,
    '',
    '| surface | what it does | Secure when it is not written |',
    '| --- | --- | --- |',
  ];
  const surfaces = listedSurfaces(of);
  for (const { surface } of surfaces)
    lines.push(`| \`${cell(surface.id)}\` | ${roleOf(surface)} | ${'default' in surface ? DEFAULTS[surface.default] : ''} |`);
  for (const { rule, surface } of surfaces) {
    const example = surfaceExamples[surface.id];
    if (example === undefined) continue;
    const fence = fenceOf(fileOf(example, rule), rule);
    lines.push('', `## ${surface.id}`, '');
    if ('coveredBy' in surface && surface.coveredBy !== undefined && surface.coveredBy.length > 0)
      lines.push(`Covered where one of these is on in the same app: ${surface.coveredBy.map((one) => `\`${one}\``).join(', ')}.`, '');
    // The site shows the name over the block; elsewhere it stands in the text.
    const name = example.file === undefined ? '' : `${fence === '' ? 'txt' : ''} [${example.file}]`;
    const block = (title: string, text: string): readonly string[] => [title, '', `\`\`\`${fence}${name}`, text, '```'];
    if (isListedOnly(surface)) lines.push(...block('Listed, and nothing to write:', example.good));
    else
      lines.push(
        ...block(`${setsNoCookie(surface) ? 'Without it' : 'Reported'}:`, example.bad),
        '',
        ...block(`${setsNoCookie(surface) ? 'With it' : 'Right'}:`, example.good),
      );
    if (example.remains !== undefined)
      lines.push(
        '',
        `It is reported still, as [${example.remains.problem}](../problems.md#${example.remains.problem}): ${example.remains.because}.`,
      );
  }
  lines.push(
    '',
    '## Options',
    '',
    'In ESLint: `pedantic` (also report what could not be decided), `project` (false: judge each file alone), `fixStyle` (`always` or `fail-closed`). On the command line and in the configuration file: see [configuration](../configuration.md).',
    '',
  );
  return lines.join('\n');
}

function problemsPage(): string {
  const lines = ['# Problems', '', ...messageTable()];
  for (const [problem, words] of Object.entries(problems)) {
    const example = problemExamples[problem as Problem];
    lines.push(`## ${problem}`, '', `${words.summary} ${words.why}`, '', `**Remedy.** ${words.remedy}`, '');
    if (example.bad.trim() !== '') lines.push('```js', example.bad.trimEnd(), '```', '');
    if (example.good.trim() !== '') lines.push('Right:', '', '```js', example.good.trimEnd(), '```', '');
  }
  return lines.join('\n');
}

/** Every message as it is printed, so that all can be read beside one another. */
function messageTable(): string[] {
  const rows = messageExamples.map(([problem, when, message]) => `| [${problem}](#${problem}) | ${cell(when)} | ${cell(message)} |`);
  return ['What is said of a cookie, by what is known:', '', '| problem | when | message |', '| --- | --- | --- |', ...rows, ''];
}

function frameworksPage(): string {
  const lines = [
    '# Frameworks',
    '',
    `${byId.size} rules, ${listedSurfaces(rules).length} surfaces.`,
    '',
    '| rule | frameworks and libraries | languages | surfaces |',
    '| --- | --- | --- | --- |',
  ];
  for (const [id, of] of [...byId].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(
      `| [${id}](rules/${id}.md) | ${cell(titlesOf(of))} | ${[...new Set(of.flatMap((rule) => rule.languages))].join(', ')} | ${listedSurfaces(of).length} |`,
    );
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
