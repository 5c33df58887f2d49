import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

const messageOf = async (text: string, filename = 'app.js'): Promise<string | undefined> => {
  const report = await scan({
    root: path.resolve(import.meta.dirname),
    config: defaultConfig,
    pedantic: true,
    alone: true,
    stdin: { filename, text },
  });
  return report.findings[0]?.message;
};

describe('a cookie that follows the scheme', () => {
  it('is a matter of the page in the browser', async () => {
    const message = await messageOf(
      "import Cookies from 'js-cookie';\nCookies.set('token', x, { secure: location.protocol === 'https:' });\n",
    );
    expect(message).toContain('page was opened over plain http');
    expect(message).not.toContain('proxy');
  });

  it('is a matter of the proxy on a server', async () => {
    expect(
      await messageOf(
        "import express from 'express';\nexpress().get('/', (req, res) => res.cookie('token', x, { secure: req.secure }));\n",
      ),
    ).toContain('behind a proxy that ends TLS');
  });
});

describe('a variable that has to be there', () => {
  const cookieOf = (schema: string): Promise<string | undefined> =>
    messageOf(
      `import express from 'express';\nimport { z } from 'zod';\nconst env = z.object({ SECURE: ${schema} }).parse(process.env);\nexpress().get('/', (req, res) => res.cookie('token', x, { secure: env.SECURE === 'true' }));\n`,
    );

  it('does not fail open where it is missing', async () => {
    const message = await cookieOf('z.string()');
    expect(message).toContain('does not run without it');
    expect(message).not.toContain('missing');
  });

  it('fails open where it is optional', async () => {
    expect(await cookieOf('z.string().optional()')).toContain('not where it is missing');
  });

  const goCookie = (tag: string): Promise<string | undefined> =>
    messageOf(
      `package shop\n\nimport "net/http"\n\ntype Settings struct {\n\tSecure bool \`${tag}\`\n}\n\nvar settings Settings\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\thttp.SetCookie(w, &http.Cookie{Name: "a", Secure: settings.Secure})\n}\n`,
      'shop.go',
    );

  it.each(['env:"SECURE,required"', 'env:"SECURE,notEmpty"', 'envconfig:"SECURE" required:"true"', 'env:"SECURE" env-required:"true"'])(
    'is what a Go tag says: %s',
    async (tag) => {
      expect(await goCookie(tag)).toContain('does not run without it');
    },
  );

  it.each(['env:"SECURE"', 'envconfig:"SECURE" required:"false"'])('is not what a Go tag says: %s', async (tag) => {
    expect(await goCookie(tag)).toContain('not where it is missing');
  });

  const rustCookie = (read: string): Promise<string | undefined> =>
    messageOf(
      `use axum_extra::extract::cookie::Cookie;\nuse std::env;\n\nfn make() -> Cookie<'static> {\n    let secure = ${read} == "true";\n    Cookie::build(("a", "1")).secure(secure).build()\n}\n`,
      'shop.rs',
    );

  it.each(['env::var("SECURE").expect("SECURE is set")', 'env::var("SECURE").unwrap()'])('is what Rust insists on: %s', async (read) => {
    expect(await rustCookie(read)).toContain('does not run without it');
  });

  it('is not what Rust has a default for', async () => {
    expect(await rustCookie('env::var("SECURE").unwrap_or_default()')).toContain('not where it is missing');
  });
});
