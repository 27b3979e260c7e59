// Sounds (描き文字) of a panel as outlines. Loudness and hardness decide their shape; they stand over the picture, beside its words.

import type { Box } from "./geometry.ts";
import { compose, glyphPath, inkBox, moved, scaling, translation } from "./outline.ts";
import type { Face, LetteredText, PageBrief, Panel } from "./page.ts";
import { placeSound, type SoundRoom } from "./place-sounds.ts";
import { edgeOf, inkOr, round, roundBox, UNITS_PER_POINT } from "./rounded.ts";
import { setSound } from "./sounds.ts";
import { wobble } from "./wobble.ts";

/** Positions in page units; `faces` are those of the whole page. */
type Surroundings = Pick<SoundRoom, "balloons" | "tails" | "keep" | "budget"> & { faces: readonly Face[] };

/** Sets and places a panel's sounds around its words. Throws the errors of loading a font. */
export async function letterSounds(
  panel: Panel,
  around: Surroundings,
  page: PageBrief,
): Promise<LetteredText[]> {
  const texts: LetteredText[] = [];
  const stands: Box[] = [];
  for (const [i, sound] of panel.words.sounds.entries()) {
    const id = `${panel.id}/s${i + 1}`;
    const { set } = sound;
    const shapes = await setSound(sound, page, wobble(page.seed, `${page.number}/${id}`));
    if (shapes.length === 0) continue;
    const {
      shape,
      size,
      middle: free,
    } = placeSound(shapes, sound.loudness, {
      corners: panel.frame.corners,
      faces: around.faces.map((f) => f.box),
      keep: around.keep,
      balloons: around.balloons,
      tails: around.tails,
      sounds: stands,
      budget: around.budget,
      // A single sound prefers a place a little below the middle, because words stand high.
      down: (i + 0.55) / panel.words.sounds.length,
      breaksFrame: sound.hard && sound.loudness === 5 && panel.strikes === true,
      size: set?.size === undefined ? undefined : set.size * UNITS_PER_POINT,
    });
    // A sound that a person put somewhere keeps the form that it has where the search puts it.
    const middle = set?.at ?? free;
    const glyphs = moved(shape.glyphs, compose(translation(middle.x, middle.y), scaling(size)));
    const ink = inkOr(glyphs, middle);
    const edge = round(edgeOf(size));
    stands.push(...glyphs.map((g) => inkBox([g])).filter((b) => b !== null));
    texts.push({
      id,
      panel: panel.id,
      kind: "sound",
      voice: "speech",
      speaker: null,
      guessed: false,
      text: sound.text,
      lines: [sound.text],
      vertical: shape.vertical,
      fontSize: round(size),
      box: roundBox({
        x: ink.x - edge,
        y: ink.y - edge,
        width: ink.width + edge * 2,
        height: ink.height + edge * 2,
      }),
      textBox: roundBox(ink),
      outline: null,
      tail: null,
      glyphs: glyphPath(glyphs),
      edge,
    });
  }
  return texts;
}
