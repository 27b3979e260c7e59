// Parses a rules file. Syntax that is unknown or that the service would not deploy is refused with its line.
import { checkCalls } from "./call-check.ts";
import { parseExpression } from "./expression-parser.ts";
import { RulesSyntaxError, type Scanner, scannerOf } from "./scanner.ts";
import type {
  Allow,
  Expression,
  FunctionDeclaration,
  MatchBlock,
  Method,
  PathPattern,
  RulesFile,
} from "./syntax-tree.ts";

/** https://firebase.google.com/docs/rules/rules-behavior#security_rules_limits */
const MAX_SOURCE_BYTES = 256 * 1024;
const MAX_MATCH_DEPTH = 10;
const MAX_PARAMETERS = 7;
const MAX_BINDINGS = 10;

const METHODS: Readonly<Record<string, readonly Method[]>> = {
  read: ["get", "list"],
  write: ["create", "update", "delete"],
  get: ["get"],
  list: ["list"],
  create: ["create"],
  update: ["update"],
  delete: ["delete"],
};

const PATTERN_SLASH = /\//y;
const PATTERN_LITERAL = /[^\s/{}();,]+/y;

/** Parses the `service` blocks of this name. Throws only `RulesSyntaxError`. */
export function parseRules(source: string, service: string): RulesFile {
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) {
    throw new RulesSyntaxError(1, `the file is larger than ${MAX_SOURCE_BYTES} bytes`);
  }
  const scanner = scannerOf(source);
  parseVersion(scanner);
  const outerFunctions: FunctionDeclaration[] = [];
  while (scanner.accept("function")) outerFunctions.push(parseFunction(scanner));
  scanner.expect("service");
  const line = scanner.peek().line;
  const name = [scanner.expectName("a service")];
  while (scanner.accept(".")) name.push(scanner.expectName("a service"));
  if (name.join(".") !== service) scanner.fail(`the service is ${name.join(".")}, not ${service}`, line);
  scanner.expect("{");
  const { functions, matches, allows } = parseBlock(scanner, []);
  if (allows.length > 0) scanner.fail("allow stands outside of any match", allows[0]?.line);
  while (scanner.accept("function")) outerFunctions.push(parseFunction(scanner));
  if (scanner.peek().kind !== "end") scanner.fail(`"${scanner.peek().text}" follows the service`);
  const file: RulesFile = { outerFunctions, functions, matches };
  checkCalls(file);
  return file;
}

function parseVersion(scanner: Scanner): void {
  const { line } = scanner.peek();
  if (!scanner.accept("rules_version")) scanner.fail("the file must begin with rules_version = '2'", line);
  scanner.expect("=");
  const { kind, text } = scanner.next();
  if (kind !== "string" || text !== "2") scanner.fail("only rules_version '2' is supported", line);
  scanner.accept(";");
}

/** The content of a service or match block, up to the closing brace. */
function parseBlock(scanner: Scanner, above: readonly PathPattern[][]): Omit<MatchBlock, "line" | "pattern"> {
  const functions: FunctionDeclaration[] = [];
  const allows: Allow[] = [];
  const matches: MatchBlock[] = [];
  while (!scanner.accept("}")) {
    const { line, text } = scanner.peek();
    if (scanner.accept("function")) functions.push(parseFunction(scanner));
    else if (scanner.accept("allow")) allows.push(parseAllow(scanner, line));
    else if (scanner.accept("match")) matches.push(parseMatch(scanner, line, above));
    else scanner.fail(`expected match, allow, function or "}" instead of "${text}"`, line);
  }
  return { functions, allows, matches };
}

function parseMatch(scanner: Scanner, line: number, above: readonly PathPattern[][]): MatchBlock {
  if (above.length >= MAX_MATCH_DEPTH) scanner.fail("match blocks are nested too deeply", line);
  const pattern = parsePattern(scanner);
  const around = [...above, pattern];
  if (around.flat().filter(({ kind }) => kind === "many").length > 1) {
    scanner.fail("a path has more than one wildcard for many segments", line);
  }
  scanner.expect("{");
  return { line, pattern, ...parseBlock(scanner, around) };
}

function parsePattern(scanner: Scanner): PathPattern[] {
  const pattern: PathPattern[] = [];
  scanner.peek();
  while (scanner.acceptText(PATTERN_SLASH) !== null) {
    const { line } = scanner.peek();
    if (!scanner.accept("{")) {
      const name = scanner.acceptText(PATTERN_LITERAL);
      pattern.push({ kind: "literal", name: name ?? scanner.fail("a path has an empty segment") });
      continue;
    }
    const variable = scanner.expectName("a name for the wildcard");
    const isMany = scanner.accept("=") && parseStars(scanner) === 2;
    scanner.expect("}");
    if (pattern.some((each) => each.kind !== "literal" && each.variable === variable)) {
      scanner.fail(`the wildcard "${variable}" is bound twice`, line);
    }
    pattern.push({ kind: isMany ? "many" : "one", variable });
  }
  if (pattern.length === 0) scanner.fail("a match needs a path that begins with /");
  return pattern;
}

/** `*` matches one segment, as without it. `**` matches any number. */
function parseStars(scanner: Scanner): 1 | 2 {
  scanner.expect("*");
  return scanner.accept("*") ? 2 : 1;
}

function parseAllow(scanner: Scanner, line: number): Allow {
  const methods = new Set<Method>();
  do {
    const name = scanner.expectName("a method");
    const named = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    for (const method of named ?? scanner.fail(`"${name}" is not a method`, line)) methods.add(method);
  } while (scanner.accept(","));
  let condition: Expression | null = null;
  if (scanner.accept(":")) {
    scanner.expect("if");
    condition = parseExpression(scanner);
  }
  endStatement(scanner);
  return { line, methods, condition };
}

/** Before a closing brace the semicolon is optional, as in the service. */
function endStatement(scanner: Scanner): void {
  if (scanner.peek().text !== "}") scanner.expect(";");
}

function parseFunction(scanner: Scanner): FunctionDeclaration {
  const { line } = scanner.peek();
  const name = scanner.expectName("a function's name");
  const parameters: string[] = [];
  scanner.expect("(");
  while (!scanner.accept(")")) {
    parameters.push(scanner.expectName("a parameter"));
    if (scanner.accept(",")) continue;
    scanner.expect(")");
    break;
  }
  if (parameters.length > MAX_PARAMETERS)
    scanner.fail(`"${name}" has more than ${MAX_PARAMETERS} parameters`, line);
  scanner.expect("{");
  const bindings: { readonly name: string; readonly value: Expression }[] = [];
  while (scanner.accept("let")) {
    const binding = scanner.expectName("a variable");
    scanner.expect("=");
    bindings.push({ name: binding, value: parseExpression(scanner) });
    scanner.expect(";");
  }
  if (bindings.length > MAX_BINDINGS) scanner.fail(`"${name}" has more than ${MAX_BINDINGS} variables`, line);
  checkDistinct(scanner, [...parameters, ...bindings.map((each) => each.name)], line);
  scanner.expect("return");
  const result = parseExpression(scanner);
  endStatement(scanner);
  scanner.expect("}");
  return { name, line, parameters, bindings, result };
}

function checkDistinct(scanner: Scanner, names: readonly string[], line: number): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) scanner.fail(`"${twice}" is declared twice`, line);
}
