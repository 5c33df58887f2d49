/** Command line and ESLint say the same of every fixture: same places, same rules, same words. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { isVendoredFile } from '../../src/engine/file-kinds.js';
import { scan } from '../../src/engine/scan.js';
import plugin from '../../src/eslint/languages.js';
import { linesOf } from '../../src/text/lines.js';
import { cases, filesBelow, type Case } from '../fixtures/cases.js';

const slashed = (file: string): string => file.split(path.sep).join('/');

/** The strict configuration of all languages; a case of one file is judged alone, as the command line judges standard input. */
function eslintFor({ root, file }: Case): ESLint {
  const entry = ['error', { pedantic: true, project: file === undefined }];
  return new ESLint({
    cwd: root,
    overrideConfigFile: true,
    ignore: false,
    errorOnUnmatchedPattern: false,
    allowInlineConfig: false,
    overrideConfig: [
      ...plugin.configs['all-languages-strict'].map((config) => ({
        ...config,
        rules: Object.fromEntries(Object.keys(config.rules ?? {}).map((id) => [id, entry])),
      })),
      { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
    ] as never,
  });
}

/**
 * One cookie, decided by a switch in another file. ESLint judges file by file and cannot know whether the file of the switch is linted too,
 * so it says it at both places; the command line, which knows, at the switch alone.
 */
const SAID_TWICE: ReadonlySet<string> = new Set([path.join('rails', 'force-ssl', 'session-once')]);

describe.each(cases())('$name', (one) => {
  it('is the same in both hosts', async () => {
    const eslint = eslintFor(one);
    const files = one.file === undefined ? filesBelow(one.root) : [path.join(one.root, one.file)];
    // ESLint has no language for templates, and knows files by their names alone. What is vendored is left to its configuration.
    const known = new Set<string>();
    for (const file of files)
      if (!(await eslint.isPathIgnored(file)) && !isVendoredFile(slashed(path.relative(one.root, file))))
        known.add(slashed(path.relative(one.root, file)));
    const results = known.size === 0 ? [] : await eslint.lintFiles([...known]);
    const linted = results.flatMap((result) =>
      result.messages.map((message) => ({ ...message, path: slashed(path.relative(one.root, result.filePath)) })),
    );
    // A file that ESLint's parser refuses is no disagreement about cookies.
    const refused = new Set(linted.filter(({ fatal }) => fatal === true).map((message) => message.path));

    const report = await scan({
      root: one.root,
      config: defaultConfig,
      pedantic: true,
      ...(one.file === undefined
        ? {}
        : { alone: true as const, stdin: { filename: one.file, text: readFileSync(path.join(one.root, one.file), 'utf8') } }),
    });
    const scanned = report.findings.filter(
      (finding) => known.has(finding.path) && !refused.has(finding.path) && finding.rule !== 'cookie-lint',
    );
    const expected = scanned.map((finding) => {
      const { line, column } = linesOf(report.textOf(finding.path)!).positionAt(finding.range.start);
      return `${finding.path}:${line}:${column} ${finding.rule} ${finding.message}`;
    });
    const actual = linted
      .filter((message) => message.ruleId?.startsWith('cookie-lint/') === true)
      .map(
        (message) =>
          `${message.path}:${message.line}:${message.column} ${message.ruleId!.replace('cookie-lint/', '')} ${withoutAdvice(message.message)}`,
      );
    if (SAID_TWICE.has(one.name)) expect(actual).toEqual(expect.arrayContaining(expected));
    else expect(actual.sort()).toEqual(expected.sort());
  });
});

/** What to do by hand follows the message, and may depend on files that a host does not see. */
const withoutAdvice = (message: string): string => message.replace(/ By hand: .*/s, '');
