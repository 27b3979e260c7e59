// Push delivery: one HTTP request for each message, with the wrapped envelope. The status code of the response is the answer.
// The wire format is https://cloud.google.com/pubsub/docs/push#receive_push.
import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { PushReport } from "./broker.ts";
import type { Clock } from "./clock.ts";
import type { Lease } from "./delivery-queue.ts";
import type { PushTokenSigner } from "./push-token.ts";
import { type PushRealism, pushWindow } from "./push-window.ts";
import type { PushTarget, Subscription } from "./resources.ts";
import type { Consumer } from "./subscription-feed.ts";

export interface PushSender {
  /** A consumer that pushes to the subscription's current endpoint. */
  connect(subscription: Subscription, report: PushReport): Consumer;
  /** Aborts every open request. The messages stay unacknowledged. */
  close(): void;
}

/** 102 is an interim response. It acknowledges on arrival, whatever follows. */
const POSITIVE_STATUSES: ReadonlySet<number> = new Set([102, 200, 201, 202, 204]);

/** The service's limit for one attempt, which also ends a request after an interim 102. */
const LONGEST_ATTEMPT_MS = 600_000;

/** Keeps connections alive, and does not limit concurrent requests. */
export function pushSender(options: {
  token: PushTokenSigner;
  realism: PushRealism;
  clock: Clock;
}): PushSender {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxFreeSockets: 64 }),
    https: new HttpsAgent({ keepAlive: true, maxFreeSockets: 64 }),
  };
  const open = new Set<ClientRequest>();
  let isClosed = false;

  /** Sends one request. Calls `settle` at most once, with true for a positive answer. */
  function send(
    target: PushTarget,
    body: Buffer,
    headers: Record<string, string>,
    settle: Settle,
  ): ClientRequest {
    const isSecure = target.endpoint.startsWith("https:");
    const request = (isSecure ? httpsRequest : httpRequest)(target.endpoint, {
      method: "POST",
      agent: isSecure ? agents.https : agents.http,
      headers: { ...headers, "Content-Type": "application/json", "Content-Length": body.length },
    });
    open.add(request);
    request.setTimeout(LONGEST_ATTEMPT_MS, () => request.destroy());
    request.on("close", () => open.delete(request));
    request.on("information", ({ statusCode }) => {
      if (POSITIVE_STATUSES.has(statusCode)) settle("positive");
    });
    request.on("response", (response: IncomingMessage) => {
      response.resume();
      response.on("error", () => settle("negative"));
      settle(POSITIVE_STATUSES.has(response.statusCode ?? 0) ? "positive" : "negative");
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The endpoint closed an idle kept-alive connection, which is no answer: retry on another connection.
      settle(request.reusedSocket && error.code === "ECONNRESET" ? "stale" : "negative");
    });
    request.end(body);
    return request;
  }

  async function headersFor(target: PushTarget): Promise<Record<string, string>> {
    const headers = {
      Accept: "application/json",
      "User-Agent": "CloudPubSub-Google",
      From: "noreply@google.com",
    };
    if (target.oidc === undefined) return headers;
    const { serviceAccountEmail, audience } = target.oidc;
    const token = await options.token.sign({ serviceAccountEmail, audience: audience || target.endpoint });
    return { ...headers, Authorization: `Bearer ${token}` };
  }

  function connect({ push: target }: Subscription, report: PushReport): Consumer {
    if (target === undefined) throw new Error("A subscription without an endpoint cannot push.");
    const pushTarget = target;
    const window = pushWindow(options.realism);
    const underWay = new Map<string, ClientRequest | undefined>();

    async function deliver(lease: Lease, subscription: Subscription): Promise<void> {
      const { ackId } = lease;
      const body = Buffer.from(JSON.stringify(pushEnvelope(lease, subscription)));
      underWay.set(ackId, undefined);
      const headers = await headersFor(pushTarget);
      const attempt = () => {
        if (isClosed || !underWay.has(ackId)) return;
        let isSettled = false;
        const request = send(pushTarget, body, headers, (result) => {
          if (isSettled || isClosed) return;
          isSettled = true;
          if (result === "positive") report.acknowledge(ackId);
          else if (result === "negative") report.reject(ackId);
          else attempt();
        });
        underWay.set(ackId, request);
      };
      attempt();
    }

    return {
      room(now) {
        if (window.opensAt > now) return { messages: 0, bytes: 0, opensAt: window.opensAt };
        return { messages: window.size - underWay.size, bytes: Number.POSITIVE_INFINITY };
      },
      deliver(leases, subscription) {
        for (const lease of leases) deliver(lease, subscription).catch(() => report.reject(lease.ackId));
      },
      ended(lease, outcome) {
        const request = underWay.get(lease.ackId);
        underWay.delete(lease.ackId);
        if (outcome === "acknowledged") window.succeeded();
        else if (outcome === "rejected") window.rejected(options.clock.now());
        else {
          request?.destroy();
          window.lapsed();
        }
      },
      refused() {},
    };
  }

  return {
    connect,
    close() {
      isClosed = true;
      for (const request of open) request.destroy();
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** `stale`: a reused connection was closed before any response. */
type Settle = (result: "positive" | "negative" | "stale") => void;

/** The body of a push: empty fields are omitted, and names are in both spellings, as in the service. */
export function pushEnvelope({ message, attempt }: Lease, subscription: Subscription) {
  const messageId = String(message.id);
  const publishTime = new Date(message.publishedAt).toISOString();
  return {
    ...(subscription.deadLetter !== undefined && { deliveryAttempt: attempt }),
    message: {
      ...(Object.keys(message.attributes).length > 0 && { attributes: message.attributes }),
      ...(message.data.length > 0 && { data: message.data.toString("base64") }),
      messageId,
      message_id: messageId,
      ...(message.orderingKey !== "" && { orderingKey: message.orderingKey }),
      publishTime,
      publish_time: publishTime,
    },
    subscription: subscription.name,
  };
}
