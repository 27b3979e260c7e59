// Requests to picture servers without a client library: JSON in, JSON or bytes out, with the pipeline's failures.
import type { Question } from "./model.ts";
import { answerError, noAnswerFrom } from "./own-failures.ts";

export interface OwnServer {
  /** Key of the model, for messages. */
  id: string;
  baseUrl: string;
  headers?: Readonly<Record<string, string>>;
  /** Advice for a 404, instead of the usual one. */
  ifMissing?: string;
}

interface Sent {
  method?: "GET" | "POST";
  body?: unknown;
  form?: FormData;
  signal: AbortSignal;
  question: Question;
}

/** Throws as `HostedModel.ask` does. */
export async function requestJson(server: OwnServer, path: string, sent: Sent): Promise<unknown> {
  const response = await request(server, path, sent);
  try {
    return await response.json();
  } catch (error) {
    sent.signal.throwIfAborted();
    throw noAnswerFrom(error, server);
  }
}

export async function requestBytes(server: OwnServer, path: string, sent: Sent): Promise<Uint8Array> {
  const response = await request(server, path, sent);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    sent.signal.throwIfAborted();
    throw noAnswerFrom(error, server);
  }
}

async function request(server: OwnServer, path: string, sent: Sent): Promise<Response> {
  const { method = "GET", body, form, signal, question } = sent;
  let response: Response;
  try {
    response = await fetch(`${server.baseUrl}${path}`, {
      ...{ method, signal, redirect: "error" },
      headers: { ...server.headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: form }),
    });
  } catch (error) {
    throw noAnswerFrom(error, server);
  }
  if (response.ok) return response;
  const said = await response.text().catch(() => "");
  throw answerError({ status: response.status, said: messageIn(said) }, { ...server, question });
}

/** The message of an error in the forms of A1111 (`detail`, `error`, `errors`), ComfyUI (`error.message`, `node_errors`) and FastAPI. */
function messageIn(text: string): string {
  try {
    const found: string[] = [];
    collect(JSON.parse(text), found, 0);
    return found.join("; ") || text;
  } catch {
    // A proxy may answer in HTML.
    return text;
  }
}

const SAID = ["message", "details", "detail", "error", "errors", "msg", "node_errors", "class_type"];
const DEEPEST = 6;

function collect(value: unknown, found: string[], depth: number): void {
  if (depth > DEEPEST || found.length > 8) return;
  if (typeof value === "string") {
    if (value.trim() !== "") found.push(value.trim());
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, found, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value))
      if (SAID.includes(key) || depth > 0) collect(one, found, depth + 1);
  }
}
