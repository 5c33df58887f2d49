import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cookies/finding.js';
import { applyEdits } from '../../src/fixes/diff.js';
import { columnsOf } from '../../src/text/columns.js';
import { formats, formatNames, type FormatName } from '../../src/report/formats.js';
import type { FormatOptions } from '../../src/report/format.js';
import { clean, cookie, finding, formatOptions, rangeOf, sample, texts } from './sample.js';

async function render(name: FormatName, report: Report = sample, over: Partial<FormatOptions> = {}): Promise<string> {
  return (await formats[name].load())(report, formatOptions(report, over));
}

/** File and cookie names that try to break out of every format there is. */
const evil = '../x"\'><script>alert(1)</script>`|@all\u001B[31m\u202E%0A::error::\n]]>&;,:=.js';
const evilText = `res.cookie("\u001B]0;owned\u0007", '</script><script>alert(2)</script>');\n`;
const hostile: Report = {
  ...sample,
  findings: [
    finding({
      path: evil,
      range: { start: 0, end: evilText.length - 1 },
      cookie: { name: evil, session: true },
      message: `Cookie \`${evil}\` is sent without Secure.`,
      related: [{ path: evil, range: { start: 0, end: 3 }, message: evil }],
      app: evil,
      fixes: [{ title: evil, safe: true, edits: [{ start: 0, end: 0, text: evil }] }],
    }),
  ],
  suppressed: [],
  cookies: [cookie({ path: evil, range: { start: 0, end: 3 }, cookie: { name: evil, session: true }, framework: evil, app: evil })],
  apps: [{ root: evil, frameworks: [evil], verdict: 'fail', score: 0, bestScore: 0, reasons: [], undecided: 0 }],
  skipped: [{ path: evil, why: evil }],
  textOf: () => evilText,
};

describe('every format', () => {
  it.each(formatNames)('%s ends its text with a line break and is the same twice', async (name) => {
    const text = await render(name);
    expect(text.endsWith('\n')).toBe(true);
    expect(await render(name)).toBe(text);
    expect((await render(name, clean)).endsWith('\n') || name === 'compact' || name === 'jsonl' || name === 'github').toBe(true);
  });

  it.each(formatNames.filter((name) => !['json', 'jsonl', 'sarif', 'html'].includes(name)))(
    '%s shows notes only with --pedantic',
    async (name) => {
      expect(await render(name)).not.toContain('shop/settings.py:1');
      expect(await render(name)).not.toContain('CSRF cookie');
      expect(await render(name, sample, { pedantic: true })).toContain('CSRF cookie');
    },
  );

  it.each(formatNames)('%s lets no control character of the repository through', async (name) => {
    const text = await render(name, hostile);

    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    const forPrograms: readonly string[] = ['json', 'jsonl', 'sarif', 'gitlab', 'gitlab-sast', 'rdjson', 'junit', 'checkstyle'];
    expect(!forPrograms.includes(name) && text.includes('\u202E')).toBe(false);
  });
});

