// Serves the studio as Firebase Hosting does: the built files, the rewrites and headers of firebase.json, and the project's settings at
// /__/firebase/init.json. Only the emulators' addresses are added.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { createGzip } from "node:zlib";
import * as z from "zod";
import { builtStudio } from "./built-studio.ts";

const HostingSchema = z.object({
  hosting: z.object({
    rewrites: z.array(z.object({ source: z.string(), destination: z.string().optional() })),
    headers: z.array(
      z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
    ),
  }),
});

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
};

/** URL of the project's settings for the web SDK; `emulators` is an addition. */
const SETTINGS = "/__/firebase/init.json";
/** The 404 page for paths without a file or rewrite. */
const MISSING = "/404.html";

export interface Hosting {
  /** False if the path belongs to a function. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

/** `environment` returns the suite's variables once it listens. */
export function openHosting(environment: () => Readonly<Record<string, string>>): Hosting {
  const file = new URL("../../firebase.json", import.meta.url);
  const { hosting } = HostingSchema.parse(JSON.parse(readFileSync(file, "utf8")));

  async function send(
    path: string,
    { request, response }: { request: IncomingMessage; response: ServerResponse },
  ) {
    const env = environment();
    if (path === SETTINGS) {
      setHeaders(response, headersOf(hosting.headers, path), env);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(settingsOf(env)));
      return;
    }
    const folder = await builtStudio();
    const found = existsSync(join(folder, path)) ? path : MISSING;
    const name = join(folder, found);
    setHeaders(response, headersOf(hosting.headers, found), env);
    response.statusCode = found === MISSING ? 404 : 200;
    response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
    response.setHeader("vary", "accept-encoding");
    if (request.method === "HEAD") return void response.end();
    const stream = createReadStream(name);
    stream.on("error", () => response.destroy());
    if (!/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) return void stream.pipe(response);
    response.setHeader("content-encoding", "gzip");
    stream.pipe(createGzip()).pipe(response);
  }

  return {
    answer(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      const path = fileOf((request.url ?? "").split("?")[0] ?? "", hosting.rewrites);
      if (path === undefined) return false;
      send(path, { request, response }).catch((error: unknown) => {
        if (response.headersSent) return response.destroy();
        const reason = error instanceof Error ? error.message : String(error);
        response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end(`The studio could not be built.\n\n${reason}\n`);
      });
      return true;
    },
  };
}

type Rewrite = z.infer<typeof HostingSchema>["hosting"]["rewrites"][number];

/** The file for a path, whether or not it exists; undefined if the path belongs to a function. */
export function fileOf(path: string, rewrites: readonly Rewrite[]): string | undefined {
  if (path === "/") return "/index.html";
  if (
    path === SETTINGS ||
    /^\/(?:assets\/[\w.-]+|reader\/[\w.-]+\.js|(?:styles|choices)\/[\w-]+\.webp|[\w-]+\.(?:svg|txt))$/.test(
      path,
    )
  )
    return path;
  const rewrite = rewrites.find(({ source }) => isMatch(source, path));
  return rewrite === undefined ? MISSING : rewrite.destination;
}

/** Supports the globs in firebase.json: a path, or one that ends with two stars. */
function isMatch(source: string, path: string): boolean {
  return source.endsWith("**") ? path.startsWith(source.slice(0, -2)) : path === source;
}

type HeaderRules = z.infer<typeof HostingSchema>["hosting"]["headers"];

/** A later rule overrides an earlier one. */
export function headersOf(rules: HeaderRules, path: string): Record<string, string> {
  const found = rules.filter(({ source }) => isMatch(source, path)).flatMap(({ headers }) => headers);
  return Object.fromEntries(found.map(({ key, value }) => [key.toLowerCase(), value]));
}

function setHeaders(
  response: ServerResponse,
  headers: Record<string, string>,
  env: Readonly<Record<string, string>>,
): void {
  const policy = headers["content-security-policy"] ?? "";
  const here = [env.FIRESTORE_EMULATOR_HOST, env.FIREBASE_AUTH_EMULATOR_HOST].map((host) => `http://${host}`);
  const locally = policy
    .replace("connect-src 'self'", `connect-src 'self' ${here.join(" ")} ${env.STORAGE_EMULATOR_HOST ?? ""}`)
    .replace("img-src 'self'", `img-src 'self' ${env.STORAGE_EMULATOR_HOST ?? ""}`);
  for (const [name, value] of Object.entries({ ...headers, "content-security-policy": locally })) {
    response.setHeader(name, value);
  }
}

function settingsOf(env: Readonly<Record<string, string>>) {
  return {
    projectId: env.GOOGLE_CLOUD_PROJECT,
    apiKey: "local",
    emulators: { firestore: env.FIRESTORE_EMULATOR_HOST, auth: env.FIREBASE_AUTH_EMULATOR_HOST },
  };
}
