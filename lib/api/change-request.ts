// Fields of every request that changes a book: the version that the client saw, and the idempotency key.
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { canonicalJson, contentHash } from "../pipeline/canonical-json.ts";
import type { TextEdit } from "../pipeline/plan-page-change.ts";
import type { EditorsMoney, Once } from "../pipeline/revisions.ts";
import type { TextRequestSchema } from "./feedback-routes.ts";
import type { ApiEnv } from "./identity.ts";
import type { ChangeHeaders } from "./route-parts.ts";

/** Hex digits of the request hash. It is compared only with hashes of the same book, so a prefix is enough. */
const DIGITS = 32;

/** `body`: the request's body after validation. */
export function readChange(
  context: Context<ApiEnv>,
  headers: z.infer<typeof ChangeHeaders>,
  body: unknown,
): { seen: number | undefined; once: Once | undefined } {
  const { "if-match": seen, "idempotency-key": key } = headers;
  if (key === undefined) return { seen, once: undefined };
  const { method, url } = context.req;
  const { pathname, search } = new URL(url);
  const request = contentHash(canonicalJson({ method, path: `${pathname}${search}`, body: body ?? null }));
  return { seen, once: { key: contentHash(key).slice(0, DIGITS), request: request.slice(0, DIGITS) } };
}

/** Who changes a book, and for an editor, whether it may cost something. Called after `ReadOwnedSession`. */
export function authorOf(context: Context<ApiEnv>): { by: string; editor: EditorsMoney | undefined } {
  return { by: context.get("author"), editor: context.get("editor") };
}

/** Converts the body of a text-change route to the pipeline's text change. */
export function textEdit(
  { page, balloonId }: { page: number; balloonId: string },
  { was, position, ...rest }: z.infer<typeof TextRequestSchema>,
): TextEdit {
  const seen = was && { text: was.text, at: was.position };
  const change = position === undefined ? rest : { ...rest, at: position };
  return { page, text: balloonId.replace(".", "/"), change, ...(seen && { seen }) };
}
