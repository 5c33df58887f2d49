/**
 * `npm run fixes -- [--fail-closed] [--only=TEXT] [--diffs=FILE] [fixtures] [examples] [FOLDER…]`: tries every fix on the fixtures, on the examples of the rules, and
 * on repositories, and says which promise is not kept (test/fixes/guarantees): the finding is gone, no other came, a second run changes
 * nothing, and the language's own parser takes the file. Changes nothing on disk. `--diffs` writes what the fixes make, to be read.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { editsBetween, unifiedDiff } from '../src/fixes/diff.js';
import { examine, type Change, type Subject } from '../test/fixes/guarantees/guarantees.js';
import { brokenBy, type Source } from '../test/fixes/guarantees/parsers.js';
import { exampleSubjects, fixtureSubjects, treeSubject } from '../test/fixes/guarantees/subjects.js';

const args = process.argv.slice(2);
const style = args.includes('--fail-closed') ? 'fail-closed' : 'always';
const diffs = args.find((one) => one.startsWith('--diffs='))?.slice('--diffs='.length);
const only = args.find((one) => one.startsWith('--only='))?.slice('--only='.length) ?? '';
const named = args.filter((one) => !one.startsWith('--'));
const wanted = named.length > 0 ? named : ['fixtures', 'examples'];
const all: Subject[] = wanted.flatMap((one) => {
  if (one === 'fixtures') return fixtureSubjects(style);
  if (one === 'examples') return exampleSubjects(undefined, style);
  return [treeSubject(path.basename(one), path.resolve(one), style)];
});

const subjects = all.filter(({ name }) => name.includes(only));
const broken: string[] = [];
const changes: Change[] = [];
const counts = { findings: 0, safe: 0, suggested: 0, none: 0 };
const shownDiffs: string[] = [];
for (const subject of subjects) {
  const one = await examine(subject);
  const has = { safe: 0, suggested: 0, none: 0 };
  for (const { fixes } of one.findings)
    has[
      fixes.some(({ safe, edits }) => safe && edits.length > 0)
        ? 'safe'
        : fixes.some(({ edits }) => edits.length > 0)
          ? 'suggested'
          : 'none'
    ]++;
  counts.findings += one.findings.length;
  for (const kind of ['safe', 'suggested', 'none'] as const) counts[kind] += has[kind];
  if (wanted.length === subjects.length)
    console.log(
      `${subject.name}: ${one.findings.length} findings, ${has.safe} safe, ${has.suggested} suggested, ${has.none} without an edit`,
    );
  broken.push(...one.broken);
  changes.push(...one.changes);
  if (diffs !== undefined) shownDiffs.push(textOf(subject, one));
}

const pairs = changes.map((change) => ({
  change,
  before: { path: change.path, text: change.before },
  after: { path: change.path, text: change.after },
}));
const parsed = brokenBy(pairs);
const changeOf = new Map<Source, Change>(pairs.map(({ after, change }) => [after, change]));
for (const [source, said] of parsed.broken)
  broken.push(
    `${changeOf.get(source)!.subject}: ${source.path}${changeOf.get(source)!.suggestion === undefined ? '' : ` (${changeOf.get(source)!.suggestion})`}: ${said}`,
  );
if (diffs !== undefined) writeFileSync(diffs, shownDiffs.join('\n'));
for (const name of parsed.missing) console.log(`NOT CHECKED: ${name} is not installed`);
for (const one of broken) console.log(one);
console.log(
  `${subjects.length} programs, ${counts.findings} findings: ${counts.safe} safe, ${counts.suggested} suggested, ${counts.none} without an edit; ${changes.length} changed texts, ${broken.length} broken promises`,
);
process.exitCode = broken.length === 0 ? 0 : 1;

function textOf({ name }: Subject, { findings, changes: made }: Awaited<ReturnType<typeof examine>>): string {
  const lines = [`======== ${name}`];
  for (const { path: file, message, problem, fixes } of findings)
    if (!fixes.some(({ edits }) => edits.length > 0))
      lines.push(`NONE ${problem} ${file}: ${message} ${fixes.map(({ title }) => `[${title}]`).join(' ')}`);
  for (const { path: file, before, after, suggestion } of made)
    lines.push(
      `-------- ${suggestion === undefined ? 'SAFE' : `SUGGESTED ${suggestion}`}`,
      unifiedDiff(file, before, editsBetween(before, after)),
    );
  return lines.join('\n');
}
