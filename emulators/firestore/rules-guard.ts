// Enforces a project's security rules for one web client on every method of the engine.
import { type Caller, callerOf } from "../auth/authorization.ts";
import { InvalidTokenError, msLeft } from "../auth/id-token.ts";
import { type AccessRequest, type Decision, decide } from "../rules/decide.ts";
import type { ResourceReader } from "../rules/evaluator.ts";
import { fromJson, pathOfName, resourceOf } from "../rules/firestore-values.ts";
import { factsOf, queryVariable } from "../rules/query-facts.ts";
import { EvaluationError, mapOf, NULL_VALUE, type RulesValue } from "../rules/rules-value.ts";
import type { Method, RulesFile } from "../rules/syntax-tree.ts";
import type { Guard } from "./access.ts";
import type { DocumentSource, StoredDocument } from "./documents.ts";
import type { CommitCheck, Engine } from "./engine.ts";
import { FirestoreError } from "./errors.ts";
import { databaseOf, locateDocument } from "./paths.ts";
import type { ProjectRules } from "./project-rules.ts";
import { type Query, runQuery } from "./query.ts";
import type { Micros } from "./timestamps.ts";
import type { TargetCheck } from "./watch.ts";
import { documentOf, planWrites, type Write } from "./writes.ts";

interface GuardOptions {
  readonly rules: Pick<ProjectRules, "of">;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Documents by name. */
type Read = (name: string) => StoredDocument | null;

/** One request that the rules decide. */
interface Question {
  readonly method: Method;
  readonly path: AccessRequest["path"];
  readonly resource: RulesValue;
  /** `request.resource` and `request.query`, where there are any. */
  readonly request?: readonly (readonly [string, RulesValue])[];
}

/** The state that the rules can read, and the request's time. */
interface Moment {
  readonly database: string;
  readonly read: Read;
  /** The documents as they would be after the request. Null if it writes nothing. */
  readonly readAfter: Read | null;
  readonly time: Micros;
}

export function rulesGuard({ rules, clock }: GuardOptions): Guard {
  return (engine, authorization) => {
    const caller = knownCaller(authorization, clock());
    if (caller.kind === "admin") return { engine, msLeft: null };
    const used = guarded(engine, rules, caller, () => clock() * 1_000);
    return { engine: used, msLeft: caller.kind === "user" ? msLeft(caller.token, clock()) : null };
  };
}

/** The token's project is checked per request, because only the request names a project. */
function knownCaller(authorization: string | undefined, nowMs: number): Caller {
  try {
    return callerOf(authorization, nowMs);
  } catch (error) {
    if (!(error instanceof InvalidTokenError)) throw error;
    throw new FirestoreError("UNAUTHENTICATED", error.message);
  }
}

function guarded(engine: Engine, rules: Pick<ProjectRules, "of">, caller: Caller, now: () => Micros): Engine {
  const auth = caller.kind === "user" ? { uid: caller.uid, token: caller.token } : null;

  /** The rules of a database's project. Throws UNAUTHENTICATED for a token of another project. */
  function rulesFor(database: string): RulesFile | null {
    const projectId = database.split("/")[1] ?? "";
    if (caller.kind === "user" && caller.token.aud !== projectId) {
      const problem = `The id token is for the project "${caller.token.aud}", not "${projectId}".`;
      throw new FirestoreError("UNAUTHENTICATED", problem);
    }
    return rules.of(projectId);
  }

  function require({ request = [], ...question }: Question, moment: Moment): void {
    const file = rulesFor(moment.database);
    if (file === null) return;
    const variables = new Map<string, RulesValue>([
      ["auth", fromJson(auth)],
      ["time", { type: "timestamp", value: BigInt(moment.time) * 1_000n }],
      ["query", mapOf([])],
      ["resource", NULL_VALUE],
      ...request,
    ]);
    const decision = decide(file, { ...question, request: variables }, resourceReader(moment));
    if (!decision.isAllowed) throw denied(decision);
  }

  function present(database: string, read: Read): Moment {
    return { database, read, readAfter: null, time: now() };
  }

  function requireGet(name: string, read: Read): void {
    const question = {
      method: "get" as const,
      path: pathOfName(name).segments,
      resource: resourceAt(name, read),
    };
    require(question, present(databaseOf(name), read));
  }

  function requireList(query: Query, read: Read): void {
    const moment = present(databaseOf(query.scope.parent), read);
    if (rulesFor(moment.database) === null) return;
    const request = [["query", queryVariable(query.asked)] as const];
    const alternatives = factsOf(query.scope.parent, query.asked);
    if (alternatives === null) throw denied();
    for (const facts of alternatives) require({ method: "list", request, ...facts }, moment);
  }

  function checkCommit(database: string, writes: readonly Write[]): CommitCheck {
    return ({ get }, commitTime) => {
      // Rules are checked before preconditions: otherwise an error would reveal whether a document exists.
      const plain = writes.map(({ currentDocument: _condition, ...write }) => write);
      const { changes } = planWrites(plain, database, get, commitTime);
      const after = new Map(changes.map((change) => [change.name, change.after]));
      const readAfter = (name: string) => (after.has(name) ? (after.get(name) ?? null) : get(name));
      const written = writes.filter(({ verify }) => verify === undefined);
      for (const { verify } of writes) if (verify !== undefined) requireGet(verify, get);
      for (const name of new Set(written.map((write) => documentOf(write, database)))) {
        require(writeQuestion(name, get, readAfter), { database, read: get, readAfter, time: commitTime });
      }
    };
  }

  const checkTarget: TargetCheck = (target, source) => {
    const names = new Set<string>();
    const read = (name: string) => {
      names.add(name);
      return source.get(name);
    };
    if ("query" in target) requireList(target.query, read);
    else for (const name of target.documents) requireGet(name, read);
    return names;
  };

  return {
    ...engine,
    getDocuments: (names, consistency) =>
      engine.read(
        ({ get }) => {
          for (const name of names) requireGet(name, get);
          return names.map(get);
        },
        () => ({ names }),
        consistency,
      ),
    query: (query, consistency) =>
      engine.read(
        (source) => {
          requireList(query, source.get);
          return runQuery(query, source);
        },
        ({ documents }) => ({ names: documents.map(({ name }) => name), query }),
        consistency,
      ),
    read: (view, readSet, at) =>
      engine.read(
        (source: DocumentSource) => {
          const value = view(source);
          const { names, query } = readSet(value);
          if (query !== undefined) requireList(query, source.get);
          else for (const name of names) requireGet(name, source.get);
          return value;
        },
        readSet,
        at,
      ),
    /** Listing names across all collections is reserved for server clients, as in the service. */
    namesBelow(parent) {
      if (rulesFor(databaseOf(parent)) !== null) throw denied();
      return engine.namesBelow(parent);
    },
    commit: (database, writes, transactionId) =>
      engine.commit(database, writes, transactionId, checkCommit(database, writes)),
    watch: { ...engine.watch, open: (sink) => engine.watch.open(sink, checkTarget) },
    /** Does nothing: a caller cannot close the database. */
    close() {},
  };
}

function resourceAt(name: string, read: Read): RulesValue {
  const document = read(name);
  return document === null ? NULL_VALUE : resourceOf(document);
}

function writeQuestion(name: string, read: Read, readAfter: Read): Question {
  const [before, after] = [read(name), readAfter(name)];
  return {
    method: after === null ? "delete" : before === null ? "create" : "update",
    path: pathOfName(name).segments,
    resource: resourceAt(name, read),
    request: [["resource", resourceAt(name, readAfter)]],
  };
}

/** Resolves `get`, `exists` and similar functions of rules: documents of the same database. */
function resourceReader({ database, read, readAfter }: Moment): ResourceReader {
  const [projects, project, , databaseId] = database.split("/");
  return (call, { segments }) => {
    const name = [projects, project, ...segments].join("/");
    const isHere = segments[0] === "databases" && segments[1] === databaseId && segments[2] === "documents";
    if (!isHere || !isDocumentName(name))
      throw new EvaluationError(`the path of ${call}() is not that of a document in this database`);
    const isAfter = call === "getAfter" || call === "existsAfter";
    if (isAfter && readAfter === null)
      throw new EvaluationError(`${call}() is available only in rules for writes`);
    const document = (isAfter ? readAfter : read)?.(name) ?? null;
    return document === null ? null : resourceOf(document);
  };
}

function isDocumentName(name: string): boolean {
  try {
    locateDocument(name);
    return true;
  } catch {
    return false;
  }
}

/** The service's message. An error in the rules themselves is added, with its line. */
function denied(decision?: Decision): FirestoreError {
  const reasons = decision?.isAllowed === false ? decision.reasons : [];
  const errors = reasons.filter((reason) => reason.includes("error at line"));
  const message = ["Missing or insufficient permissions.", ...errors.map((error) => `(rules, ${error})`)];
  return new FirestoreError("PERMISSION_DENIED", message.join(" "));
}
