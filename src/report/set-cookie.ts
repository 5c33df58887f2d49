/** What `explain-header` says of Set-Cookie headers: for people, and as JSON (schemas/set-cookie.schema.json). */
import type { BrowserCookie, Received, ReceivingStep, StepOutcome } from '../cookies/browser-cookie.js';
import { wrap } from '../text/columns.js';
import { printable } from '../text/printable.js';
import { painter, type Style } from './terminal-style.js';

export interface ExplainedHeader {
  readonly header: string;
  readonly received: Received;
  /** Whether the cookie's name looks like one that carries a session. */
  readonly session: boolean;
}

interface Look {
  readonly color: boolean;
  readonly columns: number | undefined;
}

const marks: Readonly<Record<StepOutcome, readonly [mark: string, style: Style]>> = {
  ok: ['✔', 'green'],
  unsafe: ['▲', 'red'],
  ignored: ['–', 'yellow'],
  refused: ['✖', 'red'],
  unknown: ['?', 'yellow'],
};

/** One header with its steps, then what is stored. */
export function setCookieText({ header, received, session }: ExplainedHeader, url: string, { color, columns }: Look): string {
  const paint = painter(color);
  const lines = (lead: string, indent: number, text: string): string =>
    lead + (columns === undefined ? [text] : wrap(text.split(' '), columns - indent)).join(`\n${' '.repeat(indent)}`);
  const step = ({ outcome, section, message }: ReceivingStep): string => {
    const [mark, style] = marks[outcome];
    return lines(`${paint(style, mark)} ${paint('dim', section.padEnd(5))} `, 8, printable(message));
  };
  const { cookie, verdict, refusals } = received;
  const conclusion =
    verdict === 'refused' ? paint('red', 'refused') : verdict === 'undecided' ? paint('yellow', 'undecided') : paint('green', 'stored');
  const out = [
    lines(`${paint('bold', 'Set-Cookie:')} `, 2, printable(header.replace(/^\s*set-cookie:\s*/i, '').trim())),
    paint('dim', `from ${printable(url)}`),
    ...received.steps.map(step),
    '',
    `${conclusion}${refusals.length > 0 ? ` (${refusals.join(', ')})` : ''}`,
  ];
  if (cookie !== undefined && verdict !== 'refused')
    out.push(...factsOf(cookie, session).map(([name, value]) => lines(`  ${name.padEnd(9)} `, 12, printable(value))));
  return `${out.join('\n')}\n`;
}

function factsOf(cookie: BrowserCookie, session: boolean): [string, string][] {
  return [
    ['name', cookie.name === '' ? '(none)' : `${cookie.name}${session ? ' (looks like a session)' : ''}`],
    [
      'sent to',
      cookie.domain === null
        ? 'the host that set it'
        : cookie.hostOnly
          ? `${cookie.domain} only`
          : `${cookie.domain} and all hosts below it`,
    ],
    ['path', cookie.path ?? 'the folder of the address'],
    ['Secure', cookie.secure ? 'yes: https only' : 'no: plain http too'],
    ['HttpOnly', cookie.httpOnly ? 'yes: hidden from scripts' : 'no: scripts can read it'],
    ['SameSite', cookie.sameSite === 'Default' ? 'not written: browsers take Lax' : cookie.sameSite],
    [
      'until',
      cookie.deletes
        ? 'at once: it is deleted'
        : cookie.expires === null
          ? 'the browser ends its session'
          : new Date(cookie.expires).toUTCString(),
    ],
  ];
}

/** The JSON form, version 1. The value of a cookie may be a secret, but it is the user's own text here. */
export function setCookieJson(headers: readonly ExplainedHeader[], url: string): string {
  return `${JSON.stringify({ version: 1, url, headers: headers.map(jsonHeader) }, null, 2)}\n`;
}

function jsonHeader({ header, received, session }: ExplainedHeader): object {
  const { cookie } = received;
  return {
    header,
    verdict: received.verdict,
    refusals: received.refusals,
    steps: received.steps.map(({ outcome, section, message, refusal }) => ({
      outcome,
      section,
      message,
      ...(refusal === undefined ? {} : { refusal }),
    })),
    cookie:
      cookie === undefined
        ? null
        : { ...cookie, expires: cookie.expires === null ? null : new Date(cookie.expires).toISOString(), session },
  };
}
