// Applies wishes about the texts and sounds of a page: words, voice and position. No picture changes.
import { boundingBox, type Point } from "../../../manga/geometry.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { Panel, StoryboardPage, Word } from "../../../manga/storyboard.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import { changeText, type TextChange } from "../../../pipeline/page-edits.ts";
import type { BookView } from "../../../pipeline/reviser.ts";
import { fromOneToFive } from "./apply-to-pages.ts";
import {
  answerOf,
  boardsOf,
  changePages,
  conceptOf,
  findPersonByName,
  nextId,
  type Outcome,
  onPanels,
  type WishRequest,
} from "./book-parts.ts";
import type { IntentOf } from "./intent.ts";
import type { TextSelector } from "./text-intents.ts";

type Words = Panel["words"];
type Sound = Words["sounds"][number];

const withWords = (panel: Panel, words: Partial<Words>): Panel => ({
  ...panel,
  words: { ...panel.words, ...words },
});

const withoutText = (page: StoryboardPage, key: string): StoryboardPage => ({
  ...page,
  panels: page.panels.map((panel) =>
    withWords(panel, { texts: panel.words.texts.filter(({ id }) => `${panel.id}/${id}` !== key) }),
  ),
});

/** Changes the texts that a selector selects, on the given page or on all pages. A text for which `change` returns undefined is removed. */
async function changeTexts(
  { book, page, panel }: WishRequest,
  { which, most }: { which: TextSelector | undefined; most?: number | undefined },
  change: (panel: Panel | undefined) => TextChange | undefined,
): Promise<Outcome> {
  const results = changePages(await boardsOf(book, page), (before) =>
    selectTexts(before, panel, which)
      .slice(0, most)
      .reduce((changed, key) => {
        const other = change(before.panels.find(({ id }) => key.startsWith(`${id}/`)));
        return other === undefined ? withoutText(changed, key) : changeText(changed, key, other);
      }, before),
  );
  return answerOf(results);
}

/** The selected texts of a page, as `panel/word`: of one panel if it is named, and balloons by default. */
function selectTexts(
  page: StoryboardPage,
  panel: string | undefined,
  which: TextSelector | undefined,
): string[] {
  const all = page.panels
    .filter(({ id }) => panel === undefined || id === panel)
    .flatMap(({ id, words }) => words.texts.map((word) => ({ ...word, key: `${id}/${word.id}` })));
  const keysOf = (texts: typeof all) => texts.map(({ key }) => key);
  if (which !== undefined && "says" in which)
    return keysOf(all.filter(({ text }) => text.includes(which.says)));
  const said = all.filter(({ kind }) => kind === (which?.of ?? "balloon"));
  if (which === undefined) return keysOf(said);
  const counted = said.length === 0 ? all : said;
  const at = which.nth < 0 ? counted.length - 1 : which.nth - 1;
  return keysOf(counted.filter((_, index) => index === at));
}

/** Replaces words in texts and sounds. Without new words, texts with them are removed; sounds are no dialogue and stay. */
export const changeDialogue = (from: string, to: string | undefined, book: BookView): Promise<Outcome> =>
  onPanels({ book }, (panel) => {
    const texts = panel.words.texts.flatMap((word) => {
      if (!word.text.includes(from)) return [word];
      return to === undefined ? [] : [{ ...word, text: word.text.replaceAll(from, () => to), ruby: [] }];
    });
    const sounds = panel.words.sounds.map((sound) => {
      const isOther = sound.text === from && to !== undefined && to.length <= LONGEST_SOUND;
      return isOther ? { ...sound, text: to } : sound;
    });
    return withWords(panel, { texts, sounds });
  });

export async function setLine({ which, to }: IntentOf<"line">, request: WishRequest): Promise<Outcome> {
  if (request.page === undefined) return "which";
  return changeTexts(request, { which }, () => (to === undefined ? undefined : { text: to }));
}

