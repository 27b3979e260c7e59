// Common behaviour of all commands: Commander parses arguments and prints help, and errors of a command line have one format and one exit
// status.
import { Command, CommanderError, Help, type Option } from "commander";

export const EXIT = { done: 0, failed: 1, unusable: 2, interrupted: 130 } as const;

/** Invalid arguments: exit status 2, with the usage. The message names the problem and the limit. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** Something that an argument names cannot be used (a file, a folder, a session): exit status 2, without the usage. */
export class InputError extends Error {
  override readonly name: string = "InputError";
}

/** The command failed for a known reason, which is printed without a stack: exit status 1. */
export class FailureError extends Error {
  override readonly name: string = "FailureError";
}

/** A command without options. `summary`: its line in the list of commands and the first line of its help. */
export function newCommand(name: string, summary: string): Command {
  return silent(new Command(name).description(summary)).configureHelp({ helpWidth: 110, optionDescription });
}

/** Omits the default of flags, which is always off. */
function optionDescription(this: Help, option: Option): string {
  return option.isBoolean() ? option.description : Help.prototype.optionDescription.call(this, option);
}

/** A subcommand such as `models list`, with its parent's parsing and error handling. */
export function subCommand(parent: Command, name: string, summary: string): Command {
  const child = newCommand(name, summary);
  parent.addCommand(child);
  return child;
}

/** Commander must throw errors and not print them: `runCommand` prints them. */
function silent(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .helpCommand(false)
    .showSuggestionAfterError();
}

/**
 * The function of a command, called with its options, then its arguments in order. A number it returns is the exit status; otherwise the
 * status is `EXIT.done`.
 */
type Run<Options> = (options: Options, ...words: never[]) => unknown;

const statuses = new WeakMap<Command, number>();

/** Like `Command.action`, but `run` gets the options first, then each argument, and returns the exit status. */
export function runs<Options extends object>(command: Command, run: Run<Options>): Command {
  return command.action(async (...given: unknown[]) => {
    const words = given.slice(0, -2);
    const status = await run(command.opts<Options>(), ...(words as never[]));
    statuses.set(rootOf(command), typeof status === "number" ? status : EXIT.done);
  });
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));

/** The name and style of error messages: `mekuri: there is no file story.txt`. */
export interface Speaker {
  name: string;
  /** Whether unexpected errors are printed with their stack, for developers of Mekuri. */
  hasStacks?: boolean;
}

/** Like `runCommand`, but throws the command's and Commander's errors. */
export async function parseCommand(root: Command, argv: readonly string[]): Promise<number> {
  checkValues(root);
  await root.parseAsync([...argv], { from: "user" });
  return statuses.get(root) ?? EXIT.done;
}

/**
 * Parses `argv` (after the program's name) and runs the command. Returns the exit status; never throws. Errors are printed on standard
 * error, help on standard output.
 */
export async function runCommand(root: Command, argv: readonly string[], speaker: Speaker): Promise<number> {
  try {
    return await parseCommand(root, argv);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    // A group of commands without a subcommand: its help was printed on standard error.
    if (error instanceof CommanderError && error.code === "commander.help") return EXIT.unusable;
    const unusable = usageOf(error);
    if (unusable === undefined) return fail(error, speaker);
    const command = namedBy(root, argv);
    const usage = `Usage: ${usageLine(command)}`;
    process.stderr.write(`${speaker.name}: ${unusable}\n${usage}\n       --help says more\n`);
    return EXIT.unusable;
  }
}

/** Usage line with the names of the parents: `mekuri models serve [options]`. */
export function usageLine(command: Command): string {
  return command.createHelp().commandUsage(command);
}

function fail(error: unknown, { name, hasStacks }: Speaker): number {
  const isKnown = error instanceof InputError || error instanceof FailureError;
  const said =
    error instanceof Error ? (hasStacks && !isKnown && error.stack) || error.message : String(error);
  process.stderr.write(`${name}: ${said}\n`);
  return error instanceof InputError ? EXIT.unusable : EXIT.failed;
}

/** The error message, if the error is about the command line. */
function usageOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof CommanderError) return error.message.replace(/^error: /, "");
  return undefined;
}

/** The deepest command that the arguments name. */
function namedBy(command: Command, [word, ...rest]: readonly string[]): Command {
  const child = command.commands.find((each) => each.name() === word);
  return child === undefined ? command : namedBy(child, rest);
}

/** Rejects empty values and values that are options: in `--out --json` the folder is missing. */
function checkValues(command: Command): void {
  for (const option of command.options) {
    if (!option.required) continue;
    const parse = option.parseArg;
    option.argParser((value: string, previous: unknown) => {
      if (value === "" || value.startsWith("--")) throw new UsageError(`${option.long} needs a value`);
      return parse === undefined ? value : parse.call(option, value, previous);
    });
  }
  for (const child of command.commands) checkValues(child);
}

/** Parser for an integer. Throws `UsageError` with the limits. */
export function wholeNumber(name: string, least: number, most = Number.MAX_SAFE_INTEGER) {
  const limits = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new UsageError(`${name} takes a whole number ${limits}; got ${text}`);
  };
}

/** Parser for one of a list of words. Throws `UsageError` with the list. */
export function oneOf<T extends string>(name: string, known: readonly T[]) {
  const parse = (text: string): T => {
    const found = known.find((candidate) => candidate === text);
    if (found !== undefined) return found;
    throw new UsageError(`${name} takes ${known.join(" or ")}; got ${text}`);
  };
  return Object.assign(parse, { known });
}

/** Registers the words of `oneOf` with Commander for shell completion. Their help texts list them already. */
export function withChoices(command: Command): Command {
  for (const option of command.options) {
    const { parseArg } = option;
    if (parseArg !== undefined && "known" in parseArg) option.argChoices = [...(parseArg.known as string[])];
  }
  for (const child of command.commands) withChoices(child);
  return command;
}

/** Parser for a comma-separated list of known words. Throws `UsageError` with the list. */
export function listOf<T extends string>(name: string, known: readonly T[]) {
  return (text: string): T[] => [...new Set(text.split(",").map((part) => oneOf(name, known)(part.trim())))];
}

/** Default port of the studio and the API on this machine. */
export const API_PORT = 4000;

/** Parser for a server's port; 0 selects any free one. Throws `UsageError`. */
export const portNumber = wholeNumber("--port", 0, 65_535);

/** Parser for a persistent data folder: `memory` is refused, because nothing would be left for the command. Throws `UsageError`. */
export function dataFolder(doing: string) {
  return (text: string): string => {
    if (text !== "memory") return text;
    throw new UsageError(`--data must name a folder: a service in memory keeps nothing to ${doing}`);
  };
}

/** Parser for a session id. Throws `UsageError`. */
export function sessionIdOf(text: string): string {
  if (/^[\w-]{1,128}$/.test(text)) return text;
  throw new UsageError(`"${text}" is not a session id`);
}

/** Help text for commands that work on a cloud service too. */
export const IN_THE_CLOUD =
  "\nIn the cloud: set GOOGLE_CLOUD_PROJECT and the other settings of the functions.";

/** Default data folder, relative to the working directory. */
export const DEFAULT_DATA = ".local";
