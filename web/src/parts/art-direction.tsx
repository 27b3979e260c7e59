// Field for the user's own words about the book's style.
import { useWords } from "../words/words.tsx";

/** Maximum number of characters in a request. */
const MOST_DIRECTION = 300;

interface ArtDirectionProps {
  value: string | undefined;
  onChange: (words: string | undefined) => void;
}

export function ArtDirection({ value, onChange }: ArtDirectionProps) {
  const { t } = useWords();
  return (
    <label className="field">
      <span>{t("style.artDirection")}</span>
      <textarea
        rows={2}
        maxLength={MOST_DIRECTION}
        placeholder={t("style.artDirectionHint")}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
      />
    </label>
  );
}