describe('a log that looks for commands', () => {
  const command = '::error file=x::owned.js';
  const vso = '##vso[task.setvariable variable=x]y';
  const commanding: Report = {
    ...hostile,
    findings: [command, vso, `  ${command}`].map((name) =>
      finding({ path: name, range: { start: 0, end: 3 }, cookie: { name: vso, session: true }, message: `Cookie \`${vso}\``, app: name }),
    ),
    apps: [],
    skipped: [{ path: command, why: vso }],
    textOf: () => `${command}\n${vso}\n`,
  };

  it.each(['compact', 'pretty'] as const)('finds none in %s', async (name) => {
    const lines = (await render(name, commanding)).split('\n');
    expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });

  it('finds none in the middle of a line of compact', async () => {
    expect(await render('compact', commanding)).not.toMatch(/##\w*\[/);
  });
});

describe('what could not be decided', () => {
  const open = finding({
    path: 'api/server.js',
    range: { start: 0, end: 3 },
    problem: 'unresolved',
    severity: 'note',
    reason: null,
    message: 'Cookie `sid`: whether it is Secure could not be decided (the value leaves this repository).',
  });
  const [first] = sample.apps;
  const undecided: Report = {
    ...clean,
    findings: [open],
    undecided: [open],
    verdict: 'undecided',
    score: 0,
    bestScore: 1,
    apps: [{ ...first!, verdict: 'undecided', score: 0, bestScore: 1, reasons: [], undecided: 1 }],
  };
  const nothing: Report = { ...clean, cookies: [], apps: [], verdict: 'none', score: null, bestScore: null };

  it.each(['pretty', 'markdown', 'html'] as const)('%s shows the cookie and says how many there are', async (name) => {
    const text = await render(name, undecided);
    expect(text).toContain('could not be decided');
    expect(text).toContain('1 cookie undecided');
    expect(text).toContain('0.0–1.0');
    expect(text).not.toContain('every cookie is sent with Secure.');
  });

  it('is a number in json and sarif, and no failure in junit', async () => {
    expect(JSON.parse(await render('json', undecided)).summary).toMatchObject({
      verdict: 'undecided',
      score: 0,
      bestScore: 1,
      undecided: 1,
    });
    expect(JSON.parse(await render('sarif', undecided)).runs[0].properties).toMatchObject({ verdict: 'undecided', undecided: 1 });
    expect(await render('junit', undecided)).toContain('tests="1" failures="0"');
  });

  it.each(['pretty', 'markdown', 'html', 'junit', 'prompt'] as const)(
    '%s calls nothing a pass where no cookie was recognised',
    async (name) => {
      const text = await render(name, nothing);
      expect(text).toContain('no cookie was recognised in 12 files, 3 of them read');
      expect(text).not.toMatch(/pass\b(?! \{)/);
      expect(text).not.toContain('every cookie is sent');
      expect(await render(name, { ...nothing, files: 0, candidates: 0 })).toContain('no file was found to read');
    },
  );

  it('asks no assistant to mend it', async () => {
    expect(await render('prompt', undecided)).toBe('Nothing to fix is known; 1 cookie undecided.\n');
  });
});

describe('json', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8')),
  );

  it('satisfies the schema, also for hostile names', async () => {
    for (const report of [sample, clean, hostile])
      expect(validate(JSON.parse(await render('json', report))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('counts from 1 and names cause, trail and fix', async () => {
    const report = JSON.parse(await render('json'));
    expect(report.summary).toEqual({
      verdict: 'fail',
      score: 0.5,
      bestScore: 0.5,
      files: 12,
      candidates: 3,
      cookies: 4,
      errors: 2,
      warnings: 1,
      notes: 1,
      undecided: 0,
      apps: sample.apps,
    });
    expect(report.findings).toHaveLength(4);
    expect(report.findings[1]).toEqual({
      path: 'api/server.js',
      line: 6,
      column: 3,
      endLine: 6,
      endColumn: 54,
      rule: 'express',
      surface: 'express/res-cookie',
      problem: 'env-conditional',
      severity: 'error',
      confidence: 'high',
      cookie: { name: 'refresh_token', session: true },
      message: sample.findings[1]?.message,
      reason: 'COOKIE_SECURE_SESSION_MISSING',
      app: 'api',
      cause: { path: 'api/options.js', line: 2 },
      related: [
        { path: 'api/options.js', line: 1, column: 14, message: 'the options are the imported constant `cookieOptions`' },
        { path: 'api/options.js', line: 2, column: 11, message: '`secure` is on only when NODE_ENV is "production"' },
      ],
      fixes: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const { edits } = report.findings[2].fixes[0];
    expect(applyEdits(texts['api/server.js'] ?? '', edits)).toContain('{ httpOnly: true, secure: true }');
    expect(report.skipped).toEqual([{ path: 'big.js', why: 'larger than 5 MB' }]);
    const lines = (await render('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(report.findings);
  });
});

describe('sarif', () => {
  // The schema is OASIS's of SARIF 2.1.0, as Microsoft's matchers ship it. One of its patterns is no Unicode regular expression.
  const schema = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const validate = addFormats.default(new AjvDraft04.default({ strict: false, unicodeRegExp: false })).compile(schema);

  it('satisfies the official schema', async () => {
    for (const report of [sample, clean, hostile])
      expect(validate(JSON.parse(await render('sarif', report))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('holds rules, code flows that end at the cookie, fixes, fingerprints and suppressions', async () => {
    const run = (JSON.parse(await render('sarif', sample, { pedantic: true })) as Log).runs[0];
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual([
      'env-escape-hatch',
      'missing',
      'session/env-conditional',
      'session/missing',
    ]);
    const results = run?.results ?? [];
    expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'warning', 'note', 'error']);
    const flow = results[0]?.codeFlows?.[0]?.threadFlows[0]?.locations.map(
      ({ location }) => location?.physicalLocation?.artifactLocation?.uri,
    );
    expect(flow).toEqual(['api/options.js', 'api/options.js', 'api/server.js']);
    expect(results[2]?.fixes?.[0]?.artifactChanges[0]?.replacements[0]).toEqual({
      deletedRegion: { startLine: 7, startColumn: 47, endLine: 7, endColumn: 47, charOffset: 261, charLength: 0 },
      insertedContent: { text: ', secure: true' },
    });
    expect(results[4]?.suppressions).toEqual([{ kind: 'inSource', justification: 'served over a unix socket' }]);
    expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints?.['cookieLint/v1'])).size).toBe(5);
    expect(run?.columnKind).toBe('utf16CodeUnits');
  });

  it('leaves out what was accepted, and notes, unless they are asked for', async () => {
    const run = (JSON.parse(await render('sarif')) as Log).runs[0];
    expect(run?.results?.map(({ level, suppressions }) => [level, suppressions])).toEqual([
      ['error', undefined],
      ['error', undefined],
      ['warning', undefined],
    ]);
  });

  // https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
  it('holds what GitHub reads of a rule and of a result', async () => {
    const run = (JSON.parse(await render('sarif')) as Log).runs[0];
    for (const { id, shortDescription, fullDescription, help, defaultConfiguration, properties } of run?.tool.driver.rules ?? []) {
      expect(id.length).toBeLessThanOrEqual(255);
      expect(shortDescription!.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription!.text.length).toBeLessThanOrEqual(1024);
      expect(help?.markdown).toContain('**Remedy.**');
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration?.level);
      expect(['very-high', 'high', 'medium', 'low']).toContain(properties?.precision);
      expect(Number(properties?.['security-severity'])).toBeGreaterThan(0);
      expect(properties?.tags).toContain('external/cwe/cwe-614');
    }
    for (const { partialFingerprints } of run?.results ?? [])
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]{1,16}:\d+$/);
  });

  it('holds no more results than GitHub takes, the gravest first, and says so', async () => {
    const many = Array.from({ length: 25_100 }, (_, i) =>
      finding({ path: 'api/server.js', range: { start: 0, end: 6 }, severity: i < 25_000 ? 'warning' : 'error' }),
    );
    const run = (JSON.parse(await render('sarif', { ...sample, findings: many, suppressed: [] })) as Log).runs[0];
    expect(run?.results).toHaveLength(25_000);
    expect(run?.results?.filter(({ level }) => level === 'error')).toHaveLength(100);
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toContain('100 of the less grave findings');
  });

  it('writes paths as references', async () => {
    const odd = finding({ path: 'a b/ü#:%.js', range: { start: 0, end: 0 } });
    const log = JSON.parse(await render('sarif', { ...sample, findings: [odd], suppressed: [] })) as Log;
    expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a%20b/%C3%BC%23%3A%25.js');
  });
});

describe('github', () => {
  it('escapes data and properties', async () => {
    const odd = finding({ path: 'a,b:c%\n.js', range: { start: 0, end: 0 }, message: '100%\nof it, here: now' });
    expect(await render('github', { ...sample, findings: [odd] })).toBe(
      '::warning file=a%2Cb%3Ac%25%0A.js,line=1,endLine=1,col=1,endColumn=1,title=express/res-cookie%3A missing::100%25%0Aof it, here: now\n',
    );
  });
});

describe('gitlab-sast', () => {
  // https://gitlab.com/gitlab-org/security-products/security-report-schemas, what 15.0.4 requires.
  it('holds what the schema requires', async () => {
    const run = { at: new Date('2026-01-02T03:04:05Z'), command: 'cookie-lint', repository: 'shop' };
    const out = JSON.parse(await render('gitlab-sast', sample, { run }));
    expect(out).toMatchObject({
      version: '15.0.4',
      scan: {
        type: 'sast',
        status: 'success',
        start_time: '2026-01-02T03:04:05',
        end_time: '2026-01-02T03:04:05',
        analyzer: { id: 'cookie-lint', vendor: { name: 'cookie-lint' } },
        scanner: { id: 'cookie-lint' },
      },
    });
    expect(out.vulnerabilities).toHaveLength(3);
    for (const one of out.vulnerabilities) {
      expect(one.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical']).toContain(one.severity);
      expect(one.identifiers).toContainEqual(expect.objectContaining({ type: 'cwe', value: '614' }));
      expect(one.location).toMatchObject({ file: expect.any(String), start_line: expect.any(Number) });
    }
    expect(new Set(out.vulnerabilities.map(({ id }: { id: string }) => id)).size).toBe(3);
  });
});

describe('markdown', () => {
  it('is never too long for a comment, and says what it leaves out', async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      finding({ path: 'api/server.js', range: { start: i, end: i + 1 }, message: `Cookie \`c${i}\` is sent. ${'x'.repeat(400)}` }),
    );
    const text = await render('markdown', { ...sample, findings: many });
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/_\d+ more findings: a comment holds no more/);
    const long = await render('markdown', {
      ...sample,
      findings: many,
      skipped: Array.from({ length: 5_000 }, (_, i) => ({ path: `f${i}.js`, why: 'it could not be read' })),
    });
    expect(long.length).toBeLessThan(65_536);
  });
});

describe('gitlab', () => {
  it('has what the code quality report asks for', async () => {
    const issues = JSON.parse(await render('gitlab', sample, { pedantic: true }));
    // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    const validate = new Ajv().compile({
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          description: { type: 'string' },
          check_name: { type: 'string' },
          fingerprint: { type: 'string' },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            type: 'object',
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string' },
              lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
            },
          },
        },
      },
    });
    expect(validate(issues), JSON.stringify(validate.errors)).toBe(true);
    expect(
      issues.map(({ severity, location }: { severity: string; location: { lines: { begin: number } } }) => [
        severity,
        location.lines.begin,
      ]),
    ).toEqual([
      ['critical', 5],
      ['critical', 6],
      ['minor', 7],
      ['info', 1],
    ]);
  });
});

