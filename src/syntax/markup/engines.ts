/** Which kinds of markup files carry scripts, and how their template engines write what they fill in. */

/** The mark-up of one kind of hole. */
export interface Delimiters {
  /** Source of a regular expression. */
  readonly open: string;
  readonly close: string;
  /** Tests the whole hole: true when it writes nothing (`{% if %}`, `<% } %>`, comments). */
  readonly isSilent: (hole: string) => boolean;
}

/** A kind of markup file. */
export interface Engine {
  readonly holes: readonly Delimiters[];
  /** Expressions after an at-sign, which end where the language says, not at a mark. */
  readonly atSign?: 'razor' | 'blade' | 'velocity';
  /** Blocks are told by their indentation: Pug, Haml, Slim. */
  readonly isIndented?: true;
  /** Scripts are TypeScript unless they say otherwise. */
  readonly isTypeScript?: boolean;
  /** A script fenced by `---` lines at the top. */
  readonly hasFrontmatter?: boolean;
  /** Tags are closed and handlers written as in HTML, not as in a component language. */
  readonly isHtml: boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;

// https://docs.ruby-lang.org/en/master/ERB.html, https://jakarta.ee/specifications/pages/, <%: of ASP.NET Web Forms
const PERCENT: Delimiters = { open: '<%', close: '%>', isSilent: (hole) => !/^<%[=:#](?!-)/.test(hole) || hole.startsWith('<%#') };
// https://ejs.co/#docs: `<%-` writes, unescaped
const EJS: Delimiters = { open: '<%', close: '%>', isSilent: (hole) => !/^<%[=-]/.test(hole) };
const PHP: Delimiters = { open: '<\\?', close: '?>', isSilent: (hole) => !/^<\?=|\b(?:echo|print)\b/.test(hole) };
// https://handlebarsjs.com/guide/, https://pkg.go.dev/text/template
const BRACES_SILENT = /^@?\{\{\{?[-~]?\s*(?:[#/^!>*]|--|(?:if|else|end|range|with|define|template|block|each|unless|partial)\b)/;
const TRIPLE_BRACES: Delimiters = { open: '\\{\\{\\{', close: '}}}', isSilent: (hole) => BRACES_SILENT.test(hole) };
const BRACES: Delimiters = { open: '@?\\{\\{', close: '}}', isSilent: (hole) => BRACES_SILENT.test(hole) };
// https://jinja.palletsprojects.com/en/stable/templates/, https://twig.symfony.com/doc/3.x/templates.html
const TAG: Delimiters = { open: '\\{%', close: '%}', isSilent: always };
const HASH_COMMENT: Delimiters = { open: '\\{#', close: '#}', isSilent: always };
// https://laravel.com/docs/blade#displaying-unescaped-data
const BLADE_RAW: Delimiters = { open: '@?\\{!!', close: '!!}', isSilent: never };
// https://jakarta.ee/specifications/expression-language/, https://freemarker.apache.org/docs/dgui_template_exp.html
const EL: Delimiters = { open: '(?<!\\\\)[$#]\\{', close: '}', isSilent: never };
const FREEMARKER_TAG: Delimiters = { open: '</?#', close: '>', isSilent: always };
// https://learn.microsoft.com/aspnet/core/mvc/views/razor#explicit-delimited-transition
const RAZOR_TEXT: Delimiters = { open: '</?text', close: '>', isSilent: always };
// https://www.thymeleaf.org/doc/tutorials/3.1/usingthymeleaf.html#expression-inlining
const THYMELEAF: Delimiters = { open: '\\[\\[[$#*@]\\{', close: ']]', isSilent: never };
const THYMELEAF_RAW: Delimiters = { open: '\\[\\([$#*@]\\{', close: ')]', isSilent: never };

/** Tags of a library that write something where they stand; the others steer or wrap. */
const WRITING_TAG = /^<\w+:(?:out|property|message|url|text|write|eval|format\w*|escape\w*|param|createLink|resource|link)\b/;
// https://jakarta.ee/specifications/tags/, https://gsp.grails.org/latest/guide/index.html#gspTags
const TAG_LIBRARY: Delimiters = { open: '</?[a-zA-Z]\\w*:[a-zA-Z]', close: '>', isSilent: (hole) => !WRITING_TAG.test(hole) };
// https://velocity.apache.org/engine/2.4/user-guide.html: `$!x` and `${x}`; a plain `$x.y` is JavaScript, too.
const VELOCITY: Delimiters = { open: '\\$!?\\{', close: '}', isSilent: never };
const VELOCITY_COMMENT: Delimiters = { open: '#\\*', close: '*#', isSilent: always };
// https://docs.makotemplates.org/en/latest/syntax.html
const MAKO_TAG: Delimiters = {
  open: '</?%(?:def|block|namespace|include|inherit|call|text|page|doc|\\w+:\\w+)\\b',
  close: '>',
  isSilent: always,
};
const MAKO_LINE: Delimiters = { open: '(?<=^|\\n)[ \\t]*(?:%(?!%)|##)', close: '\n', isSilent: always };
// https://www.smarty.net/docs/en/language.basic.syntax.tpl, https://latte.nette.org/en/syntax: a brace with a blank after it is a brace.
const SMARTY_WRITING = /^\{(?:[$=_]|l\b|t\b|link\b|plink\b|url\b)/;
const SMARTY: Delimiters = {
  open: '\\{(?=[$=*]|/?(?:if|elseif|else|foreach|foreachelse|section|literal|include|assign|block|capture|strip|function|while|ldelim|rdelim|nocache|var|l|t|_|link|plink|url)\\b)',
  close: '}',
  isSilent: (hole) => !SMARTY_WRITING.test(hole),
};
// https://pugjs.org/language/interpolation.html, https://haml.info/docs/yardoc/file.REFERENCE.html#interpolation
const INTERPOLATION: Delimiters = { open: '[#!]\\{\\{?', close: '}', isSilent: never };

const component: Engine = { holes: [], isHtml: false };
/** Plain `.html` is the extension of the templates of Django, Flask, Go, Thymeleaf and many others. */
const html: Engine = { holes: [TRIPLE_BRACES, BRACES, TAG, PERCENT, PHP, THYMELEAF, THYMELEAF_RAW], isHtml: true };
const jinja: Engine = { holes: [BRACES, TAG, HASH_COMMENT], isHtml: true };
const handlebars: Engine = { holes: [TRIPLE_BRACES, BRACES], isHtml: true };
const percent: Engine = { holes: [PERCENT], isHtml: true };
const ejs: Engine = { holes: [EJS], isHtml: true };
const jsp: Engine = { holes: [PERCENT, EL, TAG_LIBRARY], isHtml: true };
const velocity: Engine = { holes: [VELOCITY_COMMENT, VELOCITY], atSign: 'velocity', isHtml: true };
const mako: Engine = { holes: [MAKO_TAG, PERCENT, EL, MAKO_LINE], isHtml: true };
const smarty: Engine = { holes: [TRIPLE_BRACES, BRACES, PHP, SMARTY], isHtml: true };
/** Scripts are the lines that are further in than the one which opens them. */
const indented: Engine = { holes: [INTERPOLATION], isIndented: true, isHtml: true };
const razor: Engine = { holes: [RAZOR_TEXT], atSign: 'razor', isHtml: true };
const blade: Engine = { holes: [BLADE_RAW, BRACES, PHP], atSign: 'blade', isHtml: true };
/** The pages that PHP files hold around their code. */
const php: Engine = { holes: [PHP], isHtml: true };
const freemarker: Engine = { holes: [EL, FREEMARKER_TAG], isHtml: true };

const ENGINES = {
  vue: component,
  svelte: component,
  astro: { ...component, isTypeScript: true, hasFrontmatter: true },
  html,
  htm: html,
  xhtml: html,
  shtml: html,
  erb: percent,
  rhtml: percent,
  eex: percent,
  heex: percent,
  aspx: percent,
  ascx: percent,
  master: percent,
  asp: percent,
  leex: percent,
  ejs,
  jsp,
  jspf: jsp,
  jspx: jsp,
  gsp: jsp,
  tag: jsp,
  hbs: handlebars,
  handlebars,
  mustache: handlebars,
  gohtml: handlebars,
  gotmpl: handlebars,
  tmpl: handlebars,
  tpl: smarty,
  latte: smarty,
  mako,
  vm: velocity,
  vtl: velocity,
  pug: indented,
  jade: indented,
  haml: indented,
  slim: indented,
  twig: jinja,
  jinja,
  jinja2: jinja,
  j2: jinja,
  njk: jinja,
  liquid: jinja,
  swig: jinja,
  tera: jinja,
  volt: jinja,
  cshtml: razor,
  vbhtml: razor,
  razor,
  php,
  phtml: php,
  ftl: freemarker,
  ftlh: freemarker,
} satisfies Record<string, Engine>;

const EXTENSIONS = new RegExp(`(?:\\.([a-z0-9]+))?\\.(${Object.keys(ENGINES).join('|')})$`, 'i');
const BLADE = /\.blade\.php$/i;
const SCRIPT = /^[cm]?([jt]sx?)$/i;

/** What a template engine also fills in for others: `nginx.conf.j2`, `settings.yml.erb`. */
const OTHER_CONTENT =
  /^(?:c?sv|cfg|cnf|conf|config|css|csv|cs|env|go|graphql|hcl|ini|java|json|json5|kt|less|list|md|mdx|nix|php|properties|ps1|py|rb|rs|sass|scss|service|sh|sql|tex|text|tf|toml|txt|xml|ya?ml)$/i;

/** What there is to read in a file: blocks of script within markup, or a script that a template engine fills in. */
export interface MarkupKind {
  readonly engine: Engine;
  /** `js`, `ts`, … when the whole file is a script: `app.js.erb`. */
  readonly script?: string;
}

/** The kind of markup that a path names; undefined for other files. */
export function markupKind(path: string): MarkupKind | undefined {
  if (BLADE.test(path)) return { engine: blade };
  const match = EXTENSIONS.exec(path);
  if (match === null) return undefined;
  const engine: Engine = ENGINES[match[2]!.toLowerCase() as keyof typeof ENGINES];
  const inner = match[1];
  if (inner === undefined || engine.holes.length === 0 || engine === html) return { engine };
  const script = SCRIPT.exec(inner)?.[1];
  if (script !== undefined) return { engine, script };
  return OTHER_CONTENT.test(inner) ? undefined : { engine };
}
