/** Laravel's configuration files as code reads them: `config('session.secure')` is what `config/session.php` returns there. */
import type { Program } from '../syntax/ir.js';
import { fileValue } from '../values/file-values.js';
import { fieldAt } from '../values/fields.js';
import { absent, originOf, type Value } from '../values/value.js';
import type { ModelContext, ProjectModel } from './model.js';

/** https://laravel.com/docs/12.x/configuration#accessing-configuration-values: the first word of a key is the file. */
export const laravelModel: ProjectModel = {
  rule: 'laravel',
  surfaces: [],
  judge: () => [],
  settingOf: (context, key, from) => {
    const [file, ...path] = key.split('.');
    const program = configFile(file!, context);
    // The key that decides cookies has a default of the framework's; other configuration is the operator's.
    if (program === undefined) return key === 'session.secure' ? absent(originOf(from, { start: 0, end: 0 })) : undefined;
    const whole = fileValue(program, context.evaluator);
    return whole === undefined ? undefined : inner(whole, path);
  },
};

const inner = (whole: Value, path: readonly string[]): Value => fieldAt(whole, path);

function configFile(name: string, { app, workspace }: ModelContext): Program | undefined {
  const prefix = app.root === '.' ? '' : `${app.root}/`;
  for (const folder of ['config/', 'app/Config/']) {
    const file = `${prefix}${folder}${name}.php`;
    if (workspace.has(file)) return workspace.programOf(file);
  }
  return undefined;
}
