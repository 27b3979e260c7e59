// A gate: the phase's result, to approve, edit, or change by a wish; and the remaining time.
import { useRef, useState } from "react";
import { ApiError, ask } from "../../api.ts";
import type { ClientSession, PhaseName } from "../../documents.ts";
import { reviewDraft, writeDraft } from "../../drafts.ts";
import { ConfirmDialog } from "../../parts/dialog.tsx";
import { Trouble } from "../../parts/states.tsx";
import { type Change, useChange } from "../../use-change.ts";
import type { Watched } from "../../use-session.ts";
import { useVersions } from "../../use-versions.ts";
import { VocabularyProvider } from "../../vocabulary.tsx";
import { useWords } from "../../words/words.tsx";
import { UndoRedo } from "../revise/undo-redo-buttons.tsx";
import { useNow } from "../use-now.ts";
import { GateEditor } from "./gate-editors.tsx";
import type { Waiting } from "./open-reviews.ts";
import { PageGate } from "./page-gate.tsx";
import { StoryboardEditor } from "./storyboard-editor.tsx";
import { useGiven } from "./use-given.ts";
import { WishBox } from "./wish-box.tsx";

interface GateProps {
  session: ClientSession;
  waiting: Waiting;
  /** All open reviews; the person changes between them. */
  open: readonly Waiting[];
  onChoose: (phase: PhaseName) => void;
  watched: Watched;
  urls: ReadonlyMap<string, string>;
  /** A change of the gate's phase is being made; the gate opens again afterwards. */
  isWorking: boolean;
  /** Called when a change was sent that does not answer the gate. */
  onChanged: () => void;
  /** Called when the gate was answered. `isOld`: another client answered first. */
  onAnswered: (isOld: boolean) => void;
}

export default function Gate(props: GateProps) {
  const { session, waiting, open, onChoose, watched, urls, isWorking, onChanged, onAnswered } = props;
  const { t, time } = useWords();
  const { sessionId } = session;
  const { phase, revision, endsAt } = waiting;
  const path = `/manga/sessions/${sessionId}`;
  const now = useNow(true);
  const draftName = reviewDraft(sessionId, phase);
  const given = useGiven(sessionId, watched.phases[phase]);
  const [isAsking, setAsking] = useState(false);
  /** There are unsaved edits. Approving would lose them, so it asks first. */
  const [hasDraft, setDraft] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  /** The session when the gate was answered. Until a newer one arrives, the gate cannot be answered again. */
  const [answered, setAnswered] = useState<ClientSession>();
  // The documents of session and phase arrive separately. Until both have the same revision, the gate cannot be answered.
  const isBetween = answered === session || (given !== undefined && given.revision !== revision);
  const isSending = isAsking || isWorking || isBetween;
  const { change, waiting: waitingEdits, error: unchanged } = useChange(sessionId, session);
  const edit: Change = async (...asked) => {
    onChanged();
    return change(...asked);
  };
  const versions = useVersions(sessionId, session);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);

  /** The last request with its key, so that a repeat after a lost answer is not carried out twice. */
  const asked = useRef<{ words: string; key: string }>(undefined);
  const send = async (feedback: Record<string, unknown>): Promise<boolean> => {
    setAsking(true);
    setError(undefined);
    const body = { phase, revision, ...feedback };
    const words = JSON.stringify(body);
    if (asked.current?.words !== words) asked.current = { words, key: crypto.randomUUID() };
    const { key } = asked.current;
    let isTaken = false;
    try {
      await ask("POST", `${path}/feedback`, { body, key });
      isTaken = true;
      setAnswered(session);
      onAnswered(false);
      setSaid(t("gate.sent"));
    } catch (failed) {
      // The edits are kept, and rebased on the next result.
      const isOld = failed instanceof ApiError && (failed.status === 409 || failed.status === 412);
      if (isOld) onAnswered(true);
      else setError(failed);
    }
    setAsking(false);
    return isTaken;
  };

  const seconds = Math.max(0, (Date.parse(endsAt) - now) / 1000);
  const isOfPictures = phase === "artwork" || phase === "lettering";
  const wishes = (
    <WishBox
      {...{ session, watched, phase, revision }}
      isBusy={isSending}
      onTaken={() => {
        setAnswered(session);
        onAnswered(false);
      }}
      onOld={() => onAnswered(true)}
    />
  );
  return (
    <section className="gate" aria-label={t("gate.title", { phase: t(`phase.${phase}`) })}>
      {open.length < 2 ? null : (
        <nav className="gate-others" aria-label={t("gate.others")}>
          <p role="status">{t("gate.others")}</p>
          {open.map((one) => (
            <button
              key={one.phase}
              type="button"
              className="button button-small"
              aria-current={one.phase === phase ? "true" : undefined}
              onClick={() => onChoose(one.phase)}
            >
              {t(`phase.${one.phase}`)}
            </button>
          ))}
        </nav>
      )}
      <div className="gate-head">
        <p className="gate-eyebrow">{t("gate.eyebrow")}</p>
        <h2 className="display">{t("gate.title", { phase: t(`phase.${phase}`) })}</h2>
        <p role="status">{isWorking ? t("gate.working") : t("gate.lead", { time: time(seconds) })}</p>
        <progress
          className="gate-clock"
          value={seconds}
          max={session.params.reviewTimeoutMinutes * 60}
          aria-label={t("gate.lead", { time: time(seconds) })}
        />
        <button
          type="button"
          className="button button-hot button-big"
          disabled={isSending}
          onClick={() => (hasDraft ? setLeaving(true) : send({ kind: "approve" }))}
        >
          {t("gate.approve")}
        </button>
        {versions.length > 1 ? (
          <div className="row">
            <UndoRedo
              versions={versions}
              current={session.version}
              isWorking={isSending || waitingEdits > 0}
              change={edit}
            />
          </div>
        ) : null}
        {isLeaving ? (
          <ConfirmDialog
            question={t("gate.unsaved")}
            yes={t("gate.withoutDraft")}
            no={t("gate.backToDraft")}
            onYes={() => {
              setLeaving(false);
              writeDraft(draftName, undefined);
              void send({ kind: "approve" });
            }}
            onNo={() => setLeaving(false)}
          />
        ) : null}
      </div>
      {phase === "storyboard" ? (
        <VocabularyProvider session={session}>
          <StoryboardEditor
            session={session}
            watched={watched}
            urls={urls}
            change={edit}
            onDraft={setDraft}
          />
        </VocabularyProvider>
      ) : isOfPictures ? (
        <PageGate session={session} watched={watched} change={edit}>
          {wishes}
        </PageGate>
      ) : given === undefined ? null : (
        <VocabularyProvider session={session}>
          <GateEditor
            {...{ phase, output: given.output, urls, watched, isSending }}
            draftName={draftName}
            language={session.params.language}
            onDraft={setDraft}
            seen={{ sessionId, base: given.hash, revision: given.revision }}
            onSave={(patch) => send({ kind: "edit", patch, revision: given.revision, base: given.hash })}
          />
        </VocabularyProvider>
      )}
      {isOfPictures ? null : wishes}
      <div className="gate-said">
        <p role="status">{waitingEdits > 0 ? t("outbox.waiting", { n: waitingEdits }) : said}</p>
        <Trouble error={error ?? unchanged} />
      </div>
    </section>
  );
}
