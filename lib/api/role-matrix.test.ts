// Every route of the OpenAPI document and every path of `firestore.rules`, for every role on a book. A new route or path without a row fails.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { unsignedToken } from "../../emulators/auth/id-token.ts";
import { openDatabase } from "../../emulators/database.ts";
import { startFirestore } from "../../emulators/firestore/server.ts";
import { parseRules } from "../../emulators/rules/parser.ts";
import { httpFunctionOf } from "../topology.ts";
import { OPERATE_PATH } from "./operators.ts";
import { type ApiDocument, ApiDocumentSchema, type Operation, operationsOf } from "./sample-requests.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const MEMBERS = ["reader", "commenter", "editor"] as const;
/** `none` is signed in and has no role on the book; neither has `operator`. `suspended` is the book's owner while suspended. */
const CALLERS = ["none", "operator", ...MEMBERS, "suspended", "owner"] as const;
type Caller = (typeof CALLERS)[number];
const RANK = { reader: 1, commenter: 2, editor: 3, owner: 4 } as const;

/** The lowest role that may use a route below `/api/v1/manga/sessions/{sessionId}`, of a book whose editors may spend something. */
const LOWEST: Readonly<Record<string, keyof typeof RANK>> = {
  "GET ": "reader",
  "GET /comments": "reader",
  "GET /exports/{format}": "reader",
  "GET /files.zip": "reader",
  "GET /pages": "reader",
  "GET /phase/{phase}": "reader",
  "GET /pictures": "reader",
  "GET /reader.json": "reader",
  "GET /membership": "reader",
  "DELETE /membership": "reader",
  "POST /pages/{page}/comments": "commenter",
  "DELETE /pages/{page}/comments/{commentId}": "commenter",
  "GET /events": "editor",
  "GET /options": "editor",
  "GET /pages/{page}/lettering": "editor",
  "GET /pages/{page}/storyboard": "editor",
  "GET /versions": "editor",
  "GET /versions/compare": "editor",
  "GET /versions/{version}/pages/{page}": "editor",
  "PATCH /pages/{page}/balloons/{balloonId}": "editor",
  "PATCH /texts": "editor",
  "POST /export": "editor",
  "POST /lettering/samples": "editor",
  "POST /pages/{page}/lettering": "editor",
  "POST /pages/{page}/lettering/preview": "editor",
  "PATCH ": "owner",
  "PATCH /pages/{page}/storyboard": "owner",
  "PATCH /params": "owner",
  "PATCH /people/{memberId}": "owner",
  "POST /cancel": "owner",
  "POST /feedback": "owner",
  "POST /fonts": "owner",
  "DELETE /fonts/{fontId}": "owner",
  "POST /feedback/preview": "owner",
  "POST /pages/order": "owner",
  "POST /pages/{page}/frames": "editor",
  "POST /pages/{page}/panels/{panelId}/edit": "editor",
  "POST /pages/{page}/panels/{panelId}/redraw": "editor",
  "POST /pages/{page}/panels/{panelId}/swap": "editor",
  "PUT /people/limit": "owner",
  "POST /people/invites": "owner",
  "POST /refit": "editor",
  "POST /reletter": "owner",
  "POST /rename": "owner",
  "POST /retry": "owner",
  "POST /sheets/{sheetId}/redraw": "owner",
  "POST /tier": "owner",
  "POST /versions/{version}/restore": "owner",
  "PUT /pages/{page}/panels/{panelId}/kept": "owner",
  "PUT /pages/{page}/panels/{panelId}/prompt": "editor",
  "PUT /pages/{page}/panels/{panelId}/references": "editor",
  "PUT /sheets/{sheetId}/picture": "owner",
  "GET /pages/{page}/panels/{panelId}/prompt": "editor",
  "GET /people": "owner",
  "GET /story": "owner",
  "DELETE ": "owner",
  "DELETE /pages/{page}/panels/{panelId}/prompt": "editor",
  "DELETE /people/invites/{inviteId}": "owner",
  "DELETE /people/{memberId}": "owner",
  "DELETE /sheets/{sheetId}/picture": "owner",
};

