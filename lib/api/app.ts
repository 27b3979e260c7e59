// The public API of sessions: the function `manga`. Each part serves its routes on the same app.
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { SessionCommands } from "../pipeline/session.ts";
import { createBaseApp, type Gate } from "./base-app.ts";
import type { Api } from "./identity.ts";
import type { ReadOwn } from "./read-own.ts";
import { serveRevisions } from "./revise-sessions.ts";
import { serveSessions } from "./serve-sessions.ts";
import type { SessionReader } from "./session-reader.ts";

export interface ApiParts {
  gate: Gate;
  commands: SessionCommands;
  revisions: RevisionCommands;
  sessions: SessionReader;
}

export function createApi({ gate, commands, revisions, sessions }: ApiParts): Api {
  const { app } = createBaseApp(gate);
  const readOwn: ReadOwn = async (context, sessionId) => {
    const session = await sessions.read(sessionId);
    if (session?.ownerId !== context.get("ownerId")) throw new SessionMissingError(sessionId);
    return session;
  };
  serveSessions(app, { commands, readOwn });
  serveRevisions(app, { commands, revisions, readOwn });
  return app;
}
