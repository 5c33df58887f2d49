/** Typed lint of ourselves, and our own plugin on our own code. */
import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';

// The plugin is linted with as the last build left it; `npm run lint` builds first.
const own = existsSync(new URL('./dist/src/eslint/plugin.js', import.meta.url))
  ? (await import('./dist/src/eslint/plugin.js')).default
  : undefined;

export default tseslint.config(
  // The extension's own packages are there only while it is packaged, which checks its types.
  {
    ignores: [
      'editors/vscode/dist/',
      'editors/vscode/src/extension.ts',
      'dist/',
      'test/oracle/.run-*/',
      'grammars/',
      'fixtures/',
      'coverage/',
      'docs/.vitepress/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Indices are checked by noUncheckedIndexedAccess; a `!` after a check that the types cannot see is said by the code around it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `void x` marks a parameter that an interface demands.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['warn', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'warn',
      // A chain of up to three reads like a table; anything else in a conditional gets a name.
      'no-restricted-syntax': [
        'error',
        ...['consequent', 'test', 'alternate > ConditionalExpression.alternate > ConditionalExpression.alternate'].map((place) => ({
          selector: `ConditionalExpression > ConditionalExpression.${place}`,
          message: 'Give the inner conditional a name, or use `if`.',
        })),
      ],
    },
  },
  {
    // Foreign data without types: parsers' trees, JSON of other programs, ESLint's own loose interfaces.
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'src/syntax/javascript/**/*.ts', 'src/syntax/tree-sitter/**/*.ts'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((name) => [`@typescript-eslint/no-unsafe-${name}`, 'off']),
    ),
  },
  // Examples hold the code that is wrong, in strings.
  ...(own === undefined ? [] : [{ ...own.configs.recommended, ignores: ['rules/*/examples/**'] }]),
);
