// A program of several commands: the list is there at once, a command's file is loaded when that command is named.
import type { Command } from "commander";
import { newCommand, runCommand, withChoices } from "./command.ts";

export interface ListedCommand {
  name: string;
  /** One line, as `--help` lists it. */
  summary: string;
  load(): Promise<Command>;
  /** The process ends with the command, though something of it still waits: a server, a worker, a timer. */
  endsAtOnce?: boolean;
  /** Errors that nobody foresaw are said with their stack: for those who work on Mekuri. */
  hasStacks?: boolean;
}

export interface Listed {
  /** What a shell runs to complete a command line; without it the program completes none. */
  program?: string;
  /** As people type it: `npm run mekuri --`. */
  typed: string;
  summary: string;
  commands: readonly ListedCommand[];
}

const COMPLETION = "completion";
/** What the shell's script calls, with the words so far. */
const REQUEST = "complete";

/** The program, with the named command's options and the others' summaries; with every command's options where none is named. */
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

const COMPLETION_SUMMARY = "print what a shell completes `mekuri` by";

const HOW_TO_COMPLETE = `
In bash, with its package bash-completion, in the folder of a clone:
  alias mekuri="npx --no-install mekuri"
  source <(mekuri completion bash)`;

/** `completion SHELL` prints a script for the shell; that asks `complete -- WORDS…` at every Tab. */
async function addCompletion(root: Command, program: string): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  const words = tab(withChoices(root), { completionCommandName: COMPLETION });
  const printing = root.commands.find((each) => each.name() === COMPLETION);
  printing
    ?.description(COMPLETION_SUMMARY)
    .addHelpText("after", HOW_TO_COMPLETE)
    .action((shell: string) => words.setup("mekuri", program, shell));
}

/** Runs the command that the words name, and ends with its status; without words: the help. `speaker` says what is wrong. */
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
