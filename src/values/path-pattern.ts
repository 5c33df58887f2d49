/** Patterns over dotted paths. */

const compiled = new Map<string, RegExp>();

/** A path pattern as a regular expression: `*` is one segment, `**.` at the start any beginning. */
export function pathPattern(pattern: string): RegExp {
  let regex = compiled.get(pattern);
  if (regex === undefined) {
    const source = pattern.replace(/\*\*\.|\*\*|\*|[.+?^${}()|[\]\\]/g, (token) => (token === '**.' ? '(?:.*[./])?' : token === '**' ? '.*' : token === '*' ? '[^.]+' : `\\${token}`));
    regex = new RegExp(`^${source}$`);
    compiled.set(pattern, regex);
  }
  return regex;
}
