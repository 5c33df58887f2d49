/** What the parameters of JavaScript's request handlers are, whatever they are called: by the router that the handler is given to, or by their types. */
import type { Call, FunctionExpression } from '../syntax/ir.js';
import { typePath } from './references.js';
import { perIndex } from './per-index.js';
import { indexOf, isKind, type Binding, type ProgramIndex } from './program-index.js';
import type { ParameterValue } from './value.js';

/** Methods that are given handlers: https://expressjs.com/en/5x/api.html#app.METHOD, https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener, https://koajs.com/#appusefunction */
const REGISTERS = /^(?:get|post|put|patch|delete|del|options|head|all|any|use|createServer|handler?|handle|addHandler|route)$/;
/** The last part of a type, and what its values are called in the tables of the language. */
const TYPES: Readonly<Record<string, string>> = {
  Request: 'req',
  IncomingMessage: 'req',
  FastifyRequest: 'req',
  NextApiRequest: 'req',
  NextRequest: 'req',
  ParameterizedContext: 'ctx',
  RouterContext: 'ctx',
  Context: 'ctx',
};
/** Names that the tables know already. */
const CONVENTIONAL = /^(?:req|request|ctx|context|event|url|env|res|response|reply|h|next|err|error)$/;

/** `req` or `ctx` where the parameter is the request of a handler, or the context that holds it. */
export function requestName(value: ParameterValue): string | undefined {
  const { program, name } = value;
  if (program.language !== 'javascript' || CONVENTIONAL.test(name)) return undefined;
  const { params } = value.function;
  const at = params.findIndex(({ target }) => target.kind === 'name' && target.name === name);
  return at < 0 ? undefined : requestAt(value.function, at, indexOf(program));
}

/** The same for a place among the parameters of a function. */
export function requestAt(fn: FunctionExpression, at: number, index: ProgramIndex): string | undefined {
  const { params } = fn;
  const type = /(?:^|\.)(\w+)(?:<[^]*)?$/.exec(typePath(params[at]?.typeName, index) ?? '')?.[1];
  const typed = type === undefined || !Object.hasOwn(TYPES, type) ? undefined : TYPES[type];
  if (typed !== undefined) return typed;
  // Error handlers (err, req, res, next) have one parameter more in front.
  if (at !== (params.length === 4 ? 1 : 0) || params.length === 0 || !isHandler(fn, index)) return undefined;
  return params.length === 1 ? 'ctx' : 'req';
}

const givenToRouters = perIndex(
  (index): ReadonlySet<FunctionExpression | Binding> => new Set(index.calls.flatMap((call) => givenBy(call, index))),
);

/** Whether a function is given to a router, where it is written or by its name. */
function isHandler(fn: FunctionExpression, index: ProgramIndex): boolean {
  const table = givenToRouters(index);
  if (table.has(fn)) return true;
  const around = index.parent(fn);
  const named = isKind(around, 'function-declaration')
    ? index.lookUp(around.name, index.scopeOf(around))
    : isKind(around, 'declaration') && around.target.kind === 'name'
      ? index.bindingOf(around.target)
      : undefined;
  return named !== undefined && table.has(named);
}

function givenBy({ callee, args }: Call, index: ProgramIndex): (FunctionExpression | Binding)[] {
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  if (!REGISTERS.test(method)) return [];
  return args.flatMap(({ value }): (FunctionExpression | Binding)[] => {
    if (value.kind === 'function') return [value];
    const binding = value.kind === 'name' ? index.bindingOf(value) : undefined;
    return binding === undefined ? [] : [binding];
  });
}