describe('xml', () => {
  it('stays well-formed with hostile names', async () => {
    for (const name of ['junit', 'checkstyle'] as const) {
      const text = await render(name, hostile);
      expect(text).not.toContain('<script');
      // Every `<` opens one of our own tags, and no attribute value ends early.
      for (const [tag] of text.matchAll(/<[^>]*>/g))
        expect(tag).toMatch(
          /^<(?:\?xml version="1\.0" encoding="UTF-8"\?|\/?(?:testsuites?|testcase|failure|skipped|checkstyle|file|error))(?: [a-z]+="[^"<]*")*\/?>$/,
        );
    }
  });

  it('gives CI servers a passed case when there is nothing to report', async () => {
    expect(await render('junit', clean)).toContain('<testsuites name="cookie-lint" tests="1" failures="0" errors="0">');
    expect(await render('junit')).toContain('<skipped message="suppressed: served over a unix socket"/>');
  });
});

describe('rdjson', () => {
  it('counts columns in bytes of UTF-8', async () => {
    const text = "f('é😀'); BAD\n";
    const at = text.indexOf('BAD');
    const odd = finding({
      path: 'a.js',
      range: { start: at, end: at + 3 },
      fixes: [{ title: 'x', safe: true, edits: [{ start: at, end: at + 3, text: 'GOOD' }] }],
    });
    const { diagnostics } = JSON.parse(await render('rdjson', { ...sample, findings: [odd], textOf: () => text }));
    expect(diagnostics[0].location.range).toEqual({ start: { line: 1, column: 14 }, end: { line: 1, column: 17 } });
    expect(diagnostics[0].suggestions).toEqual([{ range: diagnostics[0].location.range, text: 'GOOD' }]);
  });
});

