// An HTTP endpoint for tests of push: it records requests and sends scripted answers.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** The wrapped envelope. Undocumented fields are refused. */
const EnvelopeSchema = z.strictObject({
  deliveryAttempt: z.number().int().optional(),
  message: z.strictObject({
    attributes: z.record(z.string(), z.string()).optional(),
    data: z.base64().optional(),
    messageId: z.string(),
    message_id: z.string(),
    orderingKey: z.string().optional(),
    publishTime: z.iso.datetime(),
    publish_time: z.iso.datetime(),
  }),
  subscription: z.string(),
});

export interface Arrival {
  readonly text: string;
  readonly envelope: z.infer<typeof EnvelopeSchema>;
  readonly headers: IncomingHttpHeaders;
  readonly response: ServerResponse;
  /** Time of the request, by `performance.now()`. */
  readonly at: number;
}

export interface PushEndpoint {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** Resolves with the n-th request (from 1) after it arrives. */
  arrival(n: number): Promise<Arrival>;
  close(): Promise<void>;
}

/** `answer` returns the status, or undefined to leave the request unanswered. */
export async function pushEndpoint(
  answer: (arrival: Arrival, n: number) => number | undefined = () => 204,
  port = 0,
): Promise<PushEndpoint> {
  const arrivals: Arrival[] = [];
  const waiting: { n: number; resolve: (arrival: Arrival) => void }[] = [];
  const server = createServer((request, response) => {
    const at = performance.now();
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const envelope = EnvelopeSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const text = Buffer.from(envelope.message.data ?? "", "base64").toString();
      const arrival = { text, envelope, headers: request.headers, response, at };
      arrivals.push(arrival);
      for (const { n, resolve } of waiting) if (n === arrivals.length) resolve(arrival);
      const status = answer(arrival, arrivals.length);
      if (status !== undefined) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/push`,
    arrivals,
    arrival(n) {
      const there = arrivals[n - 1];
      if (there !== undefined) return Promise.resolve(there);
      return new Promise((resolve) => waiting.push({ n, resolve }));
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The endpoint listens on no port.");
  return address.port;
}
