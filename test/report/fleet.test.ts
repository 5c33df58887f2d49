/** A fleet: the worst repository first, what changed between two dates, and every format of it. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { addressOf, fleetOf, trendText, type Fleet } from '../../src/report/fleet/fleet.js';
import { fleetFormatNames, fleetFormats, type FleetFormatName } from '../../src/report/fleet/formats.js';
import { evil, fleetReport, fleetReports, hostileReport } from './fleet-sample.js';

const render = async (name: FleetFormatName, fleet: Fleet): Promise<string> =>
  (await fleetFormats[name]())(fleet, { tool: { name: 'cookie-lint', version: '1.2.3' }, color: false });

const fleet = fleetOf(fleetReports, ['git.example/acme/gone', 'git.example/acme/blog']);

describe('a fleet', () => {
  it('has the latest report of each repository, the worst first', () => {
    expect(fleet.repositories.map(({ name, verdict, date }) => [name, verdict, date.slice(0, 10)])).toEqual([
      ['git.example/acme/shop', 'fail', '2026-03-01'],
      ['git.example/acme/forum', 'undecided', '2026-02-01'],
      ['git.example/acme/blog', 'pass', '2026-03-01'],
    ]);
    expect(fleet.repositories[0]).toMatchObject({ errors: 1, warnings: 1, unread: 1, kinds: { missing: 1, disabled: 1 } });
    expect(fleet.verdicts).toEqual({ fail: 1, warn: 0, undecided: 1, none: 0, pass: 1 });
    expect(fleet.kinds).toEqual([
      { problem: 'disabled', findings: 1, repositories: 1 },
      { problem: 'missing', findings: 1, repositories: 1 },
    ]);
    expect(fleet.missing).toEqual(['git.example/acme/gone']);
  });

  it('says what came and went since the oldest report, or since a day', () => {
    const [shop] = fleet.repositories;
    expect(shop?.before).toEqual({ date: '2026-01-01T10:00:00.000Z', verdict: 'warn', score: 0.5, added: 1, mended: 1 });
    expect(trendText(shop!)).toBe('was warn, 1 new, 1 mended');
    const later = [...fleetReports, fleetReport('shop', '2026-02-10')];
    const since = (day: string): string | undefined =>
      fleetOf(later, [], new Date(`${day}T23:59:59Z`)).repositories[0]?.before?.date.slice(0, 10);
    expect(['2026-02-28', '2026-02-09', '2025-12-31'].map(since)).toEqual(['2026-02-10', '2026-01-01', undefined]);
  });

  it('knows a repository by each way to reach it', () => {
    for (const way of [
      'https://git.example/acme/shop.git',
      'ssh://git@git.example/acme/shop',
      'git@git.example:acme/shop.git',
      'git.example/acme/shop/',
    ])
      expect(addressOf(way)).toBe('git.example/acme/shop');
    expect(addressOf('https://git.example:8443/acme/shop')).toBe('git.example:8443/acme/shop');
  });
});

describe('its formats', () => {
  it.each(fleetFormatNames)('%s names every repository, also the one without a report, and is the same twice', async (name) => {
    const text = await render(name, fleet);
    for (const one of ['shop', 'forum', 'blog', 'gone']) expect(text).toContain(`git.example/acme/${one}`);
    expect(await render(name, fleet)).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each(fleetFormatNames)('%s lets nothing of a hostile name through', async (name) => {
    const text = await render(name, fleetOf([hostileReport], [evil]));
    expect(text.replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    expect(name === 'json' ? '' : text).not.toContain('\u202E');
    if (name === 'html') expect(text).not.toContain('<script>document');
    if (name === 'csv') for (const line of text.split('\r\n')) expect(line).not.toMatch(/^"?[=+@-]/);
    if (name === 'pretty') expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });

  it('json is what the schema describes', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/fleet.schema.json', import.meta.url), 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const one of [fleet, fleetOf([hostileReport], [evil]), fleetOf([])])
      expect(validate(JSON.parse(await render('json', one))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('pretty is read at a glance', async () => {
    expect(await render('pretty', fleet)).toBe(
      [
        '✖ fail           0.0  git.example/acme/shop   1 error, 1 warning, 1 cookie undecided, was warn, 1 new, 1 mended',
        '? undecided  0.0–1.0  git.example/acme/forum  1 cookie undecided',
        '✔ pass           1.0  git.example/acme/blog',
        '✖ no report  git.example/acme/gone',
        '',
        '3 repositories · 1 fail, 1 undecided, 1 pass · 1 disabled · 1 missing',
        '',
      ].join('\n'),
    );
  });
});
