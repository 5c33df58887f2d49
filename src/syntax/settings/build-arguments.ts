/** Build arguments of Dockerfiles: `ARG NAME=default`, handed to the environment by `ENV NAME=$NAME`. */
import type { Call, Expression, Program } from '../ir.js';

/** An `ARG` gives a variable to the build alone: https://docs.docker.com/reference/dockerfile/#arg. */
export const isBuildArgument = ({ callee }: Call): boolean => callee.kind === 'name' && callee.name.toUpperCase() === 'ARG';

/** What an instruction writes, or the default of the build argument (or the variable before it) that it names. */
export function withBuildArgument(value: Expression, at: Call, program: Program, depth = 0): Expression {
  const name =
    program.language === 'dockerfile' && value.kind === 'literal' && depth < 8 ? /^\$(?:\{(\w+)\}|(\w+))$/.exec(String(value.value)) : null;
  if (name === null) return value;
  let written: { readonly value: Expression; readonly call: Call } | undefined;
  for (const statement of program.body) {
    if (statement.kind !== 'expression' || statement.start >= at.start || statement.expression.kind !== 'call') continue;
    const call = statement.expression;
    if (!isBuildArgument(call) && !(call.callee.kind === 'name' && call.callee.name === 'ENV')) continue;
    const given = call.args.find((argument) => argument.name === (name[1] ?? name[2]));
    if (given?.value.kind === 'literal' && given.value.value !== undefined) written = { value: given.value, call };
  }
  return written === undefined ? value : withBuildArgument(written.value, written.call, program, depth + 1);
}
