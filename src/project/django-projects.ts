/** Finds the settings modules of Django projects, and which of them production runs with. */
import type { ClassDeclaration, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import type { ClassValue } from '../values/value.js';
import { fileMode, isDevelopmentFile } from './file-modes.js';
import type { ModelContext } from './model.js';
import { lastWrite } from './setting-writes.js';

/** What production reads its settings from: a module, or a class of django-configurations in one. */
export interface SettingsRoot {
  readonly program: Program;
  readonly class?: ClassDeclaration;
}

/** Names that only Django's settings have. */
const MARKERS =
  /^(?:INSTALLED_APPS|MIDDLEWARE|MIDDLEWARE_CLASSES|ROOT_URLCONF|WSGI_APPLICATION|ASGI_APPLICATION|SECURE_SSL_REDIRECT|SECURE_PROXY_SSL_HEADER|SECURE_HSTS_SECONDS|CSRF_COOKIE_SECURE|LANGUAGE_COOKIE_SECURE|REST_AUTH|JWT_AUTH_SECURE|SIMPLE_JWT|GRAPHQL_JWT|MFA_TRUST_COOKIE_SECURE)$/;

/** Names that stand beside INSTALLED_APPS in settings. */
const COMPANIONS =
  /^(?:DEBUG|SECRET_KEY|DATABASES|TEMPLATES|MIDDLEWARE|MIDDLEWARE_CLASSES|ROOT_URLCONF|ALLOWED_HOSTS|\w+_COOKIE_SECURE|DEFAULT_AUTO_FIELD)$/;

/** Packages that only Django's settings import. */
const SETTINGS_PACKAGES = /^(?:django|environ|environs|configurations|dj_database_url|split_settings|django_\w+)(?:\.|$)/;

/** Files that say with which settings something is started. Tests' configuration (pytest.ini, tox.ini) is not among them. */
const STARTERS =
  /(?:^|\/)(?:manage\.py|[aw]sgi\.py|Dockerfile[^/]*|[^/]*compose[^/]*\.ya?ml|Procfile[^/]*|\.env[^/]*|[^/]*\.env|app\.(?:ya?ml|json)|fly\.toml|render\.ya?ml|[^/]*\.service|[^/]*uwsgi[^/]*\.ini|(?:entrypoint|start|run)[^/]*)$/;
const REFERENCE = /DJANGO_SETTINGS_MODULE["']?\s*[,=:]\s*["']?([A-Za-z_][\w.]*)/g;
const PRODUCTION_NAME = /(?:^|[._-])(?:prod|production|live|heroku|deploy(?:ment)?|server)(?:[._-]|$)/i;
const COPY_NAME = /(?:example|sample|template|dist)/i;

/** Names of where an app is hosted: a module of such a name that builds on another one is what runs there. */
const HOST_NAME =
  /^(?:settings?_|config_)?(?:azure|aws|ec2|ecs|eks|beanstalk|ebs|lambda|k8s|kube|kubernetes|openshift|fly|flyio|render|railway|dokku|vercel|gcp|gae|appengine|cloudrun|prd|docker|container|cloud|vps|digitalocean|pythonanywhere|platformsh|hosted|hosting|public|www|web|online)(?:_settings?|_config)?$/i;
/** Compose starts a developer's machine, unless its file says otherwise. */
const COMPOSE_NAME = /(?:^|[._-])(?:docker[._-]?)?compose(?:[._-]|$)/i;
/** What a module says about itself in its first lines. */
const LOCAL_TEXT =
  /\b(?:local(?:ly)? (?:development|dev|environment|settings?|machine)|(?:for|in) (?:local )?development|dev(?:elopment)? (?:settings|environment|server|configuration)|(?:unit )?test (?:settings|configuration)|(?:settings|configuration) for (?:local|dev|development|tests?|testing|debugging)|not (?:for|in) production|never (?:use )?in production)\b/i;
const PRODUCTION_TEXT = /\bproduction\b(?<!\bnot (?:for|in) production)(?<!\bnever (?:use )?in production)/i;
/** Commands that only build an image or check the code. */
const BUILD_COMMAND = /\b(?:collectstatic|compilemessages|makemessages|compress|tailwind|pytest|tox|manage\.py\s+(?:test|check))\b/;

/** A module that runs another one's text in its own place. */
const TAKES_OVER = /\bimport \*|\bsplit_settings\b|\bexec(?:file)?\(/;

interface Reference {
  readonly module: string;
  /** `deploys`: named where production is started; `serves`: what wsgi.py falls back to; `manages`: what manage.py does; `builds`: for one command of a build. */
  readonly role: 'deploys' | 'serves' | 'manages' | 'builds';
}

/** The production settings of the app's Django projects. */
export function productionSettings(context: ModelContext): SettingsRoot[] {
  const modules = settingsModules(context);
  if (modules.length === 0) return [];
  const references = startersOf(context);
  return groupsOf(modules, context)
    .flatMap((group) => rootsOf(group, references, context))
    .flatMap((program) => classesOf(program, context.evaluator))
    .flatMap((root) => behindDevelopment(root, context.evaluator));
}

/** A developer's module that loads a class of settings into itself: what production loads derives from the same class. */
function behindDevelopment(root: SettingsRoot, evaluator: Evaluator): SettingsRoot[] {
  const { program } = root;
  if (root.class !== undefined || !isForDevelopment(program)) return [root];
  const bases = evaluator.indexOf(program).namespaceWrites.flatMap((write) => {
    evaluator.begin();
    const value = write.kind === 'class' ? evaluator.evaluate(write.of, program) : undefined;
    return value?.kind === 'class' ? lastingBases(value, evaluator) : [];
  });
  return bases.length > 0 ? bases : [root];
}

/** The nearest classes that a developer's class derives from and that stand in a module of no developer's. */
function lastingBases({ node, program }: ClassValue, evaluator: Evaluator, depth = 0): SettingsRoot[] {
  if (depth > 8) return [];
  return node.bases.flatMap((base) => {
    const value = evaluator.evaluate(base, program);
    if (value.kind !== 'class' || value.node === node) return [];
    return isForDevelopment(value.program) ? lastingBases(value, evaluator, depth + 1) : [{ program: value.program, class: value.node }];
  });
}

const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The settings modules of the app: those that assign what only Django's settings have, and those that import them whole. */
function settingsModules(context: ModelContext): Program[] {
  const { workspace, evaluator } = context;
  const found = new Map<string, Program>();
  const copies = new Map<string, Program>();
  for (const program of context.programs) {
    if (program.language !== 'python' || !isDjangoSettings(program, evaluator)) continue;
    (COPY_NAME.test(basename(program.path)) ? copies : found).set(program.path, program);
  }
  // A file that looks like a copy to start from is none where another reads it: `settings.py` with `from .settings_dist import *`.
  for (const path of takenOver([...copies.keys()], context)) found.set(path, copies.get(path)!);
  if (found.size === 0) return [];
  // Modules that only import the others mention no setting themselves: they stand beside or above them.
  const folders = new Set([...found.keys()].flatMap((path) => [folderOf(path), folderOf(folderOf(path))]));
  const takers = workspace.files.flatMap((file) => {
    if (!file.endsWith('.py') || found.has(file) || !folders.has(folderOf(file)) || COPY_NAME.test(basename(file))) return [];
    return TAKES_OVER.test(workspace.textOf(file) ?? '') ? (workspace.programOf(file) ?? []) : [];
  });
  // A module may import one that only imports a third.
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const program of takers)
      if (!found.has(program.path) && starTargets(program, context).some((target) => found.has(target.path)))
        found.set(program.path, program);
  }
  return [...found.values()];
}

/** Those of the files that another one takes over whole. */
function takenOver(files: readonly string[], context: ModelContext): string[] {
  if (files.length === 0) return [];
  const { workspace } = context;
  const folders = new Set(files.flatMap((path) => [folderOf(path), folderOf(folderOf(path))]));
  const readers = workspace.files.filter(
    (file) => file.endsWith('.py') && folders.has(folderOf(file)) && TAKES_OVER.test(workspace.textOf(file) ?? ''),
  );
  const programs = readers.flatMap((file) => workspace.programOf(file) ?? []);
  const taken = new Set(programs.flatMap((program) => starTargets(program, context).map((target) => target.path)));
  return files.filter((file) => taken.has(file));
}

/** Whether a module assigns what only Django's settings have. */
function hasDjangoSettings(program: Program, evaluator: Evaluator): boolean {
  const index = evaluator.indexOf(program);
  for (const [name, binding] of index.root.bindings) {
    if (binding.writes.length === 0) continue;
    // A list of apps alone may be what a library offers its users.
    if (
      MARKERS.test(name) &&
      (name !== 'INSTALLED_APPS' ||
        /settings|conf/.test(program.path) ||
        [...index.root.bindings.keys()].some((other) => COMPANIONS.test(other)))
    )
      return true;
    if (name === 'SESSION_COOKIE_SECURE' && index.imports.some((one) => SETTINGS_PACKAGES.test(one.module))) return true;
  }
  return false;
}

/** A settings module, or one with settings classes of django-configurations. */
export function isDjangoSettings(program: Program, evaluator: Evaluator): boolean {
  const index = evaluator.indexOf(program);
  if (hasDjangoSettings(program, evaluator)) return true;
  // A class that loads itself into the module.
  if (
    index.namespaceWrites.some(({ kind }) => kind === 'class') &&
    ['INSTALLED_APPS', 'ROOT_URLCONF'].some((name) => lastWrite(program, name, evaluator) !== undefined)
  )
    return true;
  return index.classes.some(
    (one) =>
      isConfiguration(one, program, evaluator) &&
      [...(index.classScope(one)?.bindings.keys() ?? [])].some((name) => MARKERS.test(name) || name === 'SESSION_COOKIE_SECURE'),
  );
}

/** Modules whose names a module takes over whole. */
export function starTargets(program: Program, context: Pick<ModelContext, 'evaluator'>): Program[] {
  return context.evaluator.indexOf(program).starImports.flatMap((statement) => {
    const target = context.evaluator.links.moduleOf(program, statement.module);
    return target === undefined || target === program ? [] : [target];
  });
}

/** Modules of one project: in one folder, or joined by star imports. */
function groupsOf(modules: readonly Program[], context: ModelContext): Program[][] {
  const group = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let next = group.get(at); next !== undefined && next !== at; next = group.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string): void => {
    group.set(find(a), find(b));
  };
  const known = new Set(modules.map((program) => program.path));
  for (const program of modules) {
    join(program.path, `folder:${folderOf(program.path)}`);
    for (const target of starTargets(program, context)) if (known.has(target.path)) join(program.path, target.path);
  }
  const groups = new Map<string, Program[]>();
  for (const program of modules) {
    const key = find(program.path);
    groups.set(key, [...(groups.get(key) ?? []), program]);
  }
  return [...groups.values()];
}

