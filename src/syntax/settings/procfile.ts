/** Lowers Procfiles: the variables before the commands, and the flags of them, as one record (https://devcenter.heroku.com/articles/procfile). */
import type { Language, Program, Property } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { bareLiteral, expressionStatement, propertyNode, rangeOf, settingsRecord } from './nodes.js';

/** Read like a dotenv file: what stands in it are variables. */
export const procfileLanguage: Language = { id: 'dotenv', matches: (path) => /^procfile(?:\.\w+)?$/.test(fileNameOf(path).base), lower };

/** `NAME=value`, `--flag=value`, with or without quotes around the value. */
const ASSIGNED = /(?<=[\s;])(-{0,2}[A-Za-z_][\w.-]*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"';&|]+))/dg;

function lower(text: string, path: string): Program {
  const entries: Property[] = [];
  for (const line of text.matchAll(/^[\w-]+:.*$/gm)) {
    for (const { indices } of line[0].matchAll(ASSIGNED)) {
      const key = indices?.[1];
      const value = indices?.[2] ?? indices?.[3] ?? indices?.[4];
      if (key === undefined || value === undefined) continue;
      entries.push(
        propertyNode(
          bareLiteral(text, line.index + key[0], line.index + key[1]),
          bareLiteral(text, line.index + value[0], line.index + value[1]),
        ),
      );
    }
  }
  return {
    path,
    language: 'dotenv',
    text,
    body: [expressionStatement(settingsRecord(entries, rangeOf(0, text.length)))],
    comments: [],
    problems: [],
  };
}
