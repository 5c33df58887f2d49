/** The formats that the arguments ask for, each with the file that it goes to. */
import { UserError } from './user-error.js';
import type { Parsed } from './arguments.js';

/** `isKnown`: the names that there are. Without any `--format` it is `pretty`. */
export function wantedFormats<Name extends string>(parsed: Parsed, isKnown: (name: string) => name is Name): (readonly [name: Name, file: string | undefined])[] {
  return (parsed.values.get('format') ?? ['pretty']).map((asked) => {
    const at = asked.indexOf('=');
    const name = at < 0 ? asked : asked.slice(0, at);
    if (!isKnown(name)) throw new UserError(`--format: there is no ${name}`);
    const file = at < 0 ? undefined : asked.slice(at + 1);
    if (file === '') throw new UserError(`--format ${asked}: the file's name is missing`);
    return [name, file];
  });
}
