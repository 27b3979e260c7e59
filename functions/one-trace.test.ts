// One session through the real functions, with every message delivered twice: its spans form one tree, its timeline is complete, and its
// logs contain nothing of its story.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { suiteDatabase } from "../lib/cloud/contract-database.ts";
import { firestoreEventReader } from "../lib/cloud/firestore-event-reader.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { tracedFetch } from "../lib/cloud/traced-fetch.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import { PHASES, parseStepId } from "../lib/pipeline/step-id.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

const STORY = [
  "雨の夜だった。駅前の時計屋に、まだ明かりがついている。",
  "「待って」とミナは言った。",
  "猫は暗い路地へ走り出した。",
  "「もう遅いよ」と老人が笑った。",
];

const ValueSchema = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ intValue: z.string().regex(/^-?\d+$/) }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ boolValue: z.boolean() }),
]);
const AttributesSchema = z
  .array(z.strictObject({ key: z.string(), value: ValueSchema }))
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])));
const NanosSchema = z.string().regex(/^\d{19}$/);
/** https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
const SpanSchema = z.strictObject({
  traceId: z.string().regex(/^[\da-f]{32}$/),
  spanId: z.string().regex(/^[\da-f]{16}$/),
  parentSpanId: z
    .string()
    .regex(/^[\da-f]{16}$/)
    .optional(),
  name: z.string(),
  kind: z.int().min(1).max(5),
  startTimeUnixNano: NanosSchema,
  endTimeUnixNano: NanosSchema,
  attributes: AttributesSchema,
  links: z.array(z.strictObject({ traceId: z.string(), spanId: z.string() })),
  status: z.strictObject({ code: z.int().min(0).max(2), message: z.string().optional() }),
});
type Span = z.infer<typeof SpanSchema>;
const ExportSchema = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: AttributesSchema }),
      scopeSpans: z.array(
        z.strictObject({ scope: z.strictObject({ name: z.string() }), spans: z.array(SpanSchema) }),
      ),
    }),
  ),
});

const spans: Span[] = [];
const lines: string[] = [];
let collector: Server;
let functions: HostedFunctions;
let db: Firestore;
let sessionId = "";
let deliveries = 0;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const { resourceSpans } = ExportSchema.parse(await json(request));
    for (const { scopeSpans } of resourceSpans) spans.push(...scopeSpans.flatMap(({ spans: some }) => some));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { port } = collector.address() as AddressInfo;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(
      ...String(text)
        .split("\n")
        .filter((line) => line !== ""),
    );
    return true;
  });
  functions = await hostFunctions({
    names: [...PHASES, "sweep"],
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, MEKURI_LEASE_SECONDS: "20" },
    deliveryFaults: ({ isDuplicate }) => {
      deliveries += 1;
      return { duplicate: !isDuplicate, delayMs: isDuplicate ? 30 : 0 };
    },
  });
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
  sessionId = await makeBook();
}, 120_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await db?.terminate();
  await functions?.close();
  collector?.close();
});

async function makeBook(): Promise<string> {
  const { tracing } = await import("./tracing.ts");
  const { commands } = await import("./wiring.ts");
  let started = "";
  const start = tracedFetch(async () => {
    started = (
      await commands().startSession({
        ownerId: "ann",
        text: STORY.join("\n"),
        params: {
          ...{ language: "ja", direction: "rtl", style: "manga", seed: 1, pages: 1 },
          models: modelIds(parseModels("offline")),
          ...{ review: ["plot"], reviewTimeoutMinutes: 30, formats: [] },
        },
      })
    ).sessionId;
    return new Response("", { status: 202 });
  }, tracing);
  await start(new Request("http://service/api/v1/manga/generate", { method: "POST" }), {});
  const decide = tracedFetch(async () => {
    const decision = { kind: "approve", by: "ann" } as const;
    await commands().decideGate({ sessionId: started, phase: "plot", revision: 1, decision });
    return new Response("");
  }, tracing);
  await until(started, "waiting");
  await decide(
    new Request(`http://service/api/v1/manga/sessions/${started}/feedback`, { method: "POST" }),
    {},
  );
  await until(started, "completed");
  // Waits for the answers of the duplicate deliveries.
  await vi.waitFor(
    () => expect(spans.filter(({ name }) => name.startsWith("deliver"))).toHaveLength(deliveries),
    {
      timeout: 30_000,
    },
  );
  return started;
}

async function until(id: string, status: string): Promise<void> {
  const reader = firestoreSessionReader(suiteDatabase(db));
  await vi.waitFor(async () => expect((await reader.read(id))?.status).toBe(status), {
    timeout: 90_000,
    interval: 100,
  });
}

describe("the spans of a session whose messages are all delivered twice", () => {
  const named = (prefix: string) => spans.filter(({ name }) => name.startsWith(prefix));
  const parentOf = (span: Span) => spans.find(({ spanId }) => spanId === span.parentSpanId);
  const stepOf = ({ attributes }: Span) => attributes["mekuri.step"];

  test("are one trace with one root, the request that started the session", () => {
    const root = spans.find(({ name }) => name === "POST /api/v1/manga/generate");
    const ours = spans.filter(({ traceId }) => traceId === root?.traceId);
    expect(ours.filter((span) => parentOf(span) === undefined)).toEqual([root]);
    // A user's decision is a separate request and trace; the steps that follow belong to the session's.
    const others = spans.filter(({ traceId }) => traceId !== root?.traceId).map(({ name }) => name);
    expect(others.toSorted()).toEqual(["POST /api/v1/manga/sessions/{id}/feedback", "change"]);
    const followed = spans.find(({ name }) => name === "follow up");
    expect(followed?.links.map(({ traceId }) => traceId)).not.toContain(root?.traceId);
    expect(followed && parentOf(followed)).toBe(root);
  });

  test("have a delivery below the publish of its message, and that below the delivery that released it", () => {
    expect(named("deliver").length).toBeGreaterThanOrEqual(20);
    for (const delivery of named("deliver")) {
      const publish = parentOf(delivery);
      expect(publish?.name).toMatch(/^publish mekuri-/);
      expect(publish && stepOf(publish)).toBe(stepOf(delivery));
      expect(
        named("deliver").filter(({ parentSpanId }) => parentSpanId === delivery.parentSpanId),
      ).toHaveLength(2);
    }
    const lettering = named("publish mekuri-lettering")[0];
    const panels = named("deliver").filter((span) => String(stepOf(span)).startsWith("artwork/"));
    expect(panels).toContain(lettering && parentOf(lettering));
  });

  test("have each step once, with its call and its record below its delivery", () => {
    const steps = named("step");
    expect(new Set(steps.map(stepOf)).size).toBe(steps.length);
    for (const step of steps) {
      const delivery = parentOf(step);
      expect(delivery?.name).toMatch(/^deliver /);
      const records = named("record").filter((span) => span.parentSpanId === delivery?.spanId);
      expect(records.map(stepOf)).toContain(stepOf(step));
    }
    const calls = named("call");
    expect(calls.length).toBeGreaterThanOrEqual(6);
    for (const call of calls) {
      expect(parentOf(call)?.name).toMatch(/^step /);
      expect(call.attributes["gen_ai.request.model"]).toMatch(/^(?:offline|code)-/);
    }
  });

  test("are within their parents' times inside one process", () => {
    for (const span of [...named("step"), ...named("call"), ...named("record")]) {
      const parent = parentOf(span);
      expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(parent?.startTimeUnixNano ?? 0));
      expect(BigInt(span.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(parent?.endTimeUnixNano ?? 0));
    }
  });
});

describe("the timeline of that session", () => {
  test("has each step's start and end once, and names the trace", async () => {
    const reader = firestoreEventReader(suiteDatabase(db));
    const { events, next } = await reader.list(sessionId, { limit: 500 });
    expect(next).toBeUndefined();
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
    expect(events.at(0)?.kind).toBe("session-started");
    expect(events.at(-1)?.kind).toBe("session-completed");
    const traceIds = new Set(events.map(({ traceId }) => traceId));
    expect([...traceIds]).toEqual([spans.find(({ name }) => name.endsWith("/generate"))?.traceId]);
    const done = events.filter(({ kind }) => kind === "done");
    const started = events.filter(({ kind }) => kind === "started");
    expect(done.map(({ step }) => step).toSorted()).toEqual(started.map(({ step }) => step).toSorted());
    expect(new Set(done.map(({ step }) => parseStepId(step).phase))).toEqual(new Set(PHASES));
    expect(done.every(({ ms, attempt }) => ms !== undefined && attempt === 1)).toBe(true);
    expect(events.find(({ kind }) => kind === "gate-decided")).toMatchObject({
      ...{ step: "review/plot", code: "approve", by: "ann" },
    });
  });
});

describe("the logs of that session", () => {
  test("are JSON lines with session, step and trace", () => {
    const parsed = lines.map((line) =>
      z.looseObject({ severity: z.string(), message: z.string() }).parse(JSON.parse(line)),
    );
    const made = parsed.filter(({ message }) => message.endsWith(" is made"));
    expect(made.length).toBeGreaterThanOrEqual(10);
    const traceId = spans.find(({ name }) => name.endsWith("/generate"))?.traceId;
    for (const line of made) {
      expect(line.severity).toBe("INFO");
      expect(line["logging.googleapis.com/labels"]).toMatchObject({
        sessionId,
        step: line.message.split(" ")[0],
      });
      expect(line["logging.googleapis.com/trace"]).toBe(`projects/demo-mekuri/traces/${traceId}`);
      expect(spans.some(({ spanId }) => spanId === line["logging.googleapis.com/spanId"])).toBe(true);
    }
  });

  test("contain no sentence of the story and no key, and neither do the spans", () => {
    const told = lines.join("\n") + JSON.stringify(spans);
    for (const sentence of STORY.flatMap((text) => text.split(/[。「」]/)).filter(
      (part) => part.length > 2,
    )) {
      expect(told).not.toContain(sentence);
    }
    expect(told).not.toContain(process.env.MEKURI_DATA_KEY);
  });
});
