// A program with several commands. The list is static; a command's module is imported when the command is named.
import type { Command } from "commander";
import { newCommand, runCommand, withChoices } from "./command.ts";

export interface ListedCommand {
  name: string;
  /** Its line in `--help`. */
  summary: string;
  load(): Promise<Command>;
  /** Whether the process exits when the command ends, even with open handles: a server, a worker, a timer. */
  endsAtOnce?: boolean;
  /** Whether unexpected errors are printed with their stack, for developers of Mekuri. */
  hasStacks?: boolean;
}

export interface Listed {
  /** The executable for shell completion; without it there is none. */
  program?: string;
  /** What users type: `npm run mekuri --`. */
  typed: string;
  summary: string;
  commands: readonly ListedCommand[];
}

const COMPLETION = "completion";
/** The hidden subcommand that the completion script calls with the words so far. */
const REQUEST = "complete";

/** The program with the options of the named command and summaries of the others; if none is named, with the options of all. */
export async function programOf(
  { typed, summary, commands, program }: Listed,
  named?: string,
): Promise<Command> {
  const root = newCommand(typed, summary)
    .usage("COMMAND [options]")
    .helpCommand("help [command]", "what a command takes");
  const isForShell = program !== undefined && (named === COMPLETION || named === REQUEST);
  for (const { name, summary: line, load } of commands) {
    const isNeeded = named === undefined || isForShell || named === name;
    root.addCommand(isNeeded ? (await load()).summary(line) : newCommand(name, line).usage("[options]"));
  }
  if (isForShell) await addCompletion(root, program);
  else if (program !== undefined)
    root.addCommand(newCommand(COMPLETION, COMPLETION_SUMMARY).usage("[options] <shell>"));
  return root;
}

const COMPLETION_SUMMARY = "print the shell completion of `mekuri`";

const HOW_TO_COMPLETE = `
In bash, with its package bash-completion, in the folder of a clone:
  alias mekuri="npx --no-install mekuri"
  source <(mekuri completion bash)`;

/** Adds `completion SHELL`, which prints a script for the shell. The script calls `complete -- WORDS…` at every Tab. */
async function addCompletion(root: Command, program: string): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  const words = tab(withChoices(root), { completionCommandName: COMPLETION });
  const printing = root.commands.find((each) => each.name() === COMPLETION);
  printing
    ?.description(COMPLETION_SUMMARY)
    .addHelpText("after", HOW_TO_COMPLETE)
    .action((shell: string) => words.setup("mekuri", program, shell));
}

/** Runs the command in `argv` and sets its exit status; without arguments prints the help. `speaker`: name and style of error messages. */
export async function runListed(listed: Listed, argv: readonly string[], speaker?: string): Promise<void> {
  const [first = "help", second] = argv;
  const named = first === "help" ? (second ?? "help") : first;
  const found = listed.commands.find(({ name }) => name === named);
  const status = await runCommand(await programOf(listed, named), argv.length === 0 ? ["help"] : argv, {
    name: speaker ?? named,
    hasStacks: found?.hasStacks ?? false,
  });
  if (found?.endsAtOnce) process.exit(status);
  process.exitCode = status;
}
