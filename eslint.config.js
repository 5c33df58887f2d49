/** Typed lint of ourselves, and our own plugin on our own code. */
import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';

// The plugin is linted with as the last build left it; `npm run lint` builds first.
const own = existsSync(new URL('./dist/src/eslint/plugin.js', import.meta.url)) ? (await import('./dist/src/eslint/plugin.js')).default : undefined;

export default tseslint.config(
  { ignores: ['dist/', 'grammars/', 'fixtures/', 'coverage/', 'docs/.vitepress/'] },
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
    },
  },
  ...(own === undefined ? [] : [own.configs.recommended]),
);
