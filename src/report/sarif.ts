/** SARIF 2.1.0: for code scanning services; with rules, fixes, the evidence trail as code flows, fingerprints and suppressions. */
import type { Finding, Fix, Place, Report, Severity } from '../cookies/finding.js';
import type { Log, CodeFlow, Location, Notification, Region, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif';
import { problems } from '../cookies/problems.js';
import { linesOf } from '../text/lines.js';
import { entriesOf, positionsOf, visibleFindings, type Entry } from './entries.js';
import { urlOf, type Format, type FormatOptions } from './format.js';
import { jsonRun } from './json.js';
import { lineHashes } from './line-hash.js';
import { jsonShard } from './shard.js';

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', note: 'note' };

/** Paths become relative references: each segment percent-encoded. */
function uri(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^(?=[^/]*:)/, './');
}

/** GitHub takes no report with more results (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
const MAX_RESULTS = 25_000;

/** Nor more steps in one result. */
const MAX_STEPS = 100;

const gravity: readonly Severity[] = ['error', 'warning', 'note'];

export const sarif: Format = (report, options) => {
  // A note would be an alert like any other to a scanning service, and so would one that was accepted: both only if asked for.
  const wanted = [
    ...entriesOf(report, options, visibleFindings(report, options)),
    ...(options.pedantic ? entriesOf(report, options, report.suppressed) : []),
  ];
  const kept =
    wanted.length <= MAX_RESULTS
      ? wanted
      : [...wanted].sort((a, b) => gravity.indexOf(a.finding.severity) - gravity.indexOf(b.finding.severity)).slice(0, MAX_RESULTS);
  const ruleIds = [...new Set(kept.map(({ finding }) => ruleIdOf(finding)))].sort();
  const rules = ruleIds.map((id) =>
    descriptor(
      id,
      kept.map(({ finding }) => finding).filter((finding) => ruleIdOf(finding) === id),
      options,
    ),
  );
  const hashes = hashesOf(report, kept);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: options.tool.name, version: options.tool.version, semanticVersion: options.tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        automationDetails: { id: `${options.tool.name}/` },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report, wanted.length - kept.length) }],
        results: kept.map((entry) => result(report, entry, ruleIds.indexOf(ruleIdOf(entry.finding)), hashes(entry))),
        properties: {
          verdict: report.verdict,
          score: report.score,
          bestScore: report.bestScore,
          undecided: report.undecided.length,
          apps: report.apps,
          ...(options.run === undefined ? {} : { run: jsonRun(options.run) }),
          ...(options.shard === undefined ? {} : { shard: jsonShard(report, options, options.shard) }),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** What the report lacks: files that were not read, and results beyond what a service takes. */
function notifications(report: Report, left: number): Notification[] {
  const unread = report.skipped.map(({ path, why }): Notification => ({
    level: 'warning',
    message: { text: why },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  }));
  return left === 0
    ? unread
    : [
        ...unread,
        {
          level: 'warning',
          message: { text: `${left} of the less grave findings are left out: services take no more than ${MAX_RESULTS} in one report.` },
        },
      ];
}

/**
 * The rule of a finding is its problem, of a session or not: that is what decides about its severity, and what is worth reading
 * about it. `session/env-conditional`.
 */
const ruleIdOf = ({ problem, cookie }: Finding): string => (cookie.session === true ? `session/${problem}` : problem);

// GitHub's scale: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, below low.
const securitySeverity: Readonly<Record<Severity, string>> = { error: '7.5', warning: '5.3', note: '2.0' };

function descriptor(id: string, findings: readonly Finding[], options: FormatOptions): ReportingDescriptor {
  const { problem, severity } = findings[0]!;
  const { summary, why, remedy } = problems[problem];
  const ofSession = id === problem ? '' : ' It carries or guards a session: who reads it is logged in as its user.';
  const sources = [...new Map(findings.map((finding) => [urlOf(finding, options), finding.surface]))]
    .flatMap(([url, surface]) => (url === undefined ? [] : [`- [${surface}](${url})`]))
    .sort();
  const command = `${options.tool.name} explain ${problem}`;
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: `${why}${ofSession}` },
    defaultConfiguration: { level: levels[severity] },
    help: {
      text: `${why}${ofSession}\n\n${remedy}\n\nRun \`${command}\` for a bad and a good example.`,
      markdown: [
        `**What.** ${summary}`,
        `**Why.** ${why}${ofSession}`,
        `**Remedy.** ${remedy}`,
        `Run \`${command}\` for a bad and a good example.`,
        ...(sources.length === 0 ? [] : [`What the frameworks say:\n\n${sources.join('\n')}`]),
      ].join('\n\n'),
    },
    properties: {
      // CWE-614: Sensitive Cookie in HTTPS Session Without 'Secure' Attribute.
      tags: ['security', 'cookie', 'external/cwe/cwe-614'],
      precision: findings.every(({ confidence }) => confidence === 'high') ? 'very-high' : 'high',
      'security-severity': securitySeverity[severity],
    },
  };
}

