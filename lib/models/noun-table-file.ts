// Where the tables of nouns are: beside the code, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";
import type { Language } from "../manga/language.ts";

/**
 * The path of a language's table in `assets/kinds`: of what we draw, or of a subject (`seen` → `en-seen.txt`). A bundle keeps its code as
 * deep below its root as this file stands.
 */
export function nounTableFile(language: Language, subject?: "seen" | "verbs"): string {
  const name = subject === undefined ? language : `${language}-${subject}`;
  return fileURLToPath(new URL(`../../assets/kinds/${name}.txt`, import.meta.url));
}
