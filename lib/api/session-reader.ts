// The port through which the API reads what clients may see of a session.
import type { ClientSession } from "../pipeline/client-documents.ts";

export interface SessionReader {
  /** Undefined when there is no such session. Throws `BusyError` when the store is down. */
  read(sessionId: string): Promise<ClientSession | undefined>;
}
