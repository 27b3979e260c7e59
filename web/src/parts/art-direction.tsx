// The person's own words about how a book is to look.
import { useWords } from "../words/words.tsx";

/** Characters, as a request may have. */
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
