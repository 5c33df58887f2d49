/** The settings of a file: the records that hold them, and how their keys compare. */
import type { Expression, Pattern, Program, RecordExpression } from '../syntax/ir.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits } from '../values/references.js';

/** The records of a file that hold settings: whole settings files, and what config modules return or export. */
export function settingRecords(program: Program, index: ProgramIndex): RecordExpression[] {
  const roots: RecordExpression[] = [];
  const take = (expression: Expression | undefined): void => {
    if (expression?.kind === 'record') roots.push(expression);
    else if (expression?.kind === 'call') for (const argument of expression.args) take(argument.value);
    else if (expression?.kind === 'function') for (const statement of index.returnsOf(expression)) take(statement.value);
    else if (expression?.kind === 'name') {
      const write = index.bindingOf(expression)?.writes[0];
      if (write?.value?.kind === 'record') roots.push(write.value);
    }
  };
  for (const statement of program.body) {
    if (statement.kind === 'expression') {
      const { expression } = statement;
      if (expression.kind === 'record' || expression.kind === 'list') expression.kind === 'record' ? roots.push(expression) : expression.items.forEach((item) => take(item.value));
      else if (expression.kind === 'assignment' && isExports(expression.target)) take(expression.value);
    } else if (statement.kind === 'return') take(statement.value);
    else if (statement.kind === 'export' && statement.form === 'declaration' && statement.isDefault && statement.declaration.kind === 'expression') take(statement.declaration.expression);
  }
  return roots;
}

const isExports = (target: Expression | Pattern): boolean => target.kind === 'member' && target.object.kind === 'name' && target.object.name === 'module' && target.property === 'exports';

/** Whether a dotted key fits a wanted one; `*` is one key, `**` any number of them. */
export function keyFits(wanted: string, written: string): boolean {
  if (wanted === written) return true;
  if (!wanted.includes('*')) return false;
  return pathFits(wanted, { path: written, root: 'import' }, JSON_PROGRAM);
}

const JSON_PROGRAM: Program = { path: '', language: 'json', text: '', body: [], comments: [], problems: [] };
