// One person of the story among the fields of a review: the name, what is known of them, and what a review asks besides.
import type { ReactNode } from "react";
import { useWords } from "../words/words.tsx";

interface PersonFieldsProps {
  name: string;
  /** What is known of the person, and what that is called. */
  about: string;
  label: string;
  onName: (name: string) => void;
  onAbout: (about: string) => void;
  /** What is to be known about `about`. */
  hint?: string | undefined;
  /** Fields between the two. */
  children?: ReactNode;
  /** Fields after them. */
  further?: ReactNode;
}

export function PersonFields(props: PersonFieldsProps) {
  const { name, about, label, hint, onName, onAbout, children, further } = props;
  const { t } = useWords();
  return (
    <>
      <label className="field">
        <span>{t("gate.name")}</span>
        <input value={name} maxLength={60} onChange={(event) => onName(event.target.value)} required />
      </label>
      {children}
      <div>
        <label className="field">
          <span>{label}</span>
          <textarea rows={3} value={about} onChange={(event) => onAbout(event.target.value)} />
        </label>
        <p role="status" className="soft">
          {hint}
        </p>
      </div>
      {further}
    </>
  );
}

/** The people with one of them changed in part. */
export function withChanged<One extends { id: string }>(
  people: readonly One[],
  id: string,
  part: Partial<One>,
): One[] {
  return people.map((one) => (one.id === id ? { ...one, ...part } : one));
}
