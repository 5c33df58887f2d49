/** `fleet` at the command line: real reports in, a page out, and mistakes told in one line. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/engine/scan.js';
import { world, type Result, type World } from './world.js';

let place: World;
const run = (date: string, ...args: string[]): Promise<Result> =>
  place.runWith({ scan, env: { SOURCE_DATE_EPOCH: String(Date.parse(date) / 1_000) } }, ...args);

beforeAll(async () => {
  place = world({
    'shop/package.json': '{ "dependencies": { "express": "5" } }',
    'shop/app.js': "require('express')().get('/', (q, r) => r.cookie('session', 'x'));\n",
    'blog/package.json': '{ "dependencies": { "express": "5" } }',
    'blog/app.js': "require('express')().get('/', (q, r) => r.cookie('session', 'x', { secure: true }));\n",
    'list.txt': '# ours\n./shop\nhttps://git.example/acme/gone.git # moved?\n\n',
  });
  for (const name of ['shop', 'blog']) await run('2026-01-01', name, '--format', `json=reports/${name}.json`);
  place.write('shop/app.js', "require('express')().get('/', (q, r) => r.cookie('session', 'x', { secure: true }));\n");
  await run('2026-02-01', 'shop', '--format', 'json=reports/shop-2.json');
});

const reports = ['reports/shop.json', 'reports/blog.json', 'reports/shop-2.json'];

it('shows what the reports say, in every format, and does not fail for findings', async () => {
  const { code, out, err } = await run(
    '2026-02-01',
    'fleet',
    ...reports,
    '--format',
    'pretty',
    '--format',
    'html=fleet.html',
    '-f',
    'csv=fleet.csv',
  );
  expect([code, err]).toEqual([0, '']);
  // All of them lie in the working directory, which is their root.
  expect(out).toContain('✔ pass');
  expect(place.read('fleet.html')).toContain('Is every cookie sent with Secure, in every repository?');
  expect(place.read('fleet.csv')).toContain('Repository,Verdict,Score');
});

it('names the repositories of the list that have no report, and ends with 1', async () => {
  const { code, out, err } = await run('2026-02-01', 'fleet', ...reports, '--repositories', 'list.txt');
  expect([code, err]).toEqual([1, '2 repositories of the list without a report\n']);
  expect(out).toContain('✖ no report  shop\n✖ no report  git.example/acme/gone\n');
});

describe('refuses in one line', () => {
  it.each([
    [[], 'which reports?'],
    [['nowhere.json'], 'no such file: nowhere.json'],
    [['list.txt'], 'list.txt is no JSON'],
    [['shop/package.json'], 'is no report of cookie-lint'],
    [['reports/shop.sarif'], 'is a SARIF report; this command reads JSON'],
    [['reports/part.json'], 'is shard 1 of 2: join its report'],
    [['reports/old.json'], 'does not say of which repository it is'],
    [['reports/odd.json'], 'odd.json is damaged: summary.verdict'],
    [['reports/blog.json', '--since', 'yesterday'], 'yesterday is no date'],
    [['reports/blog.json', '--since', '2026-02-31x'], 'is no date'],
    [['reports/blog.json', '--repositories', 'none.txt'], 'there is no none.txt'],
  ])('%j', async (args, why) => {
    const report = JSON.parse(place.read('reports/blog.json')) as { run?: unknown; summary: object };
    place.write('reports/odd.json', JSON.stringify({ ...report, summary: { ...report.summary, verdict: '<script>' } }));
    const { run: _run, ...old } = report;
    place.write('reports/old.json', JSON.stringify(old));
    if (args[0]?.endsWith('.sarif') === true) await run('2026-01-01', 'shop', '--format', 'sarif=reports/shop.sarif');
    if (args[0] === 'reports/part.json') await run('2026-01-01', 'shop', '--shard', '1/2', '--format', 'json=reports/part.json');
    const { code, out, err } = await run('2026-01-01', 'fleet', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(why);
  });
});
