// Where the tables of nouns are: beside the code, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";
import type { Language } from "../manga/language.ts";

/** The path of a language's table in `assets/kinds`. A bundle keeps its code as deep below its root as this file stands. */
export function nounTableFile(language: Language): string {
  return fileURLToPath(new URL(`../../assets/kinds/${language}.txt`, import.meta.url));
}
