// Field for the user's own words about the book's style.
import { lazy, Suspense, useId, useState } from "react";
import { importWithRetry } from "../import-with-retry.ts";
import { useWords } from "../words/words.tsx";

const Hint = lazy(() => importWithRetry(() => import("./direction-hint.tsx")));

/** Maximum number of characters in a request. */
const MOST_DIRECTION = 300;

interface ArtDirectionProps {
  value: string | undefined;
  /** The offline artist draws: of all words it heeds those about a few parts of its hand. */
  isDrawnOffline: boolean;
  onChange: (words: string | undefined) => void;
}

export function ArtDirection({ value, isDrawnOffline, onChange }: ArtDirectionProps) {
  const { t } = useWords();
  const id = useId();
  const [isUsed, setUsed] = useState(false);
  return (
    <div className="word-field">
      <label className="field">
        <span>{t("style.artDirection")}</span>
        <textarea
          rows={2}
          maxLength={MOST_DIRECTION}
          placeholder={t("style.artDirectionHint")}
          aria-describedby={`${id}hint`}
          value={value ?? ""}
          onFocus={() => setUsed(true)}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        />
      </label>
      <p id={`${id}hint`} className="word-hint soft" aria-live="polite">
        <Suspense>{isUsed && isDrawnOffline ? <Hint /> : null}</Suspense>
      </p>
    </div>
  );
}
