// Python files of project templates (cookiecutter, copier): hides the Jinja markup between the code from the grammar.

/** A line of Jinja alone, or an import of a module whose name is filled in: neither can stand in a Python file. */
const MARKED = /^[ \t]*\{%.*%\}[ \t]*\r?$|^[ \t]*(?:from|import)[ \t]+\{\{/m;

const STATEMENT = /\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}/g;

/** `{{{x}}}` belongs to an f-string. */
const HOLE = /(?<!\{)\{\{[^{}\n]*\}\}(?!\})/g;

/** The text with markup blanked out and holes made into names, every character where it was. Other files stay as they are. */
export function withoutJinja(text: string): string {
  if (!MARKED.test(text)) return text;
  return text.replace(STATEMENT, (markup) => ' '.repeat(markup.length)).replace(HOLE, (hole) => '_'.repeat(hole.length));
}
