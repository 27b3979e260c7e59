// Which language the studio speaks: the one that was chosen, else the browser's; kept for the next visit.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { EN, type WordKey } from "./en.ts";
import { JA } from "./ja.ts";

export type UiLanguage = "ja" | "en";

export interface Words {
  tongue: UiLanguage;
  setTongue: (tongue: UiLanguage) => void;
  /** The words of a key, with `{name}` filled in; `{n|page|pages}` is a number with what is counted, one or many. */
  t: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A duration, roughly. */
  time: (seconds: number) => string;
  /** Micro-dollars. */
  money: (micros: number) => string;
}

const KEY = "mekuri.tongue";
const Context = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(Context);
  if (words === undefined) throw new Error("useWords outside of WordsProvider");
  return words;
}

function initialLanguage(): UiLanguage {
  const kept = localStorage.getItem(KEY);
  if (kept === "ja" || kept === "en") return kept;
  return navigator.language.startsWith("ja") ? "ja" : "en";
}

/** Words with `{name}` and `{n|page|pages}` filled in. */
export function filledIn(words: string, values: Readonly<Record<string, string | number>> = {}): string {
  return words.replace(/\{(\w+)(?:\|(\w+)\|(\w+))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = values[name] ?? "";
    return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`;
  });
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [tongue, setTongue] = useState(initialLanguage);
  useEffect(() => {
    document.documentElement.lang = tongue;
    localStorage.setItem(KEY, tongue);
  }, [tongue]);
  const words = useMemo<Words>(() => {
    const table: Readonly<Record<WordKey, string>> = tongue === "ja" ? JA : EN;
    const t: Words["t"] = (key, values) => filledIn(table[key], values);
    const time = (seconds: number) =>
      seconds < 90
        ? t("time.seconds", { n: Math.max(1, Math.round(seconds)) })
        : seconds < 90 * 60
          ? t("time.minutes", { n: Math.round(seconds / 60) })
          : t("time.hours", { n: Math.round(seconds / 3600) });
    // Below a dollar tenths of a cent, so that a bill is seen to grow.
    const money = (micros: number) =>
      new Intl.NumberFormat(tongue, {
        ...{ style: "currency", currency: "USD", minimumFractionDigits: 2 },
        maximumFractionDigits: micros < 1_000_000 ? 3 : 2,
      }).format(micros / 1_000_000);
    return { tongue, setTongue, t, time, money };
  }, [tongue]);
  return <Context value={words}>{children}</Context>;
}
