/** The lines that `init` puts into an ESLint configuration. */
import { toolName } from '../surroundings.js';
import { done, type Plan, type Project } from './plan.js';

/** The ESLint plugin, put into a flat configuration of a known form; else the lines to add by hand. */
export function eslintLines(project: Project): Plan {
  const file = ['eslint.config.js', 'eslint.config.mjs', 'eslint.config.ts', 'eslint.config.mts', 'eslint.config.cjs'].find(project.exists);
  const before = file === undefined ? undefined : project.read(file);
  if (file === undefined) return legacyNote(project);
  if (before === undefined || before.includes(`${toolName}/eslint-plugin`)) return done;
  const load = /\bmodule\.exports\b/.test(before)
    ? `const cookieLint = require('${toolName}/eslint-plugin');`
    : `import cookieLint from '${toolName}/eslint-plugin';`;
  const byHand: Plan = { kind: 'note', text: `Add to ${file}:\n  ${load}\n  …\n  cookieLint.configs.recommended,` };
  const list = /export default (?:defineConfig\(|tseslint\.config\(|antfu\()?\s*\[/.exec(before);
  if (list === null) return byHand;
  const open = list.index + list[0].length;
  const after = before.slice(open);
  const indent = /^\s*\n([ \t]+)/.exec(after)?.[1];
  const quote = before.includes('"') && !before.includes("'") ? '"' : "'";
  const semicolon = /^import .*;$/m.test(before) || !/^import /m.test(before) ? ';' : '';
  const lastImport = [...before.matchAll(/^import .*(?:\r?\n|$)/gm)].at(-1);
  const at = lastImport === undefined ? 0 : lastImport.index + lastImport[0].length;
  const entry =
    indent === undefined
      ? `cookieLint.configs.recommended${/^\s*\]/.test(after) ? '' : ', '}`
      : `\n${indent}cookieLint.configs.recommended,`;
  return {
    kind: 'file',
    file,
    before,
    edits: [
      { start: at, end: at, text: `import cookieLint from ${quote}${toolName}/eslint-plugin${quote}${semicolon}\n` },
      { start: open, end: open, text: entry },
    ],
  };
}

/** The plugin is for flat configurations; ESLint 10 knows no others. */
function legacyNote({ exists, read }: Project): Plan {
  const legacy = ['.eslintrc', '.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yaml', '.eslintrc.yml', '.eslintrc.json'].find(exists);
  if (legacy === undefined && !/"eslintConfig"\s*:/.test(read('package.json') ?? '')) return done;
  const what = legacy ?? '`eslintConfig` in package.json';
  return {
    kind: 'note',
    text: `The ESLint plugin needs a flat configuration (eslint.config.js); ${what} is of the old kind, so nothing was added to it.\nhttps://eslint.org/docs/latest/use/configure/migration-guide says how to change it; ${toolName} init then adds the plugin.`,
  };
}
