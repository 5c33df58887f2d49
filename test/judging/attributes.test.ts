/** What the inventory says about the attributes of a cookie. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

const attributesOf = async (options: string): Promise<unknown> => {
  const text = `import express from 'express';\nimport { given } from '@other/options';\nexpress().get('/', (req, res) => res.cookie('a', '1', ${options}));\n`;
  const report = await scan({
    root: path.resolve(import.meta.dirname),
    config: defaultConfig,
    alone: true,
    stdin: { filename: 'app.js', text },
  });
  return report.cookies[0]?.attributes;
};

it('says what is known, and how the rest is written', async () => {
  expect(
    await attributesOf("{ secure: true, httpOnly: true, sameSite: 'lax', domain: req.hosted ? 'a.example' : 'b.example' }"),
  ).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', domain: "req.hosted ? 'a.example' : 'b.example'" });
});

it('does not take an import for the value of an attribute', async () => {
  expect(await attributesOf('given')).toMatchObject({ httpOnly: 'unknown', domain: 'unknown' });
});
