// Translates the texts and sounds of a page, if the book's language is not the story's.
import { withEmphasis } from "../manga/hand-set.ts";
import { storyLanguage } from "../manga/language.ts";
import type { Panel } from "../manga/storyboard.ts";
import { type TranslatedText, type TranslationInput, TranslationOutputSchema } from "../models/translator.ts";
import { TerminalError } from "../pipeline/errors.ts";
import type { MangaContext } from "./tools.ts";

/** Throws `TerminalError("does-not-translate")` if the session's reader has no translator. */
export async function translated(panels: readonly Panel[], context: MangaContext): Promise<readonly Panel[]> {
  const { params } = context;
  const [from, to] = [storyLanguage(params), params.language];
  const texts = panels.flatMap(textsOf);
  if (from === to || texts.length === 0) return panels;
  const reader = await context.tools.reader(params.models.reader);
  const { translator } = reader;
  if (translator === undefined) {
    throw new TerminalError(
      "does-not-translate",
      `${reader.id} does not translate: its books stay in their story's language.`,
    );
  }
  const input: TranslationInput = { from, to, texts, seed: params.seed };
  const output = TranslationOutputSchema.parse(await translator.translate(input, context));
  return panels.map((panel) => withTexts(panel, output.texts));
}

function textsOf({ id, words }: Panel): TranslatedText[] {
  const sounds = words.sounds.map(({ text }, index) => ({
    ...{ id: `${id}/s${index + 1}`, kind: "sound" as const, voice: "sound", speaker: null, text },
  }));
  const texts = words.texts.map(({ id: word, kind, voice, speaker, text }) => ({
    ...{ id: `${id}/${word}`, kind, voice, speaker, text },
  }));
  return [...texts, ...sounds];
}

/** Drops ruby, which belongs to the untranslated words. */
function withTexts(panel: Panel, texts: Readonly<Record<string, string>>): Panel {
  const { id, words } = panel;
  return {
    ...panel,
    words: {
      texts: words.texts.map((word) => {
        const text = texts[`${id}/${word.id}`];
        return text === undefined ? word : { ...withEmphasis(word), text, ruby: [] };
      }),
      sounds: words.sounds.map((sound, index) => ({
        ...sound,
        text: texts[`${id}/s${index + 1}`] ?? sound.text,
      })),
    },
  };
}
