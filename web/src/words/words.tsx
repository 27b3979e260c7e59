// The studio's language: the chosen one, else the browser's; stored for the next visit.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { EN, type WordKey } from "./en.ts";
import { JA } from "./ja.ts";

export type UiLanguage = "ja" | "en";

export interface Words {
  tongue: UiLanguage;
  setTongue: (tongue: UiLanguage) => void;
  /** The text of a key, with `{name}` filled in; `{n|page|pages}` is a number with its noun in singular or plural. */
  t: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A duration, rounded. */
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

/** Fills in `{name}` and `{n|page|pages}`. */
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
    // Below a dollar with tenths of a cent, so that small increases are visible.
    const money = (micros: number) =>
      new Intl.NumberFormat(tongue, {
        ...{ style: "currency", currency: "USD", minimumFractionDigits: 2 },
        maximumFractionDigits: micros < 1_000_000 ? 3 : 2,
      }).format(micros / 1_000_000);
    return { tongue, setTongue, t, time, money };
  }, [tongue]);
  return <Context value={words}>{children}</Context>;
}
