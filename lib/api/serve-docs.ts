// Serves the OpenAPI document and two pages that show it. The pages' scripts come from the project's own packages, and their policies
// forbid loading from other origins.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import type { Api, ApiEnv } from "./identity.ts";
import { openApiDocument } from "./openapi-document.ts";
import { ApiProblem } from "./problems.ts";

interface Asset {
  /** File URL of the asset in its package. Throws if the package is not installed. */
  file: () => string;
  contentType: string;
}

const JAVASCRIPT = "text/javascript; charset=utf-8";

const ASSETS: Readonly<Record<string, Asset>> = {
  "/docs/swagger-ui.css": {
    file: () => import.meta.resolve("swagger-ui-dist/swagger-ui.css"),
    contentType: "text/css; charset=utf-8",
  },
  "/docs/swagger-ui.js": {
    file: () => import.meta.resolve("swagger-ui-dist/swagger-ui-bundle.js"),
    contentType: JAVASCRIPT,
  },
  "/redoc/redoc.js": {
    file: () => import.meta.resolve("redoc/bundles/redoc.standalone.js"),
    contentType: JAVASCRIPT,
  },
};

const SCRIPTS: Readonly<Record<string, string>> = {
  "/docs/start.js": `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#page", deepLinking: true, validatorUrl: null });\n`,
  "/redoc/start.js": `Redoc.init("/openapi.json", { hideDownloadButtons: false }, document.getElementById("page"));\n`,
};

/** ReDoc runs its search in a worker from a blob URL; both pages use inline styles. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const PAGES: Readonly<Record<string, string>> = {
  "/docs": page("Swagger UI", `<link rel="stylesheet" href="/docs/swagger-ui.css">`, [
    "/docs/swagger-ui.js",
    "/docs/start.js",
  ]),
  "/redoc": page("ReDoc", "", ["/redoc/redoc.js", "/redoc/start.js"]),
};

function page(name: string, head: string, scripts: readonly string[]): string {
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><title>Mekuri: ${name}</title>`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<link rel="icon" href="data:,">${head}</head>`,
    `<body><div id="page"></div>${scripts.map((src) => `<script src="${src}"></script>`).join("")}</body></html>\n`,
  ].join("\n");
}

export function serveDocs(app: Api): void {
  let document: string | undefined;
  app.get("/openapi.json", (context) => {
    // Built at the first request, when all routes have been added.
    document ??= JSON.stringify(openApiDocument(app));
    return context.body(document, 200, cached("application/json"));
  });
  for (const [path, html] of Object.entries(PAGES)) {
    app.get(path, (context) =>
      context.body(html, 200, { ...cached("text/html; charset=utf-8"), "content-security-policy": POLICY }),
    );
  }
  for (const [path, script] of Object.entries(SCRIPTS)) {
    app.get(path, (context) => context.body(script, 200, cached(JAVASCRIPT)));
  }
  for (const [path, asset] of Object.entries(ASSETS)) {
    app.get(path, (context) => serveAsset(context, asset));
  }
}

function cached(contentType: string): Record<string, string> {
  return { "content-type": contentType, "cache-control": "public, max-age=300" };
}

async function serveAsset(context: Context<ApiEnv>, { file, contentType }: Asset): Promise<Response> {
  const text = await readAsset(file);
  if (text === undefined) {
    const detail = `This deployment has no file for ${context.req.path}; /openapi.json needs no file.`;
    throw new ApiProblem(404, "no-such-route", detail);
  }
  // The page's logo is loaded from another origin, which the policy forbids.
  const own = text.replaceAll("https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,");
  return context.body(own, 200, cached(contentType));
}

/** Undefined if the package is not installed with the function. */
async function readAsset(file: () => string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(file()), "utf8");
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && /NOT_FOUND|ENOENT/.test(String(error.code));
    if (isMissing) return undefined;
    throw error;
  }
}