describe('markdown', () => {
  it('makes no markup of names', async () => {
    const text = await render('markdown', hostile);
    const outside = text.replace(/^(`{3,})diff\n[\s\S]*?^\1$/gm, '').replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(outside).not.toMatch(/<script|@all/);
    const row = text.split('\n').find((line) => line.startsWith('| `') || line.startsWith('| ``'));
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(7);
  });
});

describe('prompt', () => {
  it('says what, where, the evidence, the edit and the check', async () => {
    const text = await render('prompt');
    for (const part of [
      'Fix the following 2 problems',
      'Its verdict is fail, score 0.5; the aim is pass, score 1.0.',
      '## 1. api/server.js:5 (error, express/res-cookie, env-conditional, COOKIE_SECURE_SESSION_MISSING)',
      'api/options.js:2 `secure` is on only when NODE_ENV is "production": `secure: process.env.NODE_ENV === \'production\',`',
      "+  res.cookie('theme', 'dark', { httpOnly: true, secure: true });",
      'npx --no-install cookie-lint api/server.js',
    ])
      expect(text).toContain(part);
    expect(await render('prompt', clean)).toBe('Nothing to fix: every cookie that this repository sets is sent with Secure.\n');
  });
});

describe('pretty', () => {
  it('groups what one place decides, marks the site, shows trail, fix and verdict', async () => {
    const text = await render('pretty');
    expect(text.match(/^error /gm)).toHaveLength(1);
    expect(text).toContain("  5 │   res.cookie('session', token, cookieOptions);\n    │   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
    expect(text).toContain('  also   1 more finding decided by the same place:\n         api/server.js:6:3 `refresh_token`\n');
    expect(text).toContain("         +  res.cookie('theme', 'dark', { httpOnly: true, secure: true });");
    expect(text).toContain('✖ fail   0.0  api   Express  session and other cookies without Secure');
    expect(text).toContain('\nNext: cookie-lint --fix mends 1 of 3; the other 2 need your decision, as written under "fix".\n');
    expect(text).toContain(
      '✖ fail · score 0.5 · 4 cookies in 12 files · 2 errors, 1 warning · 1 note (--pedantic shows it) · 1 suppressed · 1 fixable with --fix',
    );
  });

  it('colours only where it is asked to, and links where terminals can', async () => {
    expect(await render('pretty')).not.toContain('\u001B');
    expect(await render('pretty', sample, { color: true })).toContain('\u001B[31m');
    expect(await render('pretty', sample, { hyperlinks: true })).toContain(
      '\u001B]8;;file:///srv/shop/api/server.js#L5\u001B\\api/server.js:5:3\u001B]8;;\u001B\\',
    );
  });

  it('says of an absent setting that nothing in the file says it', async () => {
    expect(await render('pretty', sample, { pedantic: true })).toContain('  shop/settings.py:1:1\n  (nothing in this file says it)\n');
  });

  it('underlines the first line of a site of several lines, and leaves out its middle', async () => {
    const text = 'before\ncall({\n  a,\n  b,\n  c,\n  d,\n});\nafter\n';
    const shown = await render('pretty', {
      ...sample,
      findings: [finding({ path: 'a.js', range: { start: text.indexOf('call'), end: text.indexOf(';') } })],
      textOf: () => text,
    });
    expect(shown.split('\n').slice(2, 10)).toEqual([
      '  1 │ before',
      '  2 │ call({',
      '    │ ~~~~~~',
      '  3 │   a,',
      '  4 │   b,',
      '    ┆',
      '  7 │ });',
      '  8 │ after',
    ]);
  });

  it('breaks lines on a terminal, and those that follow are indented', async () => {
    const lines = (await render('pretty', sample, { columns: 60 })).split('\n');
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(60);
    expect(lines.slice(0, 4)).toEqual([
      'error Cookie `session` is sent without Secure unless',
      '      NODE_ENV is "production" (api/options.js:2). Set',
      '      `secure: true`.  express/res-cookie · env-conditional',
      '  api/server.js:5:3',
    ]);
    expect(lines).toContain('         api/options.js:2:11 `secure` is on only when');
    expect(lines).toContain('           NODE_ENV is "production"');
    const unbroken = (await render('pretty')).split('\n');
    expect(unbroken.some((line) => line.length > 120)).toBe(true);
  });

  it('shows twenty findings in full, the rest in a line each, and all of them where that is asked', async () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      finding({ path: 'api/server.js', range: { start: i, end: i + 1 }, message: `Cookie \`c${i}\` is sent.` }),
    );
    const report = { ...sample, findings: many };
    const text = await render('pretty', report);
    expect(text.match(/^ {2}fix /gm)).toHaveLength(20);
    expect(text).toContain(
      '5 more findings, in a line each (--all shows them in full):\nwarning api/server.js:1:21 Cookie `c20` is sent.\n',
    );
    expect((await render('pretty', report, { all: true })).match(/^ {2}fix /gm)).toHaveLength(25);
    expect((await render('pretty', { ...sample, findings: many.slice(0, 22) })).match(/^ {2}fix /gm)).toHaveLength(22);
  });

  it('does not show what holds a name as if it were one', async () => {
    const [one, two] = [
      finding({ path: 'api/server.js', range: { start: 0, end: 3 }, cookie: { name: null, expression: 'key', session: null } }),
      finding({ path: 'api/options.js', range: { start: 0, end: 3 } }),
    ];
    const shared = { path: 'shop/settings.py', range: { start: 0, end: 3 } };
    expect(
      await render('pretty', {
        ...sample,
        findings: [
          { ...two, cause: shared },
          { ...one, cause: shared },
        ],
      }),
    ).toContain('named by `key`');
    expect(
      await render('markdown', {
        ...sample,
        findings: [
          { ...two, cause: shared },
          { ...one, cause: shared },
        ],
      }),
    ).toContain('named by `key`');
  });

  it('says why once for each problem', async () => {
    const [one, two] = [
      finding({ path: 'api/server.js', range: rangeOf('api/server.js', 'app.post') }),
      finding({ path: 'api/server.js', range: rangeOf('api/server.js', 'express') }),
    ];
    const text = await render('pretty', { ...sample, findings: [one, two] });
    expect(text.match(/^ {2}why /gm)).toHaveLength(1);
    expect(text.match(/^ {2}docs /gm)).toHaveLength(1);
    expect(text.match(/^ {2}fix /gm)).toHaveLength(2);
  });

  it('says of a fix that has to be checked who makes it, without a second bracket', async () => {
    const unsure = { title: 'Add `secure: true` (check that this sets a cookie)', safe: false, edits: [{ start: 0, end: 0, text: 'x' }] };
    expect(
      await render('pretty', { ...sample, findings: [finding({ path: 'api/server.js', range: { start: 0, end: 6 }, fixes: [unsure] })] }),
    ).toContain('  fix    Add `secure: true` (check that this sets a cookie) · by hand\n');
  });

  it('counts the columns that a terminal shows', async () => {
    const text = "set('会话🍪é', BAD)\n";
    const shown = await render('pretty', {
      ...sample,
      apps: [
        { ...sample.apps[0]!, root: '会' },
        { ...sample.apps[0]!, root: 'abc' },
      ],
      findings: [finding({ path: 'a.js', range: { start: text.indexOf('BAD'), end: text.indexOf(')') } })],
      textOf: () => text,
    });
    expect(shown).toContain(`    │ ${' '.repeat("set('".length + 7 + "', ".length)}~~~\n`);
    expect(shown).toContain('fail   0.0  会   Express');
    expect(shown).toContain('fail   0.0  abc  Express');
    const wide = await render(
      'pretty',
      { ...sample, findings: [finding({ path: 'a.js', range: { start: 100, end: 103 } })], textOf: () => '会'.repeat(200) },
      { columns: 60 },
    );
    for (const line of wide.split('\n').filter((row) => row.includes('会'))) expect(columnsOf(line)).toBeLessThanOrEqual(60);
  });

  it('cuts the lines of a diff, but not what changes in them', async () => {
    const text = `${'a'.repeat(100)}BAD${'b'.repeat(100)}\n`;
    const report = {
      ...sample,
      findings: [
        finding({
          path: 'a.js',
          range: { start: 100, end: 103 },
          fixes: [{ title: 'Mend', safe: true, edits: [{ start: 100, end: 103, text: 'GOOD' }] }],
        }),
      ],
      textOf: () => text,
    };
    const shown = (await render('pretty', report, { columns: 60 })).split('\n').filter((row) => /^ {9}[-+]/.test(row));
    expect(shown).toEqual([`         -…${'a'.repeat(12)}BAD${'b'.repeat(33)}…`, `         +…${'a'.repeat(12)}GOOD${'b'.repeat(32)}…`]);
  });

  it('cuts long lines around the mark', async () => {
    const text = `${'a'.repeat(500)}BAD${'b'.repeat(500)}\n`;
    const shown = await render(
      'pretty',
      { ...sample, findings: [finding({ path: 'a.js', range: { start: 500, end: 503 } })], textOf: () => text },
      { columns: 80 },
    );
    const [line = '', mark = ''] = shown.split('\n').filter((row) => row.includes('│'));
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line.slice(mark.indexOf('~'), mark.lastIndexOf('~') + 1)).toBe('BAD');
  });
});

