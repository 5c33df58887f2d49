/** A CI job for the service that the repository uses, with the package manager of the project. */
import { toolName } from '../surroundings.js';
import { done, newFile, type Plan, type Project } from './plan.js';

/** A job for the CI service that the repository uses. */
export function ciJob(project: Project): Plan {
  if (project.exists('.gitlab-ci.yml')) return gitlabJob(project);
  if (!project.exists('.github') && !/github\.com/.test(project.remotes))
    return {
      kind: 'note',
      text: `In CI, run \`${project.packageManager?.install === undefined ? toolName : project.packageManager.run}\`; it ends with 1 when there are errors or warnings.`,
    };
  return githubJob(project);
}

function githubJob(project: Project): Plan {
  const file = `.github/workflows/${toolName}.yml`;
  if (project.exists(file)) return done;
  const manager = project.packageManager;
  const steps = [
    '- uses: actions/checkout@v5',
    ...(manager?.install !== undefined && manager.name === 'bun' ? ['- uses: oven-sh/setup-bun@v2'] : []),
    ...(manager?.install === undefined
      ? [`- uses: ${REPOSITORY}@v${project.version}`]
      : [
          '- uses: actions/setup-node@v5\n  with:\n    node-version: 22',
          ...setUp(project).map((command) => `- run: ${command}`),
          `- run: ${manager.run} --format github --format pretty`,
        ]),
  ];
  return newFile(
    file,
    `name: ${toolName}
on: [push, pull_request]
permissions:
  contents: read
jobs:
  cookies:
    runs-on: ubuntu-latest
    steps:
${steps.map((step) => `      ${step.replaceAll('\n', '\n      ')}\n`).join('')}`,
  );
}

/** Where the tool is got from where the project installs no packages: the name is not asked for in any registry. */
const REPOSITORY = 'cookie-lint/cookie-lint';
const CHECKOUT = '/tmp/cookie-lint';

function gitlabJob(project: Project): Plan {
  const file = '.gitlab-ci.yml';
  const before = project.read(file);
  if (before === undefined || before.includes(toolName)) return done;
  const bun = project.packageManager?.name === 'bun' && project.packageManager.install !== undefined ? ['npm install --global bun'] : [];
  const script = [...bun, ...setUp(project), `${runOf(project)} --format pretty --format gitlab=gl-code-quality-report.json`];
  const job = `
${toolName}:
  image: node:22
  script:
${script.map((command) => `    - ${command}\n`).join('')}  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
  return {
    kind: 'file',
    file,
    before,
    edits: [{ start: before.length, end: before.length, text: before.endsWith('\n') || before === '' ? job : `\n${job}` }],
  };
}

/** The commands that install the project's packages, or build the tool. Corepack, which comes with Node 22, has the version of pnpm and Yarn that the project wants. */
function setUp({ packageManager: manager, version }: Project): readonly string[] {
  if (manager?.install === undefined)
    return [
      `git clone --quiet --depth 1 --branch v${version} https://github.com/${REPOSITORY} ${CHECKOUT}`,
      `npm ci --prefix ${CHECKOUT} --ignore-scripts`,
      `npm run build --prefix ${CHECKOUT}`,
    ];
  return [...(manager.name === 'pnpm' || manager.name === 'yarn' ? ['corepack enable'] : []), manager.install];
}

/** The tool that the project installs, or that was built beside it. */
function runOf({ packageManager: manager }: Project): string {
  return manager?.install === undefined ? `node ${CHECKOUT}/dist/src/cli/main.js` : manager.run;
}
