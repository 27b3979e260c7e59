// The panels of a page as they are lettered: with the user's words, translated where there are none, with the lettering styles of people and
// of the book, and mirrored to the book's direction.
// Returns the storyboard's own panels if none of that applies.
import { layoutDirection, storyLanguage } from "../manga/language.ts";
import { withStyles } from "../manga/letter-styles.ts";
import { isHostedId } from "../manga/model-ids.ts";
import { type Lines, LinesSchema, mirrored, withLines } from "../manga/relettering.ts";
import type { Panel, StoryboardPage } from "../manga/storyboard.ts";
import { pageId } from "../pipeline/step-id.ts";
import type { MangaContext } from "./tools.ts";
import { translated } from "./translated.ts";

/** Rethrows errors of the translator, if words must be translated. */
export async function asLettered(
  { number, panels }: StoryboardPage,
  context: MangaContext,
): Promise<readonly Panel[]> {
  return asStyled(await inLanguage(panels, pageId(number), context), context.params);
}

/** As `asLettered`, where that needs no translator; else undefined. */
export async function asLetteredAlready(
  { number, panels }: StoryboardPage,
  context: Pick<MangaContext, "params" | "getBlob">,
): Promise<readonly Panel[] | undefined> {
  const { params } = context;
  if (params.lines === undefined) {
    return storyLanguage(params) === params.language ? asStyled(panels, params) : undefined;
  }
  const [page, lines] = [pageId(number), await loadLines(params.lines, context)];
  // Only hosted readers translate.
  if (!isWhole(panels, page, lines) && isHostedId(params.models.reader)) return undefined;
  return asStyled(withLines(panels, page, lines), params);
}

async function loadLines(hash: string, { getBlob }: Pick<MangaContext, "getBlob">): Promise<Lines> {
  return LinesSchema.parse(JSON.parse(new TextDecoder().decode(await getBlob(hash))));
}

/** The panels in the book's direction, with the styles of its people and of the book. */
function asStyled(panels: readonly Panel[], params: MangaContext["params"]): readonly Panel[] {
  return inDirection(withStyles(panels, params.letterStyles), params);
}

/** The panels in the book's direction: mirrored where the storyboard was laid out in the other one. */
export function inDirection(panels: readonly Panel[], params: MangaContext["params"]): readonly Panel[] {
  return layoutDirection(params) === params.direction ? panels : mirrored(panels);
}

/** A book with user-given words for every text needs no translator. Otherwise the translator fills the gaps. */
async function inLanguage(
  panels: readonly Panel[],
  page: string,
  context: MangaContext,
): Promise<readonly Panel[]> {
  const { params } = context;
  if (params.lines === undefined) return translated(panels, context);
  const lines = await loadLines(params.lines, context);
  if (isWhole(panels, page, lines)) return withLines(panels, page, lines);
  const { translator } = await context.tools.reader(params.models.reader);
  if (translator === undefined) return withLines(panels, page, lines);
  const translation = await translated(panels, context);
  const given = withLines(panels, page, lines);
  return given.map((panel, at) => filled(panel, { from: panels[at], with: translation[at] }));
}

function isWhole(panels: readonly Panel[], page: string, lines: Lines): boolean {
  return panels.every(({ id, words }) => {
    const has = (text: string, word: string) => lines[`${page}/${id}/${word}`]?.of === text;
    return (
      words.texts.every((word) => has(word.text, word.id)) &&
      words.sounds.every((sound, index) => has(sound.text, `s${index + 1}`))
    );
  });
}

/** The panel with the translation of every text that is still as the storyboard has it. */
function filled(panel: Panel, { from, with: translation }: { from?: Panel; with?: Panel }): Panel {
  const texts = panel.words.texts.map((word, index) =>
    word === from?.words.texts[index] ? (translation?.words.texts[index] ?? word) : word,
  );
  const sounds = panel.words.sounds.map((sound, index) =>
    sound === from?.words.sounds[index] ? (translation?.words.sounds[index] ?? sound) : sound,
  );
  return { ...panel, words: { texts, sounds } };
}
