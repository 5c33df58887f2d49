/**
 * Packages the VS Code extension: `node scripts/package-vscode.mjs [FILE.vsix]`. Its packages come from its own lock file and run
 * nothing on installation; the rest of the repository never needs them.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root, run } from './setup.mjs';

const folder = path.join(root, 'editors/vscode');
const out = path.resolve(process.argv[2] ?? path.join(folder, 'cookie-lint.vsix'));

run('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-fund', '--no-audit']);
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', path.join(folder, 'tsconfig.json')]);

rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
const bundle = await rolldown({ cwd: folder, input: 'src/extension.ts', platform: 'node', external: ['vscode'] });
await bundle.write({ file: path.join(folder, 'dist/extension.cjs'), format: 'cjs', minify: true });
await bundle.close();

// What the extension needs is in the bundle: no package goes along.
run('npm', ['run', 'vsce', '--silent', '--prefix', folder, '--', '--out', out]);
