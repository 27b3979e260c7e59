// Another person's session is as good as none: every route reads a session through this.
import type { Context } from "hono";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { ApiEnv } from "./identity.ts";

/** The session's document. Throws `SessionMissingError` unless it belongs to whoever asks. */
export type ReadOwnedSession = (context: Context<ApiEnv>, sessionId: string) => Promise<ClientSession>;
