// Where the tables of grammar words are: beside the code, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";
import type { Language } from "../manga/language.ts";

/** The path of a language's table in `assets/words`. A bundle keeps its code as deep below its root as this file stands. */
export function wordTableFile(language: Language): string {
  return fileURLToPath(new URL(`../../assets/words/${language}.tsv`, import.meta.url));
}
