// One HTTP request and its answer, both whole in memory, by Node's own client: `fetch` takes four times the CPU for a small body, and
// nine times for one of 300 KB.
import { once } from "node:events";
import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

export interface Exchange {
  url: URL;
  method?: string | undefined;
  headers: Readonly<Record<string, string>>;
  body?: Buffer | string | undefined;
  /** From the request's begin to the answer's end. */
  timeoutMs: number;
}

export interface Answer {
  status: number;
  body: Buffer;
}

const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/** Throws where no answer came whole and in time; any status is an answer. */
export async function exchange(asked: Exchange): Promise<Answer> {
  const { url, method = "GET", headers, body, timeoutMs } = asked;
  const isSecure = url.protocol === "https:";
  const request = (isSecure ? httpsRequest : httpRequest)(url, {
    ...{ method, agent: isSecure ? agents.https : agents.http },
    headers: body === undefined ? headers : { ...headers, "content-length": Buffer.byteLength(body) },
  });
  // What breaks after the answer has begun breaks the answer as well.
  request.on("error", () => {});
  const late = setTimeout(
    () => request.destroy(new Error(`${url.host} gave no answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  try {
    request.end(body);
    const answer = await answerTo(request);
    if (answer === "stale") return await exchange(asked);
    const chunks: Buffer[] = [];
    // By events: `for await` takes long beside a small body.
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(answer, "end");
    return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks) };
  } finally {
    clearTimeout(late);
  }
}

/** `stale`: the connection was kept from an earlier request, and closed while it was idle; that says nothing of the service. */
function answerTo(request: ClientRequest): Promise<IncomingMessage | "stale"> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", (error) => {
      const isReset = "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");
      if (request.reusedSocket && isReset) resolve("stale");
      else reject(error);
    });
  });
}
