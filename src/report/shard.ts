/**
 * What the report of a shard holds beside its findings: all that a run knows of its part, so that joining the reports of all shards
 * gives the report of one run in every format. The same in JSON and in SARIF (schemas/report.schema.json, `shard`).
 */
import { createHash } from 'node:crypto';
import type { CookieRecord, Finding, Place, Positions, Report, Step } from '../cookies/finding.js';
import type { Range } from '../syntax/ir.js';
import { positionsOf } from './entries.js';
import type { FormatOptions, ShardFacts } from './format.js';

/** Offsets, then line, column, last line, last column: a place can be shown where its file is not at hand. */
type JsonRange = readonly [start: number, end: number, line: number, column: number, endLine: number, endColumn: number];

type JsonPlace<T extends Place> = Omit<T, 'range'> & { readonly range: JsonRange };

type JsonFinding = Omit<JsonPlace<Finding>, 'cause' | 'related' | 'options'> & {
  readonly cause: JsonPlace<Place>;
  readonly related: readonly JsonPlace<Step>[];
  readonly options?: JsonPlace<Place>;
  /** What is counted only has none. */
  readonly fingerprint?: string;
};

type JsonCookie = Omit<JsonPlace<CookieRecord>, 'coveredBy'> & { readonly coveredBy?: JsonPlace<NonNullable<CookieRecord['coveredBy']>> };

export interface JsonShard extends ShardFacts {
  readonly pedantic: boolean;
  readonly apps: Report['apps'];
  readonly files: number;
  readonly candidates: number;
  readonly skipped: Report['skipped'];
  readonly findings: readonly JsonFinding[];
  readonly suppressed: readonly JsonFinding[];
  /** What is counted only: the others are among the findings. */
  readonly undecided: readonly JsonFinding[];
  readonly cookies: readonly JsonCookie[];
  /** The files that are pointed into, each with the digest of its text. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The part of a run as it goes into a report. */
export function jsonShard(
  report: Report,
  { fingerprints, pedantic }: Pick<FormatOptions, 'fingerprints' | 'pedantic'>,
  facts: ShardFacts,
): JsonShard {
  const texts = new Map<string, string>();
  const note = (path: string): void => {
    const text = texts.has(path) ? undefined : report.textOf(path);
    if (text !== undefined) texts.set(path, digestOf(text));
  };
  const placed = <T extends Place>(place: T): JsonPlace<T> => {
    note(place.path);
    const { start, end } = positionsOf(report, place);
    return { ...place, range: [place.range.start, place.range.end, start.line, start.column, end.line, end.column] };
  };
  const finding = (one: Finding): JsonFinding => {
    const { options, ...rest } = one;
    const fingerprint = fingerprints.get(one);
    for (const { path } of one.fixes) if (path !== undefined) note(path);
    return {
      ...placed(rest),
      cause: placed(one.cause),
      related: one.related.map(placed),
      ...(options === undefined ? {} : { options: placed(options) }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    };
  };
  const cookie = ({ coveredBy, ...rest }: CookieRecord): JsonCookie => ({
    ...placed(rest),
    ...(coveredBy === undefined ? {} : { coveredBy: placed(coveredBy) }),
  });
  const said = new Set(report.findings);
  return {
    ...facts,
    pedantic,
    apps: report.apps,
    files: report.files,
    candidates: report.candidates,
    skipped: report.skipped,
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map(finding),
    undecided: report.undecided.filter((one) => !said.has(one)).map(finding),
    cookies: report.cookies.map(cookie),
    texts: Object.fromEntries(texts),
  };
}

export interface ReadShard {
  readonly report: Report;
  readonly fingerprints: ReadonlyMap<Finding, string>;
  /** Files whose text is another one now: they are shown without their code. */
  readonly changed: ReadonlySet<string>;
}

/** The report of a part, as its run had it. `textOf` gives what is on the disk, which counts where it is still the same. */
export function readShard(shard: JsonShard, textOf: (path: string) => string | undefined): ReadShard {
  const fingerprints = new Map<Finding, string>();
  const positions = new Map<string, Positions>();
  const place = <T extends Place>(one: JsonPlace<T>): Omit<T, 'range'> & { readonly range: Range } => {
    const [start, end, line, column, endLine, endColumn] = one.range;
    const range = { start, end };
    positions.set(keyOf({ path: one.path, range }), { start: { line, column }, end: { line: endLine, column: endColumn } });
    return { ...one, range };
  };
  const finding = ({ fingerprint, options, ...rest }: JsonFinding): Finding => {
    const read = {
      ...place<Finding>({ ...rest, cause: place(rest.cause), related: rest.related.map(place<Step>) }),
      ...(options === undefined ? {} : { options: place(options) }),
    };
    if (fingerprint !== undefined) fingerprints.set(read, fingerprint);
    return read;
  };
  const findings = shard.findings.map(finding);
  const cookies = shard.cookies.map(({ coveredBy, ...rest }) => ({
    ...place<CookieRecord>(rest),
    ...(coveredBy === undefined ? {} : { coveredBy: place(coveredBy) }),
  }));
  const changed = new Set<string>();
  const texts = new Map(
    Object.entries(shard.texts).flatMap(([path, digest]) => {
      const text = textOf(path);
      if (text !== undefined && digestOf(text) === digest) return [[path, text] as const];
      if (text !== undefined) changed.add(path);
      return [];
    }),
  );
  return {
    report: {
      findings,
      suppressed: shard.suppressed.map(finding),
      cookies,
      apps: shard.apps,
      // Its own verdict is of no use to the whole.
      verdict: 'none',
      score: null,
      bestScore: null,
      undecided: [...findings.filter(({ problem }) => problem === 'unresolved'), ...shard.undecided.map(finding)],
      files: shard.files,
      candidates: shard.candidates,
      skipped: shard.skipped,
      textOf: (path) => texts.get(path),
      placed: (one) => positions.get(keyOf(one)),
    },
    fingerprints,
    changed,
  };
}

const keyOf = ({ path, range }: Place): string => `${path}:${range.start}-${range.end}`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
