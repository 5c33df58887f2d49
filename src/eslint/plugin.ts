/** The ESLint plugin for JavaScript and TypeScript: one rule per framework. Has no top-level await, so CommonJS configs can require it. */
import type { TSESLint } from '@typescript-eslint/utils';
import { rules as catalogue } from '../../rules/index.js';
import { lowerEstree } from '../syntax/javascript/lower.js';
import { version } from '../version.js';
import { eslintRule, type LowerSource } from './rule.js';

const lower: LowerSource = (sourceCode, path) => lowerEstree(sourceCode.ast, sourceCode.text, path, sourceCode.ast.comments ?? []);

const ids = [...new Set(catalogue.filter((rule) => rule.languages.includes('javascript')).map((rule) => rule.id))].sort();

const rules: Record<string, ReturnType<typeof eslintRule>> = Object.fromEntries(ids.map((id) => [id, eslintRule(id, lower, 'Program')]));

const plugin = {
  meta: { name: 'cookie-lint', version, namespace: 'cookie-lint' },
  rules,
  configs: {} as Record<'recommended' | 'strict', TSESLint.FlatConfig.Config>,
};

const configOf = (name: string, entry: TSESLint.FlatConfig.RuleEntry): TSESLint.FlatConfig.Config => ({
  name: `cookie-lint/${name}`,
  plugins: { 'cookie-lint': plugin as unknown as TSESLint.FlatConfig.Plugin },
  rules: Object.fromEntries(ids.map((id) => [`cookie-lint/${id}`, entry])),
});

plugin.configs.recommended = configOf('recommended', 'error');
plugin.configs.strict = configOf('strict', ['error', { pedantic: true }]);

export default plugin;
export const { meta, configs } = plugin;
export { rules };
