/** What the configuration says about the platform and the edge in front of an app, beside what its files say. */
import path from 'node:path';
import { pathMatcher } from '../text/glob.js';
import type { AppPolicies, FoundPolicy, FoundTrust } from '../project/policies.js';
import { known, type Origin } from '../values/value.js';
import type { Config } from './config/config.js';
import { configPath } from './config/levels.js';

/** The app's own policies with those that are declared for it over them. `root`: the scanned folder; `app`: the app's, relative to it. */
export function withDeclared(own: AppPolicies, config: Config, root: string, app: string): AppPolicies {
  const isTrusted =
    config.trustProxy === true || (Array.isArray(config.trustProxy) && isAmong(config.trustProxy as readonly string[], config, app));
  const declared = config.policies.filter(({ apps, secure }) => secure && (apps === undefined || isAmong(apps, config, app)));
  if (!isTrusted && declared.length === 0) return own;
  const file = config.file === null ? '' : path.relative(root, config.file).split(path.sep).join('/');
  const at = { path: file, range: { start: 0, end: 0 } };
  const origin: Origin = { program: { path: file, language: 'yaml', text: '', body: [], comments: [], problems: [] }, range: at.range };
  const on = known(true, origin);
  const policy: FoundPolicy = {
    surface: 'configuration/policies',
    at,
    question: { value: on, isText: false, truth: 'strict', default: 'on' },
  };
  const trust: FoundTrust = { surface: 'configuration/trust-proxy', at, value: on, truth: 'strict', ofConnection: true };
  const names = declared.map(({ cookies }) => (cookies === undefined ? undefined : pathMatcher(cookies)));
  return {
    policyFor: (surface, site) => {
      const name = site?.name.kind === 'known' && typeof site.name.value === 'string' ? site.name.value : surface.defaultName;
      const covers = surface.kind !== 'client' && names.some((fits) => fits === undefined || (name !== undefined && fits(name)));
      return covers ? policy : own.policyFor(surface, site);
    },
    trustFor: (surface, language, asks) => (isTrusted && surface.kind !== 'client' ? trust : own.trustFor(surface, language, asks)),
  };
}

function isAmong(globs: readonly string[], config: Config, app: string): boolean {
  const folder = configPath(config, app).replace(/\/\.$/, '');
  const fits = pathMatcher(globs);
  return globs.some((glob) => glob.replace(/\/$/, '') === folder) || fits(folder) || fits(`${folder}/package.json`);
}
