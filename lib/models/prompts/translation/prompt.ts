// The translation prompt: the words of a page in another language, for lettering a book again. Pictures and panels are unchanged; every
// text keeps its id, so that code can put it back.
import * as z from "zod";
import type { Language } from "../../../manga/language.ts";
import { cutText } from "../../hosted/cut-text.ts";
import type { Asker, Completed, RepairCounter, TextQuestion } from "../../hosted/text-question.ts";
import type { TranslatedText, TranslationInput, TranslationOutput } from "../../translator.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { DATA_RULE } from "../prompt.ts";

export const TranslationAnswerSchema = z.object({
  texts: z.array(z.object({ id: z.string().min(1), text: z.string().min(1) })),
});
type Answer = z.infer<typeof TranslationAnswerSchema>;

/** Most letters of a sound, as in the storyboard's schema. */
const LONGEST_SOUND = 12;
/** Limits of one question: texts, and tokens of its answer. */
export interface TranslationBounds {
  texts: number;
  tokens: number;
}
const LARGE: TranslationBounds = { texts: 60, tokens: 8_000 };
/** For models with a small context: `SMALL_ANSWER_TOKENS` of `own-models.ts`, and a number of rows that such models handle reliably. */
export const SMALL_TRANSLATION: TranslationBounds = { texts: 12, tokens: 2_000 };
/** Tokens of an answer without its texts. */
const FRAME_TOKENS = 512;

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

/** A text without a translation, even when requested separately, is absent from the output. Throws as `Asker.askAll` does. */
export async function translate(
  input: TranslationInput,
  asker: Asker,
  bounds = LARGE,
): Promise<TranslationOutput> {
  const questions = chunksOf(input.texts, bounds).map((texts) =>
    translationQuestion({ ...input, texts }, bounds),
  );
  const texts = Object.assign({}, ...(await asker.askAll(questions)).map((output) => output.texts));
  const left = input.texts.filter(({ id }) => !Object.hasOwn(texts, id)).map(({ id }) => id);
  if (left.length > 0) asker.note(`the translation: ${left.join(", ")} stay in their own language`);
  return { texts };
}

/** The most tokens of the answer for a text. */
const tokensOf = ({ text }: TranslatedText) => 64 + 4 * text.length;

function chunksOf(texts: readonly TranslatedText[], bounds: TranslationBounds): TranslatedText[][] {
  const chunks: TranslatedText[][] = [];
  let tokens = 0;
  for (const text of texts) {
    const chunk = chunks.at(-1);
    tokens += tokensOf(text);
    if (chunk !== undefined && chunk.length < bounds.texts && tokens <= bounds.tokens - FRAME_TOKENS)
      chunk.push(text);
    else {
      chunks.push([text]);
      tokens = tokensOf(text);
    }
  }
  return chunks;
}

function translationQuestion(
  input: TranslationInput,
  bounds: TranslationBounds,
): TextQuestion<Answer, TranslationOutput> {
  const { from, to, texts, seed } = input;
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text), FRAME_TOKENS);
  return {
    ...{ name: "the translation", task: "translation", language: from, seed },
    ...{ answer: TranslationAnswerSchema, maxOutputTokens: Math.min(bounds.tokens, tokens) },
    prompt: {
      system: `${SYSTEM[to]}\n${DATA_RULE[to]}`,
      data: { task: "translation", from, to, texts },
    },
    complete: (answer, repairs) => complete(answer, repairs, { ...input, bounds }),
  };
}

function complete(
  answer: Answer,
  repairs: RepairCounter,
  input: TranslationInput & { bounds: TranslationBounds },
): Completed<TranslationOutput> {
  const { texts, to, bounds } = input;
  if (!isInLanguage(answer.texts.map(({ text }) => text).join(" "), to)) {
    return { kind: "unusable", faults: [WRONG_LANGUAGE[to]] };
  }
  const told = byId(answer, texts, repairs);
  const output: TranslationOutput = { texts: {} };
  const missing: TranslatedText[] = [];
  for (const asked of texts) {
    const text = told.get(asked.id);
    if (text === undefined || !isInLanguage(text, to)) missing.push(asked);
    else if (asked.kind !== "sound" || text.length <= LONGEST_SOUND) output.texts[asked.id] = text;
    else {
      repairs.count("sound too long");
      output.texts[asked.id] = cutText(text, LONGEST_SOUND);
      // One long sound may be cut anywhere. Several words are a description and not a sound, so they are requested again.
      if (/\s/.test(text)) missing.push(asked);
    }
  }
  if (missing.length === 0) return { kind: "whole", output };
  if (missing.length === texts.length && Object.keys(output.texts).length === 0) {
    return { kind: "unusable", faults: ["texts: none of the ids that were asked for is there"] };
  }
  return {
    ...{ kind: "partial", output },
    missing: translationQuestion({ ...input, texts: missing }, bounds),
    merge: (more) => ({ texts: { ...output.texts, ...more.texts } }),
  };
}

/** The answered texts by requested id. A similar id counts as the requested one; the first text of an id counts. */
function byId(answer: Answer, texts: readonly TranslatedText[], repairs: RepairCounter): Map<string, string> {
  const known = new Map(texts.map(({ id }) => [plain(id), id]));
  const told = new Map<string, string>();
  for (const { id, text } of answer.texts) {
    const meant = known.get(plain(id));
    if (meant === undefined) repairs.count("a text that was not requested");
    else if (told.has(meant)) repairs.count("a text given twice");
    else {
      if (meant !== id) repairs.count("altered id");
      if (text.trim() !== "") told.set(meant, text.trim());
    }
  }
  return told;
}

/** Normalizes an id: `K1 / W2` becomes `k1/w2`. */
const plain = (id: string) =>
  id
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
