// Serves folders over HTTP for tests, each on an origin of its own.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".webp": "image/webp",
};

export interface Site {
  origin: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** `pages` are answered before the folder is looked at. `headers` go with every answer. */
export async function serve(
  folder: string,
  { pages = {}, headers = {} }: { pages?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Site> {
  const asked: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    // Browsers ask for it by themselves.
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    asked.push(pathname);
    const path = normalize(decodeURIComponent(pathname));
    try {
      const body = pages[path] ?? (await readFile(join(folder, path)));
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8",
        ...headers,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
