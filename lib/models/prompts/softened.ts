// The prompt after a safety filter refused one: the same task with hard words of its material replaced, and a request for restraint. The
// book keeps its exact lines, because code copies them from the story and not from answers.
import type { Language } from "../../manga/language.ts";
import { BODILY, HARSH, milder } from "./milder-words.ts";
import type { Prompt } from "./prompt.ts";

const RESTRAINT = {
  ja: "この漫画は全年齢向けです。暴力や刺激の強い出来事は、直接描かず、遠くから、控えめな言葉で扱ってください。",
  en: "This manga is for readers of all ages. Treat violence and anything else that is hard to bear from a distance and in restrained words; do not depict it.",
} as const;

export function softened(prompt: Prompt, language: Language): Prompt {
  const { system, data } = prompt;
  // Visible things are described in English in books of every language, so both languages' lists apply.
  const soften = (text: string) => milder(text, [...Object.values(HARSH), ...Object.values(BODILY)]);
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return soften(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  const softer = Object.entries(data).map(([key, value]) => [key, walk(value)]);
  return { ...prompt, system: `${system}\n${RESTRAINT[language]}`, data: Object.fromEntries(softer) };
}
