import type { Command } from "commander";

/** Every command that can be run, in the order of help: those with subcommands give way to these. */
export function leafCommands(program: Command): Command[] {
  return program.commands.flatMap((command) => (command.commands.length > 0 ? leafCommands(command) : [command]));
}

function fullName(command: Command): string {
  const parent = command.parent;
  return parent ? `${fullName(parent)} ${command.name()}` : command.name();
}

/** The reference of all commands as Markdown, as docs/cli.md holds it between its markers. */
export function reference(program: Command): string {
  return leafCommands(program)
    .map((command) => {
      const args = command.registeredArguments.map((argument) => {
        const name = argument.variadic ? `${argument.name()}...` : argument.name();
        return argument.required ? `<${name}>` : `[${name}]`;
      });
      const own = command.options.filter((option) => !COMMON.includes(option.long ?? ""));
      const options = own.map(
        (option) => `- \`${option.flags}\`: ${option.description}${option.mandatory ? " (required)" : ""}`,
      );
      return [
        `### \`${[fullName(command), ...args].join(" ")}\``,
        "",
        command.description(),
        ...(options.length ? ["", ...options] : []),
      ].join("\n");
    })
    .join("\n\n");
}

/** Options that every command has; the page tells them once. */
const COMMON = ["--data", "--json", "--lang", "--debug"];
