// The port to the person's text, which is stored encrypted when its session starts and goes with it.

export interface StoryVault {
  /** Throws `SessionMissingError` when there is no such session, `BusyError` when the store is down. */
  read(sessionId: string): Promise<string>;
}
