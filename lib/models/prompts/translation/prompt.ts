// The translation prompt: the words of a page in another language, for lettering a book again. Pictures and panels stay; every text keeps
// its id, so that code puts it back where it was.
import * as z from "zod";
import type { Language } from "../../../manga/language.ts";
import type { TranslationInput, TranslationOutput } from "../../writer.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { type Completed, DATA_RULE, fits, type Prompt } from "../prompt.ts";

const AnswerSchema = z.object({ texts: z.array(z.object({ id: z.string(), text: z.string() })) });
type Answer = z.infer<typeof AnswerSchema>;

/** Letters of a sound effect, as the storyboard's schema allows. */
const LONGEST_SOUND = 12;

const SYSTEM: Record<Language, string> = {
  ja: `あなたは漫画の翻訳者です。texts の全部を自然な日本語に訳します。
- id はそのまま、一つに一つ。足したり、省いたり、まとめたりしない。
- 吹き出し（balloon）は話し言葉で、声（voice）に合わせて短く。同じ speaker の口調をそろえる。caption は地の文。
- sound は擬音・擬態語にする（十二字まで）。
- 人名は読みのまま、どこでも同じ表記で。`,
  en: `You translate manga. Put all of texts into natural English.
- Keep every id, one for one. Add, drop and join nothing.
- Balloons are spoken language, short, in the tone of their voice; the same speaker keeps the same tone. Captions are narration.
- Sounds become sound effects (at most twelve letters).
- Names keep their reading, spelt the same way everywhere.`,
};

export const translationPrompt = {
  answer: AnswerSchema,
  maxOutputTokens: ({ texts }: TranslationInput) =>
    1_024 + texts.reduce((sum, { text }) => sum + 64 + 4 * text.length, 0),
  compose({ from, to, texts }: TranslationInput): Prompt {
    return { system: `${SYSTEM[to]}\n${DATA_RULE[to]}`, data: { task: "translation", from, to, texts } };
  },
  complete(answer: Answer, { to, texts }: TranslationInput): Completed<TranslationOutput> {
    const faults: string[] = [];
    const told = new Map(answer.texts.map(({ id, text }) => [id, text.trim()]));
    if (told.size < answer.texts.length) faults.push("texts: an id is there twice");
    for (const { id, kind } of texts) {
      const text = told.get(id) ?? "";
      if (text === "") faults.push(`texts: ${id} is missing`);
      if (kind === "sound" && text.length > LONGEST_SOUND)
        faults.push(`texts: the sound ${id} is longer than ${LONGEST_SOUND} letters`);
    }
    const known = new Set(texts.map(({ id }) => id));
    for (const id of told.keys()) if (!known.has(id)) faults.push(`texts: there is no ${id} to translate`);
    if (!isInLanguage([...told.values()].join(" "), to)) faults.push(WRONG_LANGUAGE[to]);
    return fits({ texts: Object.fromEntries(told) }, faults);
  },
};
