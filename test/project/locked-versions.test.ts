/** What is installed, by the lock files of the package managers; each as the manager of that name writes it. */
import { expect, it } from 'vitest';
import { lockedVersion } from '../../src/project/locked-versions.js';

const rows: readonly (readonly [manifest: string, lock: string, text: string, name: string, version: string | undefined])[] = [
  [
    'package.json',
    'package-lock.json',
    '{\n  "lockfileVersion": 3,\n  "packages": {\n    "": { "dependencies": { "express": "^4.0.0" } },\n    "node_modules/express": {\n      "version": "4.18.2",\n      "resolved": ""\n    }\n  }\n}\n',
    'express',
    '4.18.2',
  ],
  [
    'package.json',
    'package-lock.json',
    '{\n  "dependencies": {\n    "express": {\n      "version": "4.17.1"\n    }\n  }\n}\n',
    'express',
    '4.17.1',
  ],
  [
    'package.json',
    'package-lock.json',
    '{\n  "packages": {\n    "node_modules/express-session": {\n      "version": "1.17.3"\n    }\n  }\n}\n',
    'express',
    undefined,
  ],
  [
    'package.json',
    'yarn.lock',
    '# yarn lockfile v1\n\nexpress@^4.17.1, express@^4.18.0:\n  version "4.18.2"\n  resolved "x"\n',
    'express',
    '4.18.2',
  ],
  [
    'Cargo.toml',
    'Cargo.lock',
    'version = 4\n\n[[package]]\nname = "cookie-factory"\nversion = "0.3.3"\n\n[[package]]\nname = "cookie"\nversion = "0.16.2"\n',
    'cookie',
    '0.16.2',
  ],
  ['package.json', 'yarn.lock', '"express@npm:^5.0.0":\n  version: 5.1.0\n  resolution: "express@npm:5.1.0"\n', 'express', '5.1.0'],
  ['package.json', 'yarn.lock', '"@fastify/cookie@npm:^9.0.0":\n  version: 9.3.1\n', '@fastify/cookie', '9.3.1'],
  [
    'package.json',
    'pnpm-lock.yaml',
    "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      express:\n        specifier: ^5.0.0\n        version: 5.1.0\n",
    'express',
    '5.1.0',
  ],
  [
    'package.json',
    'pnpm-lock.yaml',
    "packages:\n\n  '@fastify/cookie@9.3.1':\n    resolution: {integrity: x}\n",
    '@fastify/cookie',
    '9.3.1',
  ],
  ['package.json', 'pnpm-lock.yaml', 'packages:\n\n  /express/4.18.2:\n    resolution: {integrity: x}\n', 'express', '4.18.2'],
  [
    'composer.json',
    'composer.lock',
    '{\n    "packages": [\n        {\n            "name": "symfony/framework-bundle",\n            "version": "v6.4.2",\n',
    'symfony/framework-bundle',
    '6.4.2',
  ],
  ['Gemfile', 'Gemfile.lock', 'GEM\n  remote: x\n  specs:\n    rails (7.0.4.2)\n      actionpack (= 7.0.4.2)\n', 'rails', '7.0.4.2'],
  ['Gemfile', 'Gemfile.lock', 'GEM\n  specs:\n    a (1.0)\n      rails (>= 5.0)\n', 'rails', undefined],
  ['pyproject.toml', 'poetry.lock', '[[package]]\nname = "flask"\nversion = "2.3.3"\n', 'Flask', '2.3.3'],
  ['pyproject.toml', 'uv.lock', '[[package]]\nname = "flask-login"\nversion = "0.6.3"\n', 'flask_login', '0.6.3'],
  [
    'Pipfile',
    'Pipfile.lock',
    '{\n  "default": {\n    "django": {\n      "hashes": ["sha256:x"],\n      "index": "pypi",\n      "version": "==4.2.7"\n',
    'django',
    '4.2.7',
  ],
  [
    'web/A.csproj',
    'web/Directory.Packages.props',
    '<Project><ItemGroup>\n<PackageVersion Include="Npgsql" Version="8.0.1" />\n</ItemGroup></Project>',
    'Npgsql',
    '8.0.1',
  ],
  [
    'src/web/A.csproj',
    'Directory.Packages.props',
    '<Project><PackageVersion Include="Npgsql" Version="8.0.1" /></Project>',
    'Npgsql',
    '8.0.1',
  ],
  [
    'web/A.csproj',
    'web/packages.lock.json',
    '{ "dependencies": { "net8.0": { "Npgsql": { "type": "Direct", "requested": "[8.0.0, )", "resolved": "8.0.1"',
    'Npgsql',
    '8.0.1',
  ],
  [
    'build.gradle',
    'gradle.lockfile',
    'org.springframework.boot:spring-boot:3.2.1=compileClasspath,runtimeClasspath\n',
    'spring-boot',
    '3.2.1',
  ],
];

it.each(rows)('%s with %s', (manifest, lock, text, name, version) => {
  expect(lockedVersion(name, [manifest], (file) => (file === lock ? text : undefined))).toBe(version);
});
