// The seven phases as a strip of panels: what is done, at work and to come.
import { type ClientSession, PHASES, type PhaseName } from "../documents.ts";
import { useWords } from "../words/words.tsx";

export function Timeline({ session }: { session: ClientSession }) {
  const { t, time } = useWords();
  const { phases, waiting, currentPhase } = session;
  const running = PHASES.find((phase) => phase === currentPhase);
  /** Where there is room for one phase alone: the one that is asked about, or at work. */
  const shown = waiting?.phase ?? running;
  const sayOf = (phase: PhaseName) => {
    const { state, done, total } = phases[phase];
    const said = waiting?.phase === phase ? t("status.waiting") : t(`state.${state}`);
    return `${t("watch.announce", { phase: t(`phase.${phase}`), state: said })}${total > 1 ? ` ${done}/${total}` : ""}`;
  };
  return (
    <section aria-label={t("watch.phases")}>
      <ol className="timeline">
        {PHASES.map((phase, index) => {
          const { state, done, total, ms } = phases[phase];
          const share = state === "done" ? 1 : total === 0 ? 0 : Math.min(1, done / total);
          const isAsked = waiting?.phase === phase;
          return (
            <li key={phase} className={`beat beat-${isAsked ? "asked" : state}`}>
              <span className="beat-number" aria-hidden="true">
                {index + 1}
              </span>
              <b>{t(`phase.${phase}`)}</b>
              <span className="beat-state">
                {isAsked ? t("status.waiting") : t(`state.${state}`)}
                {total > 1 && state !== "waiting" ? ` ${done}/${total}` : ""}
                {state === "done" && ms !== undefined && total <= 1 ? ` ${time(ms / 1000)}` : ""}
              </span>
              <progress value={share} max={1} aria-label={t(`phase.${phase}`)} />
            </li>
          );
        })}
      </ol>
      <p className="timeline-now" aria-hidden="true">
        {shown === undefined ? t(`status.${session.status}`) : sayOf(shown)}
      </p>
      <p className="unseen" role="status">
        {running === undefined
          ? t(`status.${session.status}`)
          : t("watch.announce", { phase: t(`phase.${running}`), state: t("state.running") })}
      </p>
    </section>
  );
}
