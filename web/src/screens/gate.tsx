// Step in: what a phase gave, to approve, to edit by hand, or to have changed by a wish; the time that is left.
import { useEffect, useState } from "react";
import { ApiError, ask } from "../api.ts";
import { type ClientSession, PHASES, type PhaseResult } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import { Trouble } from "../parts/states.tsx";
import type { Watched } from "../use-session.ts";
import { useWords } from "../words/words.tsx";
import { GateEditor } from "./gate-editors.tsx";
import { useNow } from "./session.tsx";

interface GateProps {
  session: ClientSession;
  waiting: NonNullable<ClientSession["waiting"]>;
  watched: Watched;
  urls: ReadonlyMap<string, string>;
  /** Somebody else answered first. */
  onOld: () => void;
}

interface QuickOption {
  id: string;
  labels: { ja: string; en: string };
}

export function Gate({ session, waiting, watched, urls, onOld }: GateProps) {
  const { t, time, tongue } = useWords();
  const { sessionId } = session;
  const { phase, revision, endsAt } = waiting;
  const path = `/manga/sessions/${sessionId}`;
  const now = useNow(true);
  const [words, setWords] = useState("");
  const [about, setAbout] = useState("");
  const [options, setOptions] = useState<QuickOption[]>([]);
  const [result, setResult] = useState<PhaseResult | undefined>(undefined);
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    Promise.all([
      ask<{ options: QuickOption[] }>("GET", `${path}/options?phase=${phase}`, { signal }),
      ask<PhaseResult>("GET", `${path}/phase/${PHASES.indexOf(phase) + 1}`, { signal }),
    ]).then(
      ([quick, given]) => {
        setOptions(quick.options);
        setResult(given);
      },
      (failed: unknown) => {
        if (!signal.aborted) setError(failed);
      },
    );
    return () => stop.abort();
  }, [path, phase]);

  const send = async (feedback: Record<string, unknown>) => {
    setSending(true);
    setError(undefined);
    try {
      await ask("POST", `${path}/feedback`, { body: { phase, revision, ...feedback } });
      setSaid(t("gate.sent"));
      setWords("");
    } catch (refused) {
      const isOld = refused instanceof ApiError && refused.status === 409;
      if (isOld) onOld();
      else setError(refused);
    }
    setSending(false);
  };

  const [kind, value] = about.split(":");
  const target =
    kind === "character" ? { character: value } : kind === "page" ? { page: Number(value) } : undefined;
  const aimed = target === undefined ? {} : { target };
  const seconds = Math.max(0, (Date.parse(endsAt) - now) / 1000);
  return (
    <section className="gate" aria-label={t("gate.title", { phase: t(`phase.${phase}`) })}>
      <div className="gate-head">
        <h2 className="display">{t("gate.title", { phase: t(`phase.${phase}`) })}</h2>
        <p>{t("gate.lead", { time: time(seconds) })}</p>
        <button
          type="button"
          className="button button-hot button-big"
          disabled={isSending}
          onClick={() => send({ kind: "approve" })}
        >
          {t("gate.approve")}
        </button>
      </div>
      {result === undefined ? null : (
        <GateEditor
          result={result}
          urls={urls}
          watched={watched}
          isSending={isSending}
          onSave={(patch) => send({ kind: "edit", patch })}
        />
      )}
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
        <p role="status">{said}</p>
        <Trouble error={error} />
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
