// Decides one request by a rules file: it is allowed if any `allow` of a matching block allows it.

import {
  ExhaustedError,
  evaluator,
  innerScope,
  type ResourceReader,
  type Scope,
  truthOf,
} from "./evaluator.ts";
import type { DocumentFunction } from "./global-functions.ts";
import { bindPattern, type PathSegment } from "./path-pattern.ts";
import { EvaluationError, type RulesValue, stringOf, UNKNOWN } from "./rules-value.ts";
import type { Allow, MatchBlock, Method, RulesFile } from "./syntax-tree.ts";

export interface AccessRequest {
  readonly method: Method;
  /** The path's segments from `databases` on. */
  readonly path: readonly PathSegment[];
  /** The variable `request`, without its path and method. */
  readonly request: ReadonlyMap<string, RulesValue>;
  /** The variable `resource`. */
  readonly resource: RulesValue;
}

/** Reasons of a denial: the line and the outcome of each evaluated `allow`. */
export type Decision =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly reasons: readonly string[] };

/** https://firebase.google.com/docs/firestore/security/rules-conditions#access_call_limits */
const MAX_DOCUMENTS_READ = 10;

export function decide(file: RulesFile, access: AccessRequest, read: ResourceReader): Decision {
  const evaluate = evaluator(limited(read));
  const outer = innerScope(
    { variables: new Map(), functions: new Map() },
    variablesOf(access),
    file.outerFunctions,
  );
  const service = innerScope(outer, [], file.functions);
  const reasons: string[] = [];
  try {
    for (const { allow, scope } of allowsFor(file.matches, access.path, service)) {
      if (!allow.methods.has(access.method)) continue;
      const reason = refusal(allow, () =>
        allow.condition === null ? null : evaluate(allow.condition, scope),
      );
      if (reason === null) return { isAllowed: true };
      reasons.push(`line ${allow.line}: ${reason}`);
    }
  } catch (error) {
    if (!(error instanceof ExhaustedError)) throw error;
    return { isAllowed: false, reasons: [...reasons, error.message] };
  }
  if (reasons.length === 0) reasons.push(`no rule allows ${access.method} here`);
  return { isAllowed: false, reasons };
}

/** Null if the condition is true. */
function refusal(allow: Allow, condition: () => RulesValue | null): string | null {
  try {
    const value = condition();
    const truth = value === null ? true : truthOf(value);
    if (truth === true) return null;
    return truth === "unknown" ? "the query does not prove it" : "false";
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return `error at line ${error.line ?? allow.line}: ${error.message}`;
  }
}

function limited(read: ResourceReader): ResourceReader {
  const paths = new Set<string>();
  return (call: DocumentFunction, path) => {
    paths.add(path.segments.join("/"));
    if (paths.size > MAX_DOCUMENTS_READ) {
      throw new ExhaustedError(`more than ${MAX_DOCUMENTS_READ} documents were read`);
    }
    return read(call, path);
  };
}

function variablesOf({ method, path, request, resource }: AccessRequest): [string, RulesValue][] {
  const known = path.filter((segment) => typeof segment === "string");
  const pathValue: RulesValue = known.length === path.length ? { type: "path", segments: known } : UNKNOWN;
  const entries = new Map([...request, ["method", stringOf(method)] as const, ["path", pathValue] as const]);
  return [
    ["request", { type: "map", entries }],
    ["resource", resource],
  ];
}

interface Reached {
  readonly allow: Allow;
  readonly scope: Scope;
}

/** The `allow` statements of all blocks whose pattern covers the whole path, with their scopes. */
function* allowsFor(
  blocks: readonly MatchBlock[],
  path: readonly PathSegment[],
  service: Scope,
  above: readonly MatchBlock[] = [],
): Generator<Reached> {
  for (const block of blocks) {
    const chain = [...above, block];
    const bound = bindPattern(
      chain.flatMap(({ pattern }) => pattern),
      path,
    );
    if (bound !== null) {
      const scope = scopeOf(chain, bound, service);
      for (const allow of block.allows) yield { allow, scope };
    }
    yield* allowsFor(block.matches, path, service, chain);
  }
}

/** Functions see the wildcards of their block and of the enclosing blocks. */
function scopeOf(chain: readonly MatchBlock[], bound: readonly RulesValue[], service: Scope): Scope {
  let scope = service;
  let at = 0;
  for (const { pattern, functions } of chain) {
    const values = bound.slice(at, at + pattern.length);
    const variables = pattern.flatMap((each, index): [string, RulesValue][] =>
      each.kind === "literal" ? [] : [[each.variable, values[index] ?? UNKNOWN]],
    );
    scope = innerScope(scope, variables, functions);
    at += pattern.length;
  }
  return scope;
}
