// Wishes about what is written on a page: texts and sounds, how they are uttered and where they stand. No picture changes.
import { boundingBox, type Point } from "../../../manga/geometry.ts";
import type { Language } from "../../../manga/language.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { Panel, StoryboardPage, Word } from "../../../manga/storyboard.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import { changeText, type TextChange } from "../../../pipeline/page-edits.ts";
import type { Answer, BookView } from "../../../pipeline/reviser.ts";
import { answerOf, boardsOf, conceptOf, findPersonByName, targetOf, type WishRequest } from "./book-parts.ts";
import { changePages, fromOneToFive, onPanels } from "./page-changes.ts";
import { refuse } from "./refusals.ts";
import type { TextIntent, TextSelector } from "./text-intents.ts";

type Of<Kind extends TextIntent["kind"]> = TextIntent & { kind: Kind };
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

/** Changes the chosen texts of the page that is meant, or of all pages; undefined leaves one out. */
async function changeTexts(
  request: WishRequest,
  choose: (page: StoryboardPage) => readonly string[],
  change: (panel: Panel | undefined) => TextChange | undefined,
): Promise<Answer> {
  const { book } = request;
  const results = changePages(await boardsOf(book, targetOf(request).page), (page) =>
    choose(page).reduce((changed, key) => {
      const other = change(page.panels.find(({ id }) => key.startsWith(`${id}/`)));
      return other === undefined ? withoutText(changed, key) : changeText(changed, key, other);
    }, page),
  );
  return answerOf(results, book);
}

/** The texts of a page that are meant, as `panel/word`: of one panel alone where it is named, and balloons where nothing else is said. */
function selectTexts(
  page: StoryboardPage,
  panel: string | undefined,
  which: TextSelector | "any" | undefined,
): string[] {
  const all = page.panels
    .filter(({ id }) => panel === undefined || id === panel)
    .flatMap(({ id, words }) => words.texts.map((word) => ({ ...word, key: `${id}/${word.id}` })));
  const keysOf = (texts: readonly { key: string }[]) => texts.map(({ key }) => key);
  if (which === undefined) return keysOf(all.filter(({ kind }) => kind === "balloon"));
  if (which === "any") return keysOf(all);
  if ("says" in which) return keysOf(all.filter(({ text }) => text.includes(which.says)));
  const said = all.filter(({ kind }) => kind === (which.of ?? "balloon"));
  const counted = said.length === 0 ? all : said;
  const one = which.nth < 0 ? counted.at(-1) : counted[which.nth - 1];
  return one === undefined ? [] : [one.key];
}

/** Replaces what is said; undefined as the new text leaves the words out. */
export const changeDialogue = (from: string, to: string | undefined, book: BookView): Promise<Answer> =>
  onPanels(book, {}, (panel) => {
    const texts = panel.words.texts.flatMap((word) => {
      if (!word.text.includes(from)) return [word];
      return to === undefined ? [] : [{ ...word, text: word.text.replaceAll(from, () => to), ruby: [] }];
    });
    const sounds = panel.words.sounds.flatMap((sound) => {
      if (sound.text !== from) return [sound];
      return to === undefined || to.length > LONGEST_SOUND ? [] : [{ ...sound, text: to }];
    });
    return withWords(panel, { texts, sounds });
  });

export async function setLine({ which, to }: Of<"line">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined) return refuse("which", request.book);
  const choose = (one: StoryboardPage) => selectTexts(one, panel, which);
  return changeTexts(request, choose, () => (to === undefined ? undefined : { text: to }));
}

export async function addLine({ text, as, speaker }: Of<"say">, request: WishRequest): Promise<Answer> {
  const { book, wish } = request;
  const { page, panel } = targetOf(request);
  if (page === undefined || panel === undefined) return refuse("which", book);
  const { people } = await conceptOf(book);
  const named = speaker === undefined ? undefined : findPersonByName(speaker, people)?.person.id;
  return onPanels(book, { page, panel }, (one) => {
    const [figure, other] = one.picture.figures;
    const only = other === undefined ? figure?.character : undefined;
    const said = as === "caption" ? null : (named ?? wish.target.character ?? only ?? null);
    const numbers = one.words.texts.map(({ id }) => Number(id.slice(1)));
    const id = `w${Math.max(0, ...numbers) + 1}`;
    const word: Word = {
      ...{ id, unit: null, text, kind: as, speaker: said, voice: "speech", guessed: false, ruby: [] },
    };
    return withWords(one, { texts: [...one.words.texts, word] });
  });
}

