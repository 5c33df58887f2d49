/** The files that CI services run: their shell, taken from the YAML, over the packed tarball, with a stand-in for `npx`. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieLint, install, ROOT, type Installed } from './installed.js';

let installed: Installed;
let tools: string;

beforeAll(() => {
  installed = install();
  tools = path.join(installed.project, 'node_modules/.stand-ins');
  mkdirSync(tools);
  // What the registry would be asked for is written down; what runs is the tarball.
  tool(
    'npx',
    `printf '%s\\n' "$@" > "$ASKED"\ncase "$1" in --yes|--no-install) shift;; esac\n[ "$1" = --package ] && shift 2\nshift\nexec "${process.execPath}" "${path.join(installed.packageFolder, 'dist/src/cli/main.js')}" "$@"\n`,
  );
  tool('apt-get', 'exit 0\n');
  // What `npm ci` and the build would make stands in the package already; a published version is the same tarball.
  tool(
    'npm',
    `printf '%s\\n' "$@" > "$ASKED"\n[ "$1" = install ] || exit 0\nmkdir -p "$3/node_modules"\nln -sfn "${installed.packageFolder}" "$3/node_modules/cookie-lint"\n`,
  );
  mkdirSync(path.join(installed.packageFolder, 'scripts'), { recursive: true });
  writeFileSync(path.join(installed.packageFolder, 'scripts/build.mjs'), '');
  for (const folder of ['api', 'web']) mkdirSync(path.join(installed.project, folder));
  writeFileSync(
    path.join(installed.project, 'api/app.js'),
    "require('express')().post('/login', (req, res) => {\n  res.cookie('session', req.body.token);\n});\n",
  );
  writeFileSync(
    path.join(installed.project, 'web/app.js'),
    "require('express')().post('/login', (req, res) => {\n  res.cookie('session', 'x', { secure: true });\n});\n",
  );
});
afterAll(() => installed.remove());

function tool(name: string, text: string): void {
  const file = path.join(tools, name);
  writeFileSync(file, `#!/bin/sh\n${text}`);
  chmodSync(file, 0o755);
}

function shell(
  command: string,
  text: string,
  env: Readonly<Record<string, string>>,
): { status: number | null; stdout: string; stderr: string; asked: string[] } {
  const asked = path.join(tools, 'asked');
  const [name = '', ...args] = command.split(' ');
  const { status, stdout, stderr } = spawnSync(name, [...args, text], {
    cwd: installed.project,
    encoding: 'utf8',
    env: { ...env, PATH: `${tools}:${process.env['PATH'] ?? ''}`, ASKED: asked, NO_COLOR: '1' },
  });
  return { status, stdout, stderr, asked: existsSync(asked) ? readFileSync(asked, 'utf8').trimEnd().split('\n') : [] };
}

const yaml = (file: string): never => parse(readFileSync(path.join(ROOT, file), 'utf8')) as never;

describe('action.yml', () => {
  interface Step {
    readonly id?: string;
    readonly if?: string;
    readonly uses?: string;
    readonly shell?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  }
  interface Ran {
    readonly status: number | null;
    readonly stdout: string;
    readonly asked: readonly string[];
    readonly outputs: Readonly<Record<string, string>>;
  }

  /** Runs the steps one by one as the runner does: inputs put into the environment, bash with -e and pipefail, outputs read from a file. */
  function action(inputs: Readonly<Record<string, string>>, runner: Readonly<Record<string, string>> = {}): Ran {
    const { inputs: declared, outputs, runs } = yaml('action.yml') as Action;
    expect(runs.using).toBe('composite');
    const said = new Map<string, string>();
    const filled = (text: string): string =>
      text.replace(/\$\{\{ (\S+) \}\}/g, (_all, name: string) => {
        if (name.startsWith('inputs.')) return inputs[name.slice(7)] ?? declared[name.slice(7)]!.default;
        return name === 'github.action_path' ? installed.packageFolder : (said.get(name) ?? '');
      });
    let last: ReturnType<typeof shell> = { status: 0, stdout: '', stderr: '', asked: [] };
    for (const step of runs.steps) {
      // The runner's own Node is new enough for every test: what sets one up is left out, as its condition says.
      if (step.uses !== undefined) {
        expect(said.get('steps.node.outputs.fits')).toBe('true');
        continue;
      }
      expect(step.shell).toBe('bash');
      expect(step.run).not.toContain('${{');
      const output = path.join(tools, `output-${step.id ?? ''}`);
      writeFileSync(output, '');
      const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]));
      last = shell('bash --noprofile --norc -eo pipefail -c', step.run!, { ...env, RUNNER_TEMP: tools, GITHUB_OUTPUT: output, ...runner });
      for (const line of readFileSync(output, 'utf8')
        .split('\n')
        .filter((one) => one !== ''))
        said.set(`steps.${step.id!}.outputs.${line.slice(0, line.indexOf('='))}`, line.slice(line.indexOf('=') + 1));
      if (last.status !== 0) break;
    }
    return {
      status: last.status,
      stdout: last.stdout,
      asked: last.asked,
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, filled(value)])),
    };
  }

  it('builds its own checkout, prints an annotation for each finding, and fails', () => {
    const { status, stdout, asked, outputs } = action({});
    expect(stdout).toMatch(
      /^::error file=api\/app\.js,line=2,endLine=2,col=3,endColumn=\d+,title=express\/res-cookie%3A missing::Cookie `session` is sent without Secure/,
    );
    expect(status).toBe(1);
    expect(asked).toEqual(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    expect(outputs).toEqual({ verdict: 'fail', errors: '1', warnings: '0', undecided: '0', sarif: 'cookie-lint.sarif' });
    expect(JSON.parse(readFileSync(path.join(installed.project, 'cookie-lint.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('runs a published version where one is asked for', () => {
    const { asked } = action({ version: '0.1.0' });
    expect(asked.at(-1)).toBe('cookie-lint@0.1.0');
    expect(asked).toContain('--ignore-scripts');
  });

  it('takes a path a line, arguments, and a place for SARIF', () => {
    mkdirSync(path.join(installed.project, 'out dir'), { recursive: true });
    const { status, outputs } = action({ paths: 'web\napi', args: '--max-warnings 0', sarif: 'out dir/cookies.sarif' });
    expect(status).toBe(1);
    expect(outputs['sarif']).toBe('out dir/cookies.sarif');
    expect(JSON.parse(readFileSync(path.join(installed.project, 'out dir/cookies.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(action({ paths: 'web', sarif: '' })).toMatchObject({ status: 0, stdout: '', outputs: { verdict: 'pass', sarif: '' } });
  });

  it('fails on what it is told to fail on', () => {
    expect(action({ 'fail-on': 'never' })).toMatchObject({ status: 0, outputs: { errors: '1' } });
    expect(action({ 'fail-on': 'error' }).status).toBe(1);
    expect(action({ paths: 'web', 'fail-on': 'undecided' }).status).toBe(0);
    expect(action({ 'fail-on': 'nothing' })).toMatchObject({ status: 2, stdout: expect.stringContaining('there is no nothing') as string });
  });

  it('puts verdict and score into the summary of the job', () => {
    const summary = path.join(installed.project, 'summary.md');
    action({}, { GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, 'utf8')).toContain('cookie-lint: fail, score');
  });

  it('runs nothing that an input brings along', () => {
    const { status } = action({ paths: '$(touch owned) `touch owned` ; touch owned', args: '& touch owned', sarif: '$(touch owned)' });
    expect(status).toBe(2);
    action({ 'fail-on': '$(touch owned)' });
    expect(existsSync(path.join(installed.project, 'owned'))).toBe(false);
  });
});

describe('templates/gitlab-ci.yml', () => {
  interface Job {
    readonly variables: Readonly<Record<string, string>>;
    readonly before_script: readonly string[];
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string; readonly sast: string } };
  }

  it('prints the pretty report, and leaves the report that it hands over', () => {
    const job = (yaml('templates/gitlab-ci.yml') as Record<string, Job>)['cookie-lint']!;
    const { status, stdout, asked } = shell('sh -ec', [...job.before_script, ...job.script].join('\n'), job.variables);
    expect(status).toBe(1);
    expect(stdout).toContain('error Cookie `session` is sent without Secure');
    expect(stdout).toContain('✖ fail · score 0.0');
    expect(asked.slice(0, 3)).toEqual(['--yes', '--package', './cookie-lint-0.1.0.tgz']);
    expect(JSON.parse(readFileSync(path.join(installed.project, job.artifacts.reports.sast), 'utf8'))).toMatchObject({
      scan: { type: 'sast' },
    });
    expect(job.artifacts.when).toBe('always');
    const report = JSON.parse(readFileSync(path.join(installed.project, job.artifacts.reports.codequality), 'utf8')) as {
      location: { path: string };
    }[];
    expect(report.map(({ location }) => location.path)).toEqual(['api/app.js']);
  });
});

describe('what `init` writes', () => {
  it('runs as a job of GitHub', () => {
    mkdirSync(path.join(installed.project, '.github'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) writeFileSync(path.join(installed.project, file), '{}');
    cookieLint(installed, ['init', '--yes']);
    const workflow = yaml(path.relative(ROOT, path.join(installed.project, '.github/workflows/cookie-lint.yml'))) as {
      jobs: { cookies: { steps: { run?: string }[] } };
    };
    const { status, stdout } = shell('bash -ec', workflow.jobs.cookies.steps.flatMap(({ run }) => run ?? []).join('\n'), {});
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=api\/app\.js/);
    expect(stdout).toContain('✖ fail · score 0.0');
  });
});
