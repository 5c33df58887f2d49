/** Tells the receiver of a method call from its look-alikes: by origin, type, position among a handler's parameters, or name. */
import type { Confidence } from '../cookies/finding.js';
import type { Expression } from '../syntax/ir.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { declaredFieldType, pathFits, referenceOf, type Reference } from '../values/references.js';
import type { Receiver } from './surface.js';

/** How sure it is that `expression` is the receiver; undefined when it is something else. */
export function receiverFits(expression: Expression, receiver: Receiver, index: ProgramIndex): Confidence | undefined {
  const confidence = fits(expression, receiver, index);
  return confidence !== undefined && receiver.sure === true ? 'high' : confidence;
}

function fits(expression: Expression, receiver: Receiver, index: ProgramIndex): Confidence | undefined {
  const typed = typeFits(expression, receiver, index);
  if (typed === 'fits') return 'high';
  if (typed === 'other') return undefined;
  const field = receiver.types === undefined ? undefined : declaredFieldType(expression, index);
  if (field !== undefined && receiver.types?.some((wanted) => lastSegment(wanted) === lastSegment(field)) === true) return 'high';
  if (receiver.decoratedBy !== undefined && isOfDecorator(expression, receiver.decoratedBy, index)) return 'high';
  const reference = referenceOf(expression, index);
  if (reference === undefined) return receiver.any === true ? 'low' : undefined;
  if (receiver.not?.some((pattern) => pathFits(pattern, reference, index.program)) === true) return undefined;
  if (
    receiver.paths?.some(
      (pattern) => pathFits(pattern, reference, index.program) || pathFits(pattern, stripCalls(reference), index.program),
    ) === true
  )
    return 'high';
  // What a package of Go gives is a function of its own, whatever a method is called like it.
  if (index.program.language === 'go' && expression.kind === 'name' && index.bindingOf(expression)?.import !== undefined) return undefined;
  const base = stripCalls(reference);
  if (base.root === 'typed') {
    const type = base.path;
    if (receiver.types?.some((wanted) => type === wanted || lastSegment(type) === lastSegment(wanted)) === true) return 'high';
    // A known other type is a look-alike, unless names may be wrappers of the same thing.
    if (receiver.types !== undefined && isKnownOtherType(type)) return undefined;
  }
  if (base.root === 'import' && receiver.any !== true) {
    return namedLike(base, receiver, expression) && base.path.includes('()') ? 'medium' : undefined;
  }
  if (receiver.handler !== undefined && isHandlerParameter(base, receiver.handler))
    return namedLike(base, receiver, expression) ? 'high' : 'medium';
  if (namedLike(base, receiver, expression)) return 'medium';
  if (receiver.any !== true) return undefined;
  // A service of the repository with a method of the same name: its type says what it is.
  if (base.root === 'typed' && receiver.types !== undefined && SERVICE_TYPE.test(lastSegment(base.path))) return undefined;
  // A variable with a telling name, whatever it was assigned from.
  return expression.kind === 'name' && receiver.names?.includes(expression.name) === true ? 'medium' : 'low';
}

/**
 * What the host's types say: the receiver's type or one that derives from it; something else; or nothing, because the type is
 * not known, or is the repository's own interface for such a thing (`AppResponse`, which an Express response may stand behind).
 */
function typeFits(expression: Expression, { types }: Receiver, { program }: ProgramIndex): 'fits' | 'other' | undefined {
  const names = types === undefined ? undefined : program.types?.namesAt(expression);
  if (types === undefined || names === undefined) return undefined;
  const wanted = types.map(lastSegment);
  if (names.some((name) => wanted.includes(name))) return 'fits';
  return names.some((name) => wanted.some((one) => name.endsWith(one))) ? undefined : 'other';
}

const lastSegment = (path: string): string => path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);

/** Types that are surely no web response or cookie store. */
const isKnownOtherType = (type: string): boolean => /(?:Client|Agent|Page|BrowserContext|Jar|Driver|Mock)$/.test(lastSegment(type));

/** Types that offer operations of their own. */
const SERVICE_TYPE = /(?:Service|Repository|Manager|Provider|Helper|Backend|Strategy|Transport|Store|Storage|Config|Settings)$/;

/** `res.status(200).type('x')` is still `res`. */
function stripCalls(reference: Reference): Reference {
  const path = reference.path.replace(/(?<!\.[\w$]+\(\))(?:\.[\w$]+\(\))+$/, '');
  return path === reference.path || path === '' ? reference : { ...reference, path };
}

function namedLike(reference: Reference, receiver: Receiver, expression: Expression): boolean {
  const { names } = receiver;
  if (names === undefined) return false;
  const fitsName = (path: string): boolean => names.some((name) => path === name || path.endsWith(`.${name}`));
  if (fitsName(reference.path)) return true;
  const own = isOfRepository(reference) ? writtenPath(expression) : undefined;
  return own !== undefined && fitsName(own);
}

/** The file's own name tells where the type is another one, or where code of the repository, not of a library, made the value. */
const isOfRepository = ({ root, path }: Reference): boolean =>
  root === 'typed' || root === 'local' || root === 'variable' || (root === 'import' && /^(?:\.|~|[@#]\/)/.test(path));

/** The path as the file writes it, without following its names. */
function writtenPath(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'unary' && expression.operator === 'await') return writtenPath(expression.operand);
  if (expression.kind === 'call') return expression.callee.kind === 'member' ? writtenPath(expression.callee.object) : undefined;
  const object = expression.kind === 'member' ? writtenPath(expression.object) : undefined;
  return object === undefined || expression.kind !== 'member' ? undefined : `${object}.${expression.property}`;
}

/** `app.decorateReply('remember', function () { this.setCookie(…) })` */
function isOfDecorator(expression: Expression, methods: readonly string[], index: ProgramIndex): boolean {
  if (expression.kind !== 'name' || expression.name !== 'this') return false;
  let around = index.functionAround(expression);
  // An arrow function has the `this` of the function around it.
  while (around !== undefined && !/^(?:async\s+)?function\b/.test(index.program.text.slice(around.start, around.start + 20)))
    around = index.functionAround(around);
  const argument = around === undefined ? undefined : index.parent(around);
  const call = argument === undefined ? undefined : index.parent(argument);
  return isKind(call, 'call') && call.callee.kind === 'member' && methods.includes(call.callee.property);
}

function isHandlerParameter(reference: Reference, handler: NonNullable<Receiver['handler']>): boolean {
  const { binding } = reference;
  if (reference.root !== 'variable' || binding?.parameter === undefined || binding.parameterOf === undefined) return false;
  const { member } = handler;
  const holder = binding.parameter.target.kind === 'pattern' ? '{}' : binding.name;
  if (reference.path !== (member === undefined ? binding.name : `${holder}.${member}`)) return false;
  const { params } = binding.parameterOf;
  // Error handlers (err, req, res, next) have one parameter more in front.
  const shift = params.length === 4 ? 1 : 0;
  return params.length >= handler.least && params.length <= handler.most && params.indexOf(binding.parameter) === handler.position + shift;
}
