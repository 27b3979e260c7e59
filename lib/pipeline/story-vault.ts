// The port to the person's text, which is stored encrypted when its session starts and goes with it; and to the key of that session, which
// seals whatever else a person writes.

interface Session {
  sessionId: string;
  ownerId: string;
}

export interface StoryVault {
  /** Throws `SessionMissingError` when there is no such session, `BusyError` when the store is down. */
  read(sessionId: string): Promise<string>;
  /** Seals a text with the session's key. Throws as `read` does, and where the session is another owner's. */
  seal(session: Session, text: string): Promise<Uint8Array>;
  /** Opens what `seal` gave for the same session. Throws as `seal` does, and where it was sealed for another one. */
  open(session: Session, sealed: Uint8Array): Promise<string>;
}
