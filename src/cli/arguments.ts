/** The commands and options of the command line, as data: parsing, help and shell completion all read this table. */
import { parseArgs } from 'node:util';
import { fleetFormatNames } from '../report/fleet/formats.js';
import { formatNames } from '../report/formats.js';
import { verifyFormatNames } from '../report/verify/formats.js';
import { wrap } from '../text/columns.js';
import { nearest } from '../text/nearest.js';
import { UserError } from './user-error.js';

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; an option without it is a switch. */
  readonly value?: string;
  /** The value that the option has when none is given. One can then only be given after `=`. */
  readonly bare?: string;
  readonly many?: boolean;
  readonly choices?: readonly string[];
  readonly description: string;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  /** How many arguments it takes beside its options. */
  readonly operands: number;
  readonly summary: string;
  readonly options: readonly Option[];
}

const help: Option = { name: 'help', short: 'h', description: 'show this help' };
const color: readonly Option[] = [
  {
    name: 'color',
    value: 'WHEN',
    bare: 'always',
    choices: ['always', 'never', 'auto'],
    description: 'colours: always, never, or auto, on a terminal (the default)',
  },
  { name: 'no-color', description: 'no colours' },
];
const config: readonly Option[] = [
  { name: 'config', short: 'c', value: 'FILE', description: 'use this configuration' },
  { name: 'no-config', description: 'use none' },
];

const reportFormat: Option = {
  name: 'format',
  short: 'f',
  value: 'NAME[=FILE]',
  many: true,
  choices: formatNames,
  description: `report format, may be given several times: ${formatNames.join(', ')}`,
};

/** What fails a run. */
const failing: readonly Option[] = [
  { name: 'max-warnings', value: 'N', description: 'let that many warnings pass (default 0); notes never fail' },
  { name: 'fail-on-undecided', description: 'end with 1 when a cookie could not be decided' },
  { name: 'fail-on-unread', description: 'end with 2 when a file, or a place that may set a cookie, could not be read' },
];

export const lintCommand: Command = {
  name: 'lint',
  usage: '[options] [paths…]',
  operands: Infinity,
  summary: 'find cookies that are sent without Secure, and fix them',
  options: [
    reportFormat,
    { name: 'fix', description: 'make the safe fixes' },
    { name: 'fix-dry-run', description: 'show the safe fixes as a diff and change nothing' },
    {
      name: 'fix-style',
      value: 'STYLE',
      choices: ['always', 'fail-closed'],
      description: 'always: Secure everywhere; fail-closed: Secure unless in development',
    },
    { name: 'stdin', description: 'check the text on standard input' },
    { name: 'stdin-filename', value: 'FILE', description: 'what that text is called' },
    { name: 'quiet', short: 'q', description: 'report errors only' },
    { name: 'all', description: 'show every finding in full, not only the first 20' },
    { name: 'pedantic', description: 'also show notes, and what could not be decided' },
    ...failing,
    {
      name: 'strict-internal',
      description: 'end with 2 when cookie-lint met a bug of its own, which otherwise costs only the place that it met it at',
    },
    { name: 'since', value: 'REF', description: 'report only what differs from a commit or branch' },
    { name: 'staged', description: 'report only files that are staged for a commit' },
    { name: 'changed-lines', description: 'with --since or --staged: only changed lines' },
    { name: 'shard', value: 'N/TOTAL', description: 'report only this part of the apps, as 2/4; auto: as the CI service says' },
    { name: 'baseline', value: 'FILE', description: 'leave out the findings that this file knows' },
    { name: 'update-baseline', description: 'write the current findings to the baseline' },
    ...config,
    { name: 'timeout', value: 'SECONDS', description: 'read and follow nothing more after that time; what is left out is named' },
    { name: 'cache', description: 'give the report of an earlier run where nothing that decided it has changed' },
    { name: 'cache-location', value: 'FOLDER', description: 'where such reports are kept (default: the cache folder of the user)' },
    { name: 'stats', description: 'say what was read, and which step took how much of the time' },
    { name: 'watch', description: 'check again whenever a file changes' },
    ...color,
    { name: 'version', short: 'v', description: 'show the version' },
    help,
  ],
};

