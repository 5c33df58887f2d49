/** The ways that are written as text, as the generator of JavaScript programs takes them. */
import { JAVASCRIPT_TEXT_WAYS } from './javascript-text-ways.js';
import type { JavaScriptWay, Send, Way } from './javascript-ways.js';
import { partsOf, valued } from './text-programs.js';

const SENT = /^( *)(SEND|OPTIONS)\((.*)\);$/gm;

const sending =
  (send: Send) =>
  (text: string): string =>
    text.replaceAll(SENT, (_, indent: string, kind: string, given: string) =>
      (kind === 'SEND' ? send.secure(given) : send.options(given))
        .split('\n')
        .map((line) => indent + line)
        .join('\n'),
    );
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function wayOf(text: string, secure: string, send: Send): Way {
  const { top, inside, files } = valued(partsOf(text), secure);
  const [imports, before] = [true, false].map((wanted) => lines(top).filter((line) => line.startsWith('import ') === wanted));
  return {
    imports: imports!,
    before: before!,
    // Where more follows the cookie's lines, all of them are the cookie's.
    send: sending(send)(inside.trimEnd()),
    files: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, `${content.trimEnd()}\n`])),
  };
}

export const WRITTEN_WAYS: readonly JavaScriptWay[] = Object.entries(JAVASCRIPT_TEXT_WAYS).map(([name, text]) => {
  const { top, files } = partsOf(text);
  return {
    name,
    early: [top, ...Object.values(files)].some((part) => /\bS\b/.test(part)),
    print: (secure, send) => wayOf(text, secure, send),
  };
});
