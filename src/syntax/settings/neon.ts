/** NEON, Nette's settings format, in the shape of YAML: as long as the text, so that ranges hold. Settings are read; the statements of services are not. */

const MULTILINE = /('''|""")[^]*?\1/g;
/** Where a value begins: after `key:`, `- `, or at the start of a line. */
const SIGN = /((?:^|:|-|=)[ \t]*)([%@`!&*|>])/gm;

/** https://doc.nette.org/en/neon/format: tabs indent, `%parameter%` and `@service` need no quotes, entities have arguments in parentheses. */
export function neonShape(text: string): string {
  return text
    .replace(
      MULTILINE,
      (written) =>
        `"${written
          .slice(1, -1)
          .replace(/["\\]/g, 'x')
          .replace(/[\r\n][ \t]*/g, (gap) => ' '.repeat(gap.length))}"`,
    )
    .replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length))
    .replace(SIGN, '$1x')
    .replace(/\([^()\r\n]*\)/g, (entity) => 'x'.repeat(entity.length));
}
