// Cuts narration down to a caption: the sentence itself, or the clause of it that stands alone. Nothing is ever added.
import { lengthOf } from "./split-text.ts";

/** Longest caption: characters of Japanese, words of English. */
const LONGEST = { ja: 46, en: 24 } as const;

export function captionLimit(language: "ja" | "en"): number {
  return LONGEST[language];
}

/** The Japanese main clause comes last, the English one first. */
export function cutCaption(text: string, language: "ja" | "en"): string {
  const most = LONGEST[language];
  if (lengthOf(text) <= most) return text;
  return language === "ja" ? lastClauses(text, most) : firstClauses(text, most);
}

function lastClauses(text: string, most: number): string {
  const clauses = text.split(/(?<=[、。！？])/u);
  let kept = "";
  for (const clause of clauses.toReversed()) {
    if (kept !== "" && kept.length + clause.length > most) break;
    kept = clause + kept;
  }
  return kept;
}

function firstClauses(text: string, most: number): string {
  const clauses = text.split(
    /(?<=[,;:—.!?])\s+|\s+(?=(?:and|but|while|because|until|as|when|where|which|who)\s)/u,
  );
  let kept = "";
  for (const clause of clauses) {
    const longer = kept === "" ? clause : `${kept} ${clause}`;
    if (kept !== "" && lengthOf(longer) > most) break;
    kept = longer;
  }
  return kept === text ? kept : `${kept.replace(/[,;:—\s]+$/u, "")}${/[.!?…]$/u.test(kept) ? "" : "."}`;
}
