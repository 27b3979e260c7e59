// Text field for a word or phrase of the book. Any text is accepted; words that the artist draws are suggested.
import { useId, useState } from "react";
import type { VocabularyField } from "../documents.ts";
import { useVocabulary } from "../vocabulary.tsx";
import { bookWord, shownWord, UNAMBIGUOUS_WORDS } from "../words/known-words.ts";
import { useWords } from "../words/words.tsx";
import { useHints } from "./word-hints.tsx";

const isPerson = (word: string) => /^c\d+$/u.test(word);

/** Maximum number of characters in the book's schema. */
const MOST_LETTERS = 120;

export interface WordFieldProps {
  label: string;
  /** Field of the vocabulary for suggestions and hints; absent: none. */
  field?: VocabularyField;
  /** The thing that the word describes, or the kind of its wearer. */
  of?: string | undefined;
  value: string | undefined;
  isRequired?: boolean;
  /** Further suggestions, such as people: the stored word and its label. */
  others?: readonly (readonly [word: string, shown: string])[];
  /** Undefined: the field is empty, so the fact is not stated. */
  onChange: (word: string | undefined) => void;
}

export function WordField(props: WordFieldProps) {
  const { label, field, of, value = "", isRequired, others = [], onChange } = props;
  const { tongue } = useWords();
  const { suggestions } = useVocabulary();
  const id = useId();
  const suggested = field === undefined ? [] : suggestions[field];
  const words = suggested ?? [];
  /** While the user types, the field shows the typed text and not the normalised value. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const shownOf = (word: string) =>
    others.find(([one]) => one === word)?.[1] ?? shownWord(word, tongue, field);
  // People of the cast can be drawn wherever a thing can, except as the target of a gaze.
  const isTold = value !== "" && value !== "unknown";
  const isLookedUp = field !== undefined && isTold && (field === "gaze" || !isPerson(value));
  const hint = useHints(isLookedUp ? [{ field, word: value, ...(of ? { of } : {}) }] : [], shownOf);
  const change = (text: string) => {
    setTyped(text);
    const other = others.find(([, shown]) => shown === text.trim())?.[0];
    const word =
      other ?? bookWord(text, [value, ...(suggested ?? UNAMBIGUOUS_WORDS)], { tongue, field }).trim();
    onChange(word === "" && isRequired !== true ? undefined : word);
  };
  return (
    <div className="word-field">
      <label className="field">
        <span>{label}</span>
        <input
          value={typed ?? shownOf(value)}
          list={`${id}list`}
          maxLength={MOST_LETTERS}
          required={isRequired}
          autoComplete="off"
          aria-describedby={hint === "" ? undefined : `${id}hint`}
          onChange={(event) => change(event.target.value)}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setTyped(undefined);
            setOpen(false);
          }}
        />
      </label>
      <datalist id={`${id}list`}>
        {isOpen
          ? [
              ...new Set(
                [...others, ...words.map((word) => [word, shownWord(word, tongue, field)] as const)].map(
                  ([, shown]) => shown,
                ),
              ),
            ].map((one) => <option key={one} value={one} />)
          : null}
      </datalist>
      <p id={`${id}hint`} className="word-hint" aria-live="polite">
        {hint}
      </p>
    </div>
  );
}
