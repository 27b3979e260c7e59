// What every command does alike: Commander reads its arguments and writes its help, and what is wrong with a command line is said in one
// form, with one exit status.
import { Command, CommanderError, Help, type Option } from "commander";

export const EXIT = { done: 0, failed: 1, unusable: 2, interrupted: 130 } as const;

/** Unusable arguments: exit status 2, and the usage is shown. The message names the problem and the limit. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** What the arguments name cannot be used (a file, a folder, a session): exit status 2, without the usage. */
export class InputError extends Error {
  override readonly name: string = "InputError";
}

/** The command failed for a reason that is known, and said without a stack: exit status 1. */
export class FailureError extends Error {
  override readonly name: string = "FailureError";
}

/** A command without options yet. `summary` is its line in the list of commands, and opens its help. */
export function newCommand(name: string, summary: string): Command {
  return silent(new Command(name).description(summary)).configureHelp({ helpWidth: 110, optionDescription });
}

/** A flag that is not given is off: nobody needs to read that. */
function optionDescription(this: Help, option: Option): string {
  return option.isBoolean() ? option.description : Help.prototype.optionDescription.call(this, option);
}

/** A command of a command: `models list`. It is read and fails as its parent does. */
export function subCommand(parent: Command, name: string, summary: string): Command {
  const child = newCommand(name, summary);
  parent.addCommand(child);
  return child;
}

/** Errors are thrown, and said by `runCommand` alone. */
function silent(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .helpCommand(false)
    .showSuggestionAfterError();
}

/** What runs a command's line: its options, then its words in order. A number is the exit status; anything else is `EXIT.done`. */
type Run<Options> = (options: Options, ...words: never[]) => unknown;

const statuses = new WeakMap<Command, number>();

/** `Command.action`, whose function takes the options first, then each word, and gives the exit status. */
export function runs<Options extends object>(command: Command, run: Run<Options>): Command {
  return command.action(async (...given: unknown[]) => {
    const words = given.slice(0, -2);
    const status = await run(command.opts<Options>(), ...(words as never[]));
    statuses.set(rootOf(command), typeof status === "number" ? status : EXIT.done);
  });
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));

/** Who says what is wrong: `mekuri: there is no file story.txt`. */
export interface Speaker {
  name: string;
  /** Whether an error that nobody foresaw is said with its stack: for those who work on Mekuri. */
  hasStacks?: boolean;
}

/** As `runCommand`, but throws what the command throws, and Commander's errors. */
export async function parseCommand(root: Command, argv: readonly string[]): Promise<number> {
  checkValues(root);
  await root.parseAsync([...argv], { from: "user" });
  return statuses.get(root) ?? EXIT.done;
}

/**
 * Reads the words after the command's name and runs it. Gives the exit status; never throws. Errors go to standard error, help to
 * standard output.
 */
export async function runCommand(root: Command, argv: readonly string[], speaker: Speaker): Promise<number> {
  try {
    return await parseCommand(root, argv);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    // A command of several, without the name of one: its help is on standard error.
    if (error instanceof CommanderError && error.code === "commander.help") return EXIT.unusable;
    const unusable = usageOf(error);
    if (unusable === undefined) return fail(error, speaker);
    const command = namedBy(root, argv);
    const usage = `Usage: ${usageLine(command)}`;
    process.stderr.write(`${speaker.name}: ${unusable}\n${usage}\n       --help says more\n`);
    return EXIT.unusable;
  }
}

/** `mekuri models serve [options]`, with the names of its parents. */
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

/** The reason, where the command line is at fault. */
function usageOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof CommanderError) return error.message.replace(/^error: /, "");
  return undefined;
}

/** The command that the words name, as deep as they do. */
function namedBy(command: Command, [word, ...rest]: readonly string[]): Command {
  const child = command.commands.find((each) => each.name() === word);
  return child === undefined ? command : namedBy(child, rest);
}

/** `--out --json` forgets the folder: an option's value is neither empty nor another option. */
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

/** Reads a whole number. Throws `UsageError` that names the limits. */
export function wholeNumber(name: string, least: number, most = Number.MAX_SAFE_INTEGER) {
  const limits = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new UsageError(`${name} takes a whole number ${limits}; got ${text}`);
  };
}

/** Reads one of a few words. Throws `UsageError` that lists them. */
export function oneOf<T extends string>(name: string, known: readonly T[]) {
  const parse = (text: string): T => {
    const found = known.find((candidate) => candidate === text);
    if (found !== undefined) return found;
    throw new UsageError(`${name} takes ${known.join(" or ")}; got ${text}`);
  };
  return Object.assign(parse, { known });
}

/** Tells Commander which words an option takes, where `oneOf` reads it: a shell completes them. Their help names them already. */
export function withChoices(command: Command): Command {
  for (const option of command.options) {
    const { parseArg } = option;
    if (parseArg !== undefined && "known" in parseArg) option.argChoices = [...(parseArg.known as string[])];
  }
  for (const child of command.commands) withChoices(child);
  return command;
}

/** Reads some of a few words, parted by commas. Throws `UsageError` that lists them. */
export function listOf<T extends string>(name: string, known: readonly T[]) {
  return (text: string): T[] => [...new Set(text.split(",").map((part) => oneOf(name, known)(part.trim())))];
}

/** Where the studio and the API of this machine listen, unless `--port` names another. */
export const API_PORT = 4000;

/** Reads the port of a server: 0 takes any that is free. Throws `UsageError`. */
export const portNumber = wholeNumber("--port", 0, 65_535);

/** A folder that stays: `memory` leaves nothing to do something with. Throws `UsageError`. */
export function dataFolder(doing: string) {
  return (text: string): string => {
    if (text !== "memory") return text;
    throw new UsageError(`--data must name a folder: nothing in memory is left to ${doing}`);
  };
}

/** Reads a session's id. Throws `UsageError`. */
export function sessionIdOf(text: string): string {
  if (/^[\w-]{1,128}$/.test(text)) return text;
  throw new UsageError(`"${text}" is no session's id`);
}

/** Below the help of a command that also works on a service in the cloud. */
export const IN_THE_CLOUD =
  "\nIn the cloud: with GOOGLE_CLOUD_PROJECT and the functions' other settings set.";

/** Where the service keeps its data, below the folder that the command is run in. */
export const DEFAULT_DATA = ".local";
