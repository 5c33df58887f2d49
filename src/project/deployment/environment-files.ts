/** What committed deployment files give an environment variable: dotenv files, Dockerfiles, Compose, Kubernetes, Helm and platform manifests. */
import type { Expression, Node, Program } from '../../syntax/ir.js';
import { childrenOf } from '../../syntax/walk.js';
import { withBuildArgument } from '../../syntax/settings/build-arguments.js';
import { shell } from '../../values/placeholders.js';
import { originOf, type KnownValue, type Origin, type Primitive } from '../../values/value.js';
import { fileMode } from '../file-modes.js';
import type { WorkspaceFiles } from '../workspace.js';
import { HANDS_ON, handedVariables } from './handed-variables.js';
import { nearness } from './nearness.js';

/** `production`: what production gets; `default`: what it gets where nothing else says it; `named`: a template or a developer's file, which proves nothing. */
type Role = 'production' | 'default' | 'named';

const DOTENV = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env|env\.[\w.-]+|\.envs\/[\w./-]+)$/;
const TEMPLATE = /(?:example|sample|template|dist|default|local)/i;
/** A deployment file to start from: `compose.example.yml`. A chart's folder of templates is none. */
const COPY = /(?:example|sample|template)[^/]*$/i;
/**
 * Docker: https://docs.docker.com/reference/dockerfile/#env; Compose: https://docs.docker.com/reference/compose-file/services/#environment;
 * Kubernetes: https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/;
 * Fly, Render, App Engine and Heroku manifests stand at the root under these names.
 */
const DOCKERFILE = /(?:^|\/)(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$/;
const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;
/** https://devcenter.heroku.com/articles/procfile: commands, with variables before them. `Procfile.dev` is a developer's. */
const PROCFILE = /(?:^|\/)Procfile(?:\.(?:prod|production|web|heroku|dokku))?$/;
/** https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment= */
const UNIT = /\.service$/;
const MANIFEST =
  /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|helm|charts?|manifests?|deploy|deployments?|infra|infrastructure|ops|\.do|\.platform)\/.*\.(?:ya?ml|json)$|(?:^|\/)(?:fly|render|app|app\.prod|values|deployment|configmap|vercel|serverless|now)(?:[.-][\w-]+)?\.(?:toml|ya?ml|json)$/;

export interface Evidence {
  readonly production?: KnownValue;
  readonly default?: KnownValue;
  /** Files that name the variable without proving what production gets. */
  readonly named: readonly KnownValue[];
}

interface Setting {
  readonly role: Role;
  readonly value: KnownValue;
}

export class EnvironmentFiles {
  readonly #workspace: WorkspaceFiles;
  readonly #evidence = new Map<string, readonly Setting[]>();
  #files: readonly { readonly path: string; readonly role: Role }[] | undefined;

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
  }

  /** What is known of a variable that code in `from` reads; the files nearest to the code count. */
  of(variable: string, from: string): Evidence {
    let found = this.#evidence.get(variable);
    if (found === undefined) {
      found = this.#deploymentFiles().flatMap(({ path, role }) => this.#settingsIn(path, role, variable));
      this.#evidence.set(variable, found);
    }
    const near = [...found].sort((a, b) => nearness(from, b.value.origin.program.path) - nearness(from, a.value.origin.program.path));
    const production = near.find((setting) => setting.role === 'production')?.value;
    const preset = near.find((setting) => setting.role === 'default')?.value;
    return {
      ...(production === undefined ? {} : { production }),
      ...(preset === undefined ? {} : { default: preset }),
      named: near.filter((setting) => setting.role === 'named').map((setting) => setting.value),
    };
  }

  #deploymentFiles(): readonly { readonly path: string; readonly role: Role }[] {
    this.#files ??= this.#workspace.files.flatMap((path) => {
      const role = this.#isSymfonyDefault(path) ? 'default' : roleOf(path);
      return role === undefined ? [] : [{ path, role }];
    });
    return this.#files;
  }

  /** https://symfony.com/doc/current/configuration.html#configuration-env-files: the committed `.env` holds the defaults of every environment. */
  #isSymfonyDefault(path: string): boolean {
    return (
      /(?:^|\/)\.env$/.test(path) &&
      /"symfony\/(?:dotenv|runtime|framework-bundle|flex)"/.test(this.#workspace.textOf(path.replace(/\.env$/, 'composer.json')) ?? '')
    );
  }

  #settingsIn(path: string, role: Role, variable: string): Setting[] {
    const text = this.#workspace.textOf(path) ?? '';
    const own = maySet(text, variable)
      ? this.#workspace.programsOf(path).flatMap((program) => valuesOf(program, variable).map((value) => ({ role, value })))
      : [];
    return HANDS_ON.test(text) ? [...own, ...this.#handed(path, role, variable)] : own;
  }

  /** What another file says of a variable that this one hands on. */
  #handed(path: string, role: Role, variable: string): Setting[] {
    return this.#workspace.programsOf(path).flatMap((program) =>
      handedVariables(program, this.#workspace).flatMap(({ name, program: holder, value }): Setting[] => {
        if (name !== variable || value.kind !== 'literal') return [];
        const read = shell(String(value.value ?? ''), originOf(holder, value));
        return read.kind === 'known' ? [{ role: COPY.test(holder.path) ? 'named' : role, value: read }] : [];
      }),
    );
  }
}

