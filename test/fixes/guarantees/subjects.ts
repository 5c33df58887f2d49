/** Programs to try the fixes on: the fixtures, the bad examples of the rules, and whole repositories. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileOf } from '../../../rules/example.js';
import { examplesOf } from '../../../rules/examples.js';
import { rules } from '../../../rules/index.js';
import { defaultConfig } from '../../../src/engine/config/config.js';
import { scan } from '../../../src/engine/scan.js';
import { cases } from '../../fixtures/cases.js';
import { filesAround } from '../../surfaces/example-apps.js';
import type { Subject } from './guarantees.js';

export type FixStyle = 'always' | 'fail-closed';

/** A folder that is a repository. */
export const treeSubject = (name: string, root: string, fixStyle: FixStyle = 'always'): Subject => ({
  name,
  scan: (texts) => scan({ root, config: defaultConfig, pedantic: true, fixStyle, texts }),
});

/** A text on its own. */
const textSubject = (name: string, root: string, filename: string, text: string, fixStyle: FixStyle): Subject => ({
  name,
  scan: (texts) =>
    scan({ root, config: defaultConfig, pedantic: true, fixStyle, alone: true, stdin: { filename, text: texts.get(filename) ?? text } }),
});

export function fixtureSubjects(fixStyle: FixStyle = 'always'): Subject[] {
  return cases().map(({ name, root, file }) =>
    file === undefined
      ? treeSubject(name, root, fixStyle)
      : textSubject(name, root, file, readFileSync(path.join(root, file), 'utf8'), fixStyle),
  );
}

/** The bad form of each example. `below` is a folder that outlives the subjects. */
export function exampleSubjects(below: string = tmpdir(), fixStyle: FixStyle = 'always'): Subject[] {
  const ruleOf = new Map(rules.flatMap((rule) => rule.surfaces.map(({ id }) => [id, rule] as const)));
  return Object.entries(examplesOf).flatMap(([folder, examples]) =>
    Object.entries(examples).map(([id, example]) => {
      const file = fileOf(example, ruleOf.get(id)!);
      const around = filesAround(example, folder);
      const bad = `${example.bad}\n`;
      if (Object.keys(around).length === 0) return textSubject(`example ${id}`, below, file, bad, fixStyle);
      const root = mkdtempSync(path.join(below, 'cookie-lint-example-'));
      for (const [name, text] of Object.entries({ ...around, [file]: bad })) {
        mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
        writeFileSync(path.join(root, name), text.endsWith('\n') ? text : `${text}\n`);
      }
      return treeSubject(`example ${id}`, root, fixStyle);
    }),
  );
}
