// The type of a running emulator.

/** `close` ends all connections and resolves when the port is free. */
export interface RunningService {
  /** `127.0.0.1:PORT`, the form of the `*_EMULATOR_HOST` variables. */
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}
