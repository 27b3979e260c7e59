// Port for translation of a page's texts, for a book whose language differs from its story's.
import * as z from "zod";
import type { Language } from "../manga/language.ts";
import type { CallContext } from "./call-context.ts";

export interface TranslationInput {
  from: Language;
  to: Language;
  texts: readonly TranslatedText[];
  seed: number;
}
export interface TranslatedText {
  /** `k2/w1`, `k2/s1`. */
  id: string;
  kind: "balloon" | "caption" | "sound";
  voice: string;
  speaker: string | null;
  text: string;
}

export const TranslationOutputSchema = z.object({
  /** Translations by text id. A text without an entry stays untranslated. */
  texts: z.record(z.string(), z.string().min(1)),
});
export type TranslationOutput = z.infer<typeof TranslationOutputSchema>;

/** Translates. Throws as `Reader` does. */
export interface Translator {
  translate(input: TranslationInput, context: CallContext): Promise<TranslationOutput>;
}
