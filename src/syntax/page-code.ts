/** The code of a program inside its pages: scriptlets of JSP and ASP.NET, code blocks of Razor. All else is blanked out, so that places stay. */
import type { Range } from './ir.js';

const JSP = /\.(?:jsp|jspf|jspx|tag)$/i;
const WEB_FORMS = /\.(?:aspx|ascx|master|ashx|asmx|asax)$/i;
const RAZOR = /\.(?:cshtml|razor)$/i;

/** Pages that hold Java. */
export const isJavaPage = (path: string): boolean => JSP.test(path);
/** Pages that hold C#. */
export const isCSharpPage = (path: string): boolean => WEB_FORMS.test(path) || RAZOR.test(path);

/** A page with blanks for what is no code of the server's; other files as they are. */
export function pageCode(text: string, path: string): string {
  if (JSP.test(path)) return keeping(text, scriptlets(text));
  if (WEB_FORMS.test(path))
    return /<%@[^%]*\bLanguage\s*=\s*["']?(?:VB|JScript)/i.test(text.slice(0, 4_000))
      ? keeping(text, [])
      : keeping(text, webForms(text, path));
  return RAZOR.test(path) ? keeping(text, razorBlocks(text)) : text;
}

/** `<% … %>` and `<%! … %>`: what is neither a directive, a comment nor an expression. */
const SCRIPTLET = /<%(?![@=:#$-])!?((?:(?!<%)[\s\S])*?)%>/g;

const scriptlets = (text: string): Range[] => inner(text, SCRIPTLET);

/** https://learn.microsoft.com/previous-versions/aspnet/h9f09b4f(v=vs.100): a handler's file is code behind its first line. */
function webForms(text: string, path: string): Range[] {
  if (/\.(?:ashx|asmx)$/i.test(path)) return [{ start: /^\s*<%@[\s\S]*?%>/.exec(text)?.[0].length ?? 0, end: text.length }];
  return [
    ...scriptlets(text),
    ...inner(text, /<script\b[^<>]*\brunat\s*=\s*["']?server\b[^<>]*>((?:(?!<script\b)[\s\S])*?)<\/script>/gi),
  ].sort((a, b) => a.start - b.start);
}

function inner(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? '', 2);
    return { start, end: start + (match[1] ?? '').length };
  });
}

/** https://learn.microsoft.com/aspnet/core/mvc/views/razor#razor-code-blocks: without their lines of markup. */
function razorBlocks(text: string): Range[] {
  const ranges: Range[] = [];
  const opening = /@(?:code|functions)?\s*\{/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index + match[0].length;
    const end = closingBrace(text, start);
    if (end === undefined) break;
    ranges.push(...linesOfCode(text, start, end));
    opening.lastIndex = end;
  }
  return ranges;
}

/** The brace that closes a block; undefined where none does. Strings and comments are passed over. */
function closingBrace(text: string, from: number): number | undefined {
  const tokens = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|[{}]/g;
  tokens.lastIndex = from;
  let depth = 1;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && --depth === 0) return match.index;
  }
  return undefined;
}

function linesOfCode(text: string, start: number, end: number): Range[] {
  const lines: Range[] = [];
  for (let at = start; at < end;) {
    const next = text.indexOf('\n', at);
    const stop = next === -1 || next >= end ? end : next + 1;
    if (!/^\s*(?:<|@:)/.test(text.slice(at, stop))) lines.push({ start: at, end: stop });
    at = stop;
  }
  return lines;
}

function keeping(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start < at) continue;
    pieces.push(blank(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  pieces.push(blank(text.slice(at)));
  return pieces.join('');
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
