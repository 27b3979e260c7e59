// Text field for a sentence of the book. If the program that should read the sentence does not, a hint says so as soon as the field is used.
import { useId, useState } from "react";
import { useVocabulary } from "../vocabulary.tsx";
import { useFieldWords } from "../words/field-words.ts";

interface SentenceFieldProps {
  label: string;
  value: string;
  rows?: number;
  most?: number;
  /** Who reads it; readers plan the phases after. */
  readBy?: "artist" | "reader";
  /** A hint of the editor's own. */
  hint?: string | undefined;
  onChange: (sentence: string) => void;
}

export function SentenceField(props: SentenceFieldProps) {
  const { label, value, rows = 2, most, readBy = "artist", hint, onChange } = props;
  const f = useFieldWords();
  const id = useId();
  const { isUnread, isReadByProgram } = useVocabulary();
  const [isUsed, setUsed] = useState(false);
  const isRead = readBy === "artist" ? !isUnread("sentence") : !isReadByProgram;
  const unread = isRead || !isUsed ? undefined : f(readBy === "artist" ? "word.unread" : "word.unplanned");
  const said = [unread, hint].filter((one) => one !== undefined).join(" ");
  return (
    <div className="word-field">
      <label className="field">
        <span>{label}</span>
        <textarea
          rows={rows}
          maxLength={most}
          value={value}
          aria-describedby={said === "" ? undefined : `${id}hint`}
          onFocus={() => setUsed(true)}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p id={`${id}hint`} className="word-hint" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
