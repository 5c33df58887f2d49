/** The formats that the arguments ask for, each with the file that it goes to. */
import { UserError } from './user-error.js';
import type { Parsed } from './arguments.js';

/** `isKnown`: the names that there are. Without any `--format` it is `pretty`. */
export function wantedFormats<Name extends string>(
  parsed: Parsed,
  isKnown: (name: string) => name is Name,
): (readonly [name: Name, file: string | undefined])[] {
  const wanted = (parsed.values.get('format') ?? ['pretty']).map((asked) => {
    const at = asked.indexOf('=');
    const name = at < 0 ? asked : asked.slice(0, at);
    if (!isKnown(name)) throw new UserError(`--format: there is no ${name}`);
    const file = at < 0 ? undefined : asked.slice(at + 1);
    if (file === '') throw new UserError(`--format ${asked}: the file's name is missing`);
    return [name, file] as const;
  });
  for (const [index, [name, file]] of wanted.entries()) {
    const other = wanted.findIndex(([, same]) => same !== undefined && same === file);
    if (file !== undefined && other < index)
      throw new UserError(`--format: ${wanted[other]?.[0] ?? ''} and ${name} can't both be ${file}; give each its own file`);
  }
  return wanted;
}
