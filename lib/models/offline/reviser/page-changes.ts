// Changes of storyboard pages: how near a panel looks, from where, in which setting and mood, and what is said in it.
import type { Scene } from "../../../manga/plot.ts";
import { type Mood, type Shot, ShotSchema } from "../../../manga/staging.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { ResultChange } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import type { Intent } from "./intent.ts";

/** A page's storyboard, as the book has it. */
export interface Board {
  ref: WorkRef;
  page: StoryboardPage;
}

/** What some panels should become; those that stay as they are change no page. */
export function changePanels(
  boards: readonly Board[],
  panelId: string | undefined,
  change: (panel: Panel) => Panel,
): ResultChange[] {
  const changed = (page: StoryboardPage): StoryboardPage => ({
    ...page,
    panels: page.panels.map((panel) =>
      panelId === undefined || panel.id === panelId ? change(panel) : panel,
    ),
  });
  return boards
    .filter(({ page }) => JSON.stringify(changed(page)) !== JSON.stringify(page))
    .map(({ ref }) => ({ ref, change: (output) => changed(StoryboardPageSchema.parse(output)) }));
}

/** From nearest to farthest. */
const SHOTS: readonly Shot[] = ShotSchema.options;

export function withShot(panel: Panel, steps: number): Panel {
  const now = SHOTS.indexOf(panel.picture.shot);
  // A detail shows a thing, not somebody from nearer: people end at their faces.
  const nearest = panel.picture.figures.length > 0 ? Math.min(now, SHOTS.indexOf("close")) : 0;
  const shot = SHOTS[Math.max(nearest, Math.min(SHOTS.length - 1, now - steps))] ?? panel.picture.shot;
  return { ...panel, picture: { ...panel.picture, shot } };
}

export type Setting = Intent & { kind: "setting" };

export function inSetting<S extends Omit<Scene, "people">>(scene: S, setting: Setting, language: string): S {
  const { place, hour = scene.hour, weather = scene.weather } = setting;
  if (place === undefined) return { ...scene, hour, weather };
  // The name of a place stands in the book's own language, or not at all.
  const name = place.language === language ? place.name : "";
  return { ...scene, hour, weather, place: { kind: place.kind, name } };
}

const GIVES_WAY: Partial<Record<Mood, readonly Mood[]>> = {
  tense: ["neutral", "warm", "comic", "romantic"],
  warm: ["neutral", "tense", "sad", "eerie", "lonely"],
};

export function inMood<S extends Pick<Scene, "mood">>(scene: S, mood: Mood): S {
  return GIVES_WAY[mood]?.includes(scene.mood) ? { ...scene, mood } : scene;
}

export function onScene(
  panel: Panel,
  change: (scene: Panel["picture"]["scene"]) => Panel["picture"]["scene"],
): Panel {
  return { ...panel, picture: { ...panel.picture, scene: change(panel.picture.scene) } };
}

/** Replaces what is said; undefined as the new text leaves the words out. */
export function withDialogue(panel: Panel, from: string, to: string | undefined): Panel {
  const texts = panel.words.texts.flatMap((word) => {
    if (!word.text.includes(from)) return [word];
    if (to === undefined) return [];
    return [{ ...word, text: word.text.replaceAll(from, () => to), ruby: [] }];
  });
  return { ...panel, words: { ...panel.words, texts } };
}
