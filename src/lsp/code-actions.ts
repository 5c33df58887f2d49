/** What the editor may do about findings: fix one, fix all, or accept one with a reason. */
import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding, Report } from '../cookies/finding.js';
import { fixOf } from '../engine/record-findings.js';
import { suppressionComment } from '../engine/suppression-comment.js';
import { converge } from '../fixes/converge.js';
import { safeFix } from '../fixes/plan.js';
import { diagnosticSource } from './diagnostics.js';
import { judge, textEdits, uriOf, type Judged } from './documents.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${diagnosticSource}`;

/** What a request for actions is about. */
export interface Asked {
  readonly document: TextDocument;
  readonly own: Judged;
  readonly context: CodeActionContext;
  readonly documents: TextDocuments<TextDocument>;
}

/** Whether the editor wants actions of a kind: it names kinds, which stand for those below them too. */
export const isWanted = (kind: string, { only }: CodeActionContext): boolean =>
  only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));

/** The actions for the findings at a place. */
export async function quickFixes(asked: Asked, at: readonly Finding[]): Promise<CodeAction[]> {
  if (!isWanted(CodeActionKind.QuickFix, asked.context)) return [];
  const actions: CodeAction[] = [];
  for (const finding of at)
    actions.push(...ownFixes(asked, finding), ...(await fixesElsewhere(asked, finding)), ...(await optionsFix(asked, finding)));
  return [...actions, ...at.flatMap((finding) => suppression(asked, finding))];
}

function ownFixes({ document, context }: Asked, finding: Finding): CodeAction[] {
  return finding.fixes.flatMap((fix, i) =>
    fix.path === undefined
      ? {
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          isPreferred: i === 0 && fix.safe,
          diagnostics: diagnosticsOf(finding, document, context),
          edit: { changes: { [document.uri]: textEdits(document.getText(), fix.edits) } },
        }
      : [],
  );
}

/** The fixes in other files, as these are now: they may have been written in since the document was judged. */
async function fixesElsewhere({ document, own, context, documents }: Asked, finding: Finding): Promise<CodeAction[]> {
  const paths = finding.fixes.flatMap(({ path }) => path ?? []);
  const { root, isAlone } = own.place;
  if (paths.length === 0 || isAlone) return [];
  const report = await judge(own.place, document.getText(), documents, { others: paths });
  if (report === undefined) return [];
  const { fixes } = report.findings.find((one) => isSame(one, finding)) ?? { fixes: [] };
  return fixes.flatMap(({ path, title, safe, edits }) => {
    const text = path === undefined ? undefined : report.textOf(path);
    if (path === undefined || text === undefined) return [];
    return {
      title,
      kind: CodeActionKind.QuickFix,
      isPreferred: safe,
      diagnostics: diagnosticsOf(finding, document, context),
      edit: { changes: { [uriOf(root, path, documents)]: textEdits(text, edits) } },
    };
  });
}

/** The fix of the options that decide a cookie, wherever those stand. */
async function optionsFix({ document, own, context, documents }: Asked, finding: Finding): Promise<CodeAction[]> {
  const { options } = finding;
  if (options === undefined || finding.fixes.length > 0) return [];
  const { root, filename, isAlone } = own.place;
  if (isAlone && options.path !== filename) return [];
  // The document's own report leaves out what is found in other files.
  const report = options.path === filename ? own.report : await judge(own.place, document.getText(), documents, { others: [options.path] });
  // The other file may have been written in since the document was judged: the options have moved.
  const now = report?.findings.find((one) => isSame(one, finding)) ?? finding;
  const placed = report === undefined || now.fixes.length > 0 ? undefined : fixOf(report, now);
  const text = placed === undefined ? undefined : report?.textOf(placed.at.path);
  if (placed === undefined || text === undefined) return [];
  const { fix, at } = placed;
  const shared = (at.decides ?? 1) > 1 ? `, for ${at.decides ?? 1} cookies` : '';
  return [
    {
      title: `${fix.title} in ${at.path}${shared}`,
      kind: CodeActionKind.QuickFix,
      isPreferred: fix.safe,
      diagnostics: diagnosticsOf(finding, document, context),
      edit: { changes: { [uriOf(root, at.path, documents)]: textEdits(text, fix.edits) } },
    },
  ];
}

const isSame = (a: Finding, b: Finding): boolean =>
  a.path === b.path && a.surface === b.surface && a.problem === b.problem && a.range.start === b.range.start && a.range.end === b.range.end;

function suppression({ document, own, context }: Asked, finding: Finding): CodeAction[] {
  // A comment that does no work is taken away, not hushed.
  if (finding.problem === 'suppression') return [];
  const comment = suppressionComment(own.place.root, document.getText(), finding, own.cookies);
  if (comment === undefined) return [];
  return [
    {
      title: `Accept ${nameOf(finding)} without Secure: write the reason into a comment`,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsOf(finding, document, context),
      edit: { changes: { [document.uri]: textEdits(document.getText(), [comment.edit]) } },
    },
  ];
}

const nameOf = ({ cookie }: Finding): string => (cookie.name === null ? 'this' : `\`${cookie.name}\``);

/** The action that makes every safe fix of the document; made only when it is chosen, where the editor can ask for it then. */
export async function fixAll(asked: Asked, canResolve: boolean): Promise<CodeAction[]> {
  const { document, own, context } = asked;
  if (!isWanted(FIX_ALL, context) || !own.findings.some((finding) => safeFix(finding) !== undefined)) return [];
  const action: CodeAction = {
    title: 'Fix all safe cookie-lint findings',
    kind: FIX_ALL,
    data: { uri: document.uri, version: document.version },
  };
  if (canResolve) return [action];
  // Without being asked for it, an editor that resolves nothing would wait for this at each step of the cursor.
  return context.only === undefined ? [] : [await withFixes(action, asked)];
}

/** The action with its edit. Each pass is checked as on the command line; what uncovers another finding is fixed too. */
export async function withFixes(action: CodeAction, { document, own, documents }: Omit<Asked, 'context'>): Promise<CodeAction> {
  const { filename } = own.place;
  const before = document.getText();
  const { files } = await converge<Report>(onlyOf(own.report, filename), {
    rescan: async (texts) => onlyOf((await judge(own.place, texts.get(filename) ?? before, documents)) ?? own.report, filename),
    reportOf: (report) => report,
    whyNot: () => undefined,
  });
  const after = files.find(({ path }) => path === filename)?.after ?? before;
  return { ...action, edit: { changes: { [document.uri]: textEdits(before, [difference(before, after)]) } } };
}

const onlyOf = (report: Report, file: string): Report => ({ ...report, findings: report.findings.filter(({ path }) => path === file) });

/** One edit from the first to the last difference. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** The editor's own diagnostics that an action is for. */
function diagnosticsOf(finding: Finding, document: TextDocument, { diagnostics }: CodeActionContext): Diagnostic[] {
  return diagnostics.filter(
    ({ source, code, range }) =>
      source === diagnosticSource && code === finding.surface && document.offsetAt(range.start) === finding.range.start,
  );
}
