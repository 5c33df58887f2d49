/** The cookie class of Next.js (@edge-runtime/cookies, which Next.js compiles in) decides in both of its forms. */
import { ResponseCookies } from '@edge-runtime/cookies';
import { describe, expect, it } from 'vitest';
import { behaviourOf, OPTIONS, promised, stateOf, type Ask } from './javascript-oracle.js';

/** In the place of `next/headers`: the same class over headers that can be read. */
const run: Ask = async (app) => {
  const headers = new Headers();
  await (app as (jar: ResponseCookies) => Promise<void>)(new ResponseCookies(headers));
  return headers.getSetCookie();
};

const FORMS = [
  ['positional', (options: string) => `jar.set('sid', 'x', ${options});`],
  ['object', (options: string) => `jar.set({ name: 'sid', value: 'x', ...${options} });`],
] as const;

describe.each(FORMS)('cookies().set, %s', (_name, write) => {
  it.each(OPTIONS)('%s', async (options) => {
    const state = await stateOf(
      `import { cookies } from 'next/headers';\nexport default async function () {\n  const jar = await cookies();\n  ${write(options)}\n}\n`,
    );
    const behaviour = await behaviourOf(`export default async function (jar) {\n  ${write(options)}\n}\n`, run);
    expect({ state, ...behaviour }).toEqual({ state, ...promised(state) });
    expect(state).not.toBe('unresolved');
  });
});
