// Has V8 compile the modules of a chunk together with it. What is compiled then goes into its cache of compiled code, what is compiled when it is
// first called does not: each start would parse the client libraries anew, which esbuild wraps into one function a module.
// A function in parentheses is one that is about to be called: https://v8.dev/blog/preparser#pife

/** A CommonJS module, or one that is loaded late, as esbuild writes it: the first two lines, and the last two. */
const BEFORE = /= __(?:commonJS|esm)\w*\(\{$/;
const BEGIN = /^ {2}("(?:[^"\\]|\\.)+")\(([\w$, ]*)\) \{$/;
const END = "  }";
const AFTER = "});";

/** The same code, its modules in parentheses. Throws where a module does not end as it should. */
export function withEagerModules(code: string): string {
  const lines = code.split("\n");
  let isInside = false;
  for (const [index, line] of lines.entries()) {
    if (!isInside) {
      const [, name, parameters] = BEGIN.exec(line) ?? [];
      if (name === undefined || !BEFORE.test(lines[index - 1] ?? "")) continue;
      lines[index] = `  ${name}: (function(${parameters}) {`;
      isInside = true;
    } else if (line === END && lines[index + 1] === AFTER) {
      lines[index] = `${END})`;
      isInside = false;
    }
  }
  if (isInside) throw new Error("a module of the bundle has no end: esbuild writes them otherwise now");
  return lines.join("\n");
}
