// The seven phases as a strip of panels: done, running and waiting.
import { type ClientSession, PHASES, type PhaseName } from "../../documents.ts";
import { useWords } from "../../words/words.tsx";
import { phaseToName, type Waiting } from "../reviews/open-reviews.ts";

interface TimelineProps {
  session: ClientSession;
  /** The reviews that wait. */
  open: readonly Waiting[];
}

export function Timeline({ session, open }: TimelineProps) {
  const { t, time } = useWords();
  const { status, phases } = session;
  const isAsked = (phase: PhaseName) => open.some((one) => one.phase === phase);
  /** On narrow screens only one phase is shown: the one at its gate or running. */
  const shown = phaseToName(session, open);
  const beatOf = (phase: PhaseName) => {
    const { state } = phases[phase];
    if (isAsked(phase)) return "asked";
    // Unfinished phases of a cancelled session are stopped, not waiting.
    return status === "cancelled" && state !== "done" ? "stopped" : state;
  };
  const stateOf = (phase: PhaseName) => {
    const beat = beatOf(phase);
    return t(beat === "asked" ? "status.waiting" : `state.${beat}`);
  };
  const sayOf = (phase: PhaseName) => {
    const { done, total } = phases[phase];
    const isCounted = total > 1 && beatOf(phase) !== "asked";
    const said = t("watch.announce", { phase: t(`phase.${phase}`), state: stateOf(phase) });
    return isCounted ? `${said} ${done}/${total}` : said;
  };
  return (
    <section aria-label={t("watch.phases")}>
      <ol className="timeline">
        {PHASES.map((phase, index) => {
          const { state, done, total, ms } = phases[phase];
          const share = state === "done" ? 1 : total === 0 ? 0 : Math.min(1, done / total);
          return (
            <li key={phase} className={`beat beat-${beatOf(phase)}`}>
              <span className="beat-number" aria-hidden="true">
                {index + 1}
              </span>
              <b>{t(`phase.${phase}`)}</b>
              <span className="beat-state">
                {stateOf(phase)}
                {isAsked(phase) || state === "waiting"
                  ? ""
                  : total > 1
                    ? ` ${done}/${total}`
                    : state === "done" && ms !== undefined
                      ? ` ${time(ms / 1000)}`
                      : ""}
              </span>
              <progress value={share} max={1} aria-label={t(`phase.${phase}`)} />
            </li>
          );
        })}
      </ol>
      <p className="timeline-now" aria-hidden="true">
        {shown === undefined ? t(`status.${status}`) : sayOf(shown)}
      </p>
      <p className="unseen" role="status">
        {shown === undefined
          ? t(`status.${status}`)
          : t("watch.announce", {
              phase: t(`phase.${shown}`),
              state: t(isAsked(shown) ? "status.waiting" : "state.running"),
            })}
      </p>
    </section>
  );
}
