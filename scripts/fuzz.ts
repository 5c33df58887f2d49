/**
 * Fuzzes the whole program: mutated fixtures and examples are scanned, fixed and printed, and what is promised of every input
 * (test/fuzz/promises.ts) is checked. What breaks a promise is made small and kept in test/fuzz/corpus, where the tests replay it.
 *
 *   npm run fuzz -- [--seconds 60] [--from 0] [--only NUMBER]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputOf } from '../test/fuzz/inputs.js';
import { brokenBy, type Broken } from '../test/fuzz/promises.js';
import { allSeeds, type Files } from '../test/fuzz/seeds.js';
import { shrunk } from '../test/fuzz/shrink.js';

/** Processor time that an input may take, fixes and all formats among it. */
const SLOW_MS = 5_000;
/** An input that takes so much processor time is taken for one that never ends, and so is one that waits ten times as long. */
const HANG_MS = 90_000;
const CORPUS = path.resolve(import.meta.dirname, '../test/fuzz/corpus');

type Message =
  | { readonly kind: 'begin'; readonly number: number }
  | { readonly kind: 'done'; readonly number: number; readonly cpu: number; readonly files: number }
  | {
      readonly kind: 'broken';
      readonly number: number;
      readonly broken: Pick<Broken, 'what'> & { readonly promise: string };
      readonly small: Files;
    };

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    child: { type: 'boolean', default: false },
  },
});

async function child(from: number, only: number | undefined): Promise<void> {
  const seeds = await allSeeds();
  const tell = (message: Message): void => void process.send?.(message);
  for (let number = only ?? from; only === undefined || number === only; number++) {
    const files = inputOf(number, seeds);
    tell({ kind: 'begin', number });
    const before = process.cpuUsage();
    const thorough = number % 8 === 0;
    const broken = await brokenBy(files, thorough);
    const used = process.cpuUsage(before);
    const cpu = (used.user + used.system) / 1_000;
    tell({ kind: 'done', number, cpu, files: Object.keys(files).length });
    if (broken !== undefined) {
      const small = await shrunk(files, async (smaller) => (await brokenBy(smaller, thorough))?.promise === broken.promise);
      tell({ kind: 'broken', number, broken: (await brokenBy(small, thorough)) ?? broken, small });
    }
  }
  process.exit(0);
}

function save({ promise, what }: { promise: string; what: string }, files: Files): string {
  const name = `${promise.replaceAll(' ', '-')}-${createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8)}`;
  mkdirSync(CORPUS, { recursive: true });
  writeFileSync(path.join(CORPUS, `${name}.json`), `${JSON.stringify({ what, files }, null, 2)}\n`);
  return name;
}

async function parent(seconds: number, from: number, only: string | undefined): Promise<void> {
  const seeds = await allSeeds();
  const started = performance.now();
  let next = from;
  let tried = 0;
  const found = new Map<string, number>();
  const note = (promise: string): void => void found.set(promise, (found.get(promise) ?? 0) + 1);
  while (performance.now() - started < seconds * 1_000 && (only === undefined || tried === 0)) {
    const worker = fork(
      fileURLToPath(import.meta.url),
      ['--child', '--from', String(next), ...(only === undefined ? [] : ['--only', only])],
      { execArgv: process.execArgv },
    );
    next = await watch(
      worker,
      seconds * 1_000 - (performance.now() - started),
      (message) => {
        if (message.kind === 'begin') return;
        if (message.kind === 'done') {
          tried += 1;
          if (message.cpu > SLOW_MS) {
            note('slow');
            console.log(
              `${message.number}: slow, ${Math.round(message.cpu)} ms: ${save({ promise: 'slow', what: `${Math.round(message.cpu)} ms` }, inputOf(message.number, seeds))}`,
            );
          }
          return;
        }
        note(message.broken.promise);
        console.log(
          `${message.number}: ${message.broken.promise}: ${message.broken.what.slice(0, 300)}: ${save(message.broken, message.small)}`,
        );
      },
      (number) => {
        note('hang');
        console.log(`${number}: never ends or ends the process: ${save({ promise: 'hang', what: '' }, inputOf(number, seeds))}`);
      },
    );
  }
  const time = (performance.now() - started) / 1_000;
  console.log(
    `${tried} inputs in ${Math.round(time)} s, ${(tried / time).toFixed(1)} a second, from number ${from} to ${next - 1}; ${[...found].map(([promise, count]) => `${promise}: ${count}`).join(', ') || 'every promise kept'}`,
  );
}

/** Processor time of a process in milliseconds, where the system tells it: fields 14 and 15 of proc(5)'s `stat`, in hundredths. */
function spentBy(pid: number | undefined): number | undefined {
  try {
    const [user, system] = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return user === undefined || system === undefined ? undefined : (user + system) * 10;
  } catch {
    // Elsewhere than on Linux the clock is all there is.
    return undefined;
  }
}

/** Calls back when a process has spent what one input may take: a busy machine lets it wait for long. */
function whenSpent({ pid }: ChildProcess, over: () => void): ReturnType<typeof setTimeout> {
  const [before, began] = [spentBy(pid) ?? 0, performance.now()];
  const timer = setInterval(() => {
    const waited = performance.now() - began;
    const spent = spentBy(pid);
    if (waited > 10 * HANG_MS || (spent === undefined ? waited : spent - before) > HANG_MS) {
      clearInterval(timer);
      over();
    }
  }, 1_000);
  return timer;
}

/** Listens to a worker until its time is over or it is lost; gives the number to go on with. */
function watch(
  worker: ChildProcess,
  milliseconds: number,
  tell: (message: Message) => void,
  lost: (number: number) => void,
): Promise<number> {
  return new Promise((resolve) => {
    let at = 0;
    let isOver = false;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const end = setTimeout(
      () => {
        isOver = true;
        worker.kill('SIGKILL');
      },
      Math.max(0, milliseconds),
    );
    worker.on('message', (message: Message) => {
      at = message.number;
      clearTimeout(patience);
      if (message.kind !== 'done') patience = whenSpent(worker, () => worker.kill('SIGKILL'));
      tell(message);
    });
    worker.on('exit', (code) => {
      clearTimeout(end);
      clearTimeout(patience);
      if (!isOver && code !== 0) lost(at);
      resolve(at + 1);
    });
  });
}

const from = Number(values.from);
await (values.child
  ? child(from, values.only === undefined ? undefined : Number(values.only))
  : parent(Number(values.seconds), from, values.only));
