// One HTTP request and its answer, both completely in memory, with Node's own client. Saves the CPU of `fetch`, several times as much for
// each call (`docs/decisions/0098-small-requests-go-to-googles-json-apis.md`, rows "hop" and "steps a second" of `docs/proof/bench.md`).
import { once } from "node:events";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

export interface Exchange {
  url: URL;
  method?: string | undefined;
  headers: Readonly<Record<string, string>>;
  body?: Buffer | string | undefined;
  /** From the request's begin to the answer's end. */
  timeoutMs: number;
}

const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/** Throws if no complete answer arrived in time; every status is an answer. */
export async function exchange(asked: Exchange): Promise<{ status: number; body: Buffer }> {
  const { url, method = "GET", headers, body, timeoutMs } = asked;
  const isSecure = url.protocol === "https:";
  const request = (isSecure ? httpsRequest : httpRequest)(url, {
    ...{ method, agent: isSecure ? agents.https : agents.http },
    headers: body === undefined ? headers : { ...headers, "content-length": Buffer.byteLength(body) },
  });
  // An error after the answer has begun is reported by the answer as well.
  request.on("error", () => {});
  const late = setTimeout(
    () => request.destroy(new Error(`${url.host} gave no answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  try {
    request.end(body);
    const [answer]: IncomingMessage[] = await once(request, "response").catch(
      (error: NodeJS.ErrnoException) => {
        // A kept-alive connection was closed while idle, which says nothing about the service.
        if (request.reusedSocket && /^(ECONNRESET|EPIPE)$/.test(error.code ?? "")) return [];
        throw error;
      },
    );
    if (answer === undefined) return await exchange(asked);
    const chunks: Buffer[] = [];
    // With event listeners, because `for await` is slow for a small body.
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(answer, "end");
    return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks) };
  } finally {
    clearTimeout(late);
  }
}
