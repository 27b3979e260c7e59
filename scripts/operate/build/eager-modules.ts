// Makes V8 compile the modules of a chunk eagerly. Code compiled with the chunk is in the compile cache, lazily compiled functions are not:
// each start would parse the client libraries again, because esbuild wraps each module in a function. V8 compiles functions in parentheses
// eagerly: https://v8.dev/blog/preparser#pife

/** First two and last two lines of esbuild's wrapper for a CommonJS module or a lazily loaded one. */
const BEFORE = /= __(?:commonJS|esm)\w*\(\{$/;
const BEGIN = /^ {2}("(?:[^"\\]|\\.)+")\(([\w$, ]*)\) \{$/;
const END = "  }";
const AFTER = "});";

/** Puts the modules in parentheses. Throws if a module does not end as expected. */
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
  if (isInside) throw new Error("a module of the bundle has no end: esbuild's output format has changed");
  return lines.join("\n");
}
