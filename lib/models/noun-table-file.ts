// Finds the tables of nouns, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";
import type { Language } from "../manga/language.ts";

/**
 * The path of a language's table in `assets/kinds`: of drawable nouns, or of a subject (`seen` → `en-seen.txt`). A bundle keeps its code as
 * deep below its root as this file.
 */
export function nounTableFile(language: Language, subject?: "seen" | "verbs"): string {
  const name = subject === undefined ? language : `${language}-${subject}`;
  return fileURLToPath(new URL(`../../assets/kinds/${name}.txt`, import.meta.url));
}
