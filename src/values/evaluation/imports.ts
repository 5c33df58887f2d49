/** What an import gives: an export of another file, a file as a module, or a name of a package. */
import type { Context } from '../context.js';
import type { Binding } from '../program-index.js';
import { importedPath } from '../references.js';
import type { Origin, Value } from '../value.js';
import { joinModule } from './modules.js';

export function valueOfImport(from: NonNullable<Binding['import']>, place: Origin, context: Context): Value {
  const { evaluator, program } = context;
  const { module } = from.statement;
  const target = evaluator.links.moduleOf(program, module);
  if (target !== undefined) {
    if (from.imported === '*') return { kind: 'module', program: target, origin: place };
    const value = evaluator.exportOf(target, from.imported);
    if (value !== undefined) return value;
  }
  // Python's `from . import settings` and Java's `import a.b.Config` name a file or class by the imported name.
  const submodule = evaluator.links.moduleOf(program, joinModule(module, from.imported, program));
  if (submodule !== undefined && submodule !== target)
    return evaluator.exportOf(submodule, from.imported) ?? { kind: 'module', program: submodule, origin: place };
  const path = importedPath(module, from.imported);
  const origin = context.origin(from.statement);
  const read = evaluator.recognise(path, origin);
  // A function of a module named `settings` is no setting.
  const isHelper = read?.kind === 'environment' && read.source === 'configuration' && read.variable !== read.variable.toUpperCase();
  return (isHelper ? undefined : read) ?? { kind: 'symbol', path, origin };
}
