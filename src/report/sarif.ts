/** SARIF 2.1.0: for code scanning services; with rules, fixes, the evidence trail as code flows, fingerprints and suppressions. */
import type { Fix, Place, Report, Severity } from '../cookies/finding.js';
import type { Log, CodeFlow, Location, Region, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif';
import { linesOf } from '../text/lines.js';
import { entriesOf, positionsOf, type Entry } from './entries.js';
import type { Format, FormatOptions } from './format.js';

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', note: 'note' };

/** Paths become relative references: each segment percent-encoded. */
function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/').replace(/^(?=[^/]*:)/, './');
}

export const sarif: Format = (report, options) => {
  const ruleIds = [...new Set([...report.findings, ...report.suppressed].map(({ rule }) => rule))].sort();
  const rules = ruleIds.map((id) => descriptor(id, options));
  const results = [...entriesOf(report, options), ...entriesOf(report, options, report.suppressed)].map((entry) => result(report, entry, ruleIds.indexOf(entry.finding.rule)));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: options.tool.name, version: options.tool.version, semanticVersion: options.tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.skipped.map(({ path, why }) => ({ level: 'warning', message: { text: why }, locations: [{ physicalLocation: { artifactLocation: artifact(path) } }] })),
          },
        ],
        results,
        properties: { verdict: report.verdict, score: report.score, bestScore: report.bestScore, undecided: report.undecided.length, apps: report.apps },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function descriptor(id: string, options: FormatOptions): ReportingDescriptor {
  const rule = options.rules.get(id);
  return {
    id,
    name: id,
    shortDescription: { text: rule?.title ?? id },
    fullDescription: { text: rule?.description ?? rule?.title ?? id },
    ...(rule?.url === undefined ? {} : { helpUri: rule.url }),
    help: { text: `${rule?.description ?? id}\nRun \`${options.tool.name} explain ${id}\` for a bad and a good example.` },
    properties: {
      // CWE-614: Sensitive Cookie in HTTPS Session Without 'Secure' Attribute. GitHub reads the tag and the severity.
      tags: ['security', 'external/cwe/cwe-614'],
      'security-severity': '6.5',
    },
  };
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
    ...(text === undefined || place.range.end <= place.range.start ? {} : { snippet: { text: text.slice(place.range.start, place.range.end) } }),
  };
}

function location(report: Report, place: Place, message?: string): Location {
  return { physicalLocation: { artifactLocation: artifact(place.path), region: region(report, place) }, ...(message === undefined ? {} : { message: { text: message } }) };
}

function result(report: Report, { finding, fingerprint }: Entry, ruleIndex: number): Result {
  const flow: CodeFlow = {
    threadFlows: [{ locations: [...[...finding.related].reverse().map((step) => ({ location: location(report, step, step.message) })), { location: location(report, finding, finding.message) }] }],
  };
  const fixes = finding.fixes.flatMap((fix) => sarifFix(report, finding.path, fix));
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [location(report, finding)],
    ...(finding.related.length === 0 ? {} : { relatedLocations: finding.related.map((step, id) => ({ id: id + 1, ...location(report, step, step.message) })), codeFlows: [flow] }),
    ...(fixes.length === 0 ? {} : { fixes }),
    partialFingerprints: { 'cookieLint/v1': fingerprint },
    ...(finding.suppressed === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: finding.suppressed.reason }] }),
    properties: { surface: finding.surface, problem: finding.problem, confidence: finding.confidence, reason: finding.reason, cookie: finding.cookie.name, session: finding.cookie.session, app: finding.app },
  };
}

function sarifFix(report: Report, path: string, fix: Fix): SarifFix[] {
  const text = report.textOf(path);
  if (text === undefined || fix.edits.length === 0) return [];
  const lines = linesOf(text);
  const replacements = fix.edits.map((edit) => {
    const start = lines.positionAt(edit.start);
    const end = lines.positionAt(edit.end);
    return {
      deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, charOffset: edit.start, charLength: edit.end - edit.start },
      insertedContent: { text: edit.text },
    };
  });
  return [{ description: { text: fix.title }, artifactChanges: [{ artifactLocation: artifact(path), replacements }], properties: { safe: fix.safe } }];
}
