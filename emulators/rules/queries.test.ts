// A `list` is decided from the query alone: a field that its filters do not constrain is unknown, whatever documents exist.
import { expect, test } from "vitest";
import type { Filter } from "../firestore/filters.ts";
import type { StructuredQuery } from "../firestore/query.ts";
import type { Value } from "../firestore/values.ts";
import { parseRules } from "./parser.ts";
import { mayList } from "./rules-bench.ts";

const string = (stringValue: string): Value => ({ stringValue });
const int = (value: number): Value => ({ integerValue: String(value) });
const array = (...values: Value[]): Value => ({ arrayValue: { values } });

function where(fieldPath: string, op: string, value: Value): Filter {
  return { fieldFilter: { field: { fieldPath }, op, value } };
}
const and = (...filters: Filter[]): Filter => ({ compositeFilter: { op: "AND", filters } });
const or = (...filters: Filter[]): Filter => ({ compositeFilter: { op: "OR", filters } });

function things(filter?: Filter, more: Partial<StructuredQuery> = {}): StructuredQuery {
  return { from: [{ collectionId: "things" }], ...(filter && { where: filter }), ...more };
}

function rules(condition: string, path = "/things/{id}") {
  return parseRules(
    `rules_version = '2';
     service cloud.firestore { match /databases/{database}/documents { match ${path} { allow list: if ${condition}; } } }`,
    "cloud.firestore",
  );
}

const auth = { uid: "ada", token: {} };
const OWNER = "request.auth.uid == resource.data.ownerId";
const mine = where("ownerId", "EQUAL", string("ada"));

test("a query needs the filter for its owner", () => {
  const file = rules(OWNER);
  const documents = { "things/one": { ownerId: string("ada") } };
  expect(mayList(file, things(), { auth, documents })).toBe(false);
  expect(mayList(file, things(mine), { auth, documents })).toBe(true);
  expect(mayList(file, things(where("ownerId", "EQUAL", string("bob"))), { auth })).toBe(false);
  expect(mayList(file, things(where("ownerId", "NOT_EQUAL", string("bob"))), { auth })).toBe(false);
  expect(mayList(file, things(mine), {})).toBe(false);
});

test("additional filters do not matter, and every alternative of `or` must be allowed", () => {
  const file = rules(OWNER);
  const drawn = where("pages", "GREATER_THAN", int(3));
  expect(mayList(file, things(and(drawn, mine)), { auth })).toBe(true);
  expect(mayList(file, things(or(drawn, mine)), { auth })).toBe(false);
  expect(mayList(file, things(or(mine, and(drawn, mine))), { auth })).toBe(true);
  expect(mayList(file, things(where("ownerId", "IN", array(string("ada")))), { auth })).toBe(true);
  expect(mayList(file, things(where("ownerId", "IN", array(string("ada"), string("bob")))), { auth })).toBe(
    false,
  );
});

test.each<readonly [string, Filter, Filter]>([
  [
    "resource.data.pages >= 3",
    where("pages", "GREATER_THAN", int(3)),
    where("pages", "GREATER_THAN", int(2)),
  ],
  [
    "resource.data.pages > 3",
    where("pages", "GREATER_THAN", int(3)),
    where("pages", "GREATER_THAN_OR_EQUAL", int(3)),
  ],
  [
    "resource.data.pages < 9",
    where("pages", "LESS_THAN_OR_EQUAL", int(8)),
    where("pages", "LESS_THAN_OR_EQUAL", int(9)),
  ],
  ["3 < resource.data.pages", where("pages", "EQUAL", int(4)), where("pages", "EQUAL", int(3))],
  ["resource.data.pages != 5", where("pages", "LESS_THAN", int(5)), where("pages", "LESS_THAN", int(6))],
  [
    "resource.data.pages != 5",
    where("pages", "NOT_IN", array(int(4), int(5))),
    where("pages", "NOT_EQUAL", int(4)),
  ],
  ["resource.data.pages is number", where("pages", "LESS_THAN", int(5)), where("pages", "NOT_EQUAL", int(4))],
  [
    "resource.data.name is string",
    where("name", "GREATER_THAN", string("a")),
    where("age", "GREATER_THAN", int(1)),
  ],
  [
    "'a' in resource.data.tags",
    where("tags", "ARRAY_CONTAINS", string("a")),
    where("tags", "ARRAY_CONTAINS", string("b")),
  ],
  [
    "resource.data.tags.hasAny(['a', 'b'])",
    where("tags", "ARRAY_CONTAINS_ANY", array(string("a"), string("b"))),
    where("tags", "ARRAY_CONTAINS_ANY", array(string("a"), string("c"))),
  ],
  ["'pages' in resource.data", where("pages", "LESS_THAN", int(5)), where("name", "EQUAL", string("x"))],
  [
    "resource.data.keys().hasAll(['pages'])",
    where("pages", "EQUAL", int(5)),
    where("name", "EQUAL", string("x")),
  ],
  [
    "resource.data.get('name', '') == 'x'",
    where("name", "EQUAL", string("x")),
    where("pages", "EQUAL", int(5)),
  ],
  [
    "resource.data.style.ink == 'black'",
    where("style.ink", "EQUAL", string("black")),
    where("style.ink", "EQUAL", string("red")),
  ],
  [
    "resource.data.at == null",
    { unaryFilter: { field: { fieldPath: "at" }, op: "IS_NULL" } },
    { unaryFilter: { field: { fieldPath: "at" }, op: "IS_NOT_NULL" } },
  ],
  [
    "resource.data.at != null",
    { unaryFilter: { field: { fieldPath: "at" }, op: "IS_NOT_NULL" } },
    where("pages", "EQUAL", int(5)),
  ],
  [
    "resource.data.pages == 1 || resource.data.pages == 2",
    where("pages", "IN", array(int(1), int(2))),
    where("pages", "LESS_THAN", int(3)),
  ],
  [
    "resource.data.pages in [1, 2]",
    where("pages", "IN", array(int(1), int(2))),
    where("pages", "IN", array(int(1), int(3))),
  ],
  [
    "resource.data.missing == 1 || resource.data.name == 'x'",
    where("name", "EQUAL", string("x")),
    where("pages", "EQUAL", int(5)),
  ],
  ["!(resource.data.name == 'y')", where("name", "EQUAL", string("x")), where("pages", "EQUAL", int(5))],
])("%s is true for a query that implies it, and for no other", (condition, implies, other) => {
  expect(mayList(rules(condition), things(implies))).toBe(true);
  expect(mayList(rules(condition), things(other))).toBe(false);
  expect(mayList(rules(condition), things())).toBe(false);
});