/** The lowest role that may read or listen to a path of `firestore.rules`. */
const LISTENERS: Readonly<Record<string, keyof typeof RANK>> = {
  "/sessions/{sessionId}": "reader",
  "/sessions/{sessionId}/phases/{phase}": "reader",
  "/sessions/{sessionId}/pages/{page}": "reader",
  "/sessions/{sessionId}/comments/{page}": "reader",
  "/sessions/{sessionId}/events/{event}": "editor",
  "/sessions/{sessionId}/feedback/{feedback}": "owner",
};

const SESSIONS = "/api/v1/manga/sessions/{sessionId}";
const RULES = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");

const rankOf = (caller: Caller): number =>
  caller === "none" || caller === "operator" ? 0 : caller === "suspended" ? RANK.owner : RANK[caller];

type Outcome = "served" | "session-not-found" | "role-too-low" | "owner-suspended" | "no-such-route";

function expected({ name, method, path, isForEverybody }: Operation, caller: Caller): Outcome {
  const [, described = ""] = name.split(" ");
  if (described.startsWith(`${OPERATE_PATH}/`)) return caller === "operator" ? "served" : "no-such-route";
  if (isForEverybody) return "served";
  const isWork = ["POST", "PUT", "PATCH"].includes(method) && !path.endsWith("/cancel");
  if (caller === "suspended" && isWork) return "owner-suspended";
  if (!described.startsWith(SESSIONS)) return "served";
  const lowest = LOWEST[`${method} ${described.slice(SESSIONS.length)}`];
  if (lowest === undefined) throw new Error(`${name} has no row in the matrix`);
  if (rankOf(caller) === 0) return "session-not-found";
  return rankOf(caller) >= RANK[lowest] ? "served" : "role-too-low";
}

describe("the matrix of roles and routes", () => {
  const service = sampleService(undefined, { isOperator: async (ownerId) => ownerId === "operator" });
  let described: ApiDocument;
  let sessionId = "";

  /** A finished book of `owner`, with one member of each role. */
  async function prepare(): Promise<void> {
    if (!service.projector.sessions.has(sessionId)) {
      const body = { text: SAMPLE_STORY, pages: 1, formats: ["pdf"] };
      const started = await service.send("POST", "/api/v1/manga/generate", body, { as: "owner" });
      sessionId = z.object({ sessionId: z.string() }).parse(await started.json()).sessionId;
      await service.deliver();
    }
    await service.ledger.limitEditors({ sessionId, ownerId: "owner" }, 1_000_000);
    await service.people.update(sessionId, (known) => ({
      people: {
        ...known,
        members: MEMBERS.map((role) => ({ memberId: `member-${role}`, ownerId: role, role, joinedAt: 0 })),
        readers: [...MEMBERS],
        editors: ["editor"],
        invites: [],
      },
      value: undefined,
    }));
  }

  async function call(operation: Operation, caller: Caller): Promise<{ outcome: Outcome; told: string }> {
    const as = operation.isForEverybody ? null : caller === "suspended" ? "owner" : caller;
    if (caller === "suspended")
      await service.moderation.suspend("owner", { reason: "Spam.", by: "operator" });
    const { method, path, body, name } = operation;
    const answer = await service.send(method, path, body, { as });
    if (caller === "suspended") await service.moderation.restore("owner");
    const text = await answer.text();
    const told = `${caller}: ${name}: ${answer.status} ${text.slice(0, 200)}`;
    const code = answer.headers.get("content-type")?.includes("problem") ? JSON.parse(text).code : "";
    if (answer.status >= 500 || answer.status === 401 || answer.status === 429) throw new Error(told);
    const refusals: readonly Outcome[] = [
      "session-not-found",
      "role-too-low",
      "owner-suspended",
      "no-such-route",
    ];
    const outcome = refusals.find((one) => one === code) ?? "served";
    if (outcome === "served" && answer.status === 403) throw new Error(told);
    return { outcome, told };
  }

  const state = async () =>
    JSON.stringify([
      ...[await service.schedule(sessionId), service.projector.sessions.get(sessionId)],
      ...[await service.people.read(sessionId), await service.comments.list(sessionId)],
    ]);

  beforeAll(async () => {
    await prepare();
    const openApi = await service.send("GET", "/openapi.json", undefined, { as: null });
    described = ApiDocumentSchema.parse(await openApi.json());
  }, 120_000);

  it("has a row for every route of a session, and no other", () => {
    const routes = operationsOf(described, sessionId).map(({ name }) => name);
    const ofSessions = routes.filter((name) => name.split(" ")[1]?.startsWith(SESSIONS));
    expect(Object.keys(LOWEST).sort()).toEqual(ofSessions.map((name) => name.replace(SESSIONS, "")).sort());
  });

  it("serves each role what it may, and changes nothing for the others", async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const { name } of operationsOf(described, "").filter(
      ({ path }) => httpFunctionOf(path) === "manga",
    )) {
      for (const caller of CALLERS) {
        await prepare();
        const operation = operationsOf(described, sessionId).find((one) => one.name === name);
        if (operation === undefined) throw new Error(`${name} is gone`);
        const wanted = expected(operation, caller);
        const before = await state();
        const { outcome, told } = await call(operation, caller);
        const isUntouched = outcome === "served" || (await state()) === before;
        if (outcome !== wanted || !isUntouched) wrong.push(`${told} instead of ${wanted}`);
        cells += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(CALLERS.length * Object.keys(LOWEST).length);
  }, 300_000);
});

