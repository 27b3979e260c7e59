// Checks all calls in a rules file when it is loaded: the function is in scope, the number of arguments is right, and there is no
// recursion.
import { GLOBAL_ARITIES } from "./global-functions.ts";
import { RulesSyntaxError } from "./scanner.ts";
import type { Expression, FunctionDeclaration, MatchBlock, RulesFile } from "./syntax-tree.ts";

export type FunctionScope = ReadonlyMap<string, ScopedFunction>;

/** A function and the scope of its declaration, in which its own calls are resolved. */
export interface ScopedFunction {
  readonly declaration: FunctionDeclaration;
  readonly scope: FunctionScope;
}

/** The functions of a block and of the enclosing blocks. */
export function functionScope(
  declarations: readonly FunctionDeclaration[],
  around: FunctionScope,
): FunctionScope {
  const scope = new Map(around);
  for (const declaration of declarations) scope.set(declaration.name, { declaration, scope });
  return scope;
}

/** Functions that were checked, so that each is checked only once. */
const sound = new WeakSet<FunctionDeclaration>();

/** Throws `RulesSyntaxError`. */
export function checkCalls(file: RulesFile): void {
  const outer = checkedScope(file.outerFunctions, new Map());
  const service = checkedScope(file.functions, outer);
  for (const match of file.matches) checkBlock(match, service);
}

function checkBlock(block: MatchBlock, around: FunctionScope): void {
  const scope = checkedScope(block.functions, around);
  for (const { condition } of block.allows) if (condition !== null) checkExpression(condition, scope, []);
  for (const match of block.matches) checkBlock(match, scope);
}

function checkedScope(declarations: readonly FunctionDeclaration[], around: FunctionScope): FunctionScope {
  for (const declaration of declarations) {
    const { name, line } = declaration;
    if (GLOBAL_ARITIES.has(name))
      throw new RulesSyntaxError(line, `the function "${name}" has the name of a built-in function`);
    if (declarations.find((each) => each.name === name) !== declaration) {
      throw new RulesSyntaxError(line, `the function "${name}" is declared twice`);
    }
  }
  const scope = functionScope(declarations, around);
  for (const { name } of declarations) {
    const declared = scope.get(name);
    if (declared !== undefined) checkFunction(declared, []);
  }
  return scope;
}

function checkFunction(
  { declaration, scope }: ScopedFunction,
  callers: readonly FunctionDeclaration[],
): void {
  if (callers.includes(declaration)) {
    throw new RulesSyntaxError(declaration.line, `the function "${declaration.name}" calls itself`);
  }
  if (sound.has(declaration)) return;
  const inside = [...callers, declaration];
  for (const { value } of declaration.bindings) checkExpression(value, scope, inside);
  checkExpression(declaration.result, scope, inside);
  sound.add(declaration);
}

function checkExpression(
  expression: Expression,
  scope: FunctionScope,
  callers: readonly FunctionDeclaration[],
): void {
  if (expression.kind === "call") {
    const { name, args, line } = expression;
    const called = scope.get(name);
    const arity = called?.declaration.parameters.length ?? GLOBAL_ARITIES.get(name);
    if (arity === undefined) throw new RulesSyntaxError(line, `there is no function "${name}" in this scope`);
    if (arity !== args.length) {
      throw new RulesSyntaxError(line, `"${name}" takes ${arity} arguments, not ${args.length}`);
    }
    if (called !== undefined) checkFunction(called, callers);
  }
  for (const child of childrenOf(expression)) checkExpression(child, scope, callers);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "list":
      return expression.items;
    case "map":
      return expression.entries.flat();
    case "path":
      return expression.segments.filter((segment) => typeof segment !== "string");
    case "member":
      return [expression.object];
    case "index":
      return [expression.object, expression.index];
    case "range":
      return [expression.object, expression.from, expression.to];
    case "call":
      return expression.args;
    case "method":
      return [expression.object, ...expression.args];
    case "not":
    case "negate":
    case "is":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "ternary":
      return [expression.condition, expression.then, expression.otherwise];
    default:
      return [];
  }
}
