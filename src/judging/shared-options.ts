/** Options, or a built text, that cookies share: one finding where their Secure is written, so that one edit mends all the cookies that it decides. */
import type { Finding, Fix, Place, Problem } from '../cookies/finding.js';
import { functionName } from '../matching/callers.js';
import type { Node } from '../syntax/ir.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { indexOf, isKind, type ProgramIndex } from '../values/program-index.js';
import type { Origin } from '../values/value.js';
import { reasonOf, severityOf, type Judgement } from './judge.js';
import { literalAt, secureWordOf } from './shared-text.js';
import { messageForOptions } from './messages.js';
import { evidenceOf, trailOf } from './trail.js';

/** The entry `secure: …` of an options object, and the judgements of the cookies that get their Secure from it. */
export interface SharedOptions {
  readonly entry: Origin;
  /** At least one. */
  readonly judgements: readonly [Judgement, ...Judgement[]];
}

/** What can be wrong with a value that is written; a missing one is missed at each cookie. */
const OF_OPTIONS: ReadonlySet<Problem> = new Set<Problem>(['disabled', 'env-conditional', 'inverted', 'request-conditional']);

/**
 * The shared options among judged cookies: written outside of the function that sets the cookie, and either in another file
 * or used by several cookies. A variable beside its only use is a part of the site.
 */
export function sharedOptionsOf(judgements: readonly Judgement[]): SharedOptions[] {
  const byEntry = new Map<string, { readonly entry: Origin; readonly judgements: [Judgement, ...Judgement[]] }>();
  for (const judgement of judgements) {
    const entry = entryOf(judgement);
    if (entry === undefined) continue;
    const key = `${entry.program.path}\0${entry.range.start}\0${entry.range.end}`;
    const known = byEntry.get(key);
    if (known === undefined) byEntry.set(key, { entry, judgements: [judgement] });
    else known.judgements.push(judgement);
  }
  return [...byEntry.values()].filter(
    ({ entry, judgements: sharing }) =>
      sharing.some(({ cookie }) => cookie.path !== entry.program.path) ||
      new Set(sharing.map(({ cookie }) => `${cookie.path}:${cookie.range.start}`)).size > 1,
  );
}

/** Where the options of a cookie with a problem say what Secure is; undefined where that is the site's own. */
function entryOf({ site, cookie, findings }: Judgement): Origin | undefined {
  const { secure, isText, matched } = site;
  const problem = findings.find((finding) => OF_OPTIONS.has(finding.problem))?.problem;
  if (problem === undefined) return undefined;
  if (isText) return secureWordOf(site, problem === 'request-conditional');
  const { entry } = secure.value;
  if (entry === undefined || secure.written !== undefined) return undefined;
  if (entry.program.path === '' || isSettingsLanguage(entry.program.language)) return undefined;
  const { program, node } = matched.caller === undefined ? matched : { program: matched.caller.program, node: matched.caller.call };
  if (isGivenByCallers(entry)) return undefined;
  if (entry.program.path !== cookie.path) return entry;
  const around = indexOf(program).functionAround(node) ?? { start: 0, end: program.text.length };
  return around.start <= entry.range.start && entry.range.end <= around.end ? undefined : entry;
}

/** Whether an entry passes on what the callers of its function say: `options.secure = on`. */
function isGivenByCallers({ program, range }: Origin): boolean {
  const index = indexOf(program);
  const isAt = (node: Node): boolean => node.start === range.start && node.end === range.end;
  const assigned = index.assignments.find(isAt) ?? index.records.flatMap(({ entries }) => entries).find(isAt);
  return assigned?.value.kind === 'name' && index.bindingOf(assigned.value)?.parameterOf !== undefined;
}

/** The finding of shared options: its own message, name and fixes; what decides is the same for all their cookies. */
export function judgeSharedOptions({ entry, judgements }: SharedOptions, fixes: readonly Fix[]): Finding | undefined {
  const [first] = judgements;
  const like = first.findings.find(({ problem }) => OF_OPTIONS.has(problem));
  if (like === undefined) return undefined;
  const session = judgements.some(({ cookie }) => cookie.cookie.session === true) ? true : like.cookie.session;
  const place = { path: entry.program.path, range: entry.range };
  const { isText, matched } = first.site;
  const expression = nameAround(entry);
  const cookies = [...new Map(judgements.map(({ cookie }) => [`${cookie.path}:${cookie.range.start}`, cookie])).values()];
  const trail = isText || decidesItself(first, place) ? [] : trailOf(first.site, first.answer, place);
  const last = trail.at(-1);
  const { byHand = 'Change what decides them to on. There is no edit: a condition guards it, or other code decides too.', ...found } = like;
  return {
    ...found,
    ...place,
    severity: severityOf(like.problem, session),
    reason: reasonOf(like.problem, session),
    cookie: { name: null, session, ...(expression === undefined ? {} : { expression }) },
    message: messageForOptions(
      like.problem,
      sharedName(expression, isText),
      cookies.map(({ cookie }) => cookie),
      first.answer,
      matched.surface.kind === 'client',
    ),
    cause: last === undefined ? place : { path: last.path, range: last.range },
    related: [...trail, ...evidenceOf(first.answer)],
    fixes,
    ...(fixes.length > 0 ? {} : { byHand }),
    decides: cookies.length,
  };
}

/** How a message says where the cookies get their Secure from. */
function sharedName(name: string | undefined, isText: boolean): string {
  if (isText) return name === undefined ? 'this text' : `the text of \`${name}\``;
  return name === undefined ? 'these options' : `\`${name}\``;
}

function decidesItself({ site }: Judgement, { path, range }: Place): boolean {
  const { program, range: decided } = site.secure.value.origin;
  return program.path === path && range.start <= decided.start && decided.end <= range.end;
}

/** The variable, property or function that holds the options. */
function nameAround({ program, range }: Origin): string | undefined {
  const index = indexOf(program);
  const isAt = (node: Node): boolean => node.start === range.start && node.end === range.end;
  const assignment = index.assignments.find(isAt);
  if (assignment?.target.kind === 'member') return textOf(assignment.target.object, program.text);
  const record = index.records.find((one) => one.entries.some(isAt));
  if (record === undefined) return nameOfFunctionAround({ program, range }, index);
  for (let at = index.parent(record); at !== undefined; at = index.parent(at)) {
    const name = nameOf(at, index);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The function in which a piece of text stands; the blocks in it have no name. */
function nameOfFunctionAround(piece: Origin, index: ProgramIndex): string | undefined {
  const literal = literalAt(piece);
  for (let at = literal === undefined ? undefined : index.functionAround(literal); at !== undefined; at = index.functionAround(at)) {
    const name = functionName(at, index);
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameOf(node: Node, index: ProgramIndex): string | undefined {
  if (isKind(node, 'declaration') || isKind(node, 'assignment')) return textOf(node.target, index.program.text);
  if (isKind(node, 'function-declaration')) return node.name;
  return undefined;
}

/** A name as it is written, where it is short enough for a message. */
function textOf(node: Node, text: string): string | undefined {
  const written = text.slice(node.start, node.end);
  return /^[^\s{[(]{1,60}$/.test(written) ? written : undefined;
}
