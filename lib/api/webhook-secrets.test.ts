import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { signatureOf, webhookSecrets } from "./webhook-secrets.ts";

const ReceiverSchema = z.object({
  isFromMekuri: z.custom<(header: string, body: string, secret: string, now?: number) => boolean>(
    (value) => typeof value === "function",
  ),
});

/** The verification code of docs/operate/webhooks.md, run as it is printed there. */
async function receiver() {
  const page = readFileSync(new URL("../../docs/operate/webhooks.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n(.*?)```/s.exec(page) ?? [];
  return ReceiverSchema.parse(await import(`data:text/javascript,${encodeURIComponent(code)}`));
}

describe("a signature", () => {
  const nowMs = 1_790_000_000_500;
  const body = JSON.stringify({ id: "s1.0.completed", title: "雨の夜" });
  const secret = webhookSecrets(new Uint8Array(32)).secretOf("ann");
  const header = signatureOf(body, { secret, nowMs });

  it("is accepted by the documented check, and nothing else is", async () => {
    const { isFromMekuri } = await receiver();
    expect(isFromMekuri(header, body, secret, nowMs)).toBe(true);
    const others = [
      isFromMekuri(header, `${body} `, secret, nowMs),
      isFromMekuri(header, body, webhookSecrets(new Uint8Array(32)).secretOf("bob"), nowMs),
      isFromMekuri(header, body, webhookSecrets(new Uint8Array(32).fill(1)).secretOf("ann"), nowMs),
      isFromMekuri(header.replace("t=1790000000", "t=1790000001"), body, secret, nowMs),
      isFromMekuri(header.slice(0, -2), body, secret, nowMs),
      isFromMekuri("t=1790000000", body, secret, nowMs),
      isFromMekuri("", body, secret, nowMs),
      isFromMekuri(header, body, secret, nowMs + 301_000),
    ];
    expect(others).toEqual(others.map(() => false));
  });
});
