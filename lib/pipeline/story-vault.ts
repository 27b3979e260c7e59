// The port to the person's text, which is stored encrypted with its session and deleted with it; and to the key of that session, which
// seals other texts that people write.

interface Session {
  sessionId: string;
  ownerId: string;
}

export interface StoryVault {
  /** Throws `SessionMissingError` when there is no such session, `BusyError` when the store is down. */
  read(sessionId: string): Promise<string>;
  /** What the person said beside the text; undefined where they said nothing. Throws as `read` does. */
  readGiven(sessionId: string): Promise<string | undefined>;
  /** Seals a text with the session's key. Throws as `read` does, and where the session is another owner's. */
  seal(session: Session, text: string): Promise<Uint8Array>;
  /** Opens a text that `seal` gave for the same session. Throws as `seal` does, and where the text was sealed for another session. */
  open(session: Session, sealed: Uint8Array): Promise<string>;
}
