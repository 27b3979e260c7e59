// What the two streaming methods of clients, Listen and Write, have in common, for any transport.

/** Where a stream's answers go. */
export interface StreamOutput {
  send(response: object): void;
  /** Ends the stream with an error; nothing is sent after it. */
  fail(error: unknown): void;
}

/** One open stream: requests go in, and answers come out in its output. */
export interface StreamSession {
  /** Never throws: what is wrong with a request is answered on the stream. */
  receive(request: object): void;
  close(): void;
}
