// The undocumented budget of response schemas, and the order of properties in answers. Row numbers as in `text-rules.test.ts`.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { json, pathOf, post, say, startTestServer } from "./ask-server.ts";
import { offersOn } from "./google-offers.ts";
import { costOf } from "./schema-budget.ts";
import type { ModelServer, ModelServerOptions } from "./server.ts";

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  server = await startTestServer(options);
  return server;
}

const TEXT = pathOf("text-1");

const BARE = /^Request contains an invalid argument\.$/;
const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  ...{ type: "object", properties, required },
});
const values = (count: number, letters = 3) =>
  Array.from({ length: count }, (_, at) => String(at).padStart(letters, "x"));
const enums = (...counts: number[]) =>
  object(
    Object.fromEntries(counts.map((count, at) => [`e${at}`, { type: "string", enum: values(count, 1) }])),
  );

describe("rows 2, 3 and 4: a schema has an undocumented budget", () => {
  const nested = (depth: number): Record<string, unknown> =>
    depth === 1 ? object({ a: { type: "string" } }) : object({ a: nested(depth - 1) });
  const options = (count: number) =>
    object(Object.fromEntries(values(count).map((name) => [name, { type: "string" }])), []);
  const words = (count: number, letters: number) => ({ type: "string", enum: values(count, letters) });

  it.each([
    ["120 enum values in all", enums(40, 40, 40)],
    ["1,000 characters of enum values", object({ a: words(40, 25) })],
    ["6 nested objects", nested(6)],
    ["8 optional properties", options(8)],
  ])("accepts %s", async (_what, schema) => {
    expect((await post(await serve(), TEXT, json(schema))).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["121 enum values in all", enums(40, 40, 40, 1), /too many states for serving/],
    ["41 values in one enum", enums(41), /constraint is too tall: 5904 \(vs max of 5888\)/],
    ["1,001 characters of enum values", object({ a: words(39, 25), b: words(1, 26) }), BARE],
    ["7 nested objects", nested(7), /nesting depth/],
    ["9 optional properties", options(9), BARE],
  ])("refuses %s", async (_what, schema, message) => {
    const answer = await post(await serve(), TEXT, json(schema));
    expect(answer.body.error).toMatchObject({ code: 400, status: "INVALID_ARGUMENT" });
    expect(answer.message).toMatch(message);
  });

  it.each([
    { type: "array", items: { type: "string" }, minItems: 1 },
    { type: "array", items: { type: "string" }, maxItems: 3 },
    { type: "integer", minimum: 1 },
    { type: "number", maximum: 5 },
    { type: "string", minLength: 1 },
    { type: "string", maxLength: 9 },
    { type: "string", pattern: "a" },
  ])("refuses the bound of %j without naming it", async (bound) => {
    const answer = await post(await serve(), TEXT, json(object({ a: bound })));
    expect([answer.status, answer.message]).toEqual([400, expect.stringMatching(BARE)]);
  });

  it("counts OpenAPI's keywords in the same way", async () => {
    const responseSchema = { type: "STRING", enum: values(41) };
    const asked = say("x", { responseMimeType: "application/json", responseSchema });
    expect((await post(await serve(), TEXT, asked)).status).toBe(400);
  });

  it.each([
    ["plot", 1_808],
    ["storyboard", 1_756],
  ])("refuses the %s's schema of November 2026, which had %i enum values", async (name, count) => {
    const file = new URL(`./refused-schemas/${name}.json.gz`, import.meta.url);
    const schema = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
    expect(costOf(schema).enums.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(
      (await post(await serve({ offers: offersOn("2026-11-29") }), pathOf("gemini-3.8-flash"), json(schema)))
        .status,
    ).toBe(400);
  });
});

it("row 5: writes required properties in the order of `required`, then the optional ones", async () => {
  const inner = object({ x: { type: "string" }, y: { type: "string" } }, ["y"]);
  const schema = {
    ...object({ a: { type: "string" }, b: { type: "array", items: inner }, c: { type: "string" } }, [
      "c",
      "b",
    ]),
    propertyOrdering: ["a", "b", "c"],
  };
  const running = await serve({ answer: async () => ({ a: "1", b: [{ x: "2", y: "3" }], c: "4" }) });
  const { text } = await post(running, TEXT, json(schema));
  expect(text).toBe('{"c":"4","b":[{"y":"3","x":"2"}],"a":"1"}');
});
