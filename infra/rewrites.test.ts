import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import * as z from "zod";
import { FUNCTIONS, HTTP_PATHS, httpFunctionOf } from "../lib/topology.ts";

const HostingSchema = z.object({
  hosting: z.object({
    rewrites: z.array(z.object({ source: z.string(), run: z.object({ serviceId: z.string() }).optional() })),
  }),
});
const { hosting } = HostingSchema.parse(
  JSON.parse(readFileSync(new URL("../firebase.json", import.meta.url), "utf8")),
);
const toFunctions = hosting.rewrites.flatMap(({ source, run }) =>
  run ? [{ source, to: run.serviceId }] : [],
);
/** The first matching rewrite counts, as in Hosting. */
const answering = (path: string) =>
  toFunctions.find(({ source }) =>
    source.endsWith("**") ? path.startsWith(source.slice(0, -2)) : path === source,
  );

it("Hosting sends each path to the function that the topology names", () => {
  const paths = [
    "/api/v1/manga/generate",
    "/openapi.json",
    "/docs",
    "/docs/start.js",
    "/redoc",
    "/redoc/redoc.js",
  ];
  const begun = HTTP_PATHS.map(({ prefix }) => `${prefix}${prefix.endsWith("/") ? "" : "/"}live`);
  for (const path of [...paths, ...begun]) {
    assert.equal(answering(path)?.to, `mekuri-${httpFunctionOf(path)}`, path);
  }
});

it("Hosting routes to no function that messages or the timer call", () => {
  const http = FUNCTIONS.filter(({ trigger }) => trigger.kind === "http").map(({ name }) => `mekuri-${name}`);
  assert.deepEqual([...new Set(toFunctions.map(({ to }) => to))].toSorted(), http.toSorted());
});
