// The port that stores messages that Pub/Sub gave up, for people to read.

export interface DeadLetter {
  /** Pub/Sub's message id: the same letter may come twice. */
  id: string;
  /** The message's data as it came, in any form. */
  data: string;
  attributes: Record<string, string>;
  deliveryAttempt?: number | undefined;
  /** The session it belonged to, where it could be read. */
  sessionId?: string | undefined;
  /** ISO time at which Pub/Sub took the message. */
  publishedAt?: string | undefined;
}

export interface DeadLetterStore {
  /** Storing a letter again changes nothing. Throws `BusyError` when the store is down. */
  keep(letter: DeadLetter): Promise<void>;
}