function startersOf({ workspace }: ModelContext): Reference[] {
  const references: Reference[] = [];
  for (const file of workspace.files) {
    if (!STARTERS.test(file) || isDevelopmentFile(file)) continue;
    const text = workspace.textOf(file);
    if (text?.includes('DJANGO_SETTINGS_MODULE') !== true) continue;
    const name = basename(file);
    const role = name === 'manage.py' ? 'manages' : /^[aw]sgi\.py$/.test(name) ? 'serves' : 'deploys';
    for (const match of text.matchAll(REFERENCE))
      references.push({ module: match[1]!, role: isOfBuild(text, match.index) ? 'builds' : role });
  }
  return references;
}

/** Whether a variable is only set for a command of a build: `RUN DJANGO_SETTINGS_MODULE=shop.assets python manage.py collectstatic`. */
function isOfBuild(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  let end = start;
  do end = (text.indexOf('\n', end + 1) + text.length + 1) % (text.length + 1);
  while (end < text.length && text[end - 1] === '\\');
  const line = text.slice(start, end);
  return /^\s*RUN\b/.test(line) || BUILD_COMMAND.test(line);
}

/** Settings that production never reads, by the name of the module or by what it says about itself. */
function isForDevelopment(program: Program): boolean {
  const name = basename(program.path).replace(/\.py$/, '');
  if (isDevelopmentFile(program.path) || COMPOSE_NAME.test(name)) return true;
  if (isProductionName(program)) return false;
  const head = headOf(program);
  return LOCAL_TEXT.test(head) && !PRODUCTION_TEXT.test(head);
}

