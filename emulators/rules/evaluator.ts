// Evaluates expressions. As in the service, `&&` and `||` ignore an error on one side if the other side decides: `error || true` is
// true, `false && error` is false. An unknown operand gives an unknown result unless a known operand decides.
import {
  collectionMethod,
  diffMethod,
  itemAt,
  mapMethod,
  memberOf,
  type Result,
  slice,
  unknownMethod,
} from "./collection-methods.ts";
import {
  callGlobal,
  callNamespaced,
  DOCUMENT_FUNCTIONS,
  type DocumentFunction,
  isNamespace,
} from "./global-functions.ts";
import { applyOperator, isOfType, negated } from "./operators.ts";
import {
  boolOf,
  EvaluationError,
  floatOf,
  intOf,
  isOpaque,
  listOf,
  mapOf,
  NULL_VALUE,
  not,
  type PathValue,
  type RulesValue,
  stringOf,
  type Truth,
  UNKNOWN,
} from "./rules-value.ts";
import {
  bytesMethod,
  durationMethod,
  pathMethod,
  placeMethod,
  stringMethod,
  timestampMethod,
} from "./scalar-methods.ts";
import type { Expression, FunctionDeclaration } from "./syntax-tree.ts";

/** https://firebase.google.com/docs/rules/rules-behavior#security_rules_limits */
const MAX_EXPRESSIONS = 1000;
const MAX_CALL_DEPTH = 20;

/** A limit is exceeded. Unlike an error, it denies the whole request. */
export class ExhaustedError extends Error {
  override readonly name = "ExhaustedError";
}

/** Returns the resource at a path, or null. Throws `EvaluationError` for a path that is not a document's. */
export type ResourceReader = (call: DocumentFunction, path: PathValue) => RulesValue | null;

/** The variables and functions that an expression can use. */
export interface Scope {
  readonly variables: ReadonlyMap<string, RulesValue>;
  readonly functions: ReadonlyMap<
    string,
    { readonly declaration: FunctionDeclaration; readonly scope: Scope }
  >;
}

/** A nested scope: additional variables and functions. */
export function innerScope(
  around: Scope,
  variables: Iterable<readonly [string, RulesValue]>,
  declarations: readonly FunctionDeclaration[],
): Scope {
  const functions = new Map(around.functions);
  const scope: Scope = { variables: new Map([...around.variables, ...variables]), functions };
  for (const declaration of declarations) functions.set(declaration.name, { declaration, scope });
  return scope;
}

/** Creates the evaluator of one request, which counts the request's limits. It throws `EvaluationError` and `ExhaustedError`. */
export function evaluator(read: ResourceReader): (expression: Expression, scope: Scope) => RulesValue {
  let evaluated = 0;

  function evaluate(expression: Expression, scope: Scope, depth: number): RulesValue {
    evaluated += 1;
    if (evaluated > MAX_EXPRESSIONS) {
      throw new ExhaustedError(`more than ${MAX_EXPRESSIONS} expressions were evaluated`);
    }
    try {
      return resultOf(expression, scope, depth);
    } catch (error) {
      if (error instanceof EvaluationError) error.line ??= expression.line;
      throw error;
    }
  }

  function resultOf(expression: Expression, scope: Scope, depth: number): RulesValue {
    const inner = (child: Expression) => evaluate(child, scope, depth);
    switch (expression.kind) {
      case "null":
        return NULL_VALUE;
      case "bool":
        return boolOf(expression.value);
      case "int":
        return intOf(expression.value);
      case "float":
        return floatOf(expression.value);
      case "string":
        return stringOf(expression.value);
      case "bytes":
        return { type: "bytes", value: Buffer.from(expression.value) };
      case "list":
        return listOf(expression.items.map(inner));
      case "map":
        return mapLiteral(expression.entries.map(([key, value]) => [inner(key), inner(value)] as const));
      case "path":
        return pathLiteral(
          expression.segments.map((each) => (typeof each === "string" ? stringOf(each) : inner(each))),
        );
      case "variable":
        return variable(expression.name, scope);
      case "member":
        return memberOf(inner(expression.object), expression.name);
      case "index":
        return itemAt(inner(expression.object), inner(expression.index));
      case "range":
        return slice(inner(expression.object), inner(expression.from), inner(expression.to));
      case "call":
        return call(expression.name, expression.args.map(inner), scope, depth);
      case "method":
        return method(expression, scope, inner);
      case "not":
        return boolOf(not(truthOf(inner(expression.operand))));
      case "negate":
        return negated(inner(expression.operand));
      case "is":
        return boolOf(isOfType(inner(expression.operand), expression.type));
      case "ternary":
        return ternary(expression, inner);
      case "binary": {
        const { operator, left, right } = expression;
        if (operator === "&&") return boolOf(decided([left, right], false, inner));
        if (operator === "||") return boolOf(decided([left, right], true, inner));
        return applyOperator(operator, inner(left), inner(right));
      }
    }
  }

  function call(name: string, args: readonly RulesValue[], scope: Scope, depth: number): RulesValue {
    const called = scope.functions.get(name);
    if (called === undefined) {
      const [argument = NULL_VALUE] = args;
      const documentFunction = DOCUMENT_FUNCTIONS.find((each) => each === name);
      return documentFunction === undefined
        ? callGlobal(name, argument)
        : readDocument(documentFunction, argument);
    }
    if (depth >= MAX_CALL_DEPTH)
      throw new ExhaustedError(`more than ${MAX_CALL_DEPTH} nested function calls`);
    const { declaration } = called;
    const parameters = declaration.parameters.map(
      (each, index) => [each, args[index] ?? NULL_VALUE] as const,
    );
    let body = innerScope(called.scope, parameters, []);
    for (const { name: bound, value } of declaration.bindings) {
      body = innerScope(body, [[bound, evaluate(value, body, depth + 1)]], []);
    }
    return evaluate(declaration.result, body, depth + 1);
  }

  function readDocument(name: DocumentFunction, path: RulesValue): RulesValue {
    if (path.type === "unknown") return UNKNOWN;
    if (path.type !== "path") throw new EvaluationError(`${name}() needs a path, not ${path.type}`);
    const resource = read(name, path);
    if (name === "exists" || name === "existsAfter") return boolOf(resource !== null);
    return resource ?? NULL_VALUE;
  }

  return (expression, scope) => evaluate(expression, scope, 0);
}

