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
