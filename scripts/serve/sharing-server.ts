// A service in this process with the reader's script, for tests that open shared books in a browser.
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { sampleService } from "../../lib/api/sample-service.ts";
import { buildModules } from "../../reader/build.ts";
import { headersOf } from "./hosting.ts";

type Service = ReturnType<typeof sampleService>;

const firebase = JSON.parse(readFileSync(new URL("../../firebase.json", import.meta.url), "utf8"));
const SCRIPT = "/reader/mekuri-reader.js";

export interface ListeningServer {
  /** `http://127.0.0.1:41234`. */
  origin: string;
  close(): void;
}

export async function listen(listener: RequestListener, host: string): Promise<ListeningServer> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves the API, the pages of shared books, and the reader's script as Firebase Hosting does. */
export async function serveSharing(service: Pick<Service, "app">): Promise<ListeningServer> {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-sharing-"));
  await buildModules(folder);
  const script = readFileSync(join(folder, "mekuri-reader.js"));
  rmSync(folder, { recursive: true });
  const api = getRequestListener(service.app.fetch);
  return listen((request, response) => {
    if (request.url !== SCRIPT) return void api(request, response);
    for (const [name, value] of Object.entries(headersOf(firebase.hosting.headers, SCRIPT))) {
      response.setHeader(name, value);
    }
    response.setHeader("content-type", "text/javascript").end(script);
  }, "127.0.0.1");
}

/** A finished book of `text`. */
export async function madeBook(service: Service, body: { text: string; pages: number }): Promise<string> {
  const started = await service.send("POST", "/api/v1/manga/generate", body);
  const { sessionId } = (await started.json()) as { sessionId: string };
  await service.deliver();
  return sessionId;
}

/** Shares or closes a book; returns its token. */
export async function share(
  service: Service,
  sessionId: string,
  visibility: "unlisted" | "private",
): Promise<string> {
  const answer = await service.send("PATCH", `/api/v1/manga/sessions/${sessionId}`, { visibility });
  return String(((await answer.json()) as { shareToken?: string }).shareToken);
}
