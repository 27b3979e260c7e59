// Fields of a person at a gate: name and description, with additional fields of the gate.
import type { ReactNode } from "react";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { useWords } from "../../words/words.tsx";

interface PersonFieldsProps {
  name: string;
  /** The description, and its label. */
  about: string;
  label: string;
  onName: (name: string) => void;
  onAbout: (about: string) => void;
  /** Who reads the description; default: artists. */
  readBy?: "reader";
  /** Hint for the description. */
  hint?: string | undefined;
  /** Fields between name and description. */
  children?: ReactNode;
  /** Fields after them. */
  further?: ReactNode;
}

export function PersonFields(props: PersonFieldsProps) {
  const { name, about, label, readBy, hint, onName, onAbout, children, further } = props;
  const { t } = useWords();
  return (
    <>
      <label className="field">
        <span>{t("gate.name")}</span>
        <input value={name} maxLength={60} onChange={(event) => onName(event.target.value)} required />
      </label>
      {children}
      <SentenceField
        {...{ label, hint }}
        {...(readBy === undefined ? {} : { readBy })}
        value={about}
        rows={3}
        onChange={onAbout}
      />
      {further}
    </>
  );
}

/** The list with one person's fields changed. */
export function withChanged<One extends { id: string }>(
  people: readonly One[],
  id: string,
  part: Partial<One>,
): One[] {
  return people.map((one) => (one.id === id ? { ...one, ...part } : one));
}
