/** `verify`: what a running site sends, host by host, and which line of the source sets it. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../cookies/finding.js';
import type { Baseline } from '../../engine/baseline.js';
import { defaultConfig, type Config } from '../../engine/config/config.js';
import { namePatterns } from '../../engine/name-patterns.js';
import { counted } from '../../report/entries.js';
import { countsOf, type VerifyFormatOptions } from '../../report/verify/rows.js';
import { verifyFormats, type VerifyFormatName } from '../../report/verify/formats.js';
import { printable } from '../../text/printable.js';
import { openPage } from '../../verify/browser.js';
import { askFor, type RequestOptions } from '../../verify/fetch.js';
import { hostOf } from '../../cookies/cookie-scope.js';
import { shownUrl, TargetError, webAddress, type Observation } from '../../verify/observation.js';
import { readTarget } from '../../verify/targets.js';
import { verificationOf, type Verification } from '../../verify/verification.js';
import { valueOf, type Parsed } from '../arguments.js';
import { readBaseline } from '../baseline.js';
import { configurationOf } from '../configuration.js';
import { countOf, millisecondsOf } from '../numbers.js';
import { ruleTexts } from '../presentation.js';
import { readBytes } from '../read-file.js';
import { exit, toolName, type Output, type Surroundings } from '../surroundings.js';
import { knowsHyperlinks, progressLine, terminalColumns, wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';
import { wantedFormats } from '../wanted-formats.js';
import { writeFile } from '../write-file.js';

/** A larger recording holds what pages were made of; the cookies are a small part. */
const MOST_BYTES = 32_000_000;

interface Wanted {
  readonly targets: readonly string[];
  readonly request: RequestOptions;
  readonly cookies: readonly string[];
  /** `--browser`: its program, or `installed`. */
  readonly browser: string | undefined;
  readonly url: URL | undefined;
  readonly weights: readonly { readonly host: string; readonly weight: number }[];
}

export async function verify(parsed: Parsed, world: Surroundings): Promise<number> {
  const wanted = wantedOf(parsed, world);
  const wantsSource = !parsed.flags.has('no-source');
  const baseline = readBaseline(parsed, world);
  if (parsed.flags.has('update-baseline') && baseline === undefined) throw new UserError('--update-baseline needs --baseline FILE');
  const root = sourceRoot(parsed, world);
  const { config } = wantsSource ? await configurationOf(parsed, root, world) : { config: defaultConfig };
  const observations: Observation[] = [];
  for (const target of wanted.targets) observations.push(await byUser(() => observe(target, wanted, world)));
  const source = wantsSource ? await scanned(root, config, world) : undefined;
  const known = new Set(baseline?.known?.findings.map(({ fingerprint }) => fingerprint));
  const isKnown = (fingerprint: string): boolean => known.has(fingerprint);
  const options = { names: namePatterns(config), now: Date.now(), weights: wanted.weights, isKnown, source };
  const verification = await byUser(() => verificationOf(observations, options));
  if (baseline !== undefined && parsed.flags.has('update-baseline')) return updateBaseline(baseline.file, verification, world);
  await present(parsed, world, root, verification);
  if (verification.known > 0) world.stderr.write(`${counted(verification.known, 'known finding')} left out by the baseline\n`);
  tellStale(baseline?.known, verification, world);
  return exitCode(parsed, verification);
}

function tellStale(baseline: Baseline | undefined, { hosts }: Verification, world: Surroundings): void {
  const seen = new Set(hosts.flatMap(({ cookies }) => cookies.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint))));
  for (const { fingerprint, path: host, cookie, problem } of baseline?.findings ?? []) {
    if (seen.has(fingerprint)) continue;
    const entry = printable(`${host} \`${cookie ?? ''}\` ${problem}`);
    world.stderr.write(`stale baseline entry: ${entry} (--update-baseline drops it)\n`);
  }
}

function wantedOf(parsed: Parsed, world: Surroundings): Wanted {
  const targets = parsed.positionals;
  if (targets.length === 0)
    throw new UserError(
      `verify what? An address, a HAR file, a saved answer, a cookie jar or a storage state: ${toolName} verify https://staging.example`,
    );
  if (targets.filter((target) => target === '-').length > 1) throw new UserError('standard input can be read once only');
  const browser = valueOf(parsed, 'browser');
  const cookies = parsed.values.get('cookie-header') ?? [];
  const headers = [
    ...(parsed.values.get('header') ?? []).map(headerOf),
    ...cookies.map((value) => checkedHeader('cookie-header', 'Cookie', value.replace(/^cookie:\s*/i, ''))),
  ];
  if (browser !== undefined && headers.length > cookies.length)
    throw new UserError(
      '--browser sends no --header: a page would send it to every origin; --cookie-header goes to the host of the address only',
    );
  const method = (valueOf(parsed, 'method') ?? 'GET').toUpperCase();
  if (!/^[A-Z]+$/.test(method) || ['CONNECT', 'TRACE'].includes(method)) throw new UserError(`--method: ${method} can't be asked with`);
  if (browser !== undefined && method !== 'GET') throw new UserError('--browser opens pages, which is a GET');
  if (parsed.flags.has('no-source') && valueOf(parsed, 'source') !== undefined)
    throw new UserError('--source and --no-source: choose one of them');
  countOf(parsed, 'max-warnings', 0);
  const address = valueOf(parsed, 'url');
  const url = address === undefined ? undefined : webAddress(address);
  if (address !== undefined && url === undefined) throw new UserError(`--url: ${address} is no http or https address`);
  return {
    targets,
    request: {
      method,
      headers,
      insecure: parsed.flags.has('insecure'),
      timeout: millisecondsOf(parsed, 'timeout') ?? 10_000,
      maxRedirects: countOf(parsed, 'max-redirects', 10),
      userAgent: `${toolName}/${world.version}`,
    },
    cookies: cookies.map((value) => value.replace(/^cookie:\s*/i, '')),
    browser,
    url,
    weights: (parsed.values.get('weight') ?? []).map(weightOf),
  };
}

