// Parses the shell syntax used in documents: quotes, comments, pipes, lists, redirections, and settings before a command.

export interface TypedCommand {
  /** Settings before the program: `GEMINI_API_KEY=test`. */
  settings: string[];
  program: string;
  args: string[];
}

const SEPARATORS = /^(?:\|\||&&|[|;&()])/;
const REDIRECTION = /^\d?(?:<<<|>>|[<>])(?:&\d)?/;

/** The simple commands of a block or line. A substitution (`$(…)`) stays part of its word. */
export function typedCommands(shell: string): TypedCommand[] {
  return shell
    .replaceAll("\\\n", " ")
    .split("\n")
    .flatMap((line) => splitLine(line).flatMap(commandOf));
}

function commandOf(words: readonly string[]): TypedCommand[] {
  const from = words.findIndex((word) => !/^\w+=/.test(word));
  if (from < 0) return words.length === 0 ? [] : [{ settings: [...words], program: "", args: [] }];
  const [program = "", ...args] = words.slice(from);
  return [{ settings: words.slice(0, from), program, args }];
}

/** The words of each command in a line. */
function splitLine(line: string): string[][] {
  const commands: string[][] = [[]];
  let rest = line.trimStart();
  let drop = false;
  while (rest !== "" && !rest.startsWith("#")) {
    const separator = SEPARATORS.exec(rest)?.[0];
    const redirection = REDIRECTION.exec(rest)?.[0];
    if (separator !== undefined) commands.push([]);
    else if (redirection !== undefined) drop = !redirection.includes("&");
    const mark = separator ?? redirection;
    const word = mark === undefined ? wordAt(rest) : mark;
    if (mark === undefined && !drop) commands.at(-1)?.push(unquoted(word));
    if (mark === undefined) drop = false;
    rest = rest.slice(word.length).trimStart();
  }
  return commands;
}

/** The first word of a text, with its quotes. */
function wordAt(text: string): string {
  let end = 0;
  while (end < text.length && !/[\s|;&<>)]/.test(text[end] ?? "")) end += partLength(text.slice(end));
  return text.slice(0, Math.max(1, end));
}

function partLength(text: string): number {
  const quoted = /^'[^']*'|^"(?:\\.|\$\([^)]*\)|[^"\\])*"|^\\./s.exec(text)?.[0];
  if (quoted !== undefined) return quoted.length;
  if (!text.startsWith("$(")) return 1;
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === ")" && depth === 0) return index + 1;
  }
  return text.length;
}

const unquoted = (word: string): string => (/^(["']).*\1$/s.test(word) ? word.slice(1, -1) : word);