export const commands: readonly Command[] = [
  lintCommand,
  {
    name: 'inventory',
    usage: '[options] [paths…]',
    operands: Infinity,
    summary: 'list every cookie that the repository sets',
    options: [
      { name: 'format', short: 'f', value: 'NAME', choices: ['table', 'json', 'csv', 'html'], description: 'table, json, csv or html' },
      { name: 'check', value: 'FILE', description: 'fail when the inventory differs from this committed one (JSON)' },
      { name: 'update', description: 'with --check: write the current inventory to the file' },
      ...config,
      ...color,
      help,
    ],
  },
  {
    name: 'account',
    usage: '[options] [paths…]',
    operands: Infinity,
    summary: 'explain every mention of a cookie: reported, Secure, read, … or unexplained',
    options: [
      { name: 'unexplained', description: 'list only what nothing explains' },
      {
        name: 'format',
        short: 'f',
        value: 'NAME',
        choices: ['pretty', 'json', 'csv', 'markdown'],
        description: 'pretty, json, csv or markdown',
      },
      ...config,
      ...color,
      help,
    ],
  },
  {
    name: 'merge',
    usage: '[options] REPORT…',
    operands: Infinity,
    summary: 'join the reports of all shards of a run (JSON or SARIF) into one',
    options: [
      reportFormat,
      { name: 'source', value: 'FOLDER', description: 'the tree that the reports are about, for its code (default: this folder)' },
      { name: 'all', description: 'show every finding in full, not only the first 20' },
      ...failing,
      ...color,
      help,
    ],
  },
  {
    name: 'fleet',
    usage: '[options] REPORT…',
    operands: Infinity,
    summary: 'show many repositories by their JSON reports, the worst first',
    options: [
      {
        name: 'format',
        short: 'f',
        value: 'NAME[=FILE]',
        many: true,
        choices: fleetFormatNames,
        description: `report format, may be given several times: ${fleetFormatNames.join(', ')}`,
      },
      { name: 'since', value: 'DATE', description: 'compare with the last report until then (default: the oldest of each repository)' },
      { name: 'repositories', value: 'FILE', description: 'name those of this list, one a line, that have no report, and end with 1' },
      ...color,
      help,
    ],
  },
  {
    name: 'verify',
    usage: '[options] TARGET…',
    operands: Infinity,
    summary: 'check the cookies of a running site, and name the line of code that sets each',
    options: [
      { name: 'url', value: 'URL', description: 'the address that a saved answer is of' },
      { name: 'source', value: 'FOLDER', description: 'the repository that runs there (default: this folder)' },
      { name: 'no-source', description: 'do not look at any source' },
      { name: 'header', short: 'H', value: 'NAME: VALUE', many: true, description: 'send this header, to the same origin only' },
      { name: 'cookie-header', value: 'COOKIES', many: true, description: 'send these cookies: name=value; …' },
      { name: 'method', value: 'NAME', description: 'ask with this method (default GET)' },
      { name: 'insecure', short: 'k', description: 'take any certificate' },
      { name: 'timeout', value: 'SECONDS', description: 'wait so long for an answer (default 10)' },
      { name: 'max-redirects', value: 'N', description: 'follow so many redirects (default 10)' },
      {
        name: 'browser',
        value: 'PROGRAM',
        bare: 'installed',
        description: 'open the pages in a browser, with the Playwright that is installed here',
      },
      { name: 'weight', value: 'HOST=N', many: true, description: 'how much a host counts (apex 3, www 2, others 1; of other sites 0)' },
      {
        name: 'format',
        short: 'f',
        value: 'NAME[=FILE]',
        many: true,
        choices: verifyFormatNames,
        description: `report format, may be given several times: ${verifyFormatNames.join(', ')}`,
      },
      { name: 'max-warnings', value: 'N', description: 'let that many warnings pass (default 0)' },
      { name: 'fail-on-undecided', description: 'end with 1 when nothing says whether a cookie is Secure' },
      { name: 'baseline', value: 'FILE', description: 'leave out the findings that this file knows' },
      { name: 'update-baseline', description: 'write the current findings to the baseline' },
      ...config,
      ...color,
      help,
    ],
  },
  {
    name: 'config',
    usage: '--print FILE',
    operands: 1,
    summary: 'show what the configuration says about a file, and why',
    options: [{ name: 'print', value: 'FILE', description: 'the file' }, ...config, ...color, help],
  },
  {
    name: 'init',
    usage: '[--yes]',
    operands: 0,
    summary: 'set up configuration, pre-commit hook, ESLint and CI',
    options: [{ name: 'yes', short: 'y', description: 'write the files without asking' }, ...color, help],
  },
  {
    name: 'explain',
    usage: '<rule, surface, problem or reason>',
    operands: 1,
    summary: 'explain a rule or a problem, with a bad and a good example',
    options: [...color, help],
  },
  {
    name: 'explain-header',
    usage: "[options] '<Set-Cookie: …>'",
    operands: 1,
    summary: 'say what a browser makes of a Set-Cookie header, step by step (- reads it)',
    options: [
      { name: 'url', value: 'URL', description: 'the address that answers with it (https://example.com/)' },
      { name: 'format', short: 'f', value: 'NAME', choices: ['pretty', 'json'], description: 'pretty or json' },
      ...color,
      help,
    ],
  },
  {
    name: 'rules',
    usage: '[--json]',
    operands: 0,
    summary: 'list the rules; with --json also surfaces, problems and severities',
    options: [
      { name: 'json', description: 'as JSON, with surfaces, problems and severities' },
      { name: 'format', short: 'f', value: 'NAME', choices: ['table', 'json'], description: 'table or json' },
      ...color,
      help,
    ],
  },
  { name: 'lsp', usage: '', operands: 0, summary: 'run the language server for editors on standard input and output', options: [help] },
  { name: 'completion', usage: '<bash|zsh|fish>', operands: 1, summary: 'print a completion script for a shell', options: [help] },
];