/** The hash of each entry's line by which GitHub knows it again; each file is hashed once. */
function hashesOf(report: Report, entries: readonly Entry[]): (entry: Entry) => string | undefined {
  const lines = new Map<string, Set<number>>();
  for (const { finding, start } of entries) lines.set(finding.path, (lines.get(finding.path) ?? new Set()).add(start.line));
  const hashes = new Map([...lines].map(([path, wanted]) => [path, lineHashes(report.textOf(path) ?? '', wanted)]));
  return ({ finding, start }) => (report.textOf(finding.path) === undefined ? undefined : hashes.get(finding.path)?.get(start.line));
}

function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: uri(path), uriBaseId: '%SRCROOT%' };
}

function region(report: Report, place: Place): Region {
  const { start, end } = positionsOf(report, place);
  const text = report.textOf(place.path);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(text === undefined || place.range.end <= place.range.start
      ? {}
      : { snippet: { text: text.slice(place.range.start, place.range.end) } }),
  };
}

function location(report: Report, place: Place, message?: string): Location {
  return {
    physicalLocation: { artifactLocation: artifact(place.path), region: region(report, place) },
    ...(message === undefined ? {} : { message: { text: message } }),
  };
}

function result(report: Report, { finding, fingerprint }: Entry, ruleIndex: number, lineHash: string | undefined): Result {
  const steps = finding.related.slice(0, MAX_STEPS);
  const flow: CodeFlow = {
    threadFlows: [
      {
        locations: [
          ...[...steps].reverse().map((step) => ({ location: location(report, step, step.message) })),
          { location: location(report, finding, finding.message) },
        ],
      },
    ],
  };
  const fixes = finding.fixes.flatMap((fix) => sarifFix(report, finding.path, fix));
  return {
    ruleId: ruleIdOf(finding),
    ruleIndex,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(report, finding)],
    ...(steps.length === 0
      ? {}
      : { relatedLocations: steps.map((step, id) => ({ id: id + 1, ...location(report, step, step.message) })), codeFlows: [flow] }),
    ...(fixes.length === 0 ? {} : { fixes }),
    partialFingerprints: { ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }), 'cookieLint/v1': fingerprint },
    ...(finding.suppressed === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: finding.suppressed.reason }] }),
    properties: {
      framework: finding.rule,
      surface: finding.surface,
      problem: finding.problem,
      confidence: finding.confidence,
      reason: finding.reason,
      cookie: finding.cookie.name,
      session: finding.cookie.session,
      app: finding.app,
      ...(finding.byHand === undefined ? {} : { byHand: finding.byHand }),
    },
  };
}

function sarifFix(report: Report, own: string, fix: Fix): SarifFix[] {
  const { path = own } = fix;
  const text = report.textOf(path);
  if (text === undefined || fix.edits.length === 0) return [];
  const lines = linesOf(text);
  const replacements = fix.edits.map((edit) => {
    const start = lines.positionAt(edit.start);
    const end = lines.positionAt(edit.end);
    return {
      deletedRegion: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        charOffset: edit.start,
        charLength: edit.end - edit.start,
      },
      insertedContent: { text: edit.text },
    };
  });
  return [
    {
      description: { text: fix.title },
      artifactChanges: [{ artifactLocation: artifact(path), replacements }],
      properties: { safe: fix.safe },
    },
  ];
}
