// Test fixture: decides a request for a document or a query by a rules file or by one condition.
import type { StructuredQuery } from "../firestore/query.ts";
import type { Fields } from "../firestore/values.ts";
import { type Decision, decide } from "./decide.ts";
import { fromJson, pathOfName, resourceOf } from "./firestore-values.ts";
import { parseRules } from "./parser.ts";
import { factsOf, queryVariable } from "./query-facts.ts";
import { NULL_VALUE, type RulesValue } from "./rules-value.ts";
import type { Method, RulesFile } from "./syntax-tree.ts";

export const ROOT = "projects/demo/databases/(default)/documents";

export interface Asked {
  readonly method: Method;
  /** Path below the root. */
  readonly path: string;
  readonly auth?: object | null;
  readonly timeNanos?: bigint;
  readonly after?: Fields | null;
  /** All documents, by path below the root. */
  readonly documents?: Readonly<Record<string, Fields>>;
}

function requestOf({ auth = null, timeNanos = 0n }: Partial<Asked>): [string, RulesValue][] {
  return [
    ["auth", fromJson(auth)],
    ["time", { type: "timestamp", value: timeNanos }],
    ["query", fromJson({})],
    ["resource", NULL_VALUE],
  ];
}

function readerOf({ documents = {}, path: written, after }: Partial<Asked>) {
  return (call: string, path: { readonly segments: readonly string[] }): RulesValue | null => {
    const below = path.segments.slice(3).join("/");
    const fields = call.endsWith("After") && below === written ? after : documents[below];
    return fields == null ? null : resourceOf({ name: `${ROOT}/${below}`, fields });
  };
}

export function ask(file: RulesFile, asked: Asked): Decision {
  const name = `${ROOT}/${asked.path}`;
  const fields = asked.documents?.[asked.path];
  const request = new Map(requestOf(asked));
  if (asked.after) request.set("resource", resourceOf({ name, fields: asked.after }));
  const resource = fields === undefined ? NULL_VALUE : resourceOf({ name, fields });
  return decide(
    file,
    { method: asked.method, path: pathOfName(name).segments, request, resource },
    readerOf(asked),
  );
}

/** Whether every alternative of the query is allowed. */
export function mayList(file: RulesFile, query: StructuredQuery, asked: Partial<Asked> = {}): boolean {
  const request = new Map([...requestOf(asked), ["query", queryVariable(query)] as const]);
  const parent = asked.path === undefined ? ROOT : `${ROOT}/${asked.path}`;
  const alternatives = factsOf(parent, query) ?? [{ path: [], resource: NULL_VALUE }];
  return alternatives.every(
    (facts) => decide(file, { method: "list", request, ...facts }, readerOf(asked)).isAllowed,
  );
}

/** The result of one condition for a `get` of `things/one`: "allow", "deny", or the error. */
export function judge(condition: string, asked: Partial<Asked> = {}, functions = ""): string {
  const file = parseRules(
    `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents { ${functions} match /things/{id} { allow read, write: if ${condition}; } } }`,
    "cloud.firestore",
  );
  const decision = ask(file, { method: "get", path: "things/one", ...asked });
  if (decision.isAllowed) return "allow";
  const [reason = ""] = decision.reasons;
  return reason === "line 2: false" ? "deny" : reason;
}
