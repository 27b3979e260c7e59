import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fromJSON } from "@grpc/proto-loader";
import { expect, test } from "vitest";
import { reachable } from "./lean-clients.ts";

const DESCRIPTIONS = {
  firestore: "@google-cloud/firestore-api",
  pubsub: "@google-cloud/pubsub-api",
};

function described(product: keyof typeof DESCRIPTIONS) {
  const at = fileURLToPath(new URL(`../../node_modules/${DESCRIPTIONS[product]}`, import.meta.url));
  return JSON.parse(readFileSync(`${at}/build/protos/protos.json`, "utf8"));
}

test.each([
  ["firestore", "google.firestore.v1.Firestore"],
  ["pubsub", "google.pubsub.v1.Publisher"],
] as const)(
  "a service of %s keeps its methods with all that they say, in less than half",
  (product, service) => {
    const all = described(product);
    const lean = reachable(all, [service]);
    expect(JSON.stringify(lean).length).toBeLessThan(JSON.stringify(all).length / 2);
    const [whole, kept] = [all, lean].map((described) => saidOf(described, service));
    expect(kept).toEqual(whole);
  },
);

/** What each method of a service takes and gives, field by field. */
function saidOf(described: object, service: string) {
  const methods = Object.values(fromJSON(JSON.parse(JSON.stringify(described)))[service] ?? {});
  return methods.map(({ path, requestType, responseType }) => [path, requestType.type, responseType.type]);
}

test("other services go, and one that is not there is named", () => {
  const all = described("firestore");
  const loaded = fromJSON(JSON.parse(JSON.stringify(reachable(all, ["google.firestore.v1.Firestore"]))));
  expect(loaded["google.firestore.admin.v1.FirestoreAdmin"]).toBeUndefined();
  expect(() => reachable(all, ["google.firestore.v9.Firestore"])).toThrow(/google\.firestore\.v9\.Firestore/);
});
