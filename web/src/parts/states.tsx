// Loading and error states of all screens: what happened and what to do.
import { useEffect } from "react";
import { ApiError } from "../api.ts";
import type { ClientSession } from "../documents.ts";
import { reasonOf } from "../problem-words.ts";
import { Link } from "../router.tsx";
import { isWordKey } from "../words/en.ts";
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

/** Why a book failed, and what to do. */
export function failureOf({ code }: NonNullable<ClientSession["error"]>, t: Words["t"]): string {
  const key = `failure.${code}`;
  return t(isWordKey(key) ? key : "failure.other");
}

interface FailedProps {
  error: unknown;
  onAgain?: () => void;
  isWhole?: boolean;
}

export function Failed({ error, onAgain, isWhole = false }: FailedProps) {
  const { t } = useWords();
  // Retries by itself when the network returns.
  useEffect(() => {
    if (onAgain === undefined) return;
    window.addEventListener("online", onAgain);
    return () => window.removeEventListener("online", onAgain);
  }, [onAgain]);
  // Retrying does not help for a missing session.
  const isGone = error instanceof ApiError && error.status === 404;
  const isNoBook = isGone && error.code === "session-not-found";
  return (
    <Bubble isWhole={isWhole} sound="ガーン" title={t(isGone ? "error.notFound" : "error.title")} isAlert>
      <p>{isNoBook ? t("error.notFoundHint") : reasonOf(error, t)}</p>
      <div className="row">
        {onAgain === undefined || isGone ? null : (
          <button type="button" className="button button-hot" onClick={onAgain}>
            {t("error.again")}
          </button>
        )}
        {error instanceof ApiError && error.code === "guests-off" ? (
          <Link to="/account" className="button">
            {t("nav.account")}
          </Link>
        ) : null}
        {isWhole ? (
          <Link to="/" className="button">
            {t("error.home")}
          </Link>
        ) : null}
      </div>
    </Bubble>
  );
}

/** An error message below the control that failed. */
export function Trouble({ error }: { error: unknown }) {
  const { t } = useWords();
  return (
    <p className="trouble" role="alert">
      {error === undefined ? null : reasonOf(error, t)}
    </p>
  );
}
