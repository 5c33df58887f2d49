/** Receivers told apart by their types, where typescript-eslint made type information. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RuleTester } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { receiverFits } from '../../src/matching/receivers.js';
import type { Receiver } from '../../src/matching/surface.js';
import plugin from '../../src/eslint/plugin.js';
import { javascript } from '../../src/syntax/javascript/language.js';
import { ProgramIndex } from '../../src/values/program-index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-types-'));
const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
write(
  'tsconfig.json',
  JSON.stringify({
    compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: [] },
    files: ['app.ts', 'express.d.ts', 'reply.d.ts'],
  }),
);
write('app.ts', 'export {};\n');
write(
  'express.d.ts',
  "declare module 'express' {\n  interface Base { cookie(name: string, value: string, options?: object): this }\n  export interface Response<Body = unknown> extends Base { json(body: Body): this }\n}\n",
);
// What another file of the project declares: only the types know it.
write(
  'reply.d.ts',
  "import type { Response } from 'express';\nexport interface Reply<T> extends Response<T> { traced: true }\nexport interface Jar { cookie(name: string, value: string): void }\nexport interface AppResponse { cookie(name: string, value: string): void }\nexport declare function take(): Reply<string>;\n",
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

Object.assign(RuleTester, { afterAll });
RuleTester.describe = describe;
RuleTester.it = it;

const filename = path.join(folder, 'app.ts');
const options = [{ project: false }];
const errors = [{ messageId: 'cookie' }];

// The texts are not what the disk has: in CI the parser would read each file once and for all.
new RuleTester({
  languageOptions: {
    parser,
    parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder, disallowAutomaticSingleRunInference: true },
  },
}).run('express with types', plugin.rules['express'] as never, {
  valid: [
    {
      name: 'a name that says response, of another type',
      filename,
      options,
      code: "import type { Jar } from './reply.js';\ndeclare const context: { res: Jar };\ncontext.res.cookie('session', 'x');\n",
    },
    {
      name: 'the place of a response, of another type',
      filename,
      options,
      code: "import type { Jar } from './reply.js';\ndeclare function on(handler: (request: object, jar: Jar) => void): void;\non((request, jar) => jar.cookie('session', 'x'));\n",
    },
    {
      name: 'one of several other types',
      filename,
      options,
      code: "import type { Jar } from './reply.js';\ndeclare const context: { res: Jar | undefined };\ncontext.res?.cookie('session', 'x');\n",
    },
  ],
  invalid: [
    {
      name: 'an odd name of the type',
      filename,
      options,
      code: "import type { Response } from 'express';\ndeclare const outbound: { wire: Response };\noutbound.wire.cookie('session', 'x');\n",
      errors,
      output:
        "import type { Response } from 'express';\ndeclare const outbound: { wire: Response };\noutbound.wire.cookie('session', 'x', { secure: true });\n",
    },
    {
      name: 'a type that derives from it, inferred',
      filename,
      options,
      code: "import { take } from './reply.js';\ntake().cookie('session', 'x', { secure: false });\n",
      errors,
      output: "import { take } from './reply.js';\ntake().cookie('session', 'x', { secure: true });\n",
    },
    {
      name: 'a bounded type parameter',
      filename,
      options,
      code: "import type { Response } from 'express';\nexport const set = <T extends Response>(outbound: T) => outbound.cookie('session', 'x', { secure: false });\n",
      errors,
      output:
        "import type { Response } from 'express';\nexport const set = <T extends Response>(outbound: T) => outbound.cookie('session', 'x', { secure: true });\n",
    },
    {
      name: 'any: the name decides',
      filename,
      options,
      code: "declare const context: { res: any };\ncontext.res.cookie('session', 'x', { secure: false });\n",
      errors,
      output: "declare const context: { res: any };\ncontext.res.cookie('session', 'x', { secure: true });\n",
    },
    {
      name: "the repository's own interface of a response: the name decides",
      filename,
      options,
      code: "import type { AppResponse } from './reply.js';\ndeclare const context: { res: AppResponse };\ncontext.res.cookie('session', 'x', { secure: false });\n",
      errors,
      output:
        "import type { AppResponse } from './reply.js';\ndeclare const context: { res: AppResponse };\ncontext.res.cookie('session', 'x', { secure: true });\n",
    },
  ],
});

describe('confidence', () => {
  const receiver: Receiver = { types: ['express.Response'], names: ['res'] };
  const confidenceOf = (name: string, types: readonly string[] | undefined): string | undefined => {
    const program = { ...javascript.lower(`${name}.cookie('a', 'b');`, 'a.js'), types: { namesAt: () => types } };
    const index = new ProgramIndex(program);
    const [call] = index.calls;
    if (call?.callee.kind !== 'member') throw new Error('no call');
    return receiverFits(call.callee.object, receiver, index);
  };

  it.each([
    ['outbound', ['Response', 'Base'], 'high'],
    ['res', ['Response'], 'high'],
    ['res', ['Jar'], undefined],
    ['res', ['AppResponse'], 'medium'],
    ['res', undefined, 'medium'],
    ['outbound', undefined, undefined],
  ] as const)('%s of type %j: %s', (name, types, confidence) => {
    expect(confidenceOf(name, types)).toBe(confidence);
  });
});
