/** The path that PHP's `require` and `include` load, where it is written as a literal or below the file's own folder. */
import type { Call, Expression } from '../syntax/ir.js';

/** The literal path of `require`/`include`, with `__DIR__` and its kin taken as the file's own folder. */
export function includedPath(call: Call): string | undefined {
  if (call.callee.kind !== 'name' || !/^(?:require|include)(?:_once)?$/.test(call.callee.name)) return undefined;
  const argument = call.args[0]?.value;
  return argument === undefined ? undefined : pathText(argument);
}

function pathText(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? expression.value : undefined;
    case 'name':
      return expression.name === '__DIR__' ? '.' : undefined;
    case 'call': {
      const { callee, args } = expression;
      const first = args[0]?.value;
      if (callee.kind !== 'name' || callee.name !== 'dirname' || first === undefined) return undefined;
      if (first.kind === 'name' && first.name === '__FILE__') return '.';
      const inner = pathText(first);
      const levels = args[1]?.value;
      return inner === undefined
        ? undefined
        : inner + '/..'.repeat(levels?.kind === 'literal' && typeof levels.value === 'number' ? levels.value : 1);
    }
    case 'binary': {
      if (expression.operator !== '+') return undefined;
      const left = pathText(expression.left);
      const right = pathText(expression.right);
      return left === undefined || right === undefined ? undefined : left + right;
    }
    case 'template': {
      const parts = expression.parts.map(pathText);
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    default:
      return undefined;
  }
}
