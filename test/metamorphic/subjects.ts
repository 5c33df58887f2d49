/** What is changed: every program among the fixtures, and the files of a repository that set cookies. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cases, filesBelow } from '../fixtures/cases.js';
import { isProgram } from './code.js';
import type { Subject } from './verdicts.js';

export function fixtureSubjects(): readonly Subject[] {
  return cases().flatMap(({ name, root, file }): Subject[] => {
    if (file !== undefined) return isProgram(file) ? [{ name, root, file, alone: true }] : [];
    return filesBelow(root)
      .map((one) => path.relative(root, one).split(path.sep).join('/'))
      .filter(isProgram)
      .filter((one) => readFileSync(path.join(root, one), 'utf8').length < 20_000)
      .map((one) => ({ name: `${name}/${one}`, root, file: one, alone: false }));
  });
}
