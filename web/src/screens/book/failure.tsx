// A failed book: the reason, what to do about it, and links.
import { type FormEvent, useState } from "react";
import { ask } from "../../api.ts";
import type { ClientSession } from "../../documents.ts";
import { useOwned } from "../../members.ts";
import { Bubble } from "../../parts/bubble.tsx";
import { failureOf, Trouble } from "../../parts/states.tsx";
import { useWords } from "../../words/words.tsx";
import { proposedLimit } from "../new/proposed-limit.ts";

export function Failure({ session }: { session: ClientSession }) {
  const { t } = useWords();
  const { sessionId, error: failure } = session;
  const isTooDear = failure?.code === "budget-session";
  const { data: owned } = useOwned(sessionId, isTooDear);
  const [written, setWritten] = useState<string | undefined>(undefined);
  const dollars = written ?? (owned === undefined ? "" : (proposedLimit(owned) / MICROS).toFixed(2));
  const [error, setError] = useState<unknown>(undefined);
  const retry = (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const body = isTooDear ? { budgetMicros: Math.round(Number(dollars) * MICROS) } : {};
    ask("POST", `/manga/sessions/${sessionId}/retry`, { body }).then(() => {}, setError);
  };
  return (
    <Bubble sound="ガーン" title={t("watch.failed")} isAlert>
      {failure === undefined ? null : <Reason failure={failure} />}
      <form className="failure-form" onSubmit={retry}>
        {isTooDear ? (
          <label className="field">
            <span>{t("new.most")}</span>
            <input
              type="number"
              min={0.01}
              step={0.01}
              required
              value={dollars}
              onChange={({ target }) => setWritten(target.value)}
            />
          </label>
        ) : null}
        <button type="submit" className="button button-hot">
          {t("watch.retry")}
        </button>
      </form>
      <Trouble error={error} />
    </Bubble>
  );
}

const MICROS = 1_000_000;

function Reason({ failure }: { failure: NonNullable<ClientSession["error"]> }) {
  const { t } = useWords();
  return (
    <>
      <p>{failureOf(failure, t)}</p>
      <details className="failure-details">
        <summary>{t("failure.details")}</summary>
        <p className="soft" lang="en">
          {failure.message}
        </p>
      </details>
    </>
  );
}
