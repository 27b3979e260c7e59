// Finds the tables of grammar words, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";
import type { Language } from "../manga/language.ts";

/**
 * The path of a language's table in `assets/words`: of grammar, or of a subject (`settings` → `en-settings.tsv`). A bundle keeps its code
 * as deep below its root as this file.
 */
export function wordTableFile(language: Language, subject?: string): string {
  const name = subject === undefined ? language : `${language}-${subject}`;
  return fileURLToPath(new URL(`../../assets/words/${name}.tsv`, import.meta.url));
}

/** The path of the table of options that a wish may name. */
export const optionTableFile = (): string =>
  fileURLToPath(new URL("../../assets/words/wish-options.tsv", import.meta.url));
