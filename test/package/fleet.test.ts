/**
 * The engines that scan many repositories (templates/fleet), each over the packed tarball and real git repositories: the commands are
 * taken from the YAML and run as the service would, and the files are checked by the schemas of Kubernetes and GitHub.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { Job } from 'kubernetes-models/batch/v1';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { install, ROOT, type Installed } from './installed.js';

const template = (name: string): string => readFileSync(path.join(ROOT, 'templates/fleet', name), 'utf8');
// Dozens of whole runs.
vi.setConfig({ testTimeout: 300_000 });

const hasParallel = spawnSync('parallel', ['--version']).status === 0;

let installed: Installed;
let origins: string;
let tools: string;

beforeAll(() => {
  installed = install();
  origins = path.join(installed.project, 'origins');
  tools = path.join(installed.project, 'tools');
  mkdirSync(tools);
  const main = path.join(installed.packageFolder, 'dist/src/cli/main.js');
  // A program in a scanned repository's own node_modules must never run.
  tool('npx', `[ "$1 $2" = '--no-install cookie-lint' ] || exit 9\nshift 2\nexec "${process.execPath}" "${main}" "$@"\n`);
  tool('cookie-lint', `exec "${process.execPath}" "${main}" "$@"\n`);
  for (let index = 1; index <= 20; index++) repository(`r${index}`, index % 2 === 0);
});
afterAll(() => installed.remove());

function tool(name: string, text: string): void {
  writeFileSync(path.join(tools, name), `#!/bin/sh\n${text}`);
  chmodSync(path.join(tools, name), 0o755);
}

function repository(name: string, isSecure: boolean): void {
  const folder = path.join(origins, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "express": "5" } }');
  const options = isSecure ? '{ secure: true }' : '{ httpOnly: true }';
  writeFileSync(path.join(folder, 'app.js'), `require('express')().get('/', (q, r) => r.cookie('session', 'x', ${options}));\n`);
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
}

/** A folder with a list of repositories and the scripts, as a job finds it. */
function jobFolder(name: string, count: number, below = '.'): { readonly folder: string; readonly list: string } {
  const folder = path.join(installed.project, name);
  mkdirSync(path.join(folder, below), { recursive: true });
  for (const script of ['scan.sh', 'part.sh']) copyFileSync(path.join(ROOT, 'templates/fleet', script), path.join(folder, below, script));
  const list = path.join(folder, below, 'repositories.txt');
  const lines = Array.from({ length: count }, (_, index) => path.join(origins, `r${index + 1}`));
  // The name of a repository is data.
  writeFileSync(list, ['# ours', ...lines, '', `${path.join(origins, 'gone;touch${IFS}owned')} # moved`, ''].join('\n'));
  return { folder, list };
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(folder: string, command: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, PATH: `${tools}:${process.env['PATH'] ?? ''}`, HOME: installed.project, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

const reportsIn = (folder: string): string[] => readdirSync(path.join(folder, 'reports')).sort();

describe.skipIf(!hasParallel)(`GNU parallel${hasParallel ? '' : ' (skipped: GNU parallel is not installed)'}`, () => {
  it('scans 20 repositories, names the one that fails, keeps the rest, and goes on where it was', () => {
    const { folder, list } = jobFolder('parallel', 20);
    const repositories = readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('/'))
      .map((line) => line.replace(/ #.*/, ''));
    const command = ['parallel', '--will-cite', '--jobs', '2', 'sh', 'scan.sh', 'reports', '{}', ':::', ...repositories];
    const first = run(folder, command);
    expect(first.status).toBe(1);
    expect(first.stderr).toContain(`failed: ${path.join(origins, 'gone;touch${IFS}owned')}`);
    expect(readdirSync(folder)).not.toContain('owned');
    const names = reportsIn(folder);
    expect(names).toHaveLength(20);
    const times = names.map((name) => statSync(path.join(folder, 'reports', name)).mtimeMs);
    rmSync(path.join(folder, 'reports', names[3] ?? ''));
    expect(run(folder, command).status).toBe(1);
    expect(reportsIn(folder)).toEqual(names);
    expect(names.filter((name, index) => statSync(path.join(folder, 'reports', name)).mtimeMs !== times[index])).toEqual([names[3]]);
    const page = run(folder, ['sh', '-c', 'cookie-lint fleet reports/*.json --repositories repositories.txt']);
    expect(page.status).toBe(1);
    expect(page.stdout).toContain('✖ no report  gone;touch${IFS}owned\n');
    expect(page.stdout).toContain('20 repositories · 10 fail, 10 pass · 10 missing\n');
  });
});

/** Runs each part, then expects that every repository but the one that is gone has a report. */
function scansAll(name: string, { folder }: ReturnType<typeof jobFolder>, part: (index: number) => Ran): void {
  const parts = [0, 1, 2, 3].map(part);
  expect(
    parts.filter(({ status }) => status !== 0),
    name,
  ).toHaveLength(1);
  expect(parts.map(({ stderr }) => stderr).join('')).toContain('failed: ');
  expect(reportsIn(folder)).toHaveLength(5);
}

describe('Kubernetes', () => {
  const job = parse(template('kubernetes.yml')) as {
    spec: {
      completions: number;
      template: { spec: { containers: [{ args: [string]; command: string[]; env: { name: string; value: string }[] }] } };
    };
  };

  it('knows every field of the Indexed Job', () => {
    expect(() => new Job(job as never).validate()).not.toThrow();
    const odd = structuredClone(job) as { spec: Record<string, unknown> };
    odd.spec['completions'] = 'four';
    expect(() => new Job(odd as never).validate()).toThrow();
  });

  it('scans a part in each pod', () => {
    const [container] = job.spec.template.spec.containers;
    const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    expect(env['TOTAL']).toBe(String(job.spec.completions));
    const place = jobFolder('kubernetes', 5, 'list');
    scansAll('kubernetes', place, (index) =>
      run(place.folder, [...container.command, ...container.args], { ...env, JOB_COMPLETION_INDEX: String(index) }),
    );
  });
});

describe('GitHub', () => {
  const text = template('github.yml');
  const { jobs } = parse(text) as Record<
    'jobs',
    Record<'scan' | 'page', { strategy: { matrix: { part: number[] } }; steps: { id?: string; run?: string }[] }>
  >;
  const command = (job: 'scan' | 'page'): string => jobs[job].steps.find(({ id }) => id === job)?.run ?? '';

  it('takes the workflow', async () => {
    const problems = async (content: string): Promise<string[]> => {
      const { context, value } = parseWorkflow({ name: 'cookies.yml', content }, new NoOperationTraceWriter());
      if (value !== undefined) await convertWorkflowTemplate(context, value);
      return context.errors.getErrors().map(({ message }) => message);
    };
    expect(await problems(text)).toEqual([]);
    expect(await problems(text.replace('runs-on', 'run-on'))).not.toEqual([]);
  });

  it('scans a part in each job of the matrix, and makes the page', () => {
    const place = jobFolder('github', 5);
    const { part } = jobs.scan.strategy.matrix;
    scansAll('github', place, (index) =>
      run(place.folder, ['bash', '-eo', 'pipefail', '-c', command('scan')], { PART: String(part[index]), TOTAL: String(part.length) }),
    );
    const page = run(place.folder, ['bash', '-eo', 'pipefail', '-c', command('page')]);
    expect(page).toMatchObject({ status: 1, stderr: '1 repository of the list without a report\n' });
    expect(readdirSync(place.folder)).toEqual(expect.arrayContaining(['fleet.csv', 'fleet.html']));
  });
});

describe('GitLab', () => {
  it('scans a part in each of the parallel jobs, and makes the page', () => {
    const { scan, page } = parse(template('gitlab.yml')) as { scan: { parallel: number; script: [string] }; page: { script: [string] } };
    const place = jobFolder('gitlab', 5);
    scansAll('gitlab', place, (index) =>
      run(place.folder, ['sh', '-c', scan.script[0]], { CI_NODE_INDEX: String(index + 1), CI_NODE_TOTAL: String(scan.parallel) }),
    );
    expect(run(place.folder, ['sh', '-c', page.script[0]]).status).toBe(1);
    expect(readFileSync(path.join(place.folder, 'fleet.csv'), 'utf8')).toContain('no report');
  });
});