/** The docstring and comments before the first statement. */
function headOf({ text, body }: Program): string {
  const first = body.find((statement) => !(statement.kind === 'expression' && statement.expression.kind === 'literal'));
  return text.slice(0, Math.min(first?.start ?? text.length, 600));
}

const isProductionName = (program: Program): boolean =>
  fileMode(program.path) === 'production' || PRODUCTION_NAME.test(basename(program.path).replace(/\.py$/, ''));

/** The modules of a project that production starts with: the first of these ways that finds one. */
function rootsOf(group: readonly Program[], references: readonly Reference[], context: ModelContext): Program[] {
  const configured = group.filter((program) => context.isProductionSettings?.(program.path) === true);
  if (configured.length > 0) return configured;
  const lasting = group.filter((program) => !isForDevelopment(program));
  const named = (role: Reference['role'], among: readonly Program[]): Program[] =>
    among.filter((program) => references.some((one) => one.role === role && isModule(program.path, one.module)));
  const taken = new Set(lasting.flatMap((program) => starTargets(program, context).map((target) => target.path)));
  const buildsOn = (program: Program): boolean =>
    starTargets(program, context).some((target) => group.some((one) => one.path === target.path));
  // What is named for one command of a build alone is none that serves.
  const serving = lasting.filter((program) => {
    const roles = references.filter((one) => isModule(program.path, one.module)).map((one) => one.role);
    return roles.length === 0 || roles.some((role) => role !== 'builds');
  });
  // A package that reads the module of an environment by a variable: the variable decides, with what it is by default.
  const switches = (program: Program): boolean =>
    basename(program.path) === '__init__.py' && starTargets(program, context).some((target) => isProductionName(target));
  const ways = [
    (): Program[] => named('deploys', lasting.filter(isProductionName)),
    (): Program[] => group.filter(switches),
    (): Program[] => lasting.filter(isProductionName),
    (): Program[] => named('deploys', lasting),
    (): Program[] => serving.filter((program) => HOST_NAME.test(basename(program.path).replace(/\.py$/, '')) && buildsOn(program)),
    (): Program[] => named('serves', lasting),
    (): Program[] => named('manages', lasting),
    (): Program[] =>
      withoutDebugging(
        serving.filter((program) => !taken.has(program.path)),
        context,
      ),
    (): Program[] => lasting.filter((program) => !taken.has(program.path)),
    // Nothing but a developer's settings: wsgi.py falls back to them.
    (): Program[] => named('serves', group),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** Of several modules those that switch debugging on are a developer's. */
function withoutDebugging(programs: readonly Program[], { evaluator }: ModelContext): Program[] {
  const quiet = programs.filter((program) => {
    evaluator.begin();
    const value = evaluator.exportOf(program, 'DEBUG');
    return value?.kind !== 'known' || value.value !== true;
  });
  return quiet.length > 0 ? quiet : [...programs];
}

const isModule = (path: string, module: string): boolean => {
  const wanted = module.replaceAll('.', '/');
  return [`${wanted}.py`, `${wanted}/__init__.py`].some((end) => path === end || path.endsWith(`/${end}`));
};

/** https://django-configurations.readthedocs.io: the classes of a module that are started, else the module itself. */
function classesOf(program: Program, evaluator: Evaluator): SettingsRoot[] {
  const classes = evaluator.indexOf(program).classes.filter((one) => isConfiguration(one, program, evaluator));
  if (classes.length === 0) return [{ program }];
  const lasting = classes.filter((one) => !/dev|local|test|debug/i.test(one.name));
  const production = lasting.filter((one) => /prod|live|heroku|deploy/i.test(one.name));
  const bases = new Set(lasting.flatMap((one) => one.bases.map((base) => (base.kind === 'name' ? base.name : ''))));
  return (production.length > 0 ? production : lasting.filter((one) => !bases.has(one.name))).map((one) => ({ program, class: one }));
}

/** A class of settings: one that derives, directly or not, from `configurations.Configuration`. */
function isConfiguration(one: ClassDeclaration, program: Program, evaluator: Evaluator, depth = 0): boolean {
  if (depth > 8) return false;
  return one.bases.some((base) => {
    const value = evaluator.evaluate(base, program);
    if (value.kind === 'symbol') return value.path === 'configurations.Configuration';
    return value.kind === 'class' && value.node !== one && isConfiguration(value.node, value.program, evaluator, depth + 1);
  });
}
