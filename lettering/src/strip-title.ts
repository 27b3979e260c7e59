// The title above a 4-koma strip, set level between two rules.

import type { FontName } from "./font-names.ts";
import { loadTypefaces } from "./fonts.ts";
import { boundingBox } from "./geometry.ts";
import { setRun, typographic } from "./horizontal.ts";
import { compose, glyphPath, inkBox, moved, pathOf, scaling, translation } from "./outline.ts";
import type { Language, LetteredText, Panel } from "./page.ts";

/** Size in units: 14 pt, and down to 10.5 pt for a long title. */
const SIZE = { usual: 50, least: 37 } as const;
/** Distance from the letters' middle to the panel below, in units. */
const RISE = 62;
/** Distance between a rule and the letters, and the least length of a rule, in units; a shorter one is omitted. */
const APART = 34;
const SHORTEST_RULE = 50;
const RULE = 6;

/**
 * Null for a panel that begins no strip, or whose strip has no title. A title longer than the strip is cut off. Throws the errors of
 * loading a font.
 */
export async function letterStripTitle(
  { id, title, frame }: Panel,
  language: Language,
): Promise<LetteredText | null> {
  if (title === undefined || title.trim() === "") return null;
  const name: FontName = language === "ja" ? "gothic" : "comic";
  const emoji: FontName[] = /\p{Extended_Pictographic}/u.test(title) ? ["emoji"] : [];
  const fonts = await loadTypefaces([name, "gothic", ...emoji]);
  const { x, y, width } = boundingBox(frame.corners);
  const [middle, height] = [x + width / 2, y - RISE];
  const room = width - 2 * APART;
  const written = language === "ja" ? title.trim() : typographic(title.trim()).toUpperCase();
  const letters = [...written];
  const set = () => setRun(letters.join(""), name, fonts);
  while (letters.length > 1 && set().advance * SIZE.least > room) letters.splice(-2, 2, "…");
  const { glyphs, advance } = set();
  const size = Math.min(SIZE.usual, room / advance);
  const ink = inkBox(glyphs) ?? { x: 0, y: 0, width: 0, height: 0 };
  const place = translation(
    middle - (ink.x + ink.width / 2) * size,
    height - (ink.y + ink.height / 2) * size,
  );
  const own = moved(glyphs, compose(place, scaling(size)));
  const half = (ink.width / 2) * size;
  const rule = width / 2 - half - APART;
  const rules = rule < SHORTEST_RULE ? [] : [x, middle + half + APART];
  const bars = rules.map((left) => bar(left, height - RULE / 2, rule));
  const textBox = tenths({
    x: middle - half,
    y: height - (ink.height / 2) * size,
    width: half * 2,
    height: ink.height * size,
  });
  return {
    ...{ id: `${id}/title`, panel: id, kind: "title", voice: "speech", speaker: null, guessed: false },
    ...{ text: title, lines: [letters.join("")], vertical: false },
    fontSize: Math.round(size * 10) / 10,
    box: rules.length > 0 ? tenths({ ...textBox, x, width }) : textBox,
    textBox,
    ...{ outline: null, tail: null, edge: 0 },
    glyphs: glyphPath(own) + bars.join(""),
  };
}

function bar(x: number, y: number, length: number): string {
  return pathOf([
    { type: "M", at: [x, y] },
    { type: "L", at: [x + length, y] },
    { type: "L", at: [x + length, y + RULE] },
    { type: "L", at: [x, y + RULE] },
    { type: "Z" },
  ]);
}

function tenths(box: { x: number; y: number; width: number; height: number }) {
  const [x = 0, y = 0, width = 0, height = 0] = [box.x, box.y, box.width, box.height].map(
    (units) => Math.round(units * 10) / 10,
  );
  return { x, y, width, height };
}
