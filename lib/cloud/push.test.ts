// Deliveries as Pub/Sub posts them, through the functions framework.
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { http } from "@google-cloud/functions-framework";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CallerVerdict } from "./caller-check.ts";
import { loggedPlace } from "./log.ts";
import { type Delivery, type DeliveryOutcome, servePush } from "./push.ts";

let server: Server | undefined;
let handle: (delivery: Delivery) => Promise<DeliveryOutcome>;
let lines: Record<string, unknown>[];
let callers: (string | undefined)[];
let verdict: CallerVerdict;

http(
  "push",
  servePush((delivery) => handle(delivery), {
    checkCaller: async (authorization) => {
      callers.push(authorization);
      return verdict;
    },
  }),
);

beforeEach(() => {
  lines = [];
  callers = [];
  verdict = "known";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  server?.close();
});

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  server = getTestServer("push").listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

const MESSAGE = { v: 1, sessionId: "s1", step: "artwork/p001/k2", inputHash: "h" };
const envelope = (data: string, attributes: Record<string, string> = {}) => ({
  message: { data: Buffer.from(data).toString("base64"), attributes, messageId: "m1" },
  subscription: "projects/demo/subscriptions/mekuri-artwork-push",
  deliveryAttempt: 3,
});

const OURS = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const FRONT_ENDS = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

describe("a delivery", () => {
  test("has the attributes of Pub/Sub, in the trace of its publisher", async () => {
    const seen: unknown[] = [];
    handle = async (delivery) => {
      seen.push(delivery, loggedPlace()?.traceId);
      return "ack";
    };
    const body = envelope(JSON.stringify(MESSAGE), { traceparent: OURS });
    expect((await post(body, { traceparent: FRONT_ENDS })).status).toBe(204);
    expect(seen).toEqual([
      { messageId: "m1", attributes: { traceparent: OURS }, deliveryAttempt: 3, body: MESSAGE },
      "0af7651916cd43dd8448eb211c80319c",
    ]);
  });

  test("without a trace in its message is in that of its request", async () => {
    handle = async () => {
      expect(loggedPlace()?.traceId).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
      return "unavailable";
    };
    expect((await post(envelope("{"), { traceparent: FRONT_ENDS })).status).toBe(503);
    expect(lines).toEqual([]);
  });

  test("that fails is delivered again, and the log has the reason, with session, step and trace", async () => {
    handle = async () => {
      throw new RangeError("no such place");
    };
    expect((await post(envelope(JSON.stringify(MESSAGE), { traceparent: OURS }))).status).toBe(503);
    expect(lines).toMatchObject([
      {
        ...{ severity: "ERROR", message: "a delivery failed: no such place", messageId: "m1" },
        "logging.googleapis.com/labels": { sessionId: "s1", step: "artwork/p001/k2" },
      },
    ]);
    expect(lines[0]?.["logging.googleapis.com/trace"]).toMatch(/0af7651916cd43dd8448eb211c80319c$/);
  });

  test.each([
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["unavailable", 503],
  ] as const)("of a caller that is %s gets %i, and nothing is done", async (given, status) => {
    verdict = given;
    handle = async () => {
      throw new Error("was asked");
    };
    const authorization = "Bearer a.b.c";
    expect((await post(envelope(JSON.stringify(MESSAGE)), { authorization })).status).toBe(status);
    expect(callers).toEqual([authorization]);
    expect(lines).toMatchObject([
      { severity: "WARNING", caller: given },
      { severity: "WARNING", audit: "caller-refused", reason: given, way: "push" },
    ]);
  });

  test("that is not a push message is refused with 400", async () => {
    handle = async () => {
      throw new Error("was asked");
    };
    expect((await post({ message: "hello" })).status).toBe(400);
  });
});
