/** Finds the scripts, event handlers and comments of a markup file, tolerant of whatever stands around them. */

import type { Comment, Range } from '../ir.js';
import { dialectsOf, type Dialect } from '../javascript/language.js';
import { closeOfBracket } from './brackets.js';
import type { Engine } from './engines.js';

/** A piece of JavaScript in a markup file; the range is that of the code alone. */
export interface Block extends Range {
  readonly dialects: readonly Dialect[];
  /** `onclick="…"`: what only looks like one is nobody's syntax error. */
  readonly isHandler: boolean;
}

export interface Located {
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
}

/**
 * Tags of template engines around a script without tags of its own: Piwigo's `{footer_script}`, Moodle's `{{#js}}`, `{% js %}` of Craft,
 * `{% javascript %}` of Shopify, Grails' libraries and Rails' `javascript_tag do`.
 */
const SCRIPT_TAGS: readonly { readonly open: string; readonly end: RegExp }[] = [
  // https://piwigo.org/doc/doku.php?id=dev:changes_in_2.2
  { open: '\\{footer_script\\b[^}\\n]{0,200}\\}', end: /\{\/footer_script/gi },
  // https://moodledev.io/docs/guides/templates#javascript-in-templates
  { open: '\\{\\{#js\\}\\}', end: /\{\{\/js/gi },
  // https://craftcms.com/docs/5.x/reference/twig/tags.html#js, https://shopify.dev/docs/api/liquid/tags/javascript
  { open: '\\{%-?\\s{0,9}(?:js|javascript)\\b[^%\\n]{0,200}%\\}', end: /\{%-?\s*end(?:js|javascript)\b/gi },
  // https://gsp.grails.org/latest/guide/index.html, https://github.com/bertramdev/asset-pipeline
  { open: '<(?:g:javascript|asset:script|r:script)\\b[^>\\n]{0,200}(?<!/)>', end: /<\/(?:g:javascript|asset:script|r:script)/gi },
  // https://api.rubyonrails.org/classes/ActionView/Helpers/JavaScriptHelper.html#method-i-javascript_tag
  { open: '<%=?\\s{0,9}javascript_tag\\b[^%\\n]{0,200}?\\bdo\\b[^%\\n]{0,20}%>', end: /<%-?\s*end\b/gi },
];

const WRAPPED = SCRIPT_TAGS.map(({ open, end }) => ({ open: new RegExp(`^(?:${open})$`, 'i'), end }));

const SCRIPT_TAG = SCRIPT_TAGS.map(({ open }) => open).join('|');

/** What begins something that matters or must be stepped over. */
const MARK = new RegExp(
  `${SCRIPT_TAG}|${/<!--|<script(?=[\s/>])|<%--|<%|<\?|\{\{!--|\{\{--|\{#(?=[ -])|@\*|(?<=[\s"'])on[a-z]{3,}\s*=\s*["']/.source}`,
  'gi',
);
const COMPONENT_MARK = /<!--|<script(?=[\s/>])/gi;

const COMMENT_ENDS: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<%--': '--%>',
  '{{!--': '--}}',
  '{{--': '--}}',
  '{#': '#}',
  '@*': '*@',
};

/** Code of the server, which may write tags of its own. */
const CODE_ENDS: Readonly<Record<string, string>> = { '<%': '%>', '<?': '?>' };

const SCRIPT_END = /<\/script/gi;

/** Finds every block of `text`, in source order. */
export function locateBlocks(text: string, engine: Engine): Located {
  if (engine.isIndented === true) return { blocks: indentedBlocks(text), comments: [] };
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  const mark = new RegExp(engine.isHtml ? MARK : COMPONENT_MARK);
  // A mark that does not occur again need not be looked for again.
  const exhausted = new Set<string>();
  if (engine.hasFrontmatter) {
    const fence = frontmatter(text);
    if (fence !== undefined) {
      blocks.push({ ...fence, dialects: dialectsOf('ts'), isHandler: false });
      mark.lastIndex = fence.end;
    }
  }
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const opening = match[0].toLowerCase();
    const start = match.index;
    const after = start + opening.length;
    const wrapped = scriptTag(match[0], text, after);
    if (wrapped !== undefined) {
      blocks.push({ ...wrapped, dialects: dialectsOf('js'), isHandler: false });
      mark.lastIndex = wrapped.end;
      continue;
    }
    const ending = COMMENT_ENDS[opening] ?? CODE_ENDS[opening];
    if (ending !== undefined) {
      const close = exhausted.has(ending) ? -1 : text.indexOf(ending, after);
      if (close === -1) {
        // Code of PHP that nothing ends goes on to the end of the file.
        if (opening === '<?') break;
        exhausted.add(ending);
        continue;
      }
      const end = close + ending.length;
      if (opening in COMMENT_ENDS) comments.push({ start, end, text: text.slice(after, close) });
      mark.lastIndex = end;
    } else if (opening === '<script') {
      const tag = readTag(text, after);
      if (tag === undefined) {
        mark.lastIndex = after + MAX_TAG;
        continue;
      }
      mark.lastIndex = tag.end;
      if (tag.isClosed && !engine.isHtml) continue;
      SCRIPT_END.lastIndex = tag.end;
      const end = SCRIPT_END.exec(text)?.index ?? text.length;
      const dialects = dialectsOfTag(tag.attributes, engine);
      if (dialects !== undefined && end > tag.end) blocks.push({ start: tag.end, end, dialects, isHandler: false });
      mark.lastIndex = end;
    } else {
      const end = text.indexOf(opening.at(-1)!, after);
      if (end === -1) continue;
      blocks.push({ start: after, end, dialects: dialectsOf('js'), isHandler: true });
      mark.lastIndex = end + 1;
    }
  }
  return { blocks, comments };
}

/** What stands between a template engine's tags for scripts. */
function scriptTag(opening: string, text: string, start: number): Range | undefined {
  const tag = WRAPPED.find(({ open }) => open.test(opening));
  if (tag === undefined) return undefined;
  tag.end.lastIndex = start;
  const end = tag.end.exec(text)?.index ?? text.length;
  return end > start ? { start, end } : undefined;
}

/**
 * https://pugjs.org/language/plain-text.html#block-in-a-tag (`script.`), https://haml.info/docs/yardoc/file.REFERENCE.html#javascript-filter
 * (`:javascript`, `%script`), https://github.com/slim-template/slim#embedded-engines-markdown- (`javascript:`)
 */
const INDENTED_SCRIPT = /^([ \t]*)(?:script(?:\([^)\n]*\))?\.|:javascript|javascript:|%script(?:[{(][^\n]*[})])?)[ \t]*$/;

/** The lines that are further in than the one that opens a script. */
function indentedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { readonly indent: number; readonly start: number } | undefined;
  let start = 0;
  const close = (end: number): void => {
    if (open !== undefined && end > open.start) blocks.push({ start: open.start, end, dialects: dialectsOf('js'), isHandler: false });
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (open !== undefined && line.trim() !== '' && indent <= open.indent) close(start);
    const script = open === undefined ? INDENTED_SCRIPT.exec(line.replace(/\r$/, '')) : null;
    if (script !== null) open = { indent: script[1]!.length, start: Math.min(start + line.length + 1, text.length) };
    start += line.length + 1;
  }
  close(text.length);
  return blocks;
}

