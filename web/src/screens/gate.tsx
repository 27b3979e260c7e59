// Step in: what a phase gave, to approve, to edit by hand, or to have changed by a wish; the time that is left.
import { useEffect, useState } from "react";
import { ApiError, ask } from "../api.ts";
import { type ClientSession, PHASES, type PhaseResult } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import { Sure } from "../parts/dialog.tsx";
import { Trouble } from "../parts/states.tsx";
import { type Change, useChange } from "../use-change.ts";
import { useOnline } from "../use-online.ts";
import type { Watched } from "../use-session.ts";
import { useWords } from "../words/words.tsx";
import { GateEditor } from "./gate-editors.tsx";
import { PageGate } from "./page-gate.tsx";
import { StoryboardEditor } from "./storyboard-editor.tsx";
import { useNow } from "./use-now.ts";

interface GateProps {
  session: ClientSession;
  waiting: NonNullable<ClientSession["waiting"]>;
  watched: Watched;
  urls: ReadonlyMap<string, string>;
  /** A change of the gate's phase is being made; then it is asked about again. */
  isWorking: boolean;
  /** A change was sent that does not answer the gate. */
  onChanged: () => void;
  /** The gate was answered, by this person or first by another. */
  onAnswered: (isOld: boolean) => void;
}

interface QuickOption {
  id: string;
  labels: { ja: string; en: string };
}

export default function Gate(props: GateProps) {
  const { session, waiting, watched, urls, isWorking, onChanged, onAnswered } = props;
  const { t, time, tongue } = useWords();
  const { sessionId } = session;
  const { phase, revision, endsAt } = waiting;
  const path = `/manga/sessions/${sessionId}`;
  const now = useNow(true);
  const [words, setWords] = useState("");
  const [about, setAbout] = useState("");
  const [options, setOptions] = useState<QuickOption[]>([]);
  /** What the phase gave at a revision of the gate: what is edited is of that one, until the next has come. */
  const [given, setGiven] = useState<{ revision: number; result: PhaseResult } | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  /** Something was changed by hand and is not saved; going on would lose it, and is asked about. */
  const [hasDraft, setDraft] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const isSending = isAsking || isWorking;
  const { change, said: refused, error: unchanged } = useChange(sessionId, session);
  const edit: Change = async (...asked) => {
    onChanged();
    return change(...asked);
  };
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);

  const isOnline = useOnline();
  useEffect(() => {
    if (!isOnline) return;
    const stop = new AbortController();
    const { signal } = stop;
    Promise.all([
      ask<{ options: QuickOption[] }>("GET", `${path}/options?phase=${phase}`, { signal }),
      ask<PhaseResult>("GET", `${path}/phase/${PHASES.indexOf(phase) + 1}`, { signal }),
    ]).then(
      ([quick, result]) => {
        setOptions(quick.options);
        setGiven({ revision, result });
        setError(undefined);
      },
      (failed: unknown) => {
        if (!signal.aborted) setError(failed);
      },
    );
    return () => stop.abort();
  }, [path, phase, revision, isOnline]);

  const send = async (feedback: Record<string, unknown>) => {
    setAsking(true);
    setError(undefined);
    try {
      await ask("POST", `${path}/feedback`, { body: { phase, revision, ...feedback } });
      onAnswered(false);
      setSaid(t("gate.sent"));
      setWords("");
    } catch (failed) {
      if (failed instanceof ApiError && failed.status === 409) onAnswered(true);
      else setError(failed);
    }
    setAsking(false);
  };

  const [kind, value] = about.split(":");
  const target =
    kind === "character" ? { character: value } : kind === "page" ? { page: Number(value) } : undefined;
  const aimed = target === undefined ? {} : { target };
  const seconds = Math.max(0, (Date.parse(endsAt) - now) / 1000);
  const isOfPictures = phase === "artwork" || phase === "lettering";
  const wishes = (
    <div className="gate-wishes">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send({ kind: "words", text: words.trim(), ...aimed });
        }}
      >
        <label className="field">
          <span>{t("gate.words")}</span>
          <textarea
            rows={2}
            maxLength={2000}
            placeholder={t("gate.wordsHint")}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <div className="row">
          <Choice label={t("gate.about")} value={about} options={targets(watched, t)} onChoose={setAbout} />
          <button type="submit" className="button" disabled={isSending || words.trim() === ""}>
            {t("gate.send")}
          </button>
        </div>
      </form>
      {options.length === 0 ? null : (
        <fieldset>
          <legend>{t("gate.options")}</legend>
          <div className="row">
            {options.map(({ id, labels }) => (
              <button
                key={id}
                type="button"
                className="button button-small"
                disabled={isSending}
                onClick={() => send({ kind: "option", option: id, text: words.trim(), ...aimed })}
              >
                {labels[tongue]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
  return (
    <section className="gate" aria-label={t("gate.title", { phase: t(`phase.${phase}`) })}>
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
        {isLeaving ? (
          <Sure
            question={t("gate.unsaved")}
            yes={t("gate.withoutDraft")}
            no={t("gate.backToDraft")}
            onYes={() => {
              setLeaving(false);
              void send({ kind: "approve" });
            }}
            onNo={() => setLeaving(false)}
          />
        ) : null}
      </div>
      {phase === "storyboard" ? (
        <StoryboardEditor session={session} watched={watched} urls={urls} change={edit} onDraft={setDraft} />
      ) : isOfPictures ? (
        <PageGate session={session} watched={watched} urls={urls} change={edit}>
          {wishes}
        </PageGate>
      ) : given === undefined ? null : (
        <GateEditor
          key={given.revision}
          {...{ result: given.result, urls, watched, isSending }}
          language={session.params.language}
          onDraft={setDraft}
          onSave={(patch) => send({ kind: "edit", patch, revision: given.revision })}
        />
      )}
      {isOfPictures ? null : wishes}
      <div className="gate-said">
        <p role="status">{refused || said}</p>
        <Trouble error={error ?? unchanged} />
      </div>
    </section>
  );
}

function targets(watched: Watched, t: ReturnType<typeof useWords>["t"]): [string, string][] {
  const cast = watched.phases.characters?.output as
    | { characters?: { id: string; name: string }[] }
    | undefined;
  return [
    ["", t("gate.everything")],
    ...(cast?.characters ?? []).map(({ id, name }): [string, string] => [`character:${id}`, name]),
    ...watched.pages.map(({ number }): [string, string] => [
      `page:${number}`,
      t("watch.page", { n: number }),
    ]),
  ];
}