export interface Parsed {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/** The value of an option that is given at most once. */
export function valueOf(parsed: Parsed, name: string): string | undefined {
  return parsed.values.get(name)?.at(-1);
}

/** The arguments after the command's name, by its table of options. Complains with the nearest option that exists. */
export function parseArguments(command: Command, args: readonly string[]): Parsed {
  const options = Object.fromEntries(
    command.options.map(({ name, short, value, many, bare }) => [
      name,
      {
        type: value === undefined || bare !== undefined ? ('boolean' as const) : ('string' as const),
        multiple: many === true || value !== undefined,
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  const { tokens, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = command.options.find(({ name }) => name === token.name);
    if (option === undefined) throw new UserError(`unknown option ${token.rawName}${suggestion(token.name, command.options)}`);
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UserError(`${token.rawName} takes no value`);
      flags.add(option.name);
      continue;
    }
    const value = token.value ?? option.bare;
    if (value === undefined || value === '' || (token.inlineValue === false && /^-./.test(value)))
      throw new UserError(`${token.rawName} needs a value: ${withValue(token.rawName, option)}`);
    const word = option.name === 'format' ? (value.split('=')[0] ?? '') : value;
    if (option.choices !== undefined && !option.choices.includes(word)) {
      const near = nearest(word, option.choices);
      throw new UserError(
        `${token.rawName}: there is no ${word}${near === undefined ? `; choose among ${option.choices.join(', ')}` : `; did you mean ${near}?`}`,
      );
    }
    values.set(option.name, [...(values.get(option.name) ?? []), value]);
  }
  const extra = positionals[command.operands];
  if (extra !== undefined)
    throw new UserError(`${command.name} takes ${command.operands === 0 ? 'no argument' : 'one argument'}; what is ${extra} for?`);
  return { flags, values, positionals };
}

function suggestion(name: string, options: readonly Option[]): string {
  const near = nearest(
    name,
    options.map((option) => option.name),
  );
  return near === undefined ? ' (--help lists the options)' : `; did you mean --${near}?`;
}

/** The help of a command; of the tool when it is `lint`. No line is longer than a terminal of 80 columns. */
export function helpText(command: Command, tool: string): string {
  const options = table(command.options.map((option) => [label(option), option.description]));
  if (command !== lintCommand)
    return `${[tool, command.name, command.usage].filter((part) => part !== '').join(' ')}\n  ${command.summary}\n\nOptions\n${options}`;
  return `${tool} [lint] ${command.usage}
  ${command.summary}

Commands (${tool} COMMAND --help says more)
${table(commands.map(({ name, summary }) => [name, summary]))}
Options
${options}
${wrap(exitCodes.split(' '), 80).join('\n')}
`;
}

const exitCodes =
  'Exit code: 0 when nothing is wrong, 1 when there are findings (--max-warnings lets warnings pass; --fail-on-undecided: or undecided cookies), ' +
  '2 when it could not run (--fail-on-unread: or not read everything; --strict-internal: or met a bug of its own).';

/** Two columns; what does not fit into the second goes on below itself. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, text]) => `  ${name.padEnd(width)}  ${wrap(text.split(' '), 80 - width - 4).join(`\n${' '.repeat(width + 4)}`)}\n`)
    .join('');
}

function label(option: Option): string {
  return `${option.short === undefined ? '    ' : `-${option.short}, `}${withValue(`--${option.name}`, option)}`;
}

function withValue(flag: string, { value, bare }: Option): string {
  return value === undefined ? flag : bare === undefined ? `${flag} ${value}` : `${flag}[=${value}]`;
}
