// Finds regular expressions with possibly super-linear time: look-behinds without a maximum length, nested repeats, and adjacent repeats of
// the same characters. `node scripts/prove/lint-patterns.ts lib/manga lib/api` lists them.
import { globSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { parseAst } from "vite";

export interface PatternFinding {
  /** Position in a file: `lib/manga/quotes.ts:12`. */
  place: string;
  pattern: string;
  fault: "look-behind without a longest match" | "repeat within a repeat" | "repeats side by side";
}

const parser = new RegExpParser();

/** Throws a SyntaxError for an invalid pattern. */
export function faultsOf(source: string, flags: string): PatternFinding["fault"][] {
  const pattern = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const faults = new Set<PatternFinding["fault"]>();
  visitRegExpAST(pattern, {
    onAssertionEnter(node) {
      if (node.kind === "lookbehind" && longestOfAny(node.alternatives) === Number.POSITIVE_INFINITY)
        faults.add("look-behind without a longest match");
    },
    onQuantifierEnter(node) {
      if (isEndless(node) && holdsEndless(node.element)) faults.add("repeat within a repeat");
    },
    onAlternativeEnter({ elements }) {
      if (hasNeighbours(elements, flags)) faults.add("repeats side by side");
    },
  });
  return [...faults];
}

const isEndless = ({ max }: AST.Quantifier): boolean => max === Number.POSITIVE_INFINITY;

const longestOfAny = (alternatives: readonly AST.Alternative[]): number =>
  Math.max(...alternatives.map(({ elements }) => elements.reduce((sum, one) => sum + longest(one), 0)));

/** Maximum number of characters that an element matches. */
function longest(element: AST.Element): number {
  switch (element.type) {
    case "Assertion":
      return 0;
    case "Backreference":
      return Number.POSITIVE_INFINITY;
    case "Quantifier":
      return element.max === 0 ? 0 : element.max * longest(element.element);
    case "Group":
    case "CapturingGroup":
      return longestOfAny(element.alternatives);
    default:
      return 1;
  }
}

function holdsEndless(element: AST.Element): boolean {
  if (element.type === "Quantifier") return isEndless(element) || holdsEndless(element.element);
  if (element.type !== "Group" && element.type !== "CapturingGroup") return false;
  return element.alternatives.some(({ elements }) => elements.some(holdsEndless));
}

/** Whether two unbounded repeats can split the same characters in many ways. */
function hasNeighbours(elements: readonly AST.Element[], flags: string): boolean {
  const flat = elements.flatMap(flattened);
  return flat.some((one, at) => {
    if (one.type !== "Quantifier" || !isEndless(one)) return false;
    for (const next of flat.slice(at + 1)) {
      if (next.type === "Assertion") continue;
      if (next.type !== "Quantifier") return false;
      if (isEndless(next) && overlap(one.element, next.element, flags)) return true;
      if (next.min > 0) return false;
    }
    return false;
  });
}

/** Unwraps groups with one alternative. */
function flattened(element: AST.Element): AST.Element[] {
  const [only, ...others] =
    element.type === "Group" || element.type === "CapturingGroup" ? element.alternatives : [];
  return only === undefined || others.length > 0 ? [element] : only.elements.flatMap(flattened);
}

/** Representative characters of stories and patterns. */
const SAMPLES = [..." \t\n　aZ1１.,:;!?'\"“”‘’-—–…()[]{}（）「」『』［］、。・ーあア漢々#*_/<>|\u0301"];

function overlap(one: AST.Element, other: AST.Element, flags: string): boolean {
  const [first, second] = [one, other].map((element) => {
    const isOne = ["Character", "CharacterSet", "CharacterClass"].includes(element.type);
    return isOne ? new RegExp(`^${element.raw}$`, flags.replace(/[gy]/g, "")) : undefined;
  });
  if (first === undefined || second === undefined) return true;
  return SAMPLES.some((sample) => first.test(sample) && second.test(sample));
}

/** All patterns of a program: literals, and arguments of `new RegExp` with `x` in place of interpolations. */
export function lintPatterns(path: string, program: string): PatternFinding[] {
  const findings: PatternFinding[] = [];
  for (const { start, source, flags } of patternsIn(parseAst(program, { lang: "ts" }))) {
    const line = program.slice(0, start).split("\n").length;
    for (const fault of faultsOf(source, flags)) {
      findings.push({ place: `${path}:${line}`, pattern: source, fault });
    }
  }
  return findings;
}

interface FoundPattern {
  start: number;
  source: string;
  flags: string;
}

type SyntaxNode = { type: string; start: number } & Record<string, unknown>;

function* patternsIn(value: unknown): Generator<FoundPattern> {
  if (Array.isArray(value)) {
    for (const item of value) yield* patternsIn(item);
  } else if (isNode(value)) {
    const { start } = value;
    const literal = value.regex as { pattern: string; flags: string } | undefined;
    if (literal) yield { start, source: literal.pattern, flags: literal.flags };
    const made = value.type === "NewExpression" ? madePattern(value) : undefined;
    if (made) yield { start, ...made };
    for (const child of Object.values(value)) yield* patternsIn(child);
  }
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && "type" in value;

function madePattern({ callee, arguments: given }: SyntaxNode): Omit<FoundPattern, "start"> | undefined {
  if (!isNode(callee) || callee.name !== "RegExp" || !Array.isArray(given)) return undefined;
  const [source, flags] = given.map(textOf);
  if (source === undefined) return undefined;
  try {
    new RegExp(source, flags);
  } catch {
    // Parts of it are not patterns on their own.
    return undefined;
  }
  return { source, flags: flags ?? "" };
}

function textOf(node: SyntaxNode): string | undefined {
  if (typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return undefined;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("x");
}

/** All programs in folders, without tests. */
export function lintFolders(folders: readonly string[]): PatternFinding[] {
  return globSync(folders.map((folder) => `${folder}/**/*.ts`))
    .filter((path) => !path.endsWith(".test.ts"))
    .toSorted()
    .flatMap((path) => lintPatterns(path, readFileSync(path, "utf8")));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const findings = lintFolders(process.argv.slice(2));
  for (const { place, fault, pattern } of findings) console.log(`${place}: ${fault}: /${pattern}/`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
