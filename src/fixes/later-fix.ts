/** Sets Secure where it is stored apart from the cookie: under a key of its element, beside the written property, as a class member, by a call. */
import type { Edit } from '../cookies/finding.js';
import type { Place } from '../matching/surface.js';
import type { Assignment, Expression, Range, Statement } from '../syntax/ir.js';
import { isKind } from '../values/program-index.js';
import { evaluated, type Draft, type FixContext } from './draft.js';
import { habitsOf } from './layout.js';
import { onText, replacement } from './on-value.js';
import { drafted, setIn } from './record-fix.js';
import { insertAfter, insertBefore, statementOf } from './statement.js';

/** `jar['sid']['secure'] = True` for `jar['sid'] = value`. */
export function elementFix(place: Place & { at: 'element' }, context: FixContext): Draft | undefined {
  const { text, program } = context;
  const { assignment } = context.site.matched;
  if (assignment === undefined) return undefined;
  const target = text.slice(assignment.target.start, assignment.target.end);
  const quote = /["']/.exec(target)?.[0] ?? habitsOf(program).quote;
  const isSame = ({ target: other }: Assignment): boolean =>
    other.kind === 'subscript' &&
    other.index.kind === 'literal' &&
    String(other.index.value).toLowerCase() === place.key &&
    sameCode(other.object, assignment.target, text);
  return stored(assignment, isSame, `${target}[${quote}${place.key}${quote}] = ${onText(context)}`, place.key, context);
}

/** `sid.secure = true` for `sid.value = value` and `sid.set(…)`. */
export function ownerFix(place: Place & { at: 'owner' }, context: FixContext): Draft | undefined {
  const { text } = context;
  const { assignment, call } = context.site.matched;
  const reference = assignment?.target ?? call?.callee;
  if (reference?.kind !== 'member') return undefined;
  const below = [place.property, ...(place.path ?? [])];
  const owner = text.slice(reference.object.start, reference.object.end);
  // A call may make a new object each time.
  if (owner.includes('(')) return undefined;
  const wanted = `${spelling(reference.object, text)}.${below.join('.')}`;
  const isSame = ({ target }: Assignment): boolean => target.kind === 'member' && spelling(target, text) === wanted;
  return stored(assignment ?? call!, isSame, `${owner}.${below.join('.')} = ${onText(context)}`, below.at(-1) ?? place.property, context);
}

const spelling = ({ start, end }: Range, text: string): string => text.slice(start, end).replace(/\s+/g, '').replaceAll('"', "'");
const sameCode = (a: Range, b: Range, text: string): boolean => spelling(a, text) === spelling(b, text);

/** What the same function stores at a place is changed; where it does so under a condition or not at all, `added` follows the cookie. */
function stored(
  cookie: Expression,
  isSame: (assignment: Assignment) => boolean,
  added: string,
  key: string,
  context: FixContext,
): Draft | undefined {
  const { index, program } = context;
  const around = index.functionAround(cookie);
  const home = statementOf(cookie, program, index);
  const stores = index.assignments.filter((one) => index.functionAround(one) === around && isSame(one));
  const edits: Edit[] = stores.map((one) => replacement(one.value, context)).filter((edit) => edit !== undefined);
  const isDecided = stores.some((one) => {
    const statement = statementOf(one, program, index);
    return statement !== undefined && home !== undefined && index.parent(statement) === index.parent(home);
  });
  if (isDecided) return drafted(edits, [key], context);
  const edit = home === undefined ? undefined : insertAfter(program, home, added);
  return edit === undefined ? undefined : drafted([...edits, edit], [key], context);
}

/** In the options that the object was constructed with, in this file. */
export function makerFix(place: Place & { at: 'maker' }, context: FixContext): Draft | undefined {
  const { callee } = context.site.matched.call ?? {};
  const receiver = callee?.kind === 'member' ? evaluated(callee.object, context) : undefined;
  const given = receiver?.kind === 'object' && receiver.program === context.program ? receiver.call.args[place.index]?.value : undefined;
  return given === undefined ? undefined : setIn(given, place.path, context);
}

/** `context.getSessionCookieConfig().setSecure(true)`: another call of the setter, after the matched one, on what that was called on. */
export function repeatedFix(place: Place & { at: 'repeated' }, context: FixContext): Draft | undefined {
  const { site, program, index, text } = context;
  const { written } = site.secure;
  const { node, assignment } = site.matched;
  if (written !== undefined) {
    const edit = replacement(written, context);
    return edit === undefined ? undefined : drafted([edit], [place.methods[0] ?? 'secure'], context);
  }
  const home = statementOf(node, program, index);
  const [method] = place.methods;
  if (home === undefined || method === undefined) return undefined;
  const holder = index.parent(node);
  const held = isKind(holder, 'declaration') && holder.target.kind === 'name' ? holder.target.name : undefined;
  // What is made and handed on at once has no name to be called by.
  if (held === undefined && assignment === undefined && isKind(node, 'call') && node.isNew) return undefined;
  const owner =
    held ??
    (assignment?.target.kind === 'member'
      ? text.slice(assignment.target.object.start, assignment.target.object.end)
      : text.slice(node.start, node.end));
  const of = place.getter === undefined ? owner : `${owner}.${place.getter}()`;
  const edit = insertAfter(program, home, `${of}.${method}(${onText(context)})`);
  return edit === undefined ? undefined : { edits: [edit], title: `Call \`${method}(${onText(context)})\`` };
}

/** A member of the class: its own value, or a new one after the members that are written like it. */
export function memberFix(place: Place & { at: 'member' }, context: FixContext): Draft | undefined {
  const { site, index, program, text } = context;
  const { class: owner } = site.matched;
  if (owner === undefined) return undefined;
  const writes = index.classScope(owner)?.bindings.get(place.name)?.writes ?? [];
  const edits = writes
    .flatMap(({ value }) => (value === undefined ? [] : [replacement(value, context)]))
    .filter((edit) => edit !== undefined);
  if (writes.some(({ value }) => value !== undefined)) return drafted(edits, [place.name], context);
  const last = owner.body.body.findLast(isMember);
  if (program.language !== 'python' || last === undefined) return undefined;
  // Pydantic takes fields with an annotation alone.
  const annotation = /^[ \t]*\w+[ \t]*:/.test(text.slice(last.start, last.end)) ? ': bool' : '';
  const edit = insertAfter(program, last, `${place.name}${annotation} = ${onText(context)}`);
  return edit === undefined ? undefined : drafted([edit], [place.name], context);
}

const isMember = (statement: Statement): boolean =>
  isKind(statement, 'declaration') ||
  (isKind(statement, 'expression') && statement.expression.kind === 'assignment' && statement.expression.target.kind === 'name');

/** A call that switches it on, after the matched one. */
export function calledFix(place: Place & { at: 'called' }, context: FixContext): Draft | undefined {
  const { site, program, index } = context;
  const path = place.paths.find((one) => /^\w+(?:\.\w+)*$/.test(one));
  const home = site.matched.call === undefined ? undefined : statementOf(site.matched.call, program, index);
  const edit = path === undefined || home === undefined ? undefined : insertAfter(program, home, `${path}()`);
  return edit === undefined ? undefined : { edits: [edit], title: `Call \`${path}()\`` };
}

/** Another statement, on what the matched call was made on: `services.AddIdentity<…>()` is followed by `services.ConfigureApplicationCookie(…)`. */
export function besideFix({ statement, of, imports }: NonNullable<FixContext['hint']['beside']>, context: FixContext): Draft | undefined {
  const { site, program, index, text } = context;
  const { callee } = site.matched.call ?? {};
  const receiver = callee?.kind === 'member' ? startOfChain(callee.object) : undefined;
  const home = statementOf(site.matched.node, program, index);
  if (receiver === undefined || home === undefined || !of.test(text.slice(receiver.start, receiver.end))) return undefined;
  const added = statement.replace('{receiver}', text.slice(receiver.start, receiver.end));
  const edit = insertAfter(program, home, added);
  if (edit === undefined) return undefined;
  const title = `Add \`${added}\``;
  return imports === undefined || text.includes(imports)
    ? { edits: [edit], title }
    : { edits: [edit], title, check: `check that ${imports} is imported` };
}

/** A statement before the matched one; `{owner}` is what the matched call is made on, as it is written there. */
export function aheadFix(template: string, { site, program, index, text }: FixContext): Draft | undefined {
  const home = statementOf(site.matched.node, program, index);
  const { callee } = site.matched.call ?? {};
  if (callee?.kind !== 'member') return undefined;
  const said = site.matched.call?.args[0]?.value;
  // The command beside it is written in the quotes of this one: `_paq.push(["trackPageView"])`.
  const quote = said === undefined ? undefined : /^\[?\s*(["'])/.exec(text.slice(said.start, said.end))?.[1];
  const inQuotes = quote === undefined ? template : template.replaceAll("'", quote);
  const statement = inQuotes.replace('{owner}', text.slice(callee.object.start, callee.object.end));
  return home === undefined || text.replaceAll('"', "'").includes(statement.replaceAll('"', "'"))
    ? undefined
    : { edits: [insertBefore(program, home, statement)], title: `Add \`${statement}\`` };
}

/** What the first call of a chain is made on. */
function startOfChain(expression: Expression): Expression | undefined {
  let at = expression;
  while (at.kind === 'call' && at.callee.kind === 'member') at = at.callee.object;
  return at.kind === 'name' || (at.kind === 'member' && startOfChain(at.object) !== undefined) ? at : undefined;
}
