// Random commands of an editing session, drawn by a seed: edits in two tabs and on another device, undo and redo, reloaded and closed
// pages, network failures, late and lost answers, a restarted service.
import fc from "fast-check";

type Tab = 0 | 1;

export type EditingCommand =
  /** Changes a line and saves it. */
  | { what: "edit"; tab: Tab; line: number }
  /** Moves a balloon by the keyboard. */
  | { what: "place"; tab: Tab; line: number }
  | { what: "undo" | "redo"; tab: Tab }
  /** Another device changes a line without reading it first. */
  | { what: "elsewhere"; line: number }
  /** Reloads the page, closes the tab, or goes to the reader and back. */
  | { what: "reload" | "close" | "leave"; tab: Tab }
  | { what: "network"; isOnline: boolean }
  /** From now on answers to changes are delayed, or lost after the service carried them out. */
  | { what: "answers"; come: "at once" | "late" | "never" }
  | { what: "restart" }
  /** Decides about a refused change. */
  | { what: "decide"; side: "mine" | "discard" }
  | { what: "wait"; ms: number };

const tab = fc.constantFrom<Tab>(0, 0, 1);
const line = fc.nat(5);

const commands = (hasRestarts: boolean) =>
  fc.array(
    fc.oneof(
      { weight: 16, arbitrary: fc.record({ what: fc.constant("edit" as const), tab, line }) },
      { weight: 2, arbitrary: fc.record({ what: fc.constant("place" as const), tab, line }) },
      { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("undo" as const, "redo" as const), tab }) },
      { weight: 3, arbitrary: fc.record({ what: fc.constant("elsewhere" as const), line }) },
      {
        weight: 3,
        arbitrary: fc.record({
          what: fc.constantFrom("reload" as const, "close" as const, "leave" as const),
          tab,
        }),
      },
      { weight: 3, arbitrary: fc.record({ what: fc.constant("network" as const), isOnline: fc.boolean() }) },
      {
        weight: 3,
        arbitrary: fc.record({
          what: fc.constant("answers" as const),
          come: fc.constantFrom("at once" as const, "late" as const, "never" as const),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          what: fc.constant("decide" as const),
          side: fc.constantFrom("mine" as const, "discard" as const),
        }),
      },
      { weight: 2, arbitrary: fc.record({ what: fc.constant("wait" as const), ms: fc.nat(2_500) }) },
      ...(hasRestarts ? [{ weight: 1, arbitrary: fc.constant({ what: "restart" as const }) }] : []),
    ),
    { minLength: 6, maxLength: 14 },
  );

/** Deterministic for a seed. */
export function commandsOf(seed: number, { hasRestarts }: { hasRestarts: boolean }): EditingCommand[] {
  const [drawn] = fc.sample<EditingCommand[]>(commands(hasRestarts), { seed, numRuns: 1 });
  if (drawn === undefined) throw new Error("nothing was drawn");
  return drawn;
}
