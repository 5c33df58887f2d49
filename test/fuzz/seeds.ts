/** What mutations begin with: the fixtures, and the examples of all rules. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Examples } from '../../rules/example.js';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

const ROOT = path.resolve(import.meta.dirname, '../..');
const MOST_FILES = 8;
const MOST_BYTES = 20_000;

function textOf(file: string): string | undefined {
  if (statSync(file).size > MOST_BYTES) return undefined;
  const text = readFileSync(file, 'utf8');
  return text.includes('\0') ? undefined : text;
}

/** Every file alone, and every folder with few files as one repository. */
function fixtures(folder: string, seeds: Files[]): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
  if (names.length > 1 && names.length <= MOST_FILES) {
    const files = names.flatMap((name) => {
      const text = textOf(path.join(folder, name));
      return text === undefined ? [] : [[name.split(path.sep).join('/'), text] as const];
    });
    seeds.push(Object.fromEntries(files));
  }
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) fixtures(file, seeds);
    else {
      const text = textOf(file);
      if (text !== undefined) seeds.push({ [name]: text });
    }
  }
}

async function examples(seeds: Files[]): Promise<void> {
  for (const language of readdirSync(path.join(ROOT, 'rules')).sort()) {
    const folder = path.join(ROOT, 'rules', language, 'examples');
    for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
      if (name === 'index.ts') continue;
      const module = (await import(pathToFileURL(path.join(folder, name)).href)) as { default?: Examples };
      for (const one of Object.values(module.default ?? {})) {
        for (const example of [one].flat())
          if (example.file !== undefined) seeds.push({ ...example.beside, [example.file]: `${example.bad}\n` });
      }
    }
  }
}

export async function allSeeds(): Promise<readonly Files[]> {
  const seeds: Files[] = [];
  fixtures(path.join(ROOT, 'fixtures'), seeds);
  await examples(seeds);
  return seeds;
}
