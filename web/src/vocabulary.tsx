// The offline artist's vocabulary for the gates' fields: suggestions, and hints for words that are drawn differently. Other artists read
// any word, so there are no hints.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { ask } from "./api.ts";
import {
  type ClientSession,
  isDrawnOffline,
  type Vocabulary,
  type VocabularyField,
  type WordRendering,
} from "./documents.ts";

/** Pause in typing after which words are looked up. */
const PAUSE_MS = 500;
/** Maximum number of words in a request, and maximum length of a word. */
const MOST_WORDS = 64;
const MOST_LETTERS = 120;

interface Known {
  suggestions: Vocabulary["fields"];
  /** How a word is drawn; undefined if not known yet, or if the artist reads any word. */
  renderingOf: (field: VocabularyField, word: string) => WordRendering | undefined;
  /** Registers a word of a field, to be looked up when typing pauses. */
  want: (field: VocabularyField, word: string) => void;
}

const NOTHING: Known = { suggestions: {}, renderingOf: () => undefined, want: () => {} };
const Context = createContext<Known>(NOTHING);

export const useVocabulary = (): Known => useContext(Context);

const keyOf = (field: VocabularyField, word: string) => `${field} ${word}`;

export function VocabularyProvider({ session, children }: { session: ClientSession; children: ReactNode }) {
  const isOffline = isDrawnOffline(session);
  const [suggestions, setSuggestions] = useState<Vocabulary["fields"]>({});
  const [renderings, setRenderings] = useState<ReadonlyMap<string, WordRendering>>(new Map());
  const wanted = useRef(new Map<string, { field: VocabularyField; word: string }>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    ask<Vocabulary>("GET", "/vocabulary", { signal: stop.signal, isOpen: true }).then(
      ({ fields }) => setSuggestions(fields),
      // Without suggestions the fields still take any word.
      () => setSuggestions({}),
    );
    return () => {
      stop.abort();
      clearTimeout(timer.current);
    };
  }, []);

  const known = useMemo<Known>(() => {
    const isTold = (field: VocabularyField, word: string) =>
      suggestions[field]?.includes(word.replaceAll("-", " ")) === true;
    const send = () => {
      const words = [...wanted.current.values()].slice(0, MOST_WORDS);
      wanted.current.clear();
      ask<{ words: WordRendering[] }>("POST", "/vocabulary", { body: { words } }).then(
        (answer) =>
          setRenderings(
            (before) =>
              new Map([...before, ...answer.words.map((one) => [keyOf(one.field, one.word), one] as const)]),
          ),
        // A failed hint is not reported. The word is looked up again when it is typed again.
        () => {},
      );
    };
    return {
      suggestions,
      renderingOf: (field, word) => (isOffline ? renderings.get(keyOf(field, word)) : undefined),
      want: (field, word) => {
        const key = keyOf(field, word);
        if (!isOffline || word.trim() === "" || word.length > MOST_LETTERS) return;
        if (isTold(field, word) || renderings.has(key) || wanted.current.has(key)) return;
        wanted.current.set(key, { field, word });
        clearTimeout(timer.current);
        timer.current = setTimeout(send, PAUSE_MS);
      },
    };
  }, [isOffline, suggestions, renderings]);
  return <Context value={known}>{children}</Context>;
}
