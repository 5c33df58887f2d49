/** What is promised of every input, however broken: what is checked for each one that the fuzzer makes. */
import type { Report } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { converge, type Converged } from '../../src/fixes/converge.js';
import { formatNames, formats } from '../../src/report/formats.js';
import { formatOptions } from '../report/sample.js';
import type { Files } from './seeds.js';

/** A promise that is not kept. */
export interface Broken {
  readonly promise: 'ends' | 'no internal error' | 'places lie in the file' | 'the same twice' | 'fixes mend' | 'every format can show it';
  readonly what: string;
}

const ROOT = '/repository';

const reportOf = (files: Files): Promise<Report> =>
  scan({ root: ROOT, alone: true, texts: new Map(Object.entries(files)), config: defaultConfig, pedantic: true });

const fixed = async (files: Files): Promise<Converged<Report>> =>
  converge(await reportOf(files), {
    rescan: (texts) => reportOf({ ...files, ...Object.fromEntries(texts) }),
    reportOf: (report) => report,
    whyNot: () => undefined,
  });

const textAfter = (files: Files, { files: changed }: Converged<Report>): Files => ({
  ...files,
  ...Object.fromEntries(changed.map(({ path, after }) => [path, after])),
});

/** What of the promises an input breaks. `thorough`: that it is told the same twice, and that every format can show it, is checked too. */
export async function brokenBy(files: Files, thorough: boolean): Promise<Broken | undefined> {
  try {
    return await checked(files, thorough);
  } catch (error) {
    return { promise: 'ends', what: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

async function checked(files: Files, thorough: boolean): Promise<Broken | undefined> {
  const report = await reportOf(files);
  return (
    internal(report) ??
    misplaced(report) ??
    (await unmended(files, report)) ??
    (thorough ? ((await differs(files, report)) ?? (await unshown(report))) : undefined)
  );
}

function internal({ skipped }: Report): Broken | undefined {
  const bug = skipped.find(({ kind }) => kind === 'internal');
  return bug === undefined ? undefined : { promise: 'no internal error', what: `${bug.path}: ${bug.why}` };
}

function misplaced({ findings, cookies, textOf }: Report): Broken | undefined {
  const isWrong = (path: string, start: number, end: number): boolean =>
    !(start >= 0 && start <= end && end <= (textOf(path)?.length ?? 0));
  for (const { path, range, surface, related, fixes } of findings) {
    const places = [
      { path, range },
      ...related,
      ...fixes.flatMap((fix) => fix.edits.map((edit) => ({ path: fix.path ?? path, range: edit }))),
    ];
    if (places.some((place) => isWrong(place.path, place.range.start, place.range.end)))
      return { promise: 'places lie in the file', what: `${path} ${surface}` };
  }
  const cookie = cookies.find(({ path, range }) => isWrong(path, range.start, range.end));
  return cookie === undefined ? undefined : { promise: 'places lie in the file', what: `${cookie.path} ${cookie.surface}` };
}

const toldBy = ({ findings, skipped }: Report): string =>
  JSON.stringify([findings.map(({ path, range, surface, problem, message }) => [path, range, surface, problem, message]), skipped]);

async function differs(files: Files, report: Report): Promise<Broken | undefined> {
  return toldBy(await reportOf(files)) === toldBy(report) ? undefined : { promise: 'the same twice', what: '' };
}

/** A fixed file parses, has nothing new, and is left alone by a second run. */
async function unmended(files: Files, before: Report): Promise<Broken | undefined> {
  if (!before.findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return undefined;
  const once = await fixed(files);
  const { outcome } = once;
  const broken = once.files.find(({ path }) => outcome.isBroken?.(path) === true);
  if (broken !== undefined) return { promise: 'fixes mend', what: `${broken.path} does not parse any more` };
  const bug = internal(outcome);
  if (bug !== undefined) return bug;
  const count = (report: Report): number => report.findings.filter(({ severity }) => severity !== 'note').length;
  if (count(outcome) > count(before)) return { promise: 'fixes mend', what: `${count(before)} findings became ${count(outcome)}` };
  if (once.files.length === 0) return undefined;
  const again = await fixed(textAfter(files, once));
  return again.files.length === 0
    ? undefined
    : { promise: 'fixes mend', what: `a second run changes ${again.files.map(({ path }) => path).join(', ')} again` };
}

async function unshown(report: Report): Promise<Broken | undefined> {
  for (const name of formatNames) {
    const text = (await formats[name].load())(report, formatOptions(report));
    // Tabs stand in the code that a report quotes.
    if (/[\u0000-\u0008\u000B-\u001F]/.test(text))
      return { promise: 'every format can show it', what: `${name} lets a control character through` };
  }
  return undefined;
}
