import { expect, test } from "vitest";
import * as z from "zod";
import { WebhookMessageSchema } from "../../lib/pipeline/webhook-deliveries.ts";
import { FUNCTIONS } from "../../lib/topology.ts";
import { firstRequestOf } from "./first-requests.ts";

test("there is a first request for every function of the topology, and for no other", () => {
  for (const { name, trigger } of FUNCTIONS)
    expect(firstRequestOf(name).path === "/", name).toBe(trigger.kind !== "http");
  expect(() => firstRequestOf("unheard-of")).toThrow(/unheard-of is a new function/);
});

test("the message pushed to webhook-attempts is valid", () => {
  const PushSchema = z.object({ message: z.object({ data: z.base64() }) });
  const { message } = PushSchema.parse(firstRequestOf("webhook-attempts").body);
  expect(
    WebhookMessageSchema.safeParse(JSON.parse(Buffer.from(message.data, "base64").toString())).success,
  ).toBe(true);
});
