/** Finds the settings modules of Django projects, and which of them production runs with. */
import type { ClassDeclaration, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { fileMode, isDevelopmentFile } from './file-modes.js';
import type { ModelContext } from './model.js';
import { lastWrite } from './setting-writes.js';

/** What production reads its settings from: a module, or a class of django-configurations in one. */
export interface SettingsRoot {
  readonly program: Program;
  readonly class?: ClassDeclaration;
}

/** Names that only Django's settings have. */
const MARKERS = /^(?:INSTALLED_APPS|MIDDLEWARE|MIDDLEWARE_CLASSES|ROOT_URLCONF|WSGI_APPLICATION|ASGI_APPLICATION|SECURE_SSL_REDIRECT|SECURE_PROXY_SSL_HEADER|SECURE_HSTS_SECONDS|CSRF_COOKIE_SECURE|LANGUAGE_COOKIE_SECURE|REST_AUTH|JWT_AUTH_SECURE|SIMPLE_JWT|GRAPHQL_JWT|MFA_TRUST_COOKIE_SECURE)$/;

/** Names that stand beside INSTALLED_APPS in settings. */
const COMPANIONS = /^(?:DEBUG|SECRET_KEY|DATABASES|TEMPLATES|MIDDLEWARE|MIDDLEWARE_CLASSES|ROOT_URLCONF|ALLOWED_HOSTS|\w+_COOKIE_SECURE|DEFAULT_AUTO_FIELD)$/;

/** Packages that only Django's settings import. */
const SETTINGS_PACKAGES = /^(?:django|environ|environs|configurations|dj_database_url|split_settings|django_\w+)(?:\.|$)/;

/** Files that say with which settings something is started. Tests' configuration (pytest.ini, tox.ini) is not among them. */
const STARTERS = /(?:^|\/)(?:manage\.py|[aw]sgi\.py|Dockerfile[^/]*|[^/]*compose[^/]*\.ya?ml|Procfile[^/]*|\.env[^/]*|[^/]*\.env|app\.(?:ya?ml|json)|fly\.toml|render\.ya?ml|[^/]*\.service|[^/]*uwsgi[^/]*\.ini|(?:entrypoint|start|run)[^/]*)$/;
const REFERENCE = /DJANGO_SETTINGS_MODULE["']?\s*[,=:]\s*["']?([A-Za-z_][\w.]*)/g;
const PRODUCTION_NAME = /(?:^|[._-])(?:prod|production|live|heroku|deploy(?:ment)?|server)(?:[._-]|$)/i;
const COPY_NAME = /(?:example|sample|template|dist)/i;

/** A module that runs another one's text in its own place. */
const TAKES_OVER = /\bimport \*|\bsplit_settings\b|\bexec(?:file)?\(/;

interface Reference {
  readonly module: string;
  /** Named where production is started, not by manage.py. */
  readonly deploys: boolean;
}

/** The production settings of the app's Django projects. */
export function productionSettings(context: ModelContext): SettingsRoot[] {
  const modules = settingsModules(context);
  if (modules.length === 0) return [];
  const references = startersOf(context);
  return groupsOf(modules, context).flatMap((group) => rootsOf(group, references, context)).flatMap((program) => classesOf(program, context.evaluator));
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
  for (const file of workspace.files) {
    if (!file.endsWith('.py') || found.has(file) || !folders.has(folderOf(file)) || COPY_NAME.test(basename(file))) continue;
    if (!TAKES_OVER.test(workspace.textOf(file) ?? '')) continue;
    const program = workspace.programOf(file);
    if (program !== undefined && starTargets(program, context).some((target) => found.has(target.path))) found.set(file, program);
  }
  return [...found.values()];
}

/** Those of the files that another one takes over whole. */
function takenOver(files: readonly string[], context: ModelContext): string[] {
  if (files.length === 0) return [];
  const { workspace } = context;
  const folders = new Set(files.flatMap((path) => [folderOf(path), folderOf(folderOf(path))]));
  const readers = workspace.files.filter((file) => file.endsWith('.py') && folders.has(folderOf(file)) && TAKES_OVER.test(workspace.textOf(file) ?? ''));
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
    if (MARKERS.test(name) && (name !== 'INSTALLED_APPS' || /settings|conf/.test(program.path) || [...index.root.bindings.keys()].some((other) => COMPANIONS.test(other)))) return true;
    if (name === 'SESSION_COOKIE_SECURE' && index.imports.some((one) => SETTINGS_PACKAGES.test(one.module))) return true;
  }
  return false;
}

/** A settings module, or one with settings classes of django-configurations. */
export function isDjangoSettings(program: Program, evaluator: Evaluator): boolean {
  const index = evaluator.indexOf(program);
  if (hasDjangoSettings(program, evaluator)) return true;
  // A class that loads itself into the module.
  if (index.namespaceWrites.some(({ kind }) => kind === 'class') && ['INSTALLED_APPS', 'ROOT_URLCONF'].some((name) => lastWrite(program, name, evaluator) !== undefined)) return true;
  return index.classes.some((one) => isConfiguration(one, program, evaluator) && [...(index.classScope(one)?.bindings.keys() ?? [])].some((name) => MARKERS.test(name) || name === 'SESSION_COOKIE_SECURE'));
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
    for (const match of text.matchAll(REFERENCE)) references.push({ module: match[1]!, deploys: basename(file) !== 'manage.py' });
  }
  return references;
}

/** The modules of a project that production starts with. */
function rootsOf(group: readonly Program[], references: readonly Reference[], context: ModelContext): Program[] {
  const configured = group.filter((program) => context.isProductionSettings?.(program.path) === true);
  if (configured.length > 0) return configured;
  const lasting = group.filter((program) => !isDevelopmentFile(program.path));
  const production = lasting.filter((program) => fileMode(program.path) === 'production' || PRODUCTION_NAME.test(basename(program.path).replace(/\.py$/, '')));
  if (production.length > 0) return production;
  const named = (deploys: boolean, among: readonly Program[]): Program[] => among.filter((program) => references.some((one) => one.deploys === deploys && isModule(program.path, one.module)));
  for (const chosen of [named(true, lasting), named(false, lasting)]) if (chosen.length > 0) return chosen;
  // Whatever its name: wsgi.py falls back to it.
  const fallback = named(true, group);
  if (fallback.length > 0) return fallback;
  const taken = new Set(lasting.flatMap((program) => starTargets(program, context).map((target) => target.path)));
  return lasting.filter((program) => !taken.has(program.path));
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
