// Checks that a program can read a story, and gives its cache key.
import { createHash } from "node:crypto";
import { detectLanguage } from "../../manga/detect-language.ts";
import type { Story } from "../../manga/story.ts";
import { TerminalError } from "../../pipeline/errors.ts";

const LANGUAGES = { ja: "Japanese", en: "English", other: "another language" } as const;

/** Throws `TerminalError("story-unusable")` for a story without words, or in another language than it claims. */
export function refuseUnusable({ units, language }: Story): void {
  const text = units.map((unit) => unit.text).join("\n");
  if (!/[\p{L}\p{N}]/u.test(text)) throw new TerminalError("story-unusable", "The story holds no words.");
  const found = detectLanguage(text);
  if (found === language) return;
  throw new TerminalError(
    "story-unusable",
    `The story reads as ${LANGUAGES[found]}, but the book is to be in ${LANGUAGES[language]}. The offline reader does not translate.`,
  );
}

/** Equal for stories with equal units. */
export function storyKey(story: Story): string {
  const hash = createHash("sha256").update(`${story.language}\n${JSON.stringify(story.cast ?? [])}`);
  for (const { kind, text, label, form } of story.units)
    hash.update(`\n${kind}\t${form ?? ""}\t${label ?? ""}\t${text}`);
  return hash.digest("base64");
}
