// What the person said of the story beside its text, in the prompts of the questions that it concerns. Prompts without it stay as they are.
import type { Given } from "../../manga/given.ts";
import type { Language } from "../../manga/language.ts";
import type { Prompt } from "./prompt.ts";

const RULE = {
  ja: "given は作者が決めたことです。物語の読み取りと食いちがうところは、given に合わせてください（rename はこの本での名前、into は同一人物、removed は本に出さない人）。",
  en: "given is what the author has decided. Where it differs from your reading of the story, follow it (rename: the name in this book; into: the same person as; removed: not in the book).",
} as const;

/** The prompt with the part of `given` that its question is about. */
export function withGiven(prompt: Prompt, given: Partial<Given> | undefined, language: Language): Prompt {
  const said = Object.entries(given ?? {}).filter(([, list]) => list.length > 0);
  if (said.length === 0) return prompt;
  return {
    ...prompt,
    system: `${prompt.system}\n${RULE[language]}`,
    data: { ...prompt.data, given: Object.fromEntries(said) },
  };
}
