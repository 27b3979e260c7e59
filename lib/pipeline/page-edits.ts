// Edits of a storyboard's page: one text, or the content of one panel. Pure.
import * as z from "zod";
import { CharacterIdSchema } from "../manga/concept.ts";
import { pictureSize } from "../manga/drawn-frame.ts";
import { boundingBox, PointSchema } from "../manga/geometry.ts";
import { unplaced, withEmphasis } from "../manga/hand-set.ts";
import { VoiceSchema } from "../manga/plot.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema, WordSchema } from "../manga/storyboard.ts";
import { canonicalJson } from "./canonical-json.ts";
import { EditConflictError } from "./refusals.ts";
import { EditRefusedError } from "./step-editor.ts";

/** The changeable fields of a text; a sound has only its text. */
export const TextChangeSchema = z.strictObject({
  text: z.string().min(1).max(500).optional(),
  kind: WordSchema.shape.kind.optional(),
  voice: VoiceSchema.optional(),
  speaker: CharacterIdSchema.max(12).nullable().optional(),
  /** The centre of the text on the page, in units; null lets the lettering place it. */
  at: PointSchema.nullable().optional(),
});
export type TextChange = z.infer<typeof TextChangeSchema>;

/**
 * The text as the person saw it when they changed it, field by field. Each field lists all values that the person may replace: the one
 * shown, and those that they have saved since.
 */
export const TextSeenSchema = z.strictObject({
  text: z.array(z.string().max(500)).min(1).max(8).optional(),
  /** The centre as shown. */
  at: z.array(PointSchema).min(1).max(8).optional(),
});
export type TextSeen = z.infer<typeof TextSeenSchema>;

/**
 * Throws `EditConflictError` where a field that the change sets has neither a value that the person saw nor the requested one. A text that
 * the lettering placed has no stored place, so its place cannot conflict.
 */
export function checkTextSeen(
  output: unknown,
  id: string,
  { change, seen }: { change: TextChange; seen: TextSeen },
): void {
  const page = StoryboardPageSchema.parse(output);
  const [panelId, textId = ""] = id.split("/");
  const words = page.panels.find((one) => one.id === panelId)?.words;
  const word = words?.texts.find((one) => one.id === textId);
  const text =
    word?.text ?? (textId.startsWith("s") ? words?.sounds[Number(textId.slice(1)) - 1]?.text : undefined);
  // The change itself refuses a text that does not exist.
  if (text === undefined) return;
  const path = `pages.${page.number}.texts.${id}`;
  const actual = { text, ...(word?.at && { at: word.at }) };
  if (change.text !== undefined && seen.text !== undefined && ![...seen.text, change.text].includes(text)) {
    throw new EditConflictError(`${path}.text`, actual);
  }
  const at = word?.at;
  if (change.at === undefined || seen.at === undefined || at === undefined) return;
  const known = [...seen.at, ...(change.at === null ? [] : [change.at])];
  if (!known.some(({ x, y }) => Math.abs(x - at.x) <= 1 && Math.abs(y - at.y) <= 1)) {
    throw new EditConflictError(`${path}.at`, actual);
  }
}

/** `id` as in the lettering: `k2/w1`, or `k2/s1` for a sound. */
export function changeText(output: unknown, id: string, change: TextChange): StoryboardPage {
  const page = StoryboardPageSchema.parse(output);
  const [panelId, textId = ""] = id.split("/");
  const panel = page.panels.find((one) => one.id === panelId);
  const place = Number(textId.slice(1)) - 1;
  if (panel !== undefined && textId.startsWith("s")) {
    const sound = panel.words.sounds[place];
    if (sound !== undefined) {
      const { text, ...others } = change;
      if (text === undefined || Object.keys(others).length > 0) {
        throw new EditRefusedError(
          "invalid-edit",
          Object.keys(others)[0] ?? "text",
          "a sound has only a text",
        );
      }
      panel.words.sounds[place] = { ...sound, text };
      return page;
    }
  }
  const index = panel?.words.texts.findIndex((word) => word.id === textId) ?? -1;
  const word = panel?.words.texts[index];
  if (panel === undefined || word === undefined) {
    throw new EditRefusedError("not-found", "", `page ${page.number} has no text ${id}`);
  }
  const { at, ...rest } = change;
  const { at: before, ...known } = word;
  const middle = at === undefined ? before : at;
  const isRetyped = rest.text !== undefined && rest.text !== word.text;
  panel.words.texts[index] = {
    ...(isRetyped ? withEmphasis(known) : known),
    ...rest,
    // Readings and emphasis belong to the characters beside which they were written; a speaker named by a person is no guess.
    ruby: isRetyped ? [] : word.ruby,
    guessed: rest.speaker === undefined ? word.guessed : false,
    ...(middle ? { at: middle } : {}),
  };
  return page;
}