describe('html', () => {
  it('is one file without network whose only script and style are its own', async () => {
    const text = await render('html');
    expect(text.match(/<script>/g)).toHaveLength(1);
    expect(text.match(/<style>/g)).toHaveLength(1);
    expect(text).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]{44}'; script-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'"/,
    );
    expect(text).not.toMatch(/ (?:src|style|on\w+)=/);
    expect(
      [...text.matchAll(/href="([^"]*)"/g)]
        .map(([, to]) => to)
        .filter((to) => !/^#(?:content$|finding-)/.test(to!) && to !== 'https://docs.example/express'),
    ).toEqual([]);
  });

  it('escapes every name', async () => {
    const text = await render('html', hostile);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('alert(1)</script>');
    for (const [tag] of text.matchAll(/<(?!!|\/)(?:"[^"]*"|[^">])*>/g))
      expect(tag).toMatch(/^<[a-z][a-z0-9]*(?: [a-zA-Z-]+(?:="[^"]*")?)*>$/);
  });

  it('has a row for each app and each cookie, and a chart in words', async () => {
    const text = await render('html');
    expect(text).toContain(
      '<th scope="row"><code>api</code></th><td data-label="Verdict"><span class="verdict verdict-fail">fail</span></td><td data-label="Score">0.0</td>',
    );
    expect(text.match(/<tr data-state=/g)).toHaveLength(4);
    expect(text).toContain('Django: 1 covered; Express: 2 env-conditional, 1 missing');
    expect(text).toContain('<ins>+  res.cookie(&#39;theme&#39;, &#39;dark&#39;, { httpOnly: true, secure: true });</ins>');
  });
});
