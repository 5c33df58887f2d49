/** Imports point one way, and no folder knows what it must not know. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Each part, with the parts it may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/syntax': [],
  'src/text': [],
  'src/files': [],
  'src/cookies': ['src/syntax', 'src/values', 'src/text'],
  'src/values': ['src/syntax'],
  'src/matching': ['src/syntax', 'src/values', 'src/cookies', 'src/text'],
  'src/state': ['src/syntax', 'src/values', 'src/cookies', 'src/matching'],
  'src/project': ['src/syntax', 'src/values', 'src/cookies', 'src/matching', 'src/state', 'src/text'],
  'src/judging': ['src/syntax', 'src/values', 'src/cookies', 'src/matching', 'src/state', 'src/project', 'src/text'],
  'src/fixes': ['src/syntax', 'src/values', 'src/cookies', 'src/matching', 'src/text', 'src/files'],
  rules: ['src/matching', 'src/values', 'src/project', 'src/syntax', 'src/cookies'],
  'src/engine': [
    'src/syntax',
    'src/text',
    'src/files',
    'src/cookies',
    'src/values',
    'src/matching',
    'src/state',
    'src/judging',
    'src/project',
    'src/fixes',
    'rules',
  ],
  'src/verify': ['src/text', 'src/cookies', 'src/engine'],
  'src/report': ['src/verify', 'src/syntax', 'src/text', 'src/cookies', 'src/engine', 'src/fixes', 'src/judging', 'src/matching', 'rules'],
};

it('holds every part, and of two parts only one looks at the other', () => {
  const parts = readdirSync(path.join(ROOT, 'src')).filter((name) => statSync(path.join(ROOT, 'src', name)).isDirectory());
  // The hosts stand above everything.
  expect(parts.filter((name) => !['cli', 'eslint', 'lsp'].includes(name) && !(`src/${name}` in MAY_IMPORT))).toEqual([]);
  const both = Object.entries(MAY_IMPORT).flatMap(([part, allowed]) =>
    allowed.filter((other) => part < other && MAY_IMPORT[other]?.includes(part) === true).map((other) => `${part} and ${other}`),
  );
  expect(both).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesBelow(file) : file.endsWith('.ts') ? [file] : [];
  });
}

const partOf = (file: string): string | undefined => {
  const relative = path.relative(ROOT, file).split(path.sep).join('/');
  return relative.startsWith('rules/') ? 'rules' : /^src\/[a-z]+(?=\/)/.exec(relative)?.[0];
};

/** Relative imports of a file, type-only ones too. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  for (const match of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g))
    found.push(path.resolve(path.dirname(file), match[1]!));
  return found;
}

describe.each(Object.entries(MAY_IMPORT))('%s', (part, allowed) => {
  it(`imports only ${allowed.join(', ') || 'itself'}`, () => {
    const wrong = filesBelow(path.join(ROOT, part)).flatMap((file) =>
      importsOf(file)
        .filter((target) => {
          const other = partOf(target);
          return other !== undefined && other !== part && !allowed.includes(other);
        })
        .map((target) => `${path.relative(ROOT, file)} imports ${path.relative(ROOT, target)}`),
    );
    expect(wrong).toEqual([]);
  });
});

it('a surface id belongs to one rule (its forms may be several entries)', async () => {
  const { rules } = await import('../rules/index.js');
  const owners = new Map<string, Set<string>>();
  for (const rule of rules) for (const surface of rule.surfaces) owners.set(surface.id, (owners.get(surface.id) ?? new Set()).add(rule.id));
  expect([...owners].filter(([, of]) => of.size > 1).map(([id]) => id)).toEqual([]);
});

it('a policy or proxy that a surface names exists', async () => {
  const { rules } = await import('../rules/index.js');
  const ids = new Set(rules.flatMap((rule) => rule.surfaces.map((surface) => surface.id)));
  const named = rules.flatMap((rule) =>
    rule.surfaces.flatMap((surface) => ('coveredBy' in surface ? [...(surface.coveredBy ?? []), ...(surface.proxy ?? [])] : [])),
  );
  expect([...new Set(named)].filter((id) => !ids.has(id))).toEqual([]);
});

it('only one module starts programs, and only git', () => {
  const starting = filesBelow(path.join(ROOT, 'src')).filter((file) =>
    /['"](?:node:)?(?:child_process|cluster)['"]/.test(readFileSync(file, 'utf8')),
  );
  expect(starting.map((file) => path.relative(ROOT, file))).toEqual(['src/engine/git.ts']);
});

it('files are read and written in few places, which keep to the root', () => {
  const touching = [...filesBelow(path.join(ROOT, 'src')), ...filesBelow(path.join(ROOT, 'rules'))].filter((file) =>
    /\b(?:readFile|readFileSync|createReadStream|openSync|writeFile|writeFileSync|createWriteStream)\b[^;]*from 'node:fs/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(touching.map((file) => path.relative(ROOT, file)).sort()).toEqual([
    // The built program, and V8's code of it outside of any repository.
    'src/cli/compiled-program.ts',
    'src/files/replace-file.ts',
    'src/files/root-files.ts',
    // The program's own files.
    'src/syntax/tree-sitter/grammar.ts',
    'src/version.ts',
  ]);
});