type Evaluate = (expression: Expression) => RulesValue;

/** Throws for a value that is not a boolean. */
export function truthOf(value: RulesValue): Truth {
  if (value.type === "unknown") return "unknown";
  if (value.type !== "bool") throw new EvaluationError(`a condition must be a bool, not ${value.type}`);
  return value.value;
}

/** The result is `decisive` if either operand is, even if the other one is an error. */
function decided(sides: readonly [Expression, Expression], decisive: boolean, evaluate: Evaluate): Truth {
  let result: Truth = !decisive;
  let failure: EvaluationError | null = null;
  for (const side of sides) {
    try {
      const truth = truthOf(evaluate(side));
      if (truth === decisive) return truth;
      if (truth === "unknown") result = truth;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      error.line ??= side.line;
      failure ??= error;
    }
  }
  if (failure !== null) throw failure;
  return result;
}

function ternary(expression: Expression & { readonly kind: "ternary" }, evaluate: Evaluate): RulesValue {
  const condition = truthOf(evaluate(expression.condition));
  if (condition === "unknown") return UNKNOWN;
  return evaluate(condition ? expression.then : expression.otherwise);
}

function variable(name: string, scope: Scope): RulesValue {
  const value = scope.variables.get(name);
  if (value === undefined) throw new EvaluationError(`there is no variable "${name}" in this scope`);
  return value;
}

function method(
  { object, name, args }: Expression & { readonly kind: "method" },
  scope: Scope,
  evaluate: Evaluate,
): RulesValue {
  if (object.kind === "variable" && isNamespace(object.name) && !scope.variables.has(object.name)) {
    return callNamespaced(object.name, name, args.map(evaluate));
  }
  const receiver = evaluate(object);
  const given = args.map(evaluate);
  const result = callMethod(receiver, name, given);
  if (result === undefined) {
    throw new EvaluationError(`${receiver.type} has no method "${name}" with ${given.length} arguments`);
  }
  return result;
}

function callMethod(receiver: RulesValue, name: string, args: readonly RulesValue[]): Result {
  if (receiver.type === "unknown") return unknownMethod(receiver, name, args);
  if (receiver.type === "list" || receiver.type === "set") return collectionMethod(receiver, name, args);
  if (receiver.type === "map") return mapMethod(receiver, name, args);
  if (receiver.type === "map_diff") {
    const { before, after } = receiver;
    if (args.length > 0) return undefined;
    return isOpaque(receiver) ? UNKNOWN : diffMethod(before, after, name);
  }
  if (args.some(isOpaque)) return UNKNOWN;
  switch (receiver.type) {
    case "string":
      return stringMethod(receiver.value, name, args);
    case "bytes":
      return bytesMethod(receiver.value, name, args);
    case "timestamp":
      return timestampMethod(receiver.value, name, args);
    case "duration":
      return durationMethod(receiver.value, name, args);
    case "latlng":
      return placeMethod(receiver, name, args);
    case "path":
      return pathMethod(receiver, name, args);
    default:
      return undefined;
  }
}

function mapLiteral(entries: readonly (readonly [RulesValue, RulesValue])[]): RulesValue {
  if (entries.some(([key]) => key.type === "unknown")) return UNKNOWN;
  return mapOf(
    entries.map(([key, value]) => {
      if (key.type !== "string") throw new EvaluationError(`a key must be a string, not ${key.type}`);
      return [key.value, value] as const;
    }),
  );
}

function pathLiteral(segments: readonly RulesValue[]): RulesValue {
  if (segments.some(({ type }) => type === "unknown")) return UNKNOWN;
  return {
    type: "path",
    segments: segments.flatMap((segment) => {
      if (segment.type === "path") return segment.segments;
      if (segment.type === "string" && segment.value !== "" && !segment.value.includes("/"))
        return segment.value;
      throw new EvaluationError(`a segment of a path cannot be this ${segment.type}`);
    }),
  };
}