/** The page with another description of one panel. */
export function describePanel(output: unknown, panelId: string, action: string): StoryboardPage {
  const page = StoryboardPageSchema.parse(output);
  panelOf(page, panelId).picture.action = action;
  return page;
}

/** The content of a panel, without its place on the page. */
export type PanelContent = Pick<Panel, "units" | "picture" | "words">;

export function contentOf(output: unknown, panelId: string): PanelContent {
  const { units, picture, words } = panelOf(StoryboardPageSchema.parse(output), panelId);
  return { units, picture, words };
}

/** The page with other content in one of its panels. Texts that a person placed lose their place, which was in another panel. */
export function withContent(
  output: unknown,
  panelId: string,
  content: Partial<PanelContent>,
): StoryboardPage {
  const page = StoryboardPageSchema.parse(output);
  const panel = panelOf(page, panelId);
  const { words = panel.words } = content;
  const isOther = words !== panel.words;
  Object.assign(panel, content, { words: isOther ? unplaced(words) : words });
  return page;
}

/** The page with pictures to be drawn for the frames of these panels, and of those that show the picture of one of them. */
export function drawnForFrames(page: StoryboardPage, ids: readonly string[]): StoryboardPage {
  const panels = page.panels.map((panel) => {
    const { drawn, ...frame } = panel.frame;
    if (drawn === undefined) return panel;
    const isAsked = ids.includes(panel.id) || (drawn.of !== undefined && ids.includes(drawn.of));
    return isAsked ? { ...panel, frame } : panel;
  });
  return { ...page, panels };
}

/** The page with a panel's picture as it was drawn for its frame on an earlier page, which had another size perhaps. */
export function withPictureOf(page: StoryboardPage, panelId: string, before: unknown): StoryboardPage {
  const panel = panelOf(page, panelId);
  const was = panelOf(StoryboardPageSchema.parse(before), panelId).frame;
  const { drawn: _now, ...frame } = panel.frame;
  const { x, y, width, height } = was.drawn ?? boundingBox(was.corners);
  const [size, box] = [pictureSize(panel.frame), boundingBox(frame.corners)];
  if (was.drawn?.of !== undefined || (size.width === width && size.height === height)) return page;
  const fits = box.width === width && box.height === height;
  panel.frame = fits ? frame : { ...frame, drawn: { x, y, width, height } };
  return page;
}

const LoosePageSchema = z.looseObject({
  panels: z.array(
    z.looseObject({
      id: z.string(),
      picture: z.unknown().optional(),
      frame: z.looseObject({ drawn: z.unknown().optional() }).optional(),
    }),
  ),
});

/**
 * A page's edited storyboard, in which a panel with another picture than before is drawn for its present frame. What is no storyboard stays
 * as it is.
 */
export function withPicturesForFrames(before: unknown, after: unknown): unknown {
  const [was, is] = [LoosePageSchema.safeParse(before).data, LoosePageSchema.safeParse(after).data];
  if (was === undefined || is === undefined) return after;
  const isAnew = is.panels.filter(({ id, picture, frame }) => {
    const old = was.panels.find((one) => one.id === id);
    const isKept = canonicalJson(frame?.drawn ?? null) === canonicalJson(old?.frame?.drawn ?? null);
    return old !== undefined && isKept && canonicalJson(picture) !== canonicalJson(old.picture);
  });
  const ids = isAnew.map(({ id }) => id);
  const isShown = (drawn: unknown) => ids.includes(OfSchema.safeParse(drawn).data?.of ?? "");
  const panels = is.panels.map((panel) => {
    const { drawn, ...frame } = panel.frame ?? {};
    return drawn !== undefined && (ids.includes(panel.id) || isShown(drawn)) ? { ...panel, frame } : panel;
  });
  return ids.length === 0 ? after : { ...is, panels };
}

const OfSchema = z.looseObject({ of: z.string() });

function panelOf(page: StoryboardPage, panelId: string): Panel {
  const panel = page.panels.find((one) => one.id === panelId);
  if (panel === undefined) {
    throw new EditRefusedError("not-found", "", `page ${page.number} has no panel ${panelId}`);
  }
  return panel;
}
