/** An example as the small app that it stands for: its file, what it has beside it, and a manifest with its packages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Example } from '../../rules/example.js';
import type { Report } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

const json = (section: string, names: readonly string[]): string =>
  JSON.stringify({ [section]: Object.fromEntries(names.map((name) => [name, '*'])) });
const lines = (names: readonly string[], line: (name: string) => string): string => names.map((name) => `${line(name)}\n`).join('');

/** The manifest of each folder of rules. */
const MANIFESTS: Readonly<Record<string, readonly [file: string, text: (names: readonly string[]) => string]>> = {
  browser: ['package.json', (names) => json('dependencies', names)],
  csharp: ['App.csproj', (names) => `<Project>${lines(names, (name) => `<PackageReference Include="${name}" />`)}</Project>`],
  go: ['go.mod', (names) => `module example\n\n${lines(names, (name) => `require ${name} v1.0.0`)}`],
  java: ['pom.xml', (names) => `<project>${lines(names, (name) => `<dependency><artifactId>${name}</artifactId></dependency>`)}</project>`],
  javascript: ['package.json', (names) => json('dependencies', names)],
  php: ['composer.json', (names) => json('require', names)],
  python: ['requirements.txt', (names) => lines(names, (name) => name)],
  ruby: ['Gemfile', (names) => lines(names, (name) => `gem '${name}'`)],
};

function manifestOf(folder: string, packages: readonly string[] | undefined): Record<string, string> {
  if (packages === undefined) return {};
  const manifest = MANIFESTS[folder];
  if (manifest === undefined) throw new Error(`rules/${folder}: no manifest is known for the packages ${packages.join(', ')}`);
  return { [manifest[0]]: manifest[1](packages) };
}

/** What the app has beside the example's own file. */
export const filesAround = (example: Example, folder: string): Record<string, string> => ({
  ...manifestOf(folder, example.packages),
  ...example.beside,
});

/** What is reported for the bad and for the good form of an example. */
export async function reportsOf(example: Example, folder: string, file: string): Promise<{ readonly bad: Report; readonly good: Report }> {
  const around = filesAround(example, folder);
  const report = (text: string): Promise<Report> =>
    Object.keys(around).length === 0 ? ofText(file, text) : ofTree({ ...around, [file]: text });
  return { bad: await report(example.bad), good: await report(example.good) };
}

/** Nothing but the text is read: no folder has to be written and listed. */
const ofText = (filename: string, text: string): Promise<Report> =>
  scan({ root: tmpdir(), config: defaultConfig, pedantic: true, alone: true, stdin: { filename, text: `${text}\n` } });

async function ofTree(files: Readonly<Record<string, string>>): Promise<Report> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-example-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), `${text}\n`);
    }
    return await scan({ root, config: defaultConfig, pedantic: true });
  } finally {
    rmSync(root, { recursive: true });
  }
}
