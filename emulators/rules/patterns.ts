// Translates RE2 patterns for JavaScript's engine. Features that RE2 lacks are refused, and different syntax is translated.
// https://github.com/google/re2/wiki/Syntax
import { EvaluationError } from "./rules-value.ts";

const MAX_REPEAT = 1000;

/** RE2's Perl and POSIX classes, which are ASCII only. */
const PERL_CLASSES: Readonly<Record<string, string>> = {
  d: "0-9",
  s: "\\t\\n\\f\\r ",
  w: "0-9A-Za-z_",
};
const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** The tokens of a pattern outside of classes. Other text is not RE2 syntax. */
const PIECE =
  /(?<group>\((?:\?(?:P?<(?<name>[A-Za-z_]\w*)>|(?<flags>[is]*(?:-[is]+)?)(?<scope>[:)])))?)|(?<close>\))|(?<repeat>[*+?]|\{(?<least>\d+)(?:,(?<most>\d*))?\})(?<lazy>\??)|(?<quote>\\Q(?<quoted>[\s\S]*?)(?:\\E|$))|(?<escape>\\(?:x\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|[pP](?:\{\^?\w+\}|[A-Z])|[^a-zA-Z0-9]|[aftnrvAbBdDsSwWz]))|(?<bracket>\[)|(?<plain>[^\\()[*+?])/uy;
const CLASS_PIECE =
  /\[:(?<negated>\^?)(?<posix>\w+):\]|(?<escape>\\(?:x\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|[pP](?:\{\w+\}|[A-Z])|[^a-zA-Z0-9]|[aftnrvdDsSwW]))|(?<plain>[^\\\]])/uy;

/** Whether the pattern matches the whole text. */
export function matchesWhole(text: string, pattern: string): boolean {
  return compile(pattern, (source) => `^(?:${source})$`, "u").test(text);
}

/** Replaces all matches by literal text. */
export function replaceMatches(text: string, pattern: string, replacement: string): string {
  if (replacement.includes("\\")) throw new EvaluationError("references to groups are not supported");
  return text.replaceAll(
    compile(pattern, (source) => source, "gu"),
    () => replacement,
  );
}

export function splitAtMatches(text: string, pattern: string): string[] {
  // Groups must not capture, because `split` would insert their text into the result.
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(compile(pattern, (source) => source, "gu"))) {
    const end = match.index + match[0].length;
    if (match[0] === "" && (match.index === 0 || match.index === text.length)) continue;
    parts.push(text.slice(from, match.index));
    from = end;
  }
  return [...parts, text.slice(from)];
}

function compile(pattern: string, wrap: (source: string) => string, flags: string): RegExp {
  const source = translate(pattern);
  try {
    return new RegExp(wrap(source), flags);
  } catch {
    throw refusal(pattern);
  }
}

function refusal(pattern: string): EvaluationError {
  return new EvaluationError(`"${pattern}" is not an RE2 regular expression`);
}

function translate(pattern: string): string {
  let at = 0;
  let canRepeat = false;
  let result = "";
  const closers: string[] = [];
  // Closes the group that `(?i)` at the start opens.
  let pending = "";
  // Without the flag `s`, RE2's dot matches everything except "\n".
  const dot = /\(\?i?s/.test(pattern) ? "." : "[^\\n]";
  while (at < pattern.length) {
    PIECE.lastIndex = at;
    const groups = PIECE.exec(pattern)?.groups;
    if (groups === undefined) throw refusal(pattern);
    at = PIECE.lastIndex;
    if (groups.repeat !== undefined) {
      const counts = [groups.least, groups.most].map((count) => Number(count ?? 0));
      if (!canRepeat || counts.some((count) => count > MAX_REPEAT)) throw refusal(pattern);
      result += groups.repeat + groups.lazy;
      canRepeat = false;
      continue;
    }
    canRepeat = true;
    if (groups.group !== undefined) {
      canRepeat = false;
      if (groups.scope === ")") {
        // Flags in the middle of a group are refused: their translation would have to split the group's alternatives.
        if (groups.flags === "" || result !== "") throw refusal(pattern);
        result += `(?${groups.flags}:`;
        pending += ")";
        continue;
      }
      result += opening(groups);
      closers.push(")");
    } else if (groups.close !== undefined) {
      if (closers.pop() === undefined) throw refusal(pattern);
      result += ")";
    } else if (groups.quoted !== undefined) result += groups.quoted.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");
    else if (groups.escape !== undefined) result += outsideEscape(groups.escape);
    else if (groups.bracket !== undefined) {
      const { text, end } = translateClass(pattern, at);
      result += text;
      at = end;
    } else {
      const plain = groups.plain ?? "";
      canRepeat = plain !== "^" && plain !== "|" && plain !== "$";
      if (plain === ".") result += dot;
      else result += /[\]{}/]/.test(plain) ? `\\${plain}` : plain;
    }
  }
  if (closers.length > 0) throw refusal(pattern);
  return result + pending;
}

