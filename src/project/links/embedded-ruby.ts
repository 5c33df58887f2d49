/** Ruby code inside files of settings, which Rails reads as ERB templates first. */
import type { Program } from '../../syntax/ir.js';
import { ruby } from '../../syntax/ruby/language.js';

/** https://docs.ruby-lang.org/en/master/ERB.html: expressions, whose trailing `-` eats the line break. */
const EXPRESSION = /<%=((?:(?!<%)[\s\S])*?)-?%>/g;

/** The expressions of a text as a program: everything else is blank, so that each stands where it is written. */
export function embeddedRuby({ text, path }: Program): Program {
  let code = '';
  for (const match of text.matchAll(EXPRESSION)) {
    const start = match.index + '<%='.length;
    code +=
      blank(text.slice(code.length, start)) +
      match[1]! +
      blank(text.slice(start + match[1]!.length, match.index + match[0].length)).replace(/ $/, ';');
  }
  const program = ruby.lower(code + blank(text.slice(code.length)), path);
  return { ...program, text };
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