export async function changeVoice({ voice, which }: Of<"voice">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined && which === undefined) return refuse("which", request.book);
  const choose = (one: StoryboardPage) => selectTexts(one, panel, which);
  return changeTexts(request, choose, () =>
    voice === "caption" ? { kind: "caption", voice: "speech" } : { kind: "balloon", voice },
  );
}

/** A sixth, a half or five sixths of the way across the panel, and of the way down. */
function pointInPanel({ frame }: Panel, { x, y }: { x: number; y: number }): Point {
  const { x: left, y: top, width, height } = boundingBox(frame.corners);
  return { x: left + (width * (2 * x + 1)) / 6, y: top + (height * (2 * y + 1)) / 6 };
}

export async function moveTexts({ at, which }: Of<"place">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (which === undefined && (page === undefined || panel === undefined))
    return refuse("which", request.book);
  // Moves only the first text, because two texts at one position would overlap.
  const most = at === undefined ? undefined : 1;
  const choose = (one: StoryboardPage) => selectTexts(one, panel, which ?? "any").slice(0, most);
  return changeTexts(request, choose, (within) => ({ at: at && within ? pointInPanel(within, at) : null }));
}

/** Characters of a sound that is lettered into the picture. */
const LONGEST_SOUND = 12;

export async function changeSounds(
  { change, text }: Of<"sound">,
  request: WishRequest,
  by: number,
): Promise<Answer> {
  const { book } = request;
  const target = targetOf(request);
  if (change === "add" && (target.page === undefined || target.panel === undefined))
    return refuse("which", book);
  if (change === "add" && (text ?? "").length > LONGEST_SOUND) return refuse("not-supported", book);
  const isMeant = (sound: Sound) => text === undefined || sound.text.includes(text);
  const step = change === "louder" ? by : -by;
  const changed = (sound: Sound) =>
    isMeant(sound) ? { ...sound, loudness: fromOneToFive(sound.loudness + step) } : sound;
  return onPanels(book, target, (one) => {
    const { sounds } = one.words;
    if (change === "add") return withWords(one, { sounds: [...sounds, soundOf(text ?? "", by)] });
    const kept = change === "remove" ? sounds.filter((sound) => !isMeant(sound)) : sounds.map(changed);
    return withWords(one, { sounds: kept });
  });
}

const soundOf = (text: string, by: number): Sound => ({
  ...{ text, loudness: fromOneToFive(2 + by) },
  hard: /[ガギグゲゴザジズゼゾダドバビブベボ]|[BKCDGT]/iu.test(text),
});

/** Characters of Japanese, or words of English, that a balloon holds and is still read at a glance. */
const MOST_AT_A_GLANCE = { ja: 16, en: 9 } as const;

export const shortenTexts = (request: WishRequest): Promise<Answer> =>
  onPanels(request.book, { page: targetOf(request).page }, (panel) =>
    withShortTexts(panel, request.book.params.language),
  );

/** Long texts in pieces, where a reader breathes. Those that somebody placed stay whole. */
function withShortTexts(panel: Panel, language: Language): Panel {
  const most = MOST_AT_A_GLANCE[language];
  const isLong = ({ text, at }: Word) => at === undefined && lengthOf(text) > most;
  if (!panel.words.texts.some(isLong)) return panel;
  const pieces = panel.words.texts.flatMap((word) =>
    word.at === undefined
      ? splitText(word.text, word.ruby, most).map((piece) => ({ ...word, ...piece }))
      : [word],
  );
  return withWords(panel, { texts: pieces.map((word, index) => ({ ...word, id: `w${index + 1}` })) });
}
