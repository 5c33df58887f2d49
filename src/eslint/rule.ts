/** Makes an ESLint rule of a rule id: all rules of a file share one judgement of it. */
import { ESLintUtils, type TSESLint } from '@typescript-eslint/utils';
import { rules as catalogue } from '../../rules/index.js';
import type { Finding, Fix } from '../cookies/finding.js';
import type { Program } from '../syntax/ir.js';
import { findingsOf } from './session.js';

export interface RuleOptions {
  /** Also report what could not be decided, and switches that fail closed. */
  readonly pedantic?: boolean;
  /** False: judge each file alone, without the settings and modules around it. */
  readonly project?: boolean;
  readonly fixStyle?: 'always' | 'fail-closed';
}

export type MessageId = 'cookie' | 'fix';

/** What a host's source code must offer: its text and a lowering. */
export type LowerSource = (sourceCode: TSESLint.SourceCode, path: string) => Program;

const createRule = ESLintUtils.RuleCreator<{ description: string; recommended: boolean }>((name) => `https://github.com/cookie-lint/cookie-lint/blob/main/docs/rules/${name}.md`);

const judged = new WeakMap<object, Map<string, readonly Finding[]>>();

function findingsFor(context: Readonly<TSESLint.RuleContext<MessageId, readonly [RuleOptions?]>>, options: RuleOptions, lower: LowerSource): readonly Finding[] {
  const { sourceCode } = context;
  const key = `${String(options.project)}\0${String(options.fixStyle)}`;
  let kept = judged.get(sourceCode);
  if (kept === undefined) judged.set(sourceCode, (kept = new Map<string, readonly Finding[]>()));
  let findings = kept.get(key);
  if (findings === undefined) {
    findings = findingsOf(context.physicalFilename, (path) => lower(sourceCode, path), { cwd: context.cwd, project: options.project ?? true, fixStyle: options.fixStyle });
    kept.set(key, findings);
  }
  return findings;
}

const schema = [
  {
    type: 'object' as const,
    properties: {
      pedantic: { type: 'boolean' as const, description: 'Also report what could not be decided, and switches that fail closed.' },
      project: { type: 'boolean' as const, description: 'Read the settings and modules around the linted file (default true).' },
      fixStyle: { type: 'string' as const, enum: ['always', 'fail-closed'], description: 'What a fix writes: Secure always, or in everything but development.' },
    },
    additionalProperties: false,
  },
];

/** The ESLint rule for a rule id of the catalogue. */
export function eslintRule(id: string, lower: LowerSource): TSESLint.RuleModule<MessageId, readonly [RuleOptions?]> {
  const title = catalogue.find((rule) => rule.id === id)?.title ?? id;
  return createRule<readonly [RuleOptions?], MessageId>({
    name: id,
    meta: {
      type: 'problem',
      docs: { description: `Require Secure on the cookies that ${title} sends`, recommended: true },
      fixable: 'code',
      hasSuggestions: true,
      schema,
      defaultOptions: [{}],
      messages: { cookie: '{{message}}', fix: '{{title}}' },
    },
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- RuleCreator's type still demands it beside meta.defaultOptions
    defaultOptions: [{}],
    create(context) {
      const options = context.options[0] ?? {};
      const judge = (): void => {
        for (const finding of findingsFor(context, options, lower)) {
          if (finding.rule !== id || (finding.severity === 'note' && options.pedantic !== true)) continue;
          report(context, finding);
        }
      };
      // Trees of ESTree begin with Program, those of our languages with File.
      return { Program: judge, File: judge };
    },
  });
}

function report(context: Readonly<TSESLint.RuleContext<MessageId, readonly [RuleOptions?]>>, finding: Finding): void {
  const { sourceCode } = context;
  const at = (offset: number): { line: number; column: number } => sourceCode.getLocFromIndex(Math.min(offset, sourceCode.text.length));
  const best = finding.fixes[0];
  const safe = best?.safe === true ? best : undefined;
  const suggestions = finding.fixes.filter((fix) => fix !== safe);
  context.report({
    loc: { start: at(finding.range.start), end: at(finding.range.end) },
    messageId: 'cookie',
    data: { message: finding.message },
    ...(safe === undefined ? {} : { fix: (fixer) => apply(fixer, safe) }),
    ...(suggestions.length === 0 ? {} : { suggest: suggestions.map((fix) => ({ messageId: 'fix' as const, data: { title: fix.title }, fix: (fixer: TSESLint.RuleFixer) => apply(fixer, fix) })) }),
  });
}

const apply = (fixer: TSESLint.RuleFixer, fix: Fix): TSESLint.RuleFix[] => fix.edits.map((edit) => fixer.replaceTextRange([edit.start, edit.end], edit.text));
