// Reports the end of a session to a receiver by HTTP. The user who started the session chose the address, so it could lead into our own
// network: the name is resolved once, all its addresses must be public, the connection uses the verified address, and redirects are not
// followed.
import { lookup } from "node:dns/promises";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "../api/public-address.ts";
import { SIGNATURE_HEADER, signatureOf, type WebhookSecrets } from "../api/webhook-secrets.ts";
import { bareHost } from "../api/webhook-url.ts";
import type { SendOutcome, WebhookEvent } from "../pipeline/webhook-deliveries.ts";
import type { WebhookSender } from "../pipeline/webhooks.ts";

export interface SenderOptions extends WebhookSecrets {
  /** Whether receivers on this machine are allowed, also by plain http. */
  allowLoopback: boolean;
  now: () => number;
  /** Returns all addresses of a name; default: the machine's resolver. */
  resolve?: (host: string) => Promise<string[]>;
  /** For the whole exchange; default 10 s. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Of an answer that is read before the connection is cut. */
const ANSWER_BYTES = 65_536;

export function webhookSender(options: SenderOptions): WebhookSender {
  const { allowLoopback, resolve = resolveAll, timeoutMs = TIMEOUT_MS } = options;

  return {
    async send({ url: text, ownerId, event }): Promise<SendOutcome> {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const url = new URL(text);
        const address = await orAbort(allowedAddress(url), signal);
        const body = JSON.stringify(event);
        const signature = signatureOf(body, { secret: options.secretOf(ownerId), nowMs: options.now() });
        return await post({ url, address, body, signal, headers: headersOf(event, signature, body) });
      } catch (error) {
        return {
          kind: "failed",
          error: signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error),
        };
      }
    },
  };

  /** The address to connect to. Throws if the URL is not allowed. */
  async function allowedAddress(url: URL): Promise<string> {
    const host = bareHost(url);
    const addresses = isIP(host) === 0 ? await resolve(host) : [host];
    const isHere = allowLoopback && addresses.every(isLoopbackAddress);
    const [first] = addresses;
    if (first === undefined) throw new RefusedError("the host name has no address");
    if (!isHere && !addresses.every(isPublicAddress)) throw new RefusedError("the address is not public");
    if (url.protocol !== "https:" && !(isHere && url.protocol === "http:")) {
      throw new RefusedError("only https is allowed");
    }
    return first;
  }
}

/** A DNS look-up cannot be aborted, but the caller need not wait for it. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

class RefusedError extends Error {
  override readonly name = "RefusedError";
}

async function resolveAll(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

function headersOf({ id, event }: WebhookEvent, signature: string, body: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Mekuri-Webhook/1",
    "mekuri-delivery": id,
    "mekuri-event": event,
    [SIGNATURE_HEADER]: signature,
  };
}

interface Post {
  url: URL;
  address: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

function post({ url, address, headers, body, signal }: Post): Promise<SendOutcome> {
  // Every request for the name's address returns the verified one.
  const family = isIP(address);
  const pinned: LookupFunction = (_host, { all }, done) => {
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request: ClientRequest = send(
      url,
      { method: "POST", headers, lookup: pinned, agent: false, signal, maxHeaderSize: 16_384 },
      (response) => readAnswer(response).then(resolve, reject),
    );
    request.on("error", reject);
    request.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<SendOutcome> {
  const status = response.statusCode ?? 0;
  let bytes = 0;
  for await (const chunk of response) {
    bytes += Buffer.byteLength(chunk);
    if (bytes > ANSWER_BYTES) break;
  }
  response.destroy();
  if (status >= 200 && status < 300) return { kind: "delivered", status };
  const what =
    status >= 300 && status < 400 ? `answered ${status}; redirects are not followed` : `answered ${status}`;
  return { kind: "failed", status, error: what };
}

function reasonOf(error: unknown): string {
  if (error instanceof RefusedError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code === "" ? "the connection failed" : `the connection failed (${code})`;
}
