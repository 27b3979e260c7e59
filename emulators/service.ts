// What every emulator of the suite gives back when it has started.

/** A running emulator. `close` ends its connections and resolves when its port is free. */
export interface RunningService {
  /** `127.0.0.1:PORT`, as the `*_EMULATOR_HOST` variables want it. */
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}
