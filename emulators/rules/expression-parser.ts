// Parses expressions by precedence: https://firebase.google.com/docs/rules/rules-language
import type { Scanner } from "./scanner.ts";
import { type BinaryOperator, type Expression, TYPE_NAMES, type TypeName } from "./syntax-tree.ts";

/** The binary operators by precedence, from the lowest to the highest. All are left-associative. */
const LEVELS: readonly (readonly (BinaryOperator | "is")[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["in", "is"],
  ["<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];

/** Maximum nesting: deeper than in real rules, and far below the stack's limit. */
const MAX_DEPTH = 60;
/** Maximum length of a chain of operators, because each makes the tree deeper. */
const MAX_CHAIN = 500;
const MAX_INT = 2n ** 63n - 1n;

/** The characters of a literal segment. Parentheses occur in the database name `(default)`. */
const PATH_SEGMENT = /\(default\)|[A-Za-z0-9_-]+/y;
const INTERPOLATION = /\$\(/y;
const SLASH = /\//y;

export function parseExpression(scanner: Scanner, depth = 0): Expression {
  if (depth > MAX_DEPTH) scanner.fail("an expression is nested too deeply");
  const inner = () => parseExpression(scanner, depth + 1);
  const condition = parseBinary(0);
  if (!scanner.accept("?")) return condition;
  const then = inner();
  scanner.expect(":");
  return { kind: "ternary", line: condition.line, condition, then, otherwise: inner() };

  function parseBinary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return parseUnary(depth);
    let left = parseBinary(level + 1);
    for (let length = 0; ; length += 1) {
      checkChain(length);
      const { line } = scanner.peek();
      const operator = operators.find((each) => scanner.accept(each));
      if (operator === undefined) return left;
      left =
        operator === "is"
          ? { kind: "is", line, operand: left, type: parseType() }
          : { kind: "binary", line, operator, left, right: parseBinary(level + 1) };
    }
  }

  function checkChain(length: number): void {
    if (length > MAX_CHAIN) scanner.fail("an expression is too long");
  }

  function parseType(): TypeName {
    const { line } = scanner.peek();
    const name = scanner.expectName("a type");
    return TYPE_NAMES.find((type) => type === name) ?? scanner.fail(`"${name}" is not a type`, line);
  }

  function parseUnary(unaryDepth: number): Expression {
    if (unaryDepth > MAX_DEPTH) scanner.fail("an expression is nested too deeply");
    const { line } = scanner.peek();
    if (scanner.accept("!")) return { kind: "not", line, operand: parseUnary(unaryDepth + 1) };
    if (scanner.accept("-")) return { kind: "negate", line, operand: parseUnary(unaryDepth + 1) };
    return parsePostfix(parsePrimary());
  }

  function parsePostfix(start: Expression): Expression {
    let object = start;
    for (let length = 0; ; length += 1) {
      checkChain(length);
      const { line } = scanner.peek();
      if (scanner.accept(".")) {
        const name = scanner.expectName("a member");
        object = scanner.accept("(")
          ? { kind: "method", line, object, name, args: parseList(")") }
          : { kind: "member", line, object, name };
      } else if (scanner.accept("[")) {
        const index = inner();
        object = scanner.accept(":")
          ? { kind: "range", line, object, from: index, to: inner() }
          : { kind: "index", line, object, index };
        scanner.expect("]");
      } else return object;
    }
  }

  /** Comma-separated expressions up to the closing symbol. A trailing comma is allowed. */
  function parseList(closing: string): Expression[] {
    const items: Expression[] = [];
    while (!scanner.accept(closing)) {
      items.push(inner());
      if (scanner.accept(",")) continue;
      scanner.expect(closing);
      break;
    }
    return items;
  }

  function parsePrimary(): Expression {
    const { kind, text, line } = scanner.peek();
    if (kind === "symbol" && text === "/") return parsePath(line);
    scanner.next();
    switch (kind) {
      case "int":
        if (BigInt(text) > MAX_INT) scanner.fail(`${text} does not fit into 64 bits`, line);
        return { kind: "int", line, value: BigInt(text) };
      case "float":
        return { kind: "float", line, value: Number(text) };
      case "string":
        return { kind: "string", line, value: text };
      case "bytes":
        return { kind: "bytes", line, value: text };
      case "name":
        return parseNamed(text, line);
      default:
        return parseBracketed(text, line);
    }
  }

  function parseNamed(name: string, line: number): Expression {
    if (name === "null") return { kind: "null", line };
    if (name === "true" || name === "false") return { kind: "bool", line, value: name === "true" };
    if (scanner.accept("(")) return { kind: "call", line, name, args: parseList(")") };
    return { kind: "variable", line, name };
  }

  function parseBracketed(symbol: string, line: number): Expression {
    if (symbol === "(") {
      const inside = inner();
      scanner.expect(")");
      return inside;
    }
    if (symbol === "[") return { kind: "list", line, items: parseList("]") };
    if (symbol !== "{") scanner.fail(`expected an expression instead of "${symbol}"`, line);
    const entries: [Expression, Expression][] = [];
    while (!scanner.accept("}")) {
      const key = inner();
      scanner.expect(":");
      entries.push([key, inner()]);
      if (scanner.accept(",")) continue;
      scanner.expect("}");
      break;
    }
    return { kind: "map", line, entries };
  }

  function parsePath(line: number): Expression {
    const segments: (string | Expression)[] = [];
    while (scanner.acceptText(SLASH) !== null) {
      if (scanner.acceptText(INTERPOLATION) !== null) {
        segments.push(inner());
        scanner.expect(")");
      } else segments.push(scanner.acceptText(PATH_SEGMENT) ?? scanner.fail("a path has an empty segment"));
    }
    return { kind: "path", line, segments };
  }
}
