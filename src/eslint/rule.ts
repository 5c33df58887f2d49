/** Makes an ESLint rule of a rule id: all rules of a file share one judgement of it. */
import type { Rule, SourceCode } from 'eslint';
import { rules as catalogue } from '../../rules/index.js';
import { messageWithAdvice, type Finding, type Fix } from '../cookies/finding.js';
import type { Program } from '../syntax/ir.js';
import { findingsOf, type FileResult } from './session.js';
import { isTyped } from './types.js';

export interface RuleOptions {
  /** Also report what could not be decided, and switches that fail closed. */
  readonly pedantic?: boolean;
  /** False: judge each file alone, whatever it is for, without the settings and modules around it. */
  readonly project?: boolean;
  readonly fixStyle?: 'always' | 'fail-closed';
}

/** What a host's source code must offer: its text and a lowering. */
export type LowerSource = (sourceCode: SourceCode, path: string) => Program;

const judged = new WeakMap<object, Map<string, FileResult>>();

function resultFor(context: Rule.RuleContext, options: RuleOptions, lower: LowerSource): FileResult {
  const { sourceCode } = context;
  const key = `${String(options.project)}\0${String(options.fixStyle)}`;
  let kept = judged.get(sourceCode);
  if (kept === undefined) judged.set(sourceCode, (kept = new Map<string, FileResult>()));
  let result = kept.get(key);
  if (result === undefined) {
    result = findingsOf(
      { filename: context.physicalFilename, text: sourceCode.text, lower: (path) => lower(sourceCode, path), isTyped: isTyped(sourceCode) },
      { cwd: context.cwd, project: options.project ?? true, fixStyle: options.fixStyle },
    );
    kept.set(key, result);
    // No rule of the user's is broken by it, so it is no message of a rule: it must not fail the run.
    for (const { path, why } of result.unfinished) process.emitWarning(`${path}: ${why}`, 'cookie-lint');
  }
  return result;
}

const schema = [
  {
    type: 'object' as const,
    properties: {
      pedantic: { type: 'boolean' as const, description: 'Also report what could not be decided, and switches that fail closed.' },
      project: { type: 'boolean' as const, description: 'Read the settings and modules around the linted file (default true).' },
      fixStyle: {
        type: 'string' as const,
        enum: ['always', 'fail-closed'],
        description: 'What a fix writes: Secure always, or in everything but development.',
      },
    },
    additionalProperties: false,
  },
];

/** The ESLint rule for a rule id of the catalogue. */
export function eslintRule(id: string, lower: LowerSource): Rule.RuleModule {
  const title = catalogue.find((rule) => rule.id === id)?.title ?? id;
  return {
    meta: {
      type: 'problem',
      docs: {
        description: `Require Secure on the cookies that ${title} sends`,
        recommended: true,
        url: `https://github.com/cookie-lint/cookie-lint/blob/main/docs/rules/${id}.md`,
      },
      fixable: 'code',
      hasSuggestions: true,
      schema,
      defaultOptions: [{}],
      messages: { cookie: '{{message}}', fix: '{{title}}' },
    },
    create(context) {
      const options = (context.options as readonly RuleOptions[])[0] ?? {};
      const { findings } = resultFor(context, options, lower);
      // Of most files there is nothing to say: a rule without a listener costs ESLint nothing.
      if (findings.length === 0) return {};
      const judge = (): void => {
        for (const finding of findings) {
          if (finding.rule !== id || (finding.severity === 'note' && options.pedantic !== true)) continue;
          report(context, finding);
        }
      };
      // Trees of ESTree begin with Program, those of our languages with File.
      return { Program: judge, File: judge };
    },
  };
}

function report(context: Rule.RuleContext, finding: Finding): void {
  const { sourceCode } = context;
  const at = (offset: number): { line: number; column: number } => sourceCode.getLocFromIndex(Math.min(offset, sourceCode.text.length));
  // ESLint changes the file that it lints, and no other.
  const fixes = finding.fixes.filter(({ path }) => path === undefined);
  const [best] = fixes;
  const safe = best?.safe === true ? best : undefined;
  const suggestions = fixes.filter((fix) => fix !== safe);
  context.report({
    loc: { start: at(finding.range.start), end: at(finding.range.end) },
    messageId: 'cookie',
    data: { message: messageWithAdvice(finding) },
    ...(safe === undefined ? {} : { fix: (fixer) => apply(fixer, safe) }),
    ...(suggestions.length === 0
      ? {}
      : {
          suggest: suggestions.map((fix) => ({
            messageId: 'fix' as const,
            data: { title: fix.title },
            fix: (fixer: Rule.RuleFixer) => apply(fixer, fix),
          })),
        }),
  });
}

const apply = (fixer: Rule.RuleFixer, fix: Fix): Rule.Fix[] =>
  fix.edits.map((edit) => fixer.replaceTextRange([edit.start, edit.end], edit.text));
