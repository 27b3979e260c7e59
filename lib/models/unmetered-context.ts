// A context for tests and tools that make calls outside of a session: every call is made, nothing is reserved or remembered. It keeps what was
// called and noted.
import type { ModelCall } from "../pipeline/phase.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { CallContext } from "./call-context.ts";

export interface UnmeteredContext extends CallContext {
  /** What the calls that succeeded used, in the order in which they ended. */
  usages: Usage[];
  notices: string[];
}

export function unmeteredContext(signal: AbortSignal = new AbortController().signal): UnmeteredContext {
  const usages: Usage[] = [];
  const notices: string[] = [];
  return {
    signal,
    usages,
    notices,
    note: (notice) => void notices.push(notice),
    async call<T extends { usage: Usage }>({ make }: ModelCall<T>): Promise<T> {
      signal.throwIfAborted();
      const made = await make();
      usages.push(made.usage);
      return made;
    },
  };
}
