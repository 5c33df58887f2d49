/** Findings as an editor shows them. */
import { DiagnosticSeverity, type Diagnostic, type TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { messageWithAdvice, type Finding } from '../cookies/finding.js';
import { uriOf, type Judged } from './documents.js';

export const diagnosticSource = 'cookie-lint';

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Hint } as const;

/** What is to be shown in a document. */
export function diagnosticsOf(own: Judged, document: TextDocument, documents: TextDocuments<TextDocument>): Diagnostic[] {
  const bugs = own.report.skipped
    .filter(({ path, kind }) => path === own.place.filename && kind !== undefined)
    .map(({ why }) => unfinished(why));
  return [...own.findings.map((finding) => diagnosticOf(finding, own, document, documents)), ...bugs];
}

function diagnosticOf(
  finding: Finding,
  { place, report }: Judged,
  document: TextDocument,
  documents: TextDocuments<TextDocument>,
): Diagnostic {
  return {
    range: { start: document.positionAt(finding.range.start), end: document.positionAt(finding.range.end) },
    severity: SEVERITIES[finding.severity],
    source: diagnosticSource,
    code: finding.surface,
    codeDescription: { href: `https://github.com/cookie-lint/cookie-lint/blob/main/docs/problems.md#${finding.problem}` },
    message: messageWithAdvice(finding),
    relatedInformation: finding.related.map((step) => {
      const other = TextDocument.create('', '', 0, report.textOf(step.path) ?? '');
      return {
        message: step.message,
        location: {
          uri: uriOf(place.root, step.path, documents),
          range: { start: other.positionAt(step.range.start), end: other.positionAt(step.range.end) },
        },
      };
    }),
  };
}

/** A bug of ours or a limit in the document: told where the document begins, and never as a problem of the cookies. */
function unfinished(why: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: diagnosticSource, message: why };
}
