/** Everything that judging needs, put together for one workspace. */
import { idioms } from '../../rules/index.js';
import { models } from '../../rules/models.js';
import type { FixOptions } from '../fixes/fix-options.js';
import { optionsFixes } from '../fixes/options-fix.js';
import { fixesFor } from '../fixes/secure-fix.js';
import { trustFixes } from '../fixes/trust-fix.js';
import { FileMatcher } from '../matching/file-matcher.js';
import type { Site } from '../matching/site.js';
import type { Rule } from '../matching/surface.js';
import { Apps } from '../project/apps.js';
import { BootGuards } from '../project/boot-guards.js';
import { DeploymentEnvironment } from '../project/deployment-environment.js';
import { Links } from '../project/links.js';
import { PhpPages } from '../project/php-pages.js';
import { Evaluator } from '../values/evaluator.js';
import type { Config } from './config/config.js';
import { matchesConfigPatterns } from './config/levels.js';
import { withDeclared } from './declared-policies.js';
import { isExampleFile, runsInProduction } from './file-kinds.js';
import { attempt, type Attempt, type Work } from './internal-errors.js';
import { programsNaming } from './candidates.js';
import { isTooLateFor, noteLimit } from './limits.js';
import type { LintContext } from './lint.js';
import { namePatterns } from './name-patterns.js';
import { SharedMatches } from './shared-matches.js';
import type { Workspace } from './workspace.js';

const fixing = ({ matched, range }: Site): Work => ({
  path: matched.program.path,
  doing: `working out a fix for ${matched.surface.id}`,
  program: matched.program,
  node: range,
});

export function contextFor(
  workspace: Workspace,
  rules: readonly Rule[],
  options: { readonly config: Config; readonly fixStyle?: Config['fixStyle'] },
): LintContext {
  const { config } = options;
  const production = workspace.files.filter(runsInProduction);
  const evaluator = new Evaluator(new Links(workspace, production), idioms);
  const deployment = new DeploymentEnvironment(workspace, config.environment);
  evaluator.deployment = (value) => deployment.inform(value);
  const boot = new BootGuards(workspace, evaluator);
  const style = options.fixStyle ?? config.fixStyle;
  const guarded: Attempt = (where, work, otherwise) => attempt(workspace.skipped, where, work, otherwise);
  const apps = new Apps(workspace, config.appRoots, (file) => runsInProduction(file) && !isExampleFile(file));
  const installed = ({ matched: { program } }: Site): Pick<FixOptions, 'versionOf' | 'isNamed'> => ({
    versionOf: (name) => apps.versionOf(apps.of(program.path), name),
    isNamed: (word) => apps.hasPackage(apps.of(program.path), [word]),
  });
  return {
    workspace,
    attempt: guarded,
    noteLimit: (program, node, surface, cut) => noteLimit(workspace.skipped, program, node, surface, cut),
    isTooLateFor: ({ path }) => isTooLateFor(workspace.skipped, path),
    callers: {
      files: production,
      textOf: (file) => workspace.textOf(file),
      mayName: (file, word) => workspace.mayName(file, word),
      programsNaming: (file, name) => programsNaming(file, name, workspace),
    },
    apps,
    evaluator,
    matcher: new FileMatcher(rules),
    matches: new SharedMatches(),
    rules,
    models,
    names: namePatterns(config),
    pages: new PhpPages(workspace),
    declared: (own, app) => withDeclared(own, config, workspace.root, app),
    refusals: (value, program) => boot.of(value, program),
    fixes: (site, state, isTrusted) =>
      guarded(
        fixing(site),
        () => fixesFor(site, state, evaluator, { style, isTrusted, ...installed(site) }),
        () => [],
      ),
    trustFixes: (site) =>
      guarded(
        fixing(site),
        () => trustFixes(site, evaluator, { style, isTrusted: false }),
        () => [],
      ),
    optionsFixes: (entry, site, state, isTrusted) =>
      guarded(
        fixing(site),
        () => optionsFixes(entry, site, state, evaluator, { style, isTrusted }),
        () => [],
      ),
    ...(config.productionSettings.length === 0
      ? {}
      : { isProductionSettings: (file: string) => matchesConfigPatterns(config, config.productionSettings, file) }),
  };
}
