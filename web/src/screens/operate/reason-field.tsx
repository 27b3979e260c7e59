// The reason without which no command of an operator runs.
import { useId } from "react";
import { useOperateWords } from "../../words/operate-words.ts";

/** The longest reason, in characters, as the service takes it. */
const MOST_REASON = 500;

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  /** Who sees it. */
  hint: string;
}

export function ReasonField({ value, onChange, hint }: ReasonFieldProps) {
  const o = useOperateWords();
  const id = useId();
  return (
    <label className="field">
      <span>{o("reason")}</span>
      <textarea
        rows={2}
        maxLength={MOST_REASON}
        value={value}
        aria-describedby={id}
        onChange={({ target }) => onChange(target.value)}
      />
      <small id={id}>{hint}</small>
    </label>
  );
}
