// The offline artist's vocabulary for the gates' fields: suggestions, and hints for words that are drawn differently. Other artists read
// any word, so there are no hints.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { ask } from "./api.ts";
import {
  type ClientSession,
  isDrawnOffline,
  isReadOffline,
  type Vocabulary,
  type VocabularyField,
  type WordRendering,
} from "./documents.ts";

/** Pause in typing after which words are looked up. */
const PAUSE_MS = 500;
/** Maximum number of words in a request, and maximum length of a word. */
const MOST_WORDS = 64;
const MOST_LETTERS = 120;

/** A word of a field; `of`: the thing that the word describes. */
export type FieldWord = Pick<WordRendering, "field" | "word" | "of">;

interface Known {
  suggestions: Vocabulary["fields"];
  /** Whether the book's artist does not read that field at all. */
  isUnread: (field: VocabularyField) => boolean;
  /** Whether the book's reader is a program, which reads the story and not what is written about it. */
  isReadByProgram: boolean;
  /** How a word is drawn; undefined if not known yet, or if the artist reads any word. */
  renderingOf: (word: FieldWord) => Pick<WordRendering, "rendering" | "as"> | undefined;
  /** Registers a word, to be looked up when typing pauses. */
  want: (word: FieldWord) => void;
}

const NOTHING: Known = {
  ...{ suggestions: {}, isUnread: () => false, isReadByProgram: false },
  ...{ renderingOf: () => undefined, want: () => {} },
};
const NO_FIELDS: readonly VocabularyField[] = [];
const Context = createContext<Known>(NOTHING);

export const useVocabulary = (): Known => useContext(Context);

const keyOf = ({ field, word, of = "" }: FieldWord) => JSON.stringify([field, word, of]);

export function VocabularyProvider({ session, children }: { session: ClientSession; children: ReactNode }) {
  const isOffline = isDrawnOffline(session);
  const isReadByProgram = isReadOffline(session);
  const [{ fields: suggestions, unread = NO_FIELDS }, setVocabulary] = useState<Vocabulary>({ fields: {} });
  const [renderings, setRenderings] = useState<ReadonlyMap<string, WordRendering>>(new Map());
  const wanted = useRef(new Map<string, FieldWord>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    ask<Vocabulary>("GET", "/vocabulary", { signal: stop.signal, isOpen: true }).then(
      setVocabulary,
      // Without suggestions the fields still take any word.
      () => setVocabulary({ fields: {} }),
    );
    return () => {
      stop.abort();
      clearTimeout(timer.current);
    };
  }, []);

  const known = useMemo<Known>(() => {
    // A word about a thing may be drawable for some things and not for others.
    const isTold = ({ field, word, of }: FieldWord) =>
      of === undefined && suggestions[field]?.includes(word.replaceAll("-", " ")) === true;
    const send = () => {
      const words = [...wanted.current.values()].slice(0, MOST_WORDS);
      wanted.current.clear();
      ask<{ words: WordRendering[] }>("POST", "/vocabulary", { body: { words } }).then(
        (answer) =>
          setRenderings(
            (before) => new Map([...before, ...answer.words.map((one) => [keyOf(one), one] as const)]),
          ),
        // A failed hint is not reported. The word is looked up again when it is typed again.
        () => {},
      );
    };
    const isUnread = (field: VocabularyField) => isOffline && unread.includes(field);
    return {
      suggestions,
      isUnread,
      isReadByProgram,
      renderingOf: (one) =>
        isUnread(one.field) ? { rendering: "left-out" } : isOffline ? renderings.get(keyOf(one)) : undefined,
      want: (one) => {
        const { field, word } = one;
        const key = keyOf(one);
        if (!isOffline || isUnread(field) || word.trim() === "" || word.length > MOST_LETTERS) return;
        if (isTold(one) || renderings.has(key) || wanted.current.has(key)) return;
        wanted.current.set(key, one);
        clearTimeout(timer.current);
        timer.current = setTimeout(send, PAUSE_MS);
      },
    };
  }, [isOffline, isReadByProgram, suggestions, unread, renderings]);
  return <Context value={known}>{children}</Context>;
}
