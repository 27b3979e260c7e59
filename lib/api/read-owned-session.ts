// The ownership check. Every route reads sessions through it, so a session of another user answers 404.
import type { Context } from "hono";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { ApiEnv } from "./identity.ts";

/** Returns the session's document. Throws `SessionMissingError` if it does not exist or belongs to another user. */
export type ReadOwnedSession = (context: Context<ApiEnv>, sessionId: string) => Promise<ClientSession>;
