// Text field for several words of the book, separated by commas: clothing, marks, effects.
import { useId, useState } from "react";
import type { VocabularyField } from "../documents.ts";
import { useVocabulary } from "../vocabulary.tsx";
import { useFieldWords } from "../words/field-words.ts";
import { shownWord, UNAMBIGUOUS_WORDS } from "../words/known-words.ts";
import { useWords } from "../words/words.tsx";
import { useHints } from "./word-hints.tsx";
import { joinWords, splitWords } from "./word-list.ts";

/** Maximum number of suggestions, which repeat the text already typed. */
const MOST_SUGGESTED = 60;

interface WordsFieldProps {
  label: string;
  field?: VocabularyField;
  /** The kind of the wearer. */
  of?: string | undefined;
  value: readonly string[];
  /** Maximum number of words in the book's schema. */
  most: number;
  /** What is said of words that are typed and not taken. */
  refusalOf?: (words: string[]) => string;
  onChange: (words: string[]) => void;
}

export function WordsField({ label, field, of, value, most, refusalOf, onChange }: WordsFieldProps) {
  const { tongue } = useWords();
  const f = useFieldWords();
  const { suggestions } = useVocabulary();
  const id = useId();
  const suggested = field === undefined ? [] : suggestions[field];
  const known = suggested ?? UNAMBIGUOUS_WORDS;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const hints = useHints(
    field === undefined ? [] : value.map((word) => ({ field, word, ...(of && { of }) })),
  );
  const text = typed ?? joinWords(value, tongue);
  /** Stays when the field is left, so that whoever goes on reads why their words are gone. */
  const [refused, setRefused] = useState("");
  const said = [hints, refused].filter((one) => one !== "").join(" ");
  /** The text before the word that is being typed. */
  const before = /^.*[,、，]\s*/u.exec(text)?.[0] ?? "";
  const last = text.slice(before.length).trim().toLowerCase();
  const fits = (suggested ?? [])
    .map((word) => shownWord(word, tongue))
    .filter((word) => word.toLowerCase().includes(last));
  return (
    <div className="word-field">
      <label className="field">
        <span>{label}</span>
        <input
          value={text}
          list={`${id}list`}
          placeholder={f("word.several")}
          autoComplete="off"
          aria-describedby={said === "" ? undefined : `${id}hint`}
          onFocus={() => setTyped(text)}
          onChange={(event) => {
            setTyped(event.target.value);
            const words = splitWords(event.target.value, { known: [...value, ...known], tongue, most });
            setRefused(refusalOf?.(words) ?? "");
            onChange(words);
          }}
          onBlur={() => setTyped(undefined)}
        />
      </label>
      <datalist id={`${id}list`}>
        {typed === undefined
          ? null
          : [...new Set(fits)]
              .slice(0, MOST_SUGGESTED)
              .map((word) => <option key={word} value={`${before}${word}`} />)}
      </datalist>
      <p id={`${id}hint`} className="word-hint" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