export async function addLine(
  { text, as, speaker }: IntentOf<"say">,
  request: WishRequest,
): Promise<Outcome> {
  const { book, wish, page, panel } = request;
  if (page === undefined || panel === undefined) return "which";
  const { people } = await conceptOf(book);
  const named = speaker === undefined ? undefined : findPersonByName(speaker, people)?.person.id;
  return onPanels(request, (one) => {
    const { texts } = one.words;
    const [figure, other] = one.picture.figures;
    const only = other === undefined ? figure?.character : undefined;
    const said = as === "caption" ? null : (named ?? wish.target.character ?? only ?? null);
    const word: Word = {
      ...{ id: nextId("w", texts), unit: null, text, kind: as, speaker: said, voice: "speech" },
      ...{ guessed: false, ruby: [] },
    };
    return withWords(one, { texts: [...texts, word] });
  });
}

export async function changeVoice(
  { voice, which }: IntentOf<"voice">,
  request: WishRequest,
): Promise<Outcome> {
  if (request.page === undefined && which === undefined) return "which";
  return changeTexts(request, { which }, () =>
    voice === "caption" ? { kind: "caption", voice: "speech" } : { kind: "balloon", voice },
  );
}

/** The point at a sixth, half or five sixths of the panel's width and height. */
function pointInPanel({ frame }: Panel, { x, y }: { x: number; y: number }): Point {
  const { x: left, y: top, width, height } = boundingBox(frame.corners);
  return { x: left + (width * (2 * x + 1)) / 6, y: top + (height * (2 * y + 1)) / 6 };
}

export async function moveTexts({ at, which }: IntentOf<"place">, request: WishRequest): Promise<Outcome> {
  if (which === undefined && (request.page === undefined || request.panel === undefined)) return "which";
  // Any text contains no words. Moves only the first text, because two texts at one position would overlap.
  const selected = { which: which ?? { says: "" }, most: at === undefined ? undefined : 1 };
  return changeTexts(request, selected, (within) => ({ at: at && within ? pointInPanel(within, at) : null }));
}

/** Maximum length of a sound that is lettered into the picture, in characters. */
const LONGEST_SOUND = 12;

export async function changeSounds(
  { change, text = "" }: IntentOf<"sound">,
  request: WishRequest,
  by: number,
): Promise<Outcome> {
  if (change === "add" && (request.page === undefined || request.panel === undefined)) return "which";
  if (change === "add" && text.length > LONGEST_SOUND) return "not-supported";
  const isMeant = (sound: Sound) => sound.text.includes(text);
  const step = change === "louder" ? by : -by;
  const changed = (sound: Sound) =>
    isMeant(sound) ? { ...sound, loudness: fromOneToFive(sound.loudness + step) } : sound;
  return onPanels(request, (one) => {
    const { sounds } = one.words;
    if (change === "add") return withWords(one, { sounds: [...sounds, soundOf(text, by)] });
    const kept = change === "remove" ? sounds.filter((sound) => !isMeant(sound)) : sounds.map(changed);
    return withWords(one, { sounds: kept });
  });
}

const soundOf = (text: string, by: number): Sound => ({
  ...{ text, loudness: fromOneToFive(2 + by) },
  hard: /[ガギグゲゴザジズゼゾダドバビブベボ]|[BKCDGT]/iu.test(text),
});

/** Maximum length of a balloon that can be read at a glance: characters in Japanese, words in English. */
const MOST_AT_A_GLANCE = { ja: 16, en: 9 } as const;

/** Splits long texts at natural pauses. Texts that a user positioned stay whole. */
export const shortenTexts = ({ book, page }: WishRequest): Promise<Outcome> =>
  onPanels({ book, page }, (panel) => {
    const most = MOST_AT_A_GLANCE[book.params.language];
    const { texts } = panel.words;
    if (!texts.some(({ text, at }) => at === undefined && lengthOf(text) > most)) return panel;
    const pieces = texts.flatMap((word) =>
      word.at === undefined
        ? splitText(word.text, word.ruby, most).map((piece) => ({ ...word, ...piece }))
        : [word],
    );
    return withWords(panel, { texts: pieces.map((word, index) => ({ ...word, id: `w${index + 1}` })) });
  });
