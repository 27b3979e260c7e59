// The operators of the rules language. An operand of the wrong type is an error. The result for an unknown operand is unknown.

import {
  type Bound,
  boolOf,
  compareOrNull,
  durationOf,
  EvaluationError,
  equals,
  floatOf,
  includes,
  intOf,
  not,
  type RulesValue,
  stringOf,
  type Truth,
  timestampOf,
  UNKNOWN,
  type UnknownValue,
} from "./rules-value.ts";
import type { BinaryOperator, TypeName } from "./syntax-tree.ts";

export function applyOperator(
  operator: Exclude<BinaryOperator, "&&" | "||">,
  left: RulesValue,
  right: RulesValue,
): RulesValue {
  switch (operator) {
    case "==":
      return boolOf(equals(left, right));
    case "!=":
      return boolOf(not(equals(left, right)));
    case "in":
      return boolOf(isIn(left, right));
    case "<":
      return boolOf(isBefore(left, right, false));
    case "<=":
      return boolOf(isBefore(left, right, true));
    case ">":
      return boolOf(isBefore(right, left, false));
    case ">=":
      return boolOf(isBefore(right, left, true));
    default:
      if (left.type === "unknown" || right.type === "unknown") return UNKNOWN;
      return calculate(operator, left, right);
  }
}

function noSuch(operator: string, left: RulesValue, right: RulesValue): never {
  throw new EvaluationError(`the operator ${operator} is not defined for ${left.type} and ${right.type}`);
}

function isIn(wanted: RulesValue, container: RulesValue): Truth {
  switch (container.type) {
    case "unknown":
      return (container.contains ?? []).some((each) => equals(each, wanted) === true) ? true : "unknown";
    case "list":
    case "set":
      return includes(container.items, wanted);
    case "map": {
      if (wanted.type === "unknown") return "unknown";
      if (wanted.type !== "string") return noSuch("in", wanted, container);
      return container.entries.has(wanted.value) || (container.isPartial === true ? "unknown" : false);
    }
    default:
      return noSuch("in", wanted, container);
  }
}

/** Whether left is before right. For equal values the result is `orSame`. */
function isBefore(left: RulesValue, right: RulesValue, orSame: boolean): Truth {
  if (left.type === "unknown" && right.type === "unknown") return "unknown";
  if (left.type === "unknown") return unknownIsBefore(left, right, orSame);
  if (right.type === "unknown") {
    const opposite = unknownIsBefore(right, left, !orSame);
    return not(opposite);
  }
  const order = compareOrNull(left, right);
  if (order !== null) return order < 0 || (orSame && order === 0);
  const isNumeric = [left, right].every(({ type }) => type === "int" || type === "float");
  return isNumeric ? false : noSuch("order", left, right);
}

/** A bound implies the type and excludes NaN. Without a bound the result is unknown. */
function unknownIsBefore({ min, max }: UnknownValue, value: RulesValue, orSame: boolean): Truth {
  const orderOf = (bound: Bound | undefined) =>
    bound === undefined ? null : compareOrNull(bound.value, value);
  const maxOrder = orderOf(max);
  if (max !== undefined && maxOrder !== null) {
    if (maxOrder < 0 || (maxOrder === 0 && (orSame || !max.isInclusive))) return true;
  }
  const minOrder = orderOf(min);
  if (min !== undefined && minOrder !== null) {
    if (minOrder > 0 || (minOrder === 0 && (!orSame || !min.isInclusive))) return false;
  }
  return "unknown";
}

function calculate(operator: "+" | "-" | "*" | "/" | "%", left: RulesValue, right: RulesValue): RulesValue {
  if (left.type === "int" && right.type === "int") return integer(operator, left.value, right.value);
  if ((left.type === "int" || left.type === "float") && (right.type === "int" || right.type === "float")) {
    return floating(operator, Number(left.value), Number(right.value));
  }
  if (operator === "+" && left.type === "string" && right.type === "string") {
    return stringOf(left.value + right.value);
  }
  if (operator === "+" || operator === "-") {
    const sign = operator === "+" ? 1n : -1n;
    if (right.type === "duration" && (left.type === "timestamp" || left.type === "duration")) {
      const sum = left.value + sign * right.value;
      return left.type === "timestamp" ? timestampOf(sum) : durationOf(sum);
    }
    if (operator === "+" && left.type === "duration" && right.type === "timestamp") {
      return timestampOf(left.value + right.value);
    }
    if (operator === "-" && left.type === "timestamp" && right.type === "timestamp") {
      return durationOf(left.value - right.value);
    }
  }
  return noSuch(operator, left, right);
}

function integer(operator: "+" | "-" | "*" | "/" | "%", left: bigint, right: bigint): RulesValue {
  if ((operator === "/" || operator === "%") && right === 0n) throw new EvaluationError("division by zero");
  switch (operator) {
    case "+":
      return intOf(left + right);
    case "-":
      return intOf(left - right);
    case "*":
      return intOf(left * right);
    case "/":
      return intOf(left / right);
    case "%":
      return intOf(left % right);
  }
}

function floating(operator: "+" | "-" | "*" | "/" | "%", left: number, right: number): RulesValue {
  switch (operator) {
    case "+":
      return floatOf(left + right);
    case "-":
      return floatOf(left - right);
    case "*":
      return floatOf(left * right);
    case "/":
      return floatOf(left / right);
    case "%":
      return floatOf(left % right);
  }
}

export function isOfType(value: RulesValue, type: TypeName): Truth {
  if (value.type !== "unknown") {
    if (type === "number") return value.type === "int" || value.type === "float";
    return value.type === type;
  }
  if (value.contains !== undefined) return type === "list";
  const bound = value.min ?? value.max;
  if (bound === undefined) {
    const isNotNull = value.excluded?.some((each) => each.type === "null") === true;
    return type === "null" && isNotNull ? false : "unknown";
  }
  const isNumber = bound.value.type === "int" || bound.value.type === "float";
  if (!isNumber) return bound.value.type === type;
  if (type === "number") return true;
  return type === "int" || type === "float" ? "unknown" : false;
}

/** `-value` */
export function negated(value: RulesValue): RulesValue {
  if (value.type === "unknown") return UNKNOWN;
  if (value.type === "int") return intOf(-value.value);
  if (value.type === "float") return floatOf(-value.value);
  if (value.type === "duration") return durationOf(-value.value);
  throw new EvaluationError(`the operator - is not defined for ${value.type}`);
}
