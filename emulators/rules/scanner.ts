// Tokenizes a rules file on demand. Paths are scanned by character, because `/users/a-b` is not a subtraction.

/** A syntax error with its line. */
export class RulesSyntaxError extends Error {
  override readonly name = "RulesSyntaxError";
  readonly line: number;
  readonly problem: string;

  constructor(line: number, problem: string) {
    super(`Line ${line}: ${problem}`);
    this.line = line;
    this.problem = problem;
  }
}

export interface Token {
  readonly kind: "name" | "int" | "float" | "string" | "bytes" | "symbol" | "end";
  /** The value of a string literal, or the source text of other tokens. */
  readonly text: string;
  readonly line: number;
}

export interface Scanner {
  peek(): Token;
  next(): Token;
  /** Consumes the token if it is this symbol or word. */
  accept(text: string): boolean;
  /** Consumes this symbol or word, or throws. */
  expect(text: string): Token;
  expectName(what: string): string;
  /** Consumes and returns the match of a sticky pattern at this position. Null if it does not match. */
  acceptText(pattern: RegExp): string | null;
  fail(problem: string, line?: number): never;
}

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const SYMBOL = /==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,;()[\]{}=$]/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /(?:0[xX][0-9a-fA-F]+)|\d+(\.\d+)?([eE][-+]?\d+)?/y;
const QUOTED = /b?(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/y;
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;
const ESCAPED: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "`": "`",
  "?": "?",
};

export function scannerOf(source: string): Scanner {
  let at = 0;
  let line = 1;
  let ahead: { readonly token: Token; readonly end: number } | null = null;

  function matchHere(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(source);
  }

  function advance(to: number): void {
    for (let index = at; index < to; index += 1) if (source[index] === "\n") line += 1;
    at = to;
  }

  function fail(problem: string, where = line): never {
    throw new RulesSyntaxError(where, problem);
  }

  function skipBlank(): void {
    advance(at + (matchHere(BLANK)?.[0].length ?? 0));
    if (source.startsWith("/*", at)) fail("a comment does not end");
  }

  function scan(): { readonly token: Token; readonly end: number } {
    skipBlank();
    if (at >= source.length) return { token: { kind: "end", text: "the end of the file", line }, end: at };
    const found = (kind: Token["kind"], match: RegExpExecArray, text = match[0]) => ({
      token: { kind, text, line },
      end: at + match[0].length,
    });
    const quoted = matchHere(QUOTED);
    if (quoted !== null) {
      const isBytes = quoted[0].startsWith("b");
      return found(isBytes ? "bytes" : "string", quoted, unescaped(quoted[1] ?? quoted[2] ?? ""));
    }
    const name = matchHere(NAME);
    if (name !== null) return found("name", name);
    const number = matchHere(NUMBER);
    if (number !== null) {
      const isFloat = number[1] !== undefined || number[2] !== undefined;
      return found(isFloat ? "float" : "int", number);
    }
    const symbol = matchHere(SYMBOL);
    if (symbol !== null) return found("symbol", symbol);
    return fail(`"${String.fromCodePoint(source.codePointAt(at) ?? 0)}" means nothing here`);
  }

  function unescaped(text: string): string {
    return text.replaceAll(ESCAPE, (_all, hex, short, long, simple) => {
      if (simple !== undefined) return ESCAPED[simple] ?? fail(`"\\${simple}" is not an escape`);
      const code = Number.parseInt(hex ?? short ?? long, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : fail(`"\\U${long}" is not a character`);
    });
  }

  function peek(): Token {
    ahead ??= scan();
    return ahead.token;
  }

  function next(): Token {
    const token = peek();
    if (ahead !== null) advance(ahead.end);
    ahead = null;
    return token;
  }

  function is(text: string): boolean {
    const { kind, text: found } = peek();
    return (kind === "symbol" || kind === "name") && found === text;
  }

  return {
    peek,
    next,
    fail,
    accept(text) {
      const isIt = is(text);
      if (isIt) next();
      return isIt;
    },
    expect(text) {
      if (!is(text)) fail(`expected "${text}" instead of "${peek().text}"`, peek().line);
      return next();
    },
    expectName(what) {
      if (peek().kind !== "name") fail(`expected ${what} instead of "${peek().text}"`, peek().line);
      return next().text;
    },
    acceptText(pattern) {
      ahead = null;
      const match = matchHere(pattern);
      if (match === null) return null;
      advance(at + match[0].length);
      return match[0];
    },
  };
}
