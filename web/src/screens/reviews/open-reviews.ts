// The reviews of a book that wait for its owner, and the phase that the status line names. Pure functions.
import { type ClientPhase, type ClientSession, PHASES, type PhaseName } from "../../documents.ts";

export type Waiting = NonNullable<ClientSession["waiting"]>;

type Phases = Readonly<Partial<Record<PhaseName, Pick<ClientPhase, "gate">>>>;

/**
 * The open reviews, in the order of the phases. The session's document names one of them; people and plot may be open at the same time, and
 * the documents of the phases say so.
 */
export function openReviews(
  session: Pick<ClientSession, "status" | "waiting" | "phases">,
  phases: Phases,
): Waiting[] {
  const { status, waiting } = session;
  if (status !== "waiting") return waiting === undefined ? [] : [waiting];
  return PHASES.flatMap((phase): Waiting[] => {
    if (waiting?.phase === phase) return [waiting];
    const gate = phases[phase]?.gate;
    const isOpen =
      gate !== undefined && gate.decision === undefined && session.phases[phase].state === "done";
    return isOpen ? [{ phase, revision: gate.revision, endsAt: gate.endsAt }] : [];
  });
}

/** The review to show: the one that the person is in, as long as it is open; otherwise the first. */
export const reviewToShow = (open: readonly Waiting[], at: PhaseName | undefined): Waiting | undefined =>
  open.find(({ phase }) => phase === at) ?? open[0];

/** The phase that the status line names: one that waits for the person, before one that is being made. */
export function phaseToName(
  { currentPhase }: Pick<ClientSession, "currentPhase">,
  open: readonly Pick<Waiting, "phase">[],
): PhaseName | undefined {
  return open[0]?.phase ?? PHASES.find((phase) => phase === currentPhase);
}
