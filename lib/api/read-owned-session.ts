// The check of ownership and role. Every route reads sessions through it, so a session of another user answers 404.
import type { Context } from "hono";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { ApiEnv } from "./identity.ts";

/**
 * Returns the session's document. Throws `SessionMissingError` if it does not exist or the caller has no role on it, and `ApiProblem` if the
 * role does not allow the route of the request.
 */
export type ReadOwnedSession = (context: Context<ApiEnv>, sessionId: string) => Promise<ClientSession>;