function opening(groups: Record<string, string | undefined>): string {
  if (groups.name !== undefined) return `(?<${groups.name}>`;
  if (groups.scope !== ":") return "(";
  return groups.flags === "" ? "(?:" : `(?${groups.flags}:`;
}

function outsideEscape(escaped: string): string {
  const letter = escaped[1] ?? "";
  if (letter === "A") return "(?<![\\s\\S])";
  if (letter === "z") return "(?![\\s\\S])";
  if (letter === "b" || letter === "B") return escaped;
  const perl = PERL_CLASSES[letter.toLowerCase()];
  if (perl !== undefined) return letter === letter.toLowerCase() ? `[${perl}]` : `[^${perl}]`;
  return characterEscape(escaped);
}

/** An escape sequence for one character or for a Unicode class. */
function characterEscape(escaped: string): string {
  const letter = escaped[1] ?? "";
  if (letter === "x") {
    return `\\u{${Number.parseInt(escaped.replace(/[^0-9A-Fa-f]/g, ""), 16).toString(16)}}`;
  }
  if (letter === "a") return "\\x07";
  if (letter !== "p" && letter !== "P") {
    return /[a-z]/.test(letter) || /[\^$\\.*+?()[\]{}|/]/.test(letter) ? escaped : hexOf(letter);
  }
  const isNegated = (letter === "P") !== escaped.includes("^");
  const name = escaped.replace(/[\\{}^]/g, "").slice(1);
  const property = /^[A-Z][a-z]?$/.test(name) ? name : `Script=${name}`;
  return `\\${isNegated ? "P" : "p"}{${property}}`;
}

const hexOf = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Parses a class after its opening bracket. A `]` in the first place is literal. */
function translateClass(pattern: string, start: number): { readonly text: string; readonly end: number } {
  let at = start;
  let text = "[";
  if (pattern[at] === "^") {
    text += "^";
    at += 1;
  }
  let wasClass = false;
  let isRange = false;
  for (let isFirst = true; at < pattern.length; isFirst = false) {
    if (pattern[at] === "]" && !isFirst) return { text: `${text}]`, end: at + 1 };
    if (pattern[at] === "]") {
      text += "\\]";
      at += 1;
      continue;
    }
    CLASS_PIECE.lastIndex = at;
    const groups = CLASS_PIECE.exec(pattern)?.groups;
    if (groups === undefined) break;
    at = CLASS_PIECE.lastIndex;
    const isClass = groups.posix !== undefined || /^\\[dswpP]/.test(groups.escape ?? "");
    // A range cannot end with a class.
    if (isClass && isRange) break;
    isRange = groups.plain === "-" && !isFirst && pattern[at] !== "]";
    if (isRange && wasClass) break;
    wasClass = isClass;
    text += classPiece(groups, pattern);
  }
  throw refusal(pattern);
}

function classPiece(groups: Record<string, string | undefined>, pattern: string): string {
  if (groups.posix !== undefined) {
    const named = Object.hasOwn(POSIX_CLASSES, groups.posix) ? POSIX_CLASSES[groups.posix] : undefined;
    // A negated class within a class is refused: JavaScript would need a list of all other characters.
    if (named === undefined || groups.negated === "^") throw refusal(pattern);
    return named;
  }
  if (groups.escape !== undefined) {
    const letter = groups.escape[1] ?? "";
    if (/[DSW]/.test(letter)) throw refusal(pattern);
    return PERL_CLASSES[letter] ?? characterEscape(groups.escape);
  }
  const plain = groups.plain ?? "";
  return /[[\]{}()|/\\]/.test(plain) ? `\\${plain}` : plain;
}
