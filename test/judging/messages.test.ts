import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

const messageOf = async (text: string): Promise<string | undefined> => {
  const report = await scan({ root: path.resolve(import.meta.dirname), config: defaultConfig, alone: true, stdin: { filename: 'app.js', text } });
  return report.findings[0]?.message;
};

describe('a cookie that follows the scheme', () => {
  it('is a matter of the page in the browser', async () => {
    const message = await messageOf("import Cookies from 'js-cookie';\nCookies.set('token', x, { secure: location.protocol === 'https:' });\n");
    expect(message).toContain('page that was opened over plain http');
    expect(message).not.toContain('proxy');
  });

  it('is a matter of the proxy on a server', async () => {
    expect(await messageOf("import express from 'express';\nexpress().get('/', (req, res) => res.cookie('token', x, { secure: req.secure }));\n")).toContain('Behind a TLS-terminating proxy');
  });
});

describe('a variable that has to be there', () => {
  const cookieOf = (schema: string): Promise<string | undefined> =>
    messageOf(`import express from 'express';\nimport { z } from 'zod';\nconst env = z.object({ SECURE: ${schema} }).parse(process.env);\nexpress().get('/', (req, res) => res.cookie('token', x, { secure: env.SECURE === 'true' }));\n`);

  it('does not fail open where it is missing', async () => {
    const message = await cookieOf('z.string()');
    expect(message).toContain('does not run without it');
    expect(message).not.toContain('fails open');
  });

  it('fails open where it is optional', async () => {
    expect(await cookieOf('z.string().optional()')).toContain('fails open');
  });
});