describe("the matrix of roles and listeners", () => {
  const PROJECT = "demo-roles";
  let firestore: Awaited<ReturnType<typeof startFirestore>>;

  const idOf = (caller: Caller) => (caller === "suspended" ? "owner" : caller);
  function tokenOf(caller: Caller): string {
    const now = Math.floor(Date.now() / 1000);
    const uid = idOf(caller);
    return unsignedToken({
      ...{
        sub: uid,
        user_id: uid,
        sid: `of-${uid}`,
        aud: PROJECT,
        iat: now,
        auth_time: now,
        exp: now + 3_600,
      },
      iss: `https://securetoken.google.com/${PROJECT}`,
    });
  }

  const documents = () => `http://${firestore.host}/v1/projects/${PROJECT}/databases/(default)/documents`;
  async function set(path: string, fields: object): Promise<void> {
    const answer = await fetch(`${documents()}/${path}`, {
      ...{ method: "PATCH", body: JSON.stringify({ fields }) },
      headers: { authorization: "Bearer owner", "content-type": "application/json" },
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
  const text = (stringValue: string) => ({ stringValue });
  const texts = (...values: string[]) => ({ arrayValue: { values: values.map(text) } });

  /** The documents of the rules' paths. */
  const documentOf = (path: string) =>
    path
      .slice(1)
      .replace("{sessionId}", "s1")
      .replace(/\{\w+\}/g, "x");

  beforeAll(async () => {
    firestore = await startFirestore({
      db: openDatabase("memory"),
      rules: parseRules(RULES, "cloud.firestore"),
    });
    for (const caller of CALLERS) {
      const uid = idOf(caller);
      await set(`tokenFamilies/of-${uid}`, { ownerId: text(uid), status: text("live") });
    }
    await set("people/s1", { readers: texts(...MEMBERS), editors: texts("editor") });
    for (const path of Object.keys(LISTENERS)) await set(documentOf(path), { ownerId: text("owner") });
  });
  afterAll(() => firestore.close());

  it("has a row for every path of the rules, and no other", () => {
    expect(Object.keys(LISTENERS).sort()).toEqual(pathsOf(RULES).sort());
  });

  it.each(Object.entries(LISTENERS))("%s is for %s and above", async (path, lowest) => {
    for (const caller of CALLERS) {
      const headers = { authorization: `Bearer ${tokenOf(caller)}` };
      const answer = await fetch(`${documents()}/${documentOf(path)}`, { headers });
      expect([caller, answer.status]).toEqual([caller, rankOf(caller) >= RANK[lowest] ? 200 : 403]);
    }
    expect((await fetch(`${documents()}/${documentOf(path)}`)).status).toBe(403);
  });
});

/** The paths of all `match` blocks below the database. */
function pathsOf(rules: string): string[] {
  const open: string[] = [];
  const paths: string[] = [];
  const [, source = ""] = rules.split("match /databases/{database}/documents {");
  for (const [token, path] of source.matchAll(/match (\/\S+) \{|[{}]/g)) {
    if (token === "}") open.pop();
    else open.push(path ?? "");
    if (path !== undefined) paths.push(open.join(""));
  }
  return paths;
}
