// Publishing over HTTP/1 and JSON: `publish` and `get` of a topic. The same port serves the keys and tokens of authenticated push.
// https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.topics
import { createServer, type IncomingMessage, type Server } from "node:http";
import * as z from "zod";
import { loopbackOnly } from "../loopback-only.ts";
import { wholeBody } from "../whole-body.ts";
import type { Broker } from "./broker.ts";
import { invalidArgument, PubSubError, type PubSubErrorCode, unimplemented } from "./pubsub-error.ts";
import type { PushTokenSigner } from "./push-token.ts";
import { answerAboutTokens } from "./token-http.ts";
import { topicToWire } from "./wire.ts";

const PublishSchema = z.object({
  messages: z
    .array(
      z.object({
        data: z.base64().optional(),
        attributes: z.record(z.string(), z.string()).optional(),
        orderingKey: z.string().optional(),
      }),
    )
    .min(1),
});

/** https://cloud.google.com/apis/design/errors#http_mapping */
const HTTP_STATUS: Readonly<Record<PubSubErrorCode, number>> = {
  ALREADY_EXISTS: 409,
  FAILED_PRECONDITION: 400,
  INVALID_ARGUMENT: 400,
  NOT_FOUND: 404,
  UNIMPLEMENTED: 501,
};

export interface PublisherHttpOptions {
  signer: PushTokenSigner;
  /** Maximum bytes of a request's body. */
  mostBytes: number;
}

/** An HTTP server that receives accepted sockets. It also serves `token-http.ts`. */
export function publisherHttp(broker: Broker, { signer, mostBytes }: PublisherHttpOptions): Server {
  async function handle(request: IncomingMessage): Promise<unknown> {
    const { method = "GET", url = "/" } = request;
    const body = () => bodyOf(request, mostBytes);
    const aboutTokens = await answerAboutTokens(signer, { method, url, body });
    if (aboutTokens !== undefined) return aboutTokens;
    const [, topic = "", verb] =
      /^\/v1\/(projects\/[^/?]+\/topics\/[^/:?]+)(?::(\w+))?(?:\?|$)/.exec(url) ?? [];
    const name = decodeURIComponent(topic);
    if (method === "GET" && topic !== "" && verb === undefined) return topicToWire(broker.topic(name));
    if (method !== "POST" || verb !== "publish") throw unimplemented(`${method} ${url}`);
    const { messages } = publishOf(await body());
    const published = messages.map(({ data = "", attributes = {}, orderingKey = "" }) => ({
      data: Buffer.from(data, "base64"),
      attributes,
      orderingKey,
    }));
    return { messageIds: broker.publish(name, published) };
  }

  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json; charset=UTF-8" });
      response.end(JSON.stringify(body));
    };
    handle(request).then(
      (body) => answer(200, body),
      (error: unknown) => {
        const status = error instanceof PubSubError ? error.code : "INTERNAL";
        const code = error instanceof PubSubError ? HTTP_STATUS[error.code] : 500;
        answer(code, { error: { code, message: error instanceof Error ? error.message : "", status } });
      },
    );
  });
  return loopbackOnly(server);
}

async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<string> {
  const error = () => invalidArgument(`The request is larger than ${mostBytes} bytes.`);
  return (await wholeBody(request, { bytes: mostBytes, error })).toString();
}

function publishOf(body: string): z.infer<typeof PublishSchema> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw invalidArgument("The request is no JSON.");
  }
  const parsed = PublishSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw invalidArgument(`Invalid JSON payload received: ${z.prettifyError(parsed.error)}`);
}
