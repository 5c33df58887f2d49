/** What the repository and its configuration know of an environment variable or configuration key before the program starts. */
import { isModeVariable, modeEquals, modeOfWord, MODE_PREDICATE } from '../values/outcome.js';
import { known, type EnvironmentValue, type Value } from '../values/value.js';
import { ConfigurationFiles } from './deployment/configuration-files.js';
import { EnvironmentFiles } from './deployment/environment-files.js';
import type { WorkspaceFiles } from './workspace.js';

export class DeploymentEnvironment {
  readonly #stated: Readonly<Record<string, string | null>>;
  readonly #environment: EnvironmentFiles;
  readonly #configuration: ConfigurationFiles;

  /** `stated`: variables whose production value the user's configuration says; null for one that is never set. */
  constructor(workspace: WorkspaceFiles, stated: Readonly<Record<string, string | null>> = {}) {
    this.#stated = stated;
    this.#environment = new EnvironmentFiles(workspace);
    this.#configuration = new ConfigurationFiles(workspace);
  }

  /**
   * The value with what is known about it. What the user states is certain; files are evidence for production, which the
   * operator can still overrule.
   */
  inform(value: EnvironmentValue): EnvironmentValue {
    const { variable, origin } = value;
    const stated = this.#statedValue(value);
    if (stated !== undefined) return { ...value, certain: stated };
    if (variable.startsWith(MODE_PREDICATE) || isModeVariable(variable)) return value;
    const configured = value.source === 'configuration' || variable.includes('.') ? this.#configuration.of(variable, origin.program) : {};
    const evidence = this.#environment.of(variable, origin.program.path);
    const production = evidence.production ?? (configured.production?.kind === 'known' ? configured.production : undefined);
    const fallback =
      configured.production !== undefined && configured.production.kind !== 'known'
        ? configured.production
        : (evidence.default ?? configured.base ?? value.fallback);
    return {
      ...value,
      ...(fallback === undefined ? {} : { fallback }),
      ...(production === undefined ? {} : { production }),
      ...(evidence.named.length === 0 ? {} : { named: evidence.named.map((one) => one.origin) }),
    };
  }

  #statedValue({ variable, fallback, origin }: EnvironmentValue): Value | undefined {
    if (Object.hasOwn(this.#stated, variable)) {
      const stated = this.#stated[variable];
      return stated === null || stated === undefined ? (fallback ?? known(undefined, origin)) : known(stated, origin);
    }
    if (!variable.startsWith(MODE_PREDICATE)) return undefined;
    // Questions for the mode are answered by the variable that says it, whichever the framework reads.
    const mode = Object.entries(this.#stated).find(([name, word]) => isModeVariable(name) && word !== null)?.[1];
    const asked = modeOfWord(variable.slice(MODE_PREDICATE.length));
    return mode === undefined || mode === null || asked === undefined ? undefined : known(modeEquals(asked, mode), origin);
  }
}
