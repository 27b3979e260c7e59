// What is asked instead when a safety filter refused a prompt: the same task with the hard words of its material replaced, and with a
// request for restraint. Spoken lines stay as they are, because the book has them to the letter.
import type { Language } from "../../manga/language.ts";
import type { Prompt } from "./prompt.ts";

const RESTRAINT = {
  ja: "この漫画は全年齢向けです。暴力や刺激の強い出来事は、直接描かず、遠くから、控えめな言葉で扱ってください。",
  en: "This manga is for readers of all ages. Treat violence and anything else that is hard to bear from a distance and in restrained words; do not depict it.",
} as const;

/** Filters weigh words. These are few on purpose: what is not here is not worth a changed meaning. */
const MILDER: Record<Language, readonly (readonly [RegExp, string])[]> = {
  ja: [
    [/殺人|殺害|虐殺|惨殺/g, "事件"],
    [/自殺|心中|首つり|首吊り/g, "別れ"],
    [/殺/g, "倒"],
    [/死体|遺体|屍体|しかばね|死骸/g, "動かない姿"],
    [/血まみれ|血だらけ|流血/g, "傷だらけ"],
    [/強姦|レイプ|陵辱/g, "乱暴"],
    [/全裸|裸/g, "薄着"],
    [/拷問/g, "責め"],
    [/拳銃|ピストル|ライフル|銃|ナイフ|包丁|短刀/g, "道具"],
    [/麻薬|覚醒剤|大麻/g, "薬"],
  ],
  en: [
    [/\b(?:kill|murder|slaughter)(s|ed|ing|er|ers)?\b/gi, "defeat$1"],
    [/\b(?:suicid|hang(?:ed|s)? (?:him|her|them)sel)\w*/gi, "farewell"],
    [/\b(?:corpse|cadaver|dead body|dead bodies)s?\b/gi, "still figure"],
    [/\b(?:blood|gore)\w*/gi, "dust"],
    [/\b(?:rape|molest)\w*/gi, "hurt"],
    [/\b(?:naked|nude|undress)\w*/gi, "covered"],
    [/\btortur\w*/gi, "hurt"],
    [/\b(?:gun|pistol|rifle|revolver|knife|dagger)s?\b/gi, "tool"],
    [/\b(?:heroin|cocaine|meth|opium)\b/gi, "medicine"],
  ],
};

/** What the book carries to the letter, by its name in the prompts' data. */
const KEPT = "lines";

export function softened(prompt: Prompt, language: Language): Prompt {
  const { system, data } = prompt;
  const soften = (text: string) =>
    MILDER[language].reduce((softer, [hard, mild]) => softer.replaceAll(hard, mild), text);
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return soften(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === KEPT ? inner : walk(inner)]),
    );
  };
  const softer = Object.entries(data).map(([key, value]) => [key, walk(value)]);
  return { ...prompt, system: `${system}\n${RESTRAINT[language]}`, data: Object.fromEntries(softer) };
}
