/** Reads from a path what kind of settings file it is named as. */

/** Endings that say a file is a template or sample of the settings file whose name stands before them. */
const TEMPLATE_ENDINGS = [
  '.template',
  '.templ',
  '.tmpl',
  '.tpl',
  '.j2',
  '.jinja',
  '.jinja2',
  '.erb',
  '.ctmpl',
  '.gotmpl',
  '.mustache',
  '.example',
  '.sample',
  '.dist',
  '.default',
  '.orig',
  '.in',
];

/** A path cut for matching: everything in lower case, forward slashes. */
export interface FileName {
  /** Base name without template and sample endings: `nginx.conf` of `nginx.conf.j2`. */
  readonly base: string;
  /** The directories, each followed by a slash, with a slash in front: `/etc/nginx/`. */
  readonly folder: string;
  /** The last extension of `base` without its dot, or an empty string; `env` for `.env`. */
  readonly extension: string;
  /** True when an ending such as `.template` was taken off. */
  readonly isTemplate: boolean;
}

let latest: { readonly path: string; readonly name: FileName } | undefined;

/** Cuts a path into the parts that say what settings file it is. */
export function fileNameOf(path: string): FileName {
  // Every format in turn is asked about the same path.
  if (latest?.path !== path) latest = { path, name: cut(path) };
  return latest.name;
}

function cut(path: string): FileName {
  const lower = path.toLowerCase();
  const slash = lower.lastIndexOf('/');
  const written = lower.slice(slash + 1);
  const base = withoutTemplateEndings(written);
  return {
    base,
    folder: `/${lower.slice(0, slash + 1)}`,
    extension: base.slice(base.lastIndexOf('.') + 1 || base.length),
    isTemplate: base !== written,
  };
}

function withoutTemplateEndings(name: string): string {
  for (const ending of TEMPLATE_ENDINGS) {
    if (name.length > ending.length && name.endsWith(ending)) return withoutTemplateEndings(name.slice(0, -ending.length));
  }
  return name;
}

/** True for the folders in which Debian keeps the virtual hosts of nginx and of Apache. */
export function isSiteFolder(folder: string): boolean {
  return folder.endsWith('/sites-available/') || folder.endsWith('/sites-enabled/');
}
