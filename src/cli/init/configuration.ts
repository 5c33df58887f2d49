/** The configuration file that `init` writes. */
import { toolName } from '../surroundings.js';
import { done, newFile, type Plan, type Project } from './plan.js';

/** The configuration: nothing has to be in it, so it mostly says what could be. */
export function configuration(project: Project): Plan {
  if (project.hasConfig) return done;
  const schema = project.exists('package.json')
    ? `# yaml-language-server: $schema=./node_modules/${toolName}/schemas/config.schema.json\n`
    : '';
  return newFile(
    `${toolName}.config.yaml`,
    `${schema}# ${toolName} needs no configuration; every line here may go.
# always: Secure everywhere. fail-closed: Secure unless the environment is known to be development.
fixStyle: always

# Files that are not looked at, as globs.
ignores: []

# Severities: rules by framework or surface, problems by name (off, note, warning, error).
# problems:
#   request-conditional: error

# Environment variables whose production value is known.
# environment:
#   NODE_ENV: production
`,
  );
}
