/** Helpers of the repository that no code of it calls: what they would configure is not configured. */
import { calledName } from '../syntax/called-name.js';
import type { Call, FunctionDeclaration, LanguageId, Node } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';

/** Languages whose plain functions only run where the repository calls them. */
const PLAIN = new Set<LanguageId>(['javascript', 'python', 'go', 'csharp']);
/** Names that the platform calls. */
const STARTS =
  /^(?:main|init|setup|configure\w*|create_?app|make_?app|get_?app|application|app|handler|default|register|bootstrap|start|run|[A-Z]\w*)$/;

/** Whether a place stands in a helper that nothing in the repository names: an extension method of C#, or a plain function. */
export function isCalledByNobody(node: Node, index: ProgramIndex, evaluator: Evaluator): boolean {
  const { program } = index;
  const helper = helperAround(node, index);
  if (helper === undefined) return false;
  const { name } = helper;
  const files = evaluator.links.filesNaming?.(program, name);
  if (files === undefined || files.some((file) => file !== program.path)) return false;
  const word = new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$&')}(?![\\w$])`);
  return !word.test(program.text.slice(0, helper.start)) && !word.test(program.text.slice(helper.end));
}

function helperAround(node: Node, index: ProgramIndex): FunctionDeclaration | undefined {
  const { language } = index.program;
  const fn = index.functionAround(node);
  const declaration = fn === undefined ? undefined : index.parent(fn);
  if (!PLAIN.has(language) || !isKind(declaration, 'function-declaration') || (declaration.function.decorators ?? []).length > 0)
    return undefined;
  if (language === 'csharp') return declaration.extends === undefined ? undefined : declaration;
  const isTop = index.parent(declaration) === undefined;
  return isTop && !STARTS.test(declaration.name) ? declaration : undefined;
}

/** Whether a method is called on a parameter of a function that the same file calls. */
export function isOnHelpersParameter({ callee }: Call, index: ProgramIndex): boolean {
  const binding = callee.kind === 'member' && callee.object.kind === 'name' ? index.bindingOf(callee.object) : undefined;
  const fn = binding?.parameterOf;
  const declaration = fn === undefined ? undefined : index.parent(fn);
  return (
    isKind(declaration, 'function-declaration') &&
    index.calls.some((call) => calledName(call.callee) === declaration.name && call.args.length === declaration.function.params.length)
  );
}