/** https://docs.astro.build/en/basics/astro-components/#the-component-script */
function frontmatter(text: string): Range | undefined {
  const open = /^\uFEFF?\s*---/.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  const close = text.slice(open).search(/^---/m);
  return close === -1 ? undefined : { start: open, end: open + close };
}

interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset after its `>`. */
  readonly end: number;
  /** Written `<script … />`. */
  readonly isClosed: boolean;
}

const HOLE_IN_TAG: readonly (readonly [string, string])[] = [
  ['<%', '%>'],
  ['<?', '?>'],
  ['{{', '}}'],
  ['{%', '%}'],
];

/** The end of a template hole that starts at `offset`: it may hold quotes and angle brackets. */
function endOfHole(text: string, offset: number): number | undefined {
  const hole = HOLE_IN_TAG.find(([open]) => text.startsWith(open, offset));
  const close = hole && text.indexOf(hole[1], offset + 2);
  return close === undefined || close === -1 ? undefined : close + 2;
}

/** A tag that has not ended by then lacks a quote. */
const MAX_TAG = 5_000;

/** Reads the attributes of a tag from after its name on; undefined when it does not end. */
function readTag(text: string, from: number): Tag | undefined {
  const attributes = new Map<string, string>();
  const limit = Math.min(text.length, from + MAX_TAG);
  let index = from;
  while (index < limit) {
    const character = text[index]!;
    if (character === '>') return { attributes, end: index + 1, isClosed: text[index - 1] === '/' };
    if (/[\s/=]/.test(character)) {
      index++;
      continue;
    }
    const hole = endOfHole(text, index) ?? (character === '{' ? closeOfBracket(text, index, limit) : undefined);
    if (hole !== undefined) {
      index = hole;
      continue;
    }
    const name = attributeName(text, index);
    index += name.length;
    const assign = /^\s*=\s*/.exec(text.slice(index, index + 50));
    if (assign === null) {
      attributes.set(name.toLowerCase(), '');
      continue;
    }
    const start = index + assign[0].length;
    const end = endOfValue(text, start, limit);
    attributes.set(name.toLowerCase(), text.slice(start, end).replace(/^(["'])([^]*)\1$/, '$2'));
    index = end;
  }
  return undefined;
}

const NAME = /[^\s=>]+?(?=[\s=>]|\/>|$)/y;

function attributeName(text: string, offset: number): string {
  NAME.lastIndex = offset;
  return NAME.exec(text)?.[0] ?? text[offset]!;
}

function endOfValue(text: string, start: number, limit: number): number {
  const quote = text[start];
  if (quote === '{') {
    const hole = endOfHole(text, start) ?? closeOfBracket(text, start, limit);
    if (hole !== undefined) return hole;
  }
  const isQuoted = quote === '"' || quote === "'";
  let index = isQuoted ? start + 1 : start;
  while (index < limit) {
    const hole = endOfHole(text, index);
    if (hole !== undefined) index = hole;
    else if (isQuoted ? text[index] === quote : /[\s>]/.test(text[index]!)) return isQuoted ? index + 1 : index;
    else index++;
  }
  return index;
}

/** https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type, and what in-browser compilers and Partytown read. */
const SCRIPT_TYPE =
  /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma|j|live|type)script(?:1\.\d)?|text\/(?:babel|jsx|tsx|ts|partytown|rocketscript))(?:$|[\s;])/i;

/** The dialects of a script by its attributes; undefined when it is data or another language. */
function dialectsOfTag(attributes: ReadonlyMap<string, string>, engine: Engine): readonly Dialect[] | undefined {
  const type = attributes.get('type')?.trim() ?? '';
  const lang = attributes.get('lang')?.trim().toLowerCase() ?? '';
  // `<script runat="server">` holds C# or Visual Basic.
  if (attributes.has('runat')) return undefined;
  if (type !== '' && !SCRIPT_TYPE.test(type) && endOfHole(type, 0) === undefined) return undefined;
  if (/^(?:ts|typescript)$/.test(lang) || /typescript|\/ts$/i.test(type)) return dialectsOf('ts');
  if (/tsx$/.test(lang) || /tsx$/i.test(type)) return dialectsOf('tsx');
  if (lang !== '' && !/^(?:js|jsx|javascript|babel)$/.test(lang)) return undefined;
  return dialectsOf(engine.isTypeScript ? 'ts' : 'js');
}
