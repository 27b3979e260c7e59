import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fromJSON } from "@grpc/proto-loader";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { leanClients, reachable } from "./lean-clients.ts";

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

test("a bundled client writes and reads messages without their descriptions", async () => {
  const contents = `import { fromJSON } from "@grpc/proto-loader";
    const nested = { Said: { fields: { word: { type: "string", id: 1 } } } };
    const methods = { Say: { requestType: "Said", responseType: "Said" } };
    const loaded = fromJSON({ nested: { sayer: { nested: { ...nested, Sayer: { methods } } } } });
    const { Say } = loaded["sayer.Sayer"];
    export const said = Say.responseDeserialize(Say.requestSerialize({ word: "hello" }));
    export const description = Say.requestType.type;`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    ...{ bundle: true, format: "esm", platform: "node", write: false, plugins: [leanClients] },
    banner: { js: `import { createRequire } from "node:module"; const require = createRequire("/");` },
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const bundled = await import(`data:text/javascript;base64,${source}`);
  expect(bundled.said).toEqual({ word: "hello" });
  expect(bundled.description).toBeUndefined();
});
