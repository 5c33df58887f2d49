/** `completion`: scripts for bash, zsh and fish, made from the table of commands and the names of rules and problems. */
import { problems, reasons } from '../../cookies/problems.js';
import { commands, lintCommand, type Command, type Option, type Parsed } from '../arguments.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { UserError } from '../user-error.js';

export async function completion(parsed: Parsed, world: Surroundings): Promise<number> {
  const [shell] = parsed.positionals;
  const rules = await world.rules();
  const explained = [
    ...new Set([
      ...Object.keys(problems),
      ...Object.keys(reasons),
      ...rules.map(({ id }) => id),
      ...rules.flatMap(({ surfaces }) => surfaces.map(({ id }) => id)),
    ]),
  ];
  const operands: Operands = { explain: explained, completion: ['bash', 'zsh', 'fish'] };
  if (shell === 'bash') world.stdout.write(bash(operands));
  else if (shell === 'zsh') world.stdout.write(zsh(operands));
  else if (shell === 'fish') world.stdout.write(fish(operands));
  else throw new UserError(`which shell? ${toolName} completion bash, zsh or fish`);
  return exit.clean;
}

/** The words that a command takes in the place of files. */
type Operands = Readonly<Record<string, readonly string[]>>;

function words(options: readonly Option[]): string {
  return options.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]).join(' ');
}

/** The commands that have to be named; options without one are those of `lint`. */
const named = commands.filter((command) => command !== lintCommand);

function bash(operands: Operands): string {
  const own = Object.entries(operands).map(
    ([command, names]) => `      ${command}) COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word")); return ;;`,
  );
  const cases = named.map((command) => `    ${command.name}) options="${words(command.options)}" ;;`);
  const values = commands.flatMap((command) =>
    command.options.flatMap(({ name, short, bare, choices }) => {
      if (choices === undefined) return [];
      const flags = [`--${name}=`, ...(bare === undefined ? [`--${name}`, ...(short === undefined ? [] : [`-${short}`])] : [])].map(
        (flag) => `${command === lintCommand ? '' : command.name}:${flag}`,
      );
      return [`    ${flags.join('|')}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`];
    }),
  );
  return `# ${toolName} completion for bash: source <(${toolName} completion bash)
_cookie_lint() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" options
  # Bash takes "--format=json" for three words.
  if [[ "$word" == "=" ]]; then word="" previous="$previous="
  elif [[ "$previous" == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}="; fi
  case "\${COMP_WORDS[1]}" in
    ${named.map(({ name }) => name).join('|')}) command="\${COMP_WORDS[1]}" ;;
  esac
  case "$command:$previous" in
${values.join('\n')}
  esac
  case "$command" in
${cases.join('\n')}
    *) options="${words(lintCommand.options)}" ;;
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    case "$command" in
${own.join('\n')}
    esac
    COMPREPLY=($(compgen -f -- "$word"))
    if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY+=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word")); fi
  fi
}
complete -o filenames -F _cookie_lint ${toolName}
`;
}

function zsh(operands: Operands): string {
  const taken = ({ name }: Command): string => (operands[name] === undefined ? '*:file:_files' : `1:name:(${operands[name].join(' ')})`);
  const quoted = (text: string): string => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&');
  const specs = (command: Command): string =>
    command.options
      .flatMap((option) =>
        [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])].map((flag) => {
          const values =
            option.value === undefined
              ? ''
              : `${option.bare === undefined ? '' : ':'}:${quoted(option.value)}:${option.choices === undefined ? '_files' : `(${option.choices.join(' ')})`}`;
          return `'${option.many === true ? '*' : ''}${flag}${option.bare === undefined ? '' : '=-'}[${quoted(option.description)}]${values}'`;
        }),
      )
      .join(' \\\n        ');
  return `#compdef ${toolName}
# ${toolName} completion for zsh: ${toolName} completion zsh > "\${fpath[1]}/_${toolName}"
_cookie_lint() {
  local -a commands
  commands=(${commands.map(({ name, summary }) => `'${name}:${quoted(summary)}'`).join(' ')})
  case "$words[2]" in
${commands.map((command) => `    ${command.name})\n      shift words; (( CURRENT-- ))\n      _arguments -s \\\n        ${specs(command)} \\\n        '${taken(command)}' ;;`).join('\n')}
    *)
      if (( CURRENT == 2 )); then _describe -t commands command commands; fi
      _arguments -s \\
        ${specs(lintCommand)} \\
        '*:file:_files' ;;
  esac
}
_cookie_lint "$@"
`;
}

function fish(operands: Operands): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const names = named.map(({ name }) => name).join(' ');
  const lines = commands.map(({ name, summary }) => `complete -c ${toolName} -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`);
  for (const [command, taken] of Object.entries(operands))
    lines.push(`complete -c ${toolName} -n "__fish_seen_subcommand_from ${command}" -f -a ${quoted(taken.join(' '))}`);
  for (const command of commands) {
    const condition =
      command === lintCommand ? `"not __fish_seen_subcommand_from ${names}"` : `"__fish_seen_subcommand_from ${command.name}"`;
    for (const { name, short, value, bare, choices, description } of command.options) {
      lines.push(
        `complete -c ${toolName} -n ${condition} -l ${name}${short === undefined ? '' : ` -s ${short}`}${value === undefined ? '' : choices === undefined ? ' -r' : `${bare === undefined ? ' -x' : ''} -a ${quoted(choices.join(' '))}`} -d ${quoted(description)}`,
      );
    }
  }
  return `# ${toolName} completion for fish: ${toolName} completion fish | source\n${lines.join('\n')}\n`;
}
