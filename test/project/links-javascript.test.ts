/** JavaScript specifiers lead to the files that bundlers would take, and never out of the repository. */
import { describe, expect, it } from 'vitest';
import { Repository } from './repository.js';

const empty = 'export {};\n';

describe('relative specifiers', () => {
  it('find files without extension, folders with an index, and the source of a .js import', async () => {
    const repository = await Repository.of({
      'src/app.ts': empty,
      'src/config.ts': empty,
      'src/auth/index.ts': empty,
      'src/opts.mts': empty,
      'src/view.tsx': empty,
      'shared.js': empty,
    });
    expect(repository.follow('src/app.ts', './config')).toBe('src/config.ts');
    expect(repository.follow('src/app.ts', './config.js')).toBe('src/config.ts');
    expect(repository.follow('src/app.ts', './auth')).toBe('src/auth/index.ts');
    expect(repository.follow('src/app.ts', './opts.mjs')).toBe('src/opts.mts');
    expect(repository.follow('src/app.ts', './view.jsx')).toBe('src/view.tsx');
    expect(repository.follow('src/app.ts', '../shared')).toBe('shared.js');
    expect(repository.follow('src/auth/index.ts', '..')).toBeUndefined();
    expect(repository.follow('src/app.ts', './config?raw')).toBe('src/config.ts');
  });

  it('do not leave the scanned root', async () => {
    const repository = await Repository.of({ 'app.js': empty, 'passwd.js': empty });
    expect(repository.follow('app.js', '../../../passwd')).toBeUndefined();
    expect(repository.follow('app.js', '/etc/passwd')).toBeUndefined();
  });
});

describe('compiler settings', () => {
  it('map paths, with comments and trailing commas, through extends', async () => {
    const repository = await Repository.of({
      'tsconfig.base.json': '{ // shared\n "compilerOptions": { "paths": { "@lib/*": ["./libs/*"], }, }, }',
      'web/tsconfig.json': '{ "extends": "../tsconfig.base.json" }',
      'web/src/app.ts': empty,
      'libs/cookies.ts': empty,
    });
    expect(repository.follow('web/src/app.ts', '@lib/cookies')).toBe('libs/cookies.ts');
    expect(repository.follow('web/src/app.ts', '@lib/missing')).toBeUndefined();
  });

  it('map paths below baseUrl, and bare specifiers too', async () => {
    const repository = await Repository.of({
      'jsconfig.json': '{ "compilerOptions": { "baseUrl": "server", "paths": { "conf": ["config/index"] } } }',
      'server/app.js': empty,
      'server/config/index.js': empty,
      'server/auth/options.js': empty,
    });
    expect(repository.follow('server/app.js', 'conf')).toBe('server/config/index.js');
    expect(repository.follow('server/app.js', 'auth/options')).toBe('server/auth/options.js');
  });

  it('survive an extended file that is generated', async () => {
    const repository = await Repository.of({
      'tsconfig.json': '{ "extends": "./.nuxt/tsconfig.json", "compilerOptions": { "paths": { "own/*": ["./lib/*"] } } }',
      'app.ts': empty,
      'lib/a.ts': empty,
    });
    expect(repository.follow('app.ts', 'own/a')).toBe('lib/a.ts');
  });

  it('may stand in the referenced settings of a solution file', async () => {
    const repository = await Repository.of({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
      'tsconfig.node.json': '{}',
      'tsconfig.app.json': '{ "compilerOptions": { "paths": { "%/*": ["./source/*"] } } }',
      'source/main.ts': empty,
      'source/cookies.ts': empty,
    });
    expect(repository.follow('source/main.ts', '%/cookies')).toBe('source/cookies.ts');
  });
});

describe('packages', () => {
  it('of the registry are not followed, even where they are installed and listed', async () => {
    const repository = await Repository.of({
      'app.js': empty,
      'node_modules/express/package.json': '{ "name": "express", "main": "index.js" }',
      'node_modules/express/index.js': empty,
    });
    expect(repository.follow('app.js', 'express')).toBeUndefined();
    expect(repository.follow('app.js', 'node:http')).toBeUndefined();
  });

  it('of the repository are found by name: exports, main, and sources of what is built', async () => {
    const repository = await Repository.of({
      'apps/web/app.ts': empty,
      'packages/config/package.json':
        '{ "name": "@acme/config", "exports": { ".": "./src/main.ts", "./cookies": { "types": "./dist/cookies.d.ts", "import": "./dist/cookies.js" } } }',
      'packages/config/src/main.ts': empty,
      'packages/config/src/cookies.ts': empty,
      'packages/auth/package.json': '{ "name": "auth", "main": "lib/entry.js" }',
      'packages/auth/lib/entry.js': empty,
      'packages/lib/package.json': '{ "name": "@acme/lib" }',
      'packages/lib/constants/auth.ts': empty,
    });
    expect(repository.follow('apps/web/app.ts', '@acme/config')).toBe('packages/config/src/main.ts');
    expect(repository.follow('apps/web/app.ts', '@acme/config/cookies')).toBe('packages/config/src/cookies.ts');
    expect(repository.follow('apps/web/app.ts', 'auth')).toBe('packages/auth/lib/entry.js');
    expect(repository.follow('apps/web/app.ts', '@acme/lib/constants/auth')).toBe('packages/lib/constants/auth.ts');
    expect(repository.follow('apps/web/app.ts', '@acme/other')).toBeUndefined();
  });

  it('name their own files by `imports`', async () => {
    const repository = await Repository.of({
      'package.json':
        '{ "name": "web", "imports": { "#app/*": "./app/*", "#env": { "production": "./env.prod.js", "default": "./app/env.ts" } } }',
      'app/root.ts': empty,
      'app/env.ts': empty,
      'app/utils/cookie.server.ts': empty,
    });
    expect(repository.follow('app/root.ts', '#app/utils/cookie.server.ts')).toBe('app/utils/cookie.server.ts');
    expect(repository.follow('app/root.ts', '#app/utils/cookie.server')).toBe('app/utils/cookie.server.ts');
    expect(repository.follow('app/root.ts', '#env')).toBe('app/env.ts');
  });
});

describe('aliases of frameworks', () => {
  it('hold where no compiler settings say otherwise', async () => {
    const repository = await Repository.of({
      'package.json': '{}',
      'src/routes/+server.ts': empty,
      'src/lib/cookies.ts': empty,
      'src/config.ts': empty,
      'app/x.ts': empty,
    });
    expect(repository.follow('src/routes/+server.ts', '$lib/cookies')).toBe('src/lib/cookies.ts');
    expect(repository.follow('src/routes/+server.ts', '@/config')).toBe('src/config.ts');
    expect(repository.follow('src/routes/+server.ts', '~/x')).toBe('app/x.ts');
    expect(repository.follow('src/routes/+server.ts', 'src/config')).toBe('src/config.ts');
    expect(repository.follow('src/routes/+server.ts', '@/nothing')).toBeUndefined();
  });
});
