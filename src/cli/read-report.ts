/** Reads reports of earlier runs, JSON or SARIF, with whatever is wrong with one told in a line. */
import path from 'node:path';
import type { AppSummary, Finding, Verdict } from '../cookies/finding.js';
import { RootFiles } from '../files/root-files.js';
import { misfit, type Schema } from '../report/conforms.js';
import type { JsonShard } from '../report/shard.js';
import { packageRoot } from '../package-root.js';
import { readBytes } from './read-file.js';
import { toolName, type Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

/** The version of the reports that are read. */
const VERSION = 2;

/** A string of Node's holds little more. */
const MOST_BYTES = 400_000_000;

export interface JsonRun {
  readonly repository: string;
  readonly remote?: string;
  readonly folder?: string;
  readonly commit?: string;
  readonly date: string;
}

/** What is read of a report, whichever of the two forms it has. */
interface ReadReport {
  /** As it was named. */
  readonly file: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run?: JsonRun;
  readonly shard?: JsonShard;
}

/** What a JSON report holds beside that. */
export interface JsonReport extends ReadReport {
  readonly summary: {
    readonly verdict: Verdict;
    readonly score: number | null;
    readonly bestScore: number | null;
    readonly files: number;
    readonly cookies: number;
    readonly undecided: number;
    readonly apps: readonly AppSummary[];
  };
  readonly findings: readonly (Pick<Finding, 'path' | 'problem' | 'severity' | 'app'> & { readonly fingerprint: string })[];
  readonly skipped: readonly unknown[];
}

/** The part of a run that a report of `--shard` holds. */
export function readShardReport(name: string, world: Surroundings): ReadReport {
  const value = readJson(name, world);
  const [run] = Array.isArray(value['runs']) ? (value['runs'] as (SarifRun | null)[]) : [];
  if (value['runs'] === undefined) return { ...checkedReport(name, value), file: name };
  if (run?.tool?.driver?.name !== toolName) throw notOurs(name);
  const { driver } = run.tool;
  const report = { tool: { name: toolName, version: String(driver.version) }, run: run.properties?.run, shard: run.properties?.shard };
  const given = Object.fromEntries(Object.entries(report).filter(([, part]) => part !== undefined));
  refuseMisfit(name, given, { ...reportSchema(), required: ['tool'] });
  return { ...(given as unknown as ReadReport), file: name };
}

/** A JSON report. */
export function readJsonReport(name: string, world: Surroundings): JsonReport {
  const value = readJson(name, world);
  if (value['runs'] !== undefined) throw new UserError(`${name} is a SARIF report; this command reads JSON (lint --format json)`);
  return { ...checkedReport(name, value), file: name };
}

interface SarifRun {
  readonly tool?: { readonly driver?: { readonly name?: unknown; readonly version?: unknown } };
  readonly properties?: { readonly run?: unknown; readonly shard?: unknown };
}

function checkedReport(name: string, value: Readonly<Record<string, unknown>>): JsonReport {
  const { tool, version } = value as { readonly tool?: { readonly name?: unknown } | null; readonly version?: unknown };
  if (tool?.name !== toolName || value['findings'] === undefined) throw notOurs(name);
  if (version !== VERSION)
    throw new UserError(`${name} is a report of version ${JSON.stringify(version) ?? 'none'}; this ${toolName} reads version ${VERSION}`);
  refuseMisfit(name, value, reportSchema());
  return value as unknown as JsonReport;
}

const notOurs = (name: string): UserError =>
  new UserError(`${name} is no report of ${toolName}: it takes what lint --format json or sarif has written`);

function refuseMisfit(name: string, value: unknown, schema: Schema): void {
  const place = misfit(value, schema);
  if (place !== undefined) throw new UserError(`${name} is damaged: ${place} is not what a report has there`);
}

function readJson(name: string, { cwd }: Surroundings): Readonly<Record<string, unknown>> {
  const bytes = readBytes('REPORT', name, { cwd, file: path.resolve(cwd, name) }, MOST_BYTES);
  if (bytes === undefined) throw new UserError(`no such file: ${name}`);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError(`${name} is no JSON: it is cut short, or something else`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notOurs(name);
  return value as Readonly<Record<string, unknown>>;
}

/** The published one. */
function reportSchema(): Schema {
  const read = new RootFiles(packageRoot()).read('schemas/report.schema.json');
  if (!('bytes' in read)) throw new Error('the package has no schemas/report.schema.json');
  return JSON.parse(read.bytes.toString('utf8')) as Schema;
}
