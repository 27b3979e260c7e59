// Which method and request an address of the REST mapping stands for.
import { expect, test } from "vitest";
import { restRoute } from "./rest-routes.ts";

const DATABASE = "projects/p/databases/(default)";
const ROOT = `${DATABASE}/documents`;
const ADDRESS = "/v1/projects/p/databases/%28default%29/documents";

test.each([
  ["GET", `${ADDRESS}/a/b`, { method: "GetDocument", given: { name: `${ROOT}/a/b` }, body: "none" }],
  ["GET", `/v1/${ROOT}/a/b%20c`, { method: "GetDocument", given: { name: `${ROOT}/a/b c` }, body: "none" }],
  [
    "GET",
    `${ADDRESS}/a/b/c`,
    { method: "ListDocuments", given: { parent: `${ROOT}/a/b`, collectionId: "c" }, body: "none" },
  ],
  [
    "POST",
    `${ADDRESS}/a`,
    { method: "CreateDocument", given: { parent: ROOT, collectionId: "a" }, body: "document" },
  ],
  [
    "PATCH",
    `${ADDRESS}/a/b`,
    { method: "UpdateDocument", given: { document: { name: `${ROOT}/a/b` } }, body: "document" },
  ],
  [
    "DELETE",
    `${ADDRESS}/a/b:c`,
    { method: "DeleteDocument", given: { name: `${ROOT}/a/b:c` }, body: "none" },
  ],
  ["POST", `${ADDRESS}:commit`, { method: "Commit", given: { database: DATABASE }, body: "request" }],
  ["POST", `${ADDRESS}:runQuery`, { method: "RunQuery", given: { parent: ROOT }, body: "request" }],
  [
    "POST",
    `${ADDRESS}/a/b%3Ac:runQuery`,
    { method: "RunQuery", given: { parent: `${ROOT}/a/b:c` }, body: "request" },
  ],
])("%s %s", (verb, path, route) => {
  expect(restRoute(verb, path)).toEqual(route);
});

test.each([
  ["PUT", `${ADDRESS}/a/b`],
  ["POST", `${ADDRESS}/a/b`],
  ["GET", ADDRESS],
  ["GET", "/v1/projects/p/databases"],
  ["GET", `${ADDRESS}x/a/b`],
])("%s %s is no route", (verb, path) => {
  expect(restRoute(verb, path)).toBeNull();
});

test("a method that is not covered is refused by name, and so is an address with a malformed escape", () => {
  expect(() => restRoute("POST", `${ADDRESS}:executePipeline`)).toThrow("executePipeline");
  expect(() => restRoute("GET", `${ADDRESS}/a/%zz`)).toThrow("%zz");
});