/** What frames a request, and is not the user's to say. */
const FRAMING = new Set(['content-length', 'transfer-encoding', 'connection', 'expect', 'upgrade', 'te', 'trailer']);

function headerOf(written: string): readonly [string, string] {
  const at = written.indexOf(':');
  if (at <= 0) throw new UserError('--header: write it as Name: value');
  return checkedHeader('header', written.slice(0, at).trim(), written.slice(at + 1).trim());
}

/** The value may be a secret, so it is never said. */
function checkedHeader(option: string, name: string, value: string): readonly [string, string] {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw new UserError(`--${option}: ${name} is no name of a header`);
  if (FRAMING.has(name.toLowerCase())) throw new UserError(`--${option}: ${name} frames the request, and can't be set`);
  if (/[^\t\u0020-\u007E\u0080-\u00FF]/.test(value))
    throw new UserError(`--${option}: the value of ${name} holds a character that no header may have`);
  return [name, value];
}

function weightOf(written: string): { readonly host: string; readonly weight: number } {
  const match = /^([^=]+)=(\d+(?:\.\d+)?)$/.exec(written);
  if (match === null) throw new UserError(`--weight: write ${written} as HOST=NUMBER`);
  return { host: match[1]!, weight: Number(match[2]) };
}

function sourceRoot(parsed: Parsed, world: Surroundings): string {
  const name = valueOf(parsed, 'source') ?? '.';
  const root = path.resolve(world.cwd, name);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UserError(`--source: there is no folder ${name}`);
  return root;
}

/** What is wrong with a target is the user's to mend. */
async function byUser<T>(look: () => Promise<T> | T): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw error instanceof TargetError ? new UserError(error.message) : error;
  }
}

async function observe(target: string, wanted: Wanted, world: Surroundings): Promise<Observation> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(target)) {
    const address = webAddress(target);
    if (address === undefined) throw new UserError(`${target}: no http or https address`);
    if (wanted.browser !== undefined) {
      const executable = wanted.browser === 'installed' ? undefined : wanted.browser;
      const { insecure, timeout } = wanted.request;
      return await openPage(address, { cwd: world.cwd, executable, cookies: wanted.cookies, insecure, timeout });
    }
    const { exchanges, notes } = await askFor(address, wanted.request);
    return {
      target: shownUrl(address),
      kind: 'url',
      exchanges,
      held: [],
      asked: [hostOf(new URL(exchanges[0]?.url ?? address.href))],
      notes,
    };
  }
  if (target === '-') return readTarget(Buffer.from(await world.readStdin(MOST_BYTES)), 'standard input', wanted.url);
  const bytes = readBytes('verify', target, { cwd: world.cwd, file: path.resolve(world.cwd, target) }, MOST_BYTES);
  if (bytes === undefined)
    throw new UserError(
      `there is no file ${target}${/^[\w.-]+\.[a-z]{2,}(?:[:/]|$)|^localhost\b/i.test(target) ? `; an address begins with https://: https://${target}` : ''}`,
    );
  return readTarget(bytes, target, wanted.url);
}

async function scanned(root: string, config: Config, world: Surroundings): Promise<Report> {
  const progress = progressLine(world.stderr);
  // What could not be decided is of use here: the header decides it.
  const report = await world.scan({ root, config, pedantic: true, onProgress: progress.update });
  progress.clear();
  return report;
}

function updateBaseline(file: string, { hosts }: Verification, world: Surroundings): number {
  const findings = hosts.flatMap(({ host, cookies }) =>
    cookies.flatMap((cookie) =>
      cookie.findings
        .filter(({ severity }) => severity !== 'note')
        .map(({ fingerprint, problem }) => ({ fingerprint, path: host ?? '', surface: 'observed', problem, cookie: cookie.name })),
    ),
  );
  const content: Baseline = {
    version: 1,
    findings: findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.fingerprint < b.fingerprint ? -1 : 1)),
  };
  writeFile(world.cwd, file, `${JSON.stringify(content, null, 2)}\n`);
  world.stderr.write(`${counted(findings.length, 'finding')} written to ${printable(path.relative(world.cwd, file))}\n`);
  return exit.clean;
}

async function present(parsed: Parsed, world: Surroundings, root: string, verification: Verification): Promise<void> {
  const rules = ruleTexts(await world.rules());
  for (const [name, file] of wantedFormats(parsed, isVerifyFormat)) {
    const screen: Output | undefined = file === undefined ? world.stdout : undefined;
    const options: VerifyFormatOptions = {
      tool: { name: toolName, version: world.version },
      rules,
      root,
      color: screen !== undefined && wantsColor(screen, world.env, parsed),
      hyperlinks: screen !== undefined && knowsHyperlinks(screen, world.env),
      columns: screen === undefined ? undefined : terminalColumns(screen),
    };
    const text = (await verifyFormats[name]())(verification, options);
    if (file === undefined) world.stdout.write(text);
    else writeFile(world.cwd, path.resolve(world.cwd, file), text);
  }
}

const isVerifyFormat = (name: string): name is VerifyFormatName => Object.hasOwn(verifyFormats, name);

function exitCode(parsed: Parsed, verification: Verification): number {
  const count = countsOf(verification);
  const isOpen = parsed.flags.has('fail-on-undecided') && verification.score !== verification.bestScore;
  return count.error > 0 || count.warning > countOf(parsed, 'max-warnings', 0) || isOpen ? exit.findings : exit.clean;
}
