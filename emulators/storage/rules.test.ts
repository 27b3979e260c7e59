// Web clients can access files only by signed addresses: `storage.rules` denies everything, and the emulator refuses Firebase's paths.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "../rules/decide.ts";
import { fromJson } from "../rules/firestore-values.ts";
import { parseRules } from "../rules/parser.ts";
import { NULL_VALUE } from "../rules/rules-value.ts";
import { type ContractStorage, openContractStorage } from "./contract-storage.ts";

const FILE = parseRules(
  readFileSync(new URL("../../storage.rules", import.meta.url), "utf8"),
  "firebase.storage",
);

let opened: ContractStorage;
beforeAll(async () => {
  opened = await openContractStorage();
  await opened.bucket.file("pages/one.png").save("ink");
});
afterAll(() => opened.close());

test.each(["get", "list", "create", "update", "delete"] as const)(
  "storage.rules deny %s to everybody",
  (method) => {
    for (const auth of [null, { uid: "ada", token: {} }]) {
      const request = new Map([["auth", fromJson(auth)] as const]);
      const path = ["b", "mekuri", "o", "pages", "one.png"];
      const access = { method, path, request, resource: NULL_VALUE };
      expect(decide(FILE, access, () => null)).toMatchObject({
        isAllowed: false,
        reasons: ["line 7: false"],
      });
    }
  },
);

test.each(["", "?alt=media"])("Firebase's own address of a file%s is not served", async (query) => {
  const name = encodeURIComponent("pages/one.png");
  const answer = await fetch(`${opened.endpoint}/v0/b/${opened.bucket.name}/o/${name}${query}`);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).not.toContain("ink");
});