function roleOf(path: string): Role | undefined {
  const mode = fileMode(path);
  if (DOTENV.test(path))
    return mode === 'production' && !TEMPLATE.test(path) ? 'production' : mode === 'test' || mode === 'staging' ? undefined : 'named';
  if (PROCFILE.test(path)) return 'production';
  if (!DOCKERFILE.test(path) && !COMPOSE.test(path) && !MANIFEST.test(path) && !UNIT.test(path)) return undefined;
  if (mode !== undefined && mode !== 'production') return undefined;
  return COPY.test(path) ? 'named' : 'production';
}

/** How far a `value` stands from the `name` that it belongs to, in characters. */
const MAX_BETWEEN = 400;

/** Whether a text may give the variable a value: manifests of a megabyte are only parsed where they do. */
function maySet(text: string, variable: string): boolean {
  for (let at = text.indexOf(variable); at >= 0; at = text.indexOf(variable, at + 1)) {
    const end = at + variable.length;
    if (/[\w.-]/.test(text[at - 1] ?? ' ') || /[\w-]/.test(text[end] ?? ' ')) continue;
    const isKey = /^["']?\s*[:=]/.test(text.slice(end, end + MAX_BETWEEN)) || /\bENV\s+$/i.test(text.slice(Math.max(0, at - 10), at));
    if (isKey || /\bvalue["']?\s*:/.test(text.slice(Math.max(0, at - MAX_BETWEEN), end + MAX_BETWEEN))) return true;
  }
  return false;
}

/** Every value that a file gives the variable: `V: x`, `V=x`, `- V=x`, `{ name: V, value: x }`, `ENV V=x`, `Environment=V=x`. */
function valuesOf(program: Program, variable: string): KnownValue[] {
  const found: KnownValue[] = [];
  const put = (written: Primitive, origin: Origin): void => {
    // `V:` of Compose hands on what the shell has.
    if (written === null || written === undefined) return;
    // An environment holds texts only, however the manifest spells them.
    const read = shell(String(written), origin);
    // `${V:-true}` of Compose: what it is where nobody says otherwise.
    if (read.kind === 'known') found.push(read);
    else if (read.kind === 'environment' && read.fallback?.kind === 'known') found.push(read.fallback);
  };
  const add = (value: Expression): void => {
    if (value.kind === 'literal') put(value.value, originOf(program, value));
  };
  /** systemd's `Environment=V=x "W=y z"`. */
  const addAssigned = (value: Expression): void => {
    if (value.kind !== 'literal') return;
    for (const [, quoted, bare] of String(value.value).matchAll(/(?<=^|\s)(?:(?:^|["'])([^\s"'=]+=[^"']*)["']|([^\s"'=]+=\S*))(?=\s|$)/g)) {
      const [name, ...rest] = (quoted ?? bare ?? '').split('=');
      if (name === variable) put(rest.join('='), originOf(program, value));
    }
  };
  const visit = (node: Node): void => {
    if ('kind' in node) {
      if (node.kind === 'property' && node.key.kind === 'literal' && node.key.value === variable) add(valueIn(node.value));
      else if (node.kind === 'property' && node.key.kind === 'literal' && node.key.value === 'Environment' && UNIT.test(program.path))
        addAssigned(node.value);
      else if (node.kind === 'record') addNamed(node, variable, add);
      else if (node.kind === 'literal' && typeof node.value === 'string' && node.value.startsWith(`${variable}=`))
        put(node.value.slice(variable.length + 1).replace(/^(["'])(.*)\1$/, '$2'), originOf(program, node));
      else if (node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'ENV')
        for (const argument of node.args) if (argument.name === variable) add(withBuildArgument(argument.value, node, program));
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const statement of program.body) visit(statement);
  return found;
}

/** https://devcenter.heroku.com/articles/app-json-schema#env: `"V": { "value": "x" }`. */
function valueIn(written: Expression): Expression {
  const entry =
    written.kind === 'record'
      ? written.entries.find((one) => one.kind === 'property' && one.key.kind === 'literal' && one.key.value === 'value')
      : undefined;
  return entry?.kind === 'property' ? entry.value : written;
}

/** Kubernetes' and Render's `- name: V` / `- key: V` with a `value` beside it. */
function addNamed(node: Extract<Node, { kind: 'record' }>, variable: string, add: (value: Expression) => void): void {
  const entry = (keys: readonly string[]): Expression | undefined => {
    for (const one of node.entries)
      if (one.kind === 'property' && one.key.kind === 'literal' && keys.includes(String(one.key.value))) return one.value;
    return undefined;
  };
  const name = entry(['name', 'key']);
  const value = entry(['value']);
  if (value !== undefined && name?.kind === 'literal' && name.value === variable) add(value);
}
