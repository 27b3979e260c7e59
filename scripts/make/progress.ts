// Shows a running session: on a terminal a bar for each phase, panel counts and the remaining time; otherwise plain lines.
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import { PHASES, type PhaseName } from "../../lib/pipeline/step-id.ts";

export interface Progress {
  show(session: ClientSession): void;
  /** Prints a permanent line. */
  say(line: string): void;
  /** Leaves the last state on the screen. */
  end(): void;
}

/** Typical share of each phase in a session's time, for the remaining time only. */
const SHARES: Record<PhaseName, number> = {
  concept: 0.06,
  characters: 0.08,
  plot: 0.06,
  storyboard: 0.1,
  artwork: 0.45,
  lettering: 0.2,
  finish: 0.05,
};
const BAR_WIDTH = 24;

export function openProgress(output: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  return output.isTTY ? terminalProgress(output, now) : lineProgress(output);
}

function terminalProgress(output: NodeJS.WriteStream, now: () => number): Progress {
  let drawn = 0;
  let last: ClientSession | undefined;
  const startedAt = now();
  const clear = () => {
    if (drawn > 0) output.write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };
  const draw = (session: ClientSession) => {
    clear();
    const lines = [...PHASES.map((phase) => barLine(session, phase)), statusLine(session, now() - startedAt)];
    output.write(`${lines.join("\n")}\n`);
    drawn = lines.length;
  };
  return {
    show(session) {
      last = session;
      draw(session);
    },
    say(line) {
      clear();
      output.write(`${line}\n`);
      if (last !== undefined) draw(last);
    },
    end() {
      last = undefined;
      drawn = 0;
    },
  };
}

function barLine(session: ClientSession, phase: PhaseName): string {
  const { done, total, state, ms } = stateOf(session, phase);
  const filled = total === 0 ? 0 : Math.round((done / total) * BAR_WIDTH);
  const bar = `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}`;
  const unit =
    phase === "artwork" ? " panels" : phase === "storyboard" || phase === "lettering" ? " pages" : "";
  const count = total > 1 ? ` ${done}/${total}${unit}` : "";
  const time = state === "done" && ms !== undefined ? ` ${seconds(ms)}` : "";
  return `  ${phase.padEnd(11)} ${bar}${count}${time}`;
}

function statusLine(session: ClientSession, elapsedMs: number): string {
  if (session.status === "waiting" && session.waiting !== undefined)
    return `  waiting: review of ${session.waiting.phase}`;
  if (session.status !== "running" && session.status !== "queued") return `  ${session.status}`;
  const share = progressShare(session);
  const left = share < 0.05 ? "" : `, about ${seconds((elapsedMs * (1 - share)) / share)} left`;
  return `  ${Math.round(share * 100)} %, ${seconds(elapsedMs)}${left}`;
}

/** Progress of the session, 0 to 1. */
function progressShare(session: ClientSession): number {
  return PHASES.reduce((sum, phase) => {
    const { done, total, state } = stateOf(session, phase);
    const part = state === "done" ? 1 : total === 0 ? 0 : Math.min(done / total, 0.95);
    return sum + SHARES[phase] * part;
  }, 0);
}

function lineProgress(output: NodeJS.WritableStream): Progress {
  const told = new Map<PhaseName, string>();
  return {
    show(session) {
      for (const phase of PHASES) {
        const { state, done, total, ms } = stateOf(session, phase);
        const line =
          state === "done"
            ? `${phase}: done (${total} ${total === 1 ? "step" : "steps"}${ms === undefined ? "" : `, ${seconds(ms)}`})`
            : state === "running"
              ? `${phase}: ${done} of ${total}`
              : undefined;
        if (line === undefined || told.get(phase) === line) continue;
        told.set(phase, line);
        output.write(`${line}\n`);
      }
    },
    say: (line) => void output.write(`${line}\n`),
    end: () => {},
  };
}

function stateOf(session: ClientSession, phase: PhaseName) {
  return session.phases[phase] ?? { state: "waiting" as const, done: 0, total: 0, ms: undefined };
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 1_000)} s`;
}
