/**
 * `npm run accuracy -- [WORK_TREES [LABELS_FOLDER]]`: recall and false alarms against the labelled corpus.
 * WORK_TREES holds one folder `<owner>+<name>` per repository at its labelled commit (the corpus's own `materialize.sh` makes
 * them); the labels and the scorer stand in the folder of the corpus. Without both there is nothing to measure, and it says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultConfig } from '../src/engine/config/config.js';
import { scan } from '../src/engine/scan.js';
import { linesOf } from '../src/text/lines.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const trees = path.resolve(process.argv[2] ?? process.env['COOKIE_LINT_CORPUS'] ?? path.join(root, '.corpus'));
const corpus = path.resolve(process.argv[3] ?? path.join(root, '../shared/corpus'));
const labels = path.join(corpus, 'labels.jsonl');
for (const [needed, what] of [
  [labels, 'the labels of the corpus'],
  [trees, 'the work trees of the corpus (materialize.sh beside the labels makes them)'],
] as const) {
  if (existsSync(needed)) continue;
  console.error(`accuracy: ${what} are not at ${path.relative(process.cwd(), needed)}`);
  process.exit(2);
}

interface Label {
  readonly repo: string;
}
const repos = [
  ...new Set(
    readFileSync(labels, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Label).repo),
  ),
];
const findings: object[] = [];
let unresolved = 0;
for (const repo of repos) {
  const tree = path.join(trees, repo.replace('/', '+'));
  if (!existsSync(tree)) {
    console.error(`accuracy: no work tree of ${repo}`);
    continue;
  }
  const report = await scan({ root: tree, config: defaultConfig, pedantic: true });
  for (const finding of report.findings) {
    if (finding.problem === 'unresolved') {
      unresolved++;
      continue;
    }
    const lines = linesOf(report.textOf(finding.path) ?? '');
    findings.push({
      repo,
      path: finding.path,
      line: lines.positionAt(finding.range.start).line,
      endLine: lines.positionAt(Math.max(finding.range.start, finding.range.end - 1)).line,
      kind: finding.problem,
      severity: finding.severity,
      message: finding.surface,
    });
  }
}
const file = path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-accuracy-')), 'findings.json');
writeFileSync(file, JSON.stringify(findings));
const scored = spawnSync(process.execPath, [path.join(corpus, 'score.mjs'), '--labels', labels, '--tool-json', file], { encoding: 'utf8' });
console.log(scored.stdout);
if (scored.status !== 0) console.error(scored.stderr);
console.log(`unresolved sites (only with --pedantic): ${unresolved}`);
process.exitCode = scored.status ?? 1;
