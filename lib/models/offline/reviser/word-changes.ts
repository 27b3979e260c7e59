// Changes of what is written on a page: texts and sounds, how they are uttered and where they stand. No picture changes.
import { boundingBox, type Point } from "../../../manga/geometry.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { Panel, StoryboardPage, Word } from "../../../manga/storyboard.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { TextSelector, WordIntent } from "./word-intents.ts";

type Words = Panel["words"];

const withWords = (panel: Panel, words: Partial<Words>): Panel => ({
  ...panel,
  words: { ...panel.words, ...words },
});

/** Replaces what is said; undefined as the new text leaves the words out. */
export function withDialogue(panel: Panel, from: string, to: string | undefined): Panel {
  const texts = panel.words.texts.flatMap((word) => {
    if (!word.text.includes(from)) return [word];
    if (to === undefined) return [];
    return [{ ...word, text: word.text.replaceAll(from, () => to), ruby: [] }];
  });
  const sounds = panel.words.sounds.flatMap((sound) => {
    if (sound.text !== from) return [sound];
    return to === undefined || to.length > 12 ? [] : [{ ...sound, text: to }];
  });
  return withWords(panel, { texts, sounds });
}

/** The texts of a page that are meant, as `panel/word`; of one panel alone where it is named. */
export function selectTexts(
  page: StoryboardPage,
  panel: string | undefined,
  { which, kind }: { which?: TextSelector | undefined; kind?: Word["kind"] },
): Set<string> {
  const all = page.panels
    .filter(({ id }) => panel === undefined || id === panel)
    .flatMap(({ id, words }) => words.texts.map((word) => ({ key: `${id}/${word.id}`, word })))
    .filter(({ word }) => kind === undefined || word.kind === kind);
  if (which === undefined) return new Set(all.map(({ key }) => key));
  if ("says" in which) {
    return new Set(all.filter(({ word }) => word.text.includes(which.says)).map(({ key }) => key));
  }
  const said = all.filter(({ word }) => word.kind === (which.of ?? "balloon"));
  const counted = said.length === 0 ? all : said;
  const one = which.nth < 0 ? counted.at(-1) : counted[which.nth - 1];
  return new Set(one === undefined ? [] : [one.key]);
}

/** Changes the texts of those keys; undefined leaves one out. */
export function changeTexts(
  page: StoryboardPage,
  keys: ReadonlySet<string>,
  change: (word: Word, panel: Panel) => Word | undefined,
): StoryboardPage {
  const panels = page.panels.map((panel) => {
    const texts = panel.words.texts.flatMap((word) =>
      keys.has(`${panel.id}/${word.id}`) ? (change(word, panel) ?? []) : [word],
    );
    return withWords(panel, { texts });
  });
  return { ...page, panels };
}

export function withVoice(word: Word, voice: (WordIntent & { kind: "voice" })["voice"]): Word {
  if (voice === "caption") return { ...word, kind: "caption", voice: "speech" };
  return { ...word, kind: "balloon", voice };
}

/** A sixth, a half or five sixths of the way across the panel, and of the way down. */
export function pointInPanel({ frame }: Panel, { x, y }: { x: number; y: number }): Point {
  const { x: left, y: top, width, height } = boundingBox(frame.corners);
  return { x: left + (width * (2 * x + 1)) / 6, y: top + (height * (2 * y + 1)) / 6 };
}

/** The panel with a line more, said last. */
export function withLine(panel: Panel, said: Pick<Word, "text" | "kind" | "speaker">): Panel {
  const numbers = panel.words.texts.map(({ id }) => Number(id.slice(1)));
  const id = `w${Math.max(0, ...numbers) + 1}`;
  const word: Word = { ...said, id, unit: null, voice: "speech", guessed: false, ruby: [] };
  return withWords(panel, { texts: [...panel.words.texts, word] });
}

const clamp = (loudness: number) => Math.max(1, Math.min(5, loudness));

export function withSound(panel: Panel, { change, text }: WordIntent & { kind: "sound" }, by: number): Panel {
  const { sounds } = panel.words;
  const isMeant = (sound: Words["sounds"][number]) => text === undefined || sound.text.includes(text);
  switch (change) {
    case "add":
      return withWords(panel, {
        sounds: [
          ...sounds,
          {
            text: text ?? "",
            loudness: clamp(2 + by),
            hard: /[ガギグゲゴザジズゼゾダドバビブベボ]|[BKCDGT]/iu.test(text ?? ""),
          },
        ],
      });
    case "remove":
      return withWords(panel, { sounds: sounds.filter((sound) => !isMeant(sound)) });
    default: {
      const step = change === "louder" ? by : -by;
      return withWords(panel, {
        sounds: sounds.map((sound) =>
          isMeant(sound) ? { ...sound, loudness: clamp(sound.loudness + step) } : sound,
        ),
      });
    }
  }
}

/** Characters of Japanese, or words of English, that a balloon holds and is still read at a glance. */
const MOST_AT_A_GLANCE = { ja: 16, en: 9 } as const;

/** Long texts in pieces, where a reader breathes. Those that somebody placed stay whole. */
export function withShortTexts(panel: Panel, language: "ja" | "en"): Panel {
  if (
    panel.words.texts.every(
      ({ text, at }) => at !== undefined || lengthOf(text) <= MOST_AT_A_GLANCE[language],
    )
  )
    return panel;
  const pieces = panel.words.texts.flatMap((word) =>
    word.at === undefined
      ? splitText(word.text, word.ruby, MOST_AT_A_GLANCE[language]).map((piece) => ({ ...word, ...piece }))
      : [word],
  );
  return withWords(panel, { texts: pieces.map((word, index) => ({ ...word, id: `w${index + 1}` })) });
}
