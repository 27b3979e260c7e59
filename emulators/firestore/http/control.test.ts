// The emulator's control API: replace the rules, and empty a database.
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../database.ts";
import { parseRules } from "../../rules/parser.ts";
import type { RunningService } from "../../service.ts";
import { startFirestore } from "../server.ts";

const rulesOf = (condition: string) =>
  `rules_version = '2';\nservice cloud.firestore { match /{all=**} { allow read: if ${condition}; } }`;

let service: RunningService;
beforeEach(async () => {
  const rules = parseRules(rulesOf("false"), "cloud.firestore");
  service = await startFirestore({ db: openDatabase("memory"), rules });
});
afterEach(() => service.close());

interface Call {
  readonly body?: object | string;
  readonly owner?: boolean;
}

async function call(method: string, path: string, { body, owner = false }: Call = {}) {
  const response = await fetch(`http://${service.host}/${path}`, {
    method,
    ...(body && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    headers: owner ? { authorization: "Bearer owner" } : {},
  });
  return { status: response.status, json: await response.json() };
}

const putRules = (project: string, content: string) =>
  call("PUT", `emulator/v1/projects/${project}:securityRules`, { body: { rules: { files: [{ content }] } } });

const documentOf = (project: string) => `v1/projects/${project}/databases/(default)/documents/a/b`;
const statusOf = async (project: string) => (await call("GET", documentOf(project))).status;

test("replaces the rules of one project at once, and of no other", async () => {
  await call("PATCH", documentOf("one"), { body: {}, owner: true });
  expect(await statusOf("one")).toBe(403);
  expect(await putRules("one", rulesOf("true"))).toEqual({ status: 200, json: {} });
  expect([await statusOf("one"), await statusOf("two")]).toEqual([200, 403]);
});

test("refuses rules with a syntax error with the line, and keeps the previous rules", async () => {
  await putRules("one", rulesOf("true"));
  const answer = await putRules("one", rulesOf("nonsense("));
  expect(answer).toMatchObject({
    status: 400,
    json: { error: { status: "INVALID_ARGUMENT", message: expect.stringMatching(/^The rules, line 2: ./) } },
  });
  expect(await statusOf("one")).toBe(404);
});

test("answers a request without rules with the expected form", async () => {
  const path = "emulator/v1/projects/one:securityRules";
  for (const body of ["{", "[]", { rules: {} }, { rules: { files: [] } }]) {
    const answer = await call("PUT", path, { body });
    expect(answer).toMatchObject({
      status: 400,
      json: { error: { message: expect.stringMatching(/JSON|must have the form/) } },
    });
  }
});

test("empties one database at every depth, and no other", async () => {
  const below = (project: string) => `${documentOf(project)}/c/d`;
  for (const path of [documentOf("one"), below("one"), below("two")])
    await call("PATCH", path, { body: {}, owner: true });
  const emptied = await call("DELETE", "emulator/v1/projects/one/databases/(default)/documents");
  expect(emptied).toEqual({ status: 200, json: {} });
  const left = (path: string) => call("GET", path, { owner: true }).then(({ status }) => status);
  expect(await left(documentOf("one"))).toBe(404);
  expect(await left(below("one"))).toBe(404);
  expect(await left(below("two"))).toBe(200);
});

test("refuses the other control methods of Google's emulator by name", async () => {
  const answer = await call("GET", "emulator/v1/projects/one:ruleCoverage");
  expect(answer).toMatchObject({
    status: 501,
    json: { error: { message: expect.stringContaining("GET /emulator/v1/projects/one:ruleCoverage") } },
  });
});