test.each([
  "resource.data.a == resource.data.a",
  "resource.data.a == 1 || resource.data.a != 1",
  "resource.data.a ? true : true",
  "!(resource.data.a == 1)",
  "resource.data.size() >= 0",
  "resource.data.values().hasAny([1])",
  "resource.data.diff({}).affectedKeys().hasAny(['a'])",
  "resource.data.pages + 1 == 6",
  "resource.data.pages is int",
  "get(/databases/$(database)/documents/things/$(id)) != null",
  "exists(/databases/$(database)/documents/things/$(resource.data.a))",
  "id == 'one'",
  "request.path == /databases/(default)/documents/things/one",
])("%s is unknown for a query, and denied", (condition) => {
  expect(mayList(rules(condition), things(where("pages", "EQUAL", int(5))))).toBe(false);
});

test("the resource of a list is not null, although its fields are unknown", () => {
  expect(mayList(rules("resource != null"), things())).toBe(true);
});

test("a query for one id has a known id", () => {
  const name = "projects/demo/databases/(default)/documents/things/one";
  const one = things(where("__name__", "EQUAL", { referenceValue: name }));
  expect(mayList(rules("id == 'one' && resource.id == 'one'"), one)).toBe(true);
  expect(mayList(rules("id == 'two'"), one)).toBe(false);
});

test("request.query has limit, offset and orderBy", () => {
  const file = rules(
    "request.query.limit <= 10 && request.query.offset == 0 && request.query.orderBy == ['pages DESC']",
  );
  const orderBy = [{ field: { fieldPath: "pages" }, direction: "DESCENDING" }];
  expect(mayList(file, things(undefined, { limit: { value: 10 }, orderBy }))).toBe(true);
  expect(mayList(file, things(undefined, { limit: { value: 11 }, orderBy }))).toBe(false);
  expect(mayList(file, things(undefined, { orderBy }))).toBe(false);
});

test("the rules of a subcollection's list can use the parent ids, also to read documents", () => {
  const file = rules(
    "get(/databases/$(database)/documents/things/$(thing)).data.ownerId == request.auth.uid",
    "/things/{thing}/parts/{part}",
  );
  const documents = { "things/one": { ownerId: string("ada") }, "things/two": { ownerId: string("bob") } };
  const parts: StructuredQuery = { from: [{ collectionId: "parts" }] };
  expect(mayList(file, parts, { path: "things/one", auth, documents })).toBe(true);
  expect(mayList(file, parts, { path: "things/two", auth, documents })).toBe(false);
  expect(mayList(file, parts, { path: "things/three", auth, documents })).toBe(false);
});

test("a collection group is covered only by a recursive wildcard", () => {
  const group: StructuredQuery = { from: [{ collectionId: "parts", allDescendants: true }] };
  expect(mayList(rules("true", "/things/{thing}/parts/{part}"), group)).toBe(false);
  expect(mayList(rules("true", "/{path=**}/parts/{part}"), group)).toBe(true);
  expect(mayList(rules("path == null", "/{path=**}/parts/{part}"), group)).toBe(false);
  expect(mayList(rules("true", "/{path=**}"), group)).toBe(true);
  expect(mayList(rules("true", "/{path=**}/pages/{page}"), group)).toBe(false);
  expect(mayList(rules("true", "/{path=**}/parts/{part}"), { from: [{ allDescendants: true }] })).toBe(false);
});
