/** The ESLint plugin for JavaScript and TypeScript: one rule per framework. Has no top-level await, so CommonJS configs can require it. */
import type { ESLint, Linter, Rule } from 'eslint';
import { rules as catalogue } from '../../rules/index.js';
import type { Program } from '../syntax/ir.js';
import { lowerEstree } from '../syntax/javascript/lower.js';
import { version } from '../version.js';
import { eslintRule, type LowerSource } from './rule.js';
import { typeReaderOf } from './types.js';

/** JavaScript comes as the host's own tree; files of our `languages` are lowered already. */
const lower: LowerSource = (sourceCode, path) => {
  const { program } = sourceCode as unknown as { readonly program?: Program };
  if (program !== undefined) return { ...program, path };
  const types = typeReaderOf(sourceCode);
  return {
    ...lowerEstree(sourceCode.ast, sourceCode.text, path, sourceCode.ast.comments ?? []),
    ...(types === undefined ? {} : { types }),
  };
};

const ids = [...new Set(catalogue.filter((rule) => rule.languages.includes('javascript')).map((rule) => rule.id))].sort();

const allIds = [...new Set(catalogue.map((rule) => rule.id))].sort();
const rules: Record<string, Rule.RuleModule> = Object.fromEntries(allIds.map((id) => [id, eslintRule(id, lower)]));

const plugin = {
  meta: { name: 'cookie-lint', version, namespace: 'cookie-lint' },
  rules,
  /** Filled by the `eslint-languages` entry. */
  languages: {} as NonNullable<ESLint.Plugin['languages']>,
  configs: {} as Record<'recommended' | 'strict', Linter.Config>,
};

const configOf = (name: string, entry: Linter.RuleEntry): Linter.Config => ({
  name: `cookie-lint/${name}`,
  plugins: { 'cookie-lint': plugin },
  rules: Object.fromEntries(ids.map((id) => [`cookie-lint/${id}`, entry])),
});

plugin.configs.recommended = configOf('recommended', 'error');
plugin.configs.strict = configOf('strict', ['error', { pedantic: true }]);

export default plugin;
export const { meta, configs } = plugin;
export { rules };
