// What every screen shows while it waits, and when something went wrong: what happened and what to do.
import { ApiError } from "../api.ts";
import { useWords, type Words } from "../words/words.tsx";
import { Bubble } from "./bubble.tsx";

export function Loading() {
  const { t } = useWords();
  return (
    <div className="loading" role="status">
      <span className="loading-strip" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{t("wait.loading")}</span>
    </div>
  );
}

export function reasonOf(error: unknown, t: Words["t"]): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.code === "offline") return t("error.network");
  if (error.status === 429) return t("error.limited", { n: Math.max(1, error.retryAfter) });
  return error.message;
}

interface FailedProps {
  error: unknown;
  onAgain?: () => void;
  isWhole?: boolean;
}

export function Failed({ error, onAgain, isWhole = false }: FailedProps) {
  const { t } = useWords();
  return (
    <Bubble isWhole={isWhole} sound="ガーン" title={t("error.title")} isAlert>
      <p>{reasonOf(error, t)}</p>
      {onAgain === undefined ? null : (
        <button type="button" className="button" onClick={onAgain}>
          {t("error.again")}
        </button>
      )}
    </Bubble>
  );
}

/** A line under what was tried. */
export function Trouble({ error }: { error: unknown }) {
  const { t } = useWords();
  return (
    <p className="trouble" role="alert">
      {error === undefined ? null : reasonOf(error, t)}
    </p>
  );
}
