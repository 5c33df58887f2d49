// Runs generated programs with the real libraries: for each program and world whether its cookie is Secure.
// Standard input: JSON {folder, programs: [{kind, files, worlds: [{variables, https}]}]}; standard output: JSON, a list of answers for each program.
// An answer is true, false, or null where no cookie is sent in that world.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import inject from 'light-my-request';

const { folder, programs } = JSON.parse(readFileSync(0, 'utf8'));
const PLAIN = ['PATH', 'HOME', 'LANG'];
let runs = 0;

process.on('unhandledRejection', () => {});
process.on('uncaughtException', () => {});
console.error = () => {};

/** A request by a proxy that ends TLS, or by TLS to the program itself. */
async function askListener(listener, https) {
  const served = async (request, response) => {
    if (https) request.socket.encrypted = true;
    try {
      await listener(request, response);
    } catch {
      response.writeHead(500).end();
    }
  };
  const answer = await inject(served, {
    method: 'GET',
    url: '/',
    headers: { host: 'shop.example', 'x-forwarded-proto': 'https' },
    remoteAddress: '10.0.0.1',
  });
  return [answer.headers['set-cookie'] ?? []].flat();
}

async function askFetch(app, https) {
  const answer = await app.fetch(new Request(`${https ? 'https' : 'http'}://shop.example/`, { headers: { 'x-forwarded-proto': 'https' } }));
  return answer.headers.getSetCookie();
}

async function askFastify(app, https) {
  await app.ready();
  try {
    return await askListener((request, response) => app.routing(request, response), https);
  } finally {
    await app.close();
  }
}

const ASK = { listener: askListener, fetch: askFetch, fastify: askFastify };

async function answer({ kind, files }, { variables, https }) {
  for (const name of Object.keys(process.env)) if (!PLAIN.includes(name)) delete process.env[name];
  Object.assign(process.env, variables);
  const place = path.join(folder, `run-${runs++}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
    writeFileSync(path.join(place, name), text);
  }
  try {
    const { default: app } = await import(pathToFileURL(path.join(place, 'app.mjs')).href);
    const sent = (await within(ASK[kind](app, https))).filter((one) => /^(?:__Host-)?sid=./.test(one));
    if (sent.length === 0) return null;
    return sent.every((one) => /;\s*secure(?:;|=|$)/i.test(one));
  } catch {
    return null;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A request that a broken program never answers sends nothing. */
const within = (asked) => Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 1_000, []))]);

const answers = [];
for (const program of programs) {
  const list = [];
  for (const world of program.worlds) list.push(await answer(program, world));
  answers.push(list);
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
