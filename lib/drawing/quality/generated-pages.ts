// Random pages for the quality checks: drafts of every shot, voice and effect with lines that are hard to set, laid out as in a book.
import fc from "fast-check";
import { AWKWARD_ENGLISH, AWKWARD_JAPANESE } from "../../../lettering/src/awkward-lines.ts";
import { rectangle, sampleFace } from "../../../lettering/src/sample-page.ts";
import type { Face, Keep } from "../../manga/artwork.ts";
import { boundingBox } from "../../manga/geometry.ts";
import { VoiceSchema } from "../../manga/plot.ts";
import { ShotSchema } from "../../manga/staging.ts";
import type { Frame, Panel, PanelDraft } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { layoutPage } from "../layout/layout-page.ts";
import { samplePanel } from "../sample-panel.ts";

/** Horizontal positions of a panel's people, 0 at its left edge and 1 at its right. The second person is optional. */
interface Cast {
  first: number;
  second: number | null;
  /** Position of the first person's hand, beside the head. */
  hand: number;
}

export interface GeneratedPage {
  panels: Panel[];
  art: Map<string, { faces: Face[]; keep: Keep[] }>;
  page: PageBrief;
  /** The people of each panel. */
  casts: readonly Cast[];
}

const EFFECTS = ["speed", "focus", "impact", "flash", "gloom", "sparkle", "petals", "steam", "sweat"];
const CORNERS = rectangle(160, 185, 1500, 1000);

const pages = fc
  .record({
    language: fc.constantFrom("ja" as const, "en" as const),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    number: fc.integer({ min: 1, max: 100 }),
    drafts: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 5 }),
        shot: fc.constantFrom(...ShotSchema.options),
        effects: fc.uniqueArray(fc.constantFrom(...EFFECTS), { maxLength: 2 }),
        lines: fc.array(
          fc.record({
            index: fc.nat(),
            voice: fc.constantFrom(...VoiceSchema.options),
            by: fc.constantFrom("c1", "c2"),
          }),
          { maxLength: 2 },
        ),
        cast: fc.record({
          first: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
          // Printed pages have 1.14 faces a panel (Manga109).
          second: fc.oneof(
            { weight: 3, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.double({ min: 0.2, max: 0.8, noNaN: true }) },
          ),
          hand: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        }),
      }),
      { minLength: 3, maxLength: 7 },
    ),
  })
  .map(({ language, seed, number, drafts }): GeneratedPage => {
    const lines = (language === "ja" ? AWKWARD_JAPANESE : AWKWARD_ENGLISH).filter(
      ({ length }) => length < 40,
    );
    const page = {
      number,
      language,
      seed,
      direction: language === "ja" ? ("rtl" as const) : ("ltr" as const),
    };
    // At most eight balloons a page, as on real pages.
    const wished = drafts.map(({ weight, shot, effects, lines: all }, i) => {
      const said = all.slice(0, i < 4 ? 2 : 0);
      const texts = said.map(({ index, voice, by }) => ({
        text: lines[index % lines.length] ?? "…",
        voice,
        speaker: by,
      }));
      const panel = samplePanel({ id: `k${i + 1}`, corners: CORNERS, texts, shot });
      return { ...panel, weight, picture: { ...panel.picture, effects } };
    });
    const frames = layoutPage(wished, page);
    return withFrames(wished, { frames, page, casts: drafts.map(({ cast }) => cast) });
  });

function withFrames(
  drafts: readonly PanelDraft[],
  { frames, page, casts }: { frames: readonly Frame[]; page: PageBrief; casts: readonly Cast[] },
): GeneratedPage {
  const panels = drafts.map((draft, i) => ({
    ...draft,
    frame: frames[i] ?? { corners: CORNERS, bleeds: false },
  }));
  const art = new Map(
    panels.flatMap(({ id, frame }, i) => {
      const cast = casts[i];
      return cast === undefined ? [] : [[id, marksOf(cast, frame)] as const];
    }),
  );
  return { panels, art, page, casts };
}

/** Heads apart from each other as artists draw them, with a hand, and bodies below. */
function marksOf({ first, second, hand }: Cast, { corners }: Frame): { faces: Face[]; keep: Keep[] } {
  const { width, height } = boundingBox(corners);
  const radius = Math.min(width, height) * 0.12;
  const xs = [first, ...(second !== null && Math.abs(second - first) * width > radius * 3 ? [second] : [])];
  const faces = xs.map((at, i) => sampleFace(`c${i + 1}`, width * at, height * 0.65, radius));
  const x = Math.min(width - radius, Math.max(0, width * (first + hand)));
  const bodies = xs.map((at) => ({
    ...{ x: width * at - radius * 1.5, y: height * 0.65, width: radius * 3, height: height * 0.35 },
    weight: 0.35,
  }));
  return { faces, keep: [{ x, y: height * 0.75, width: radius, height: radius }, ...bodies] };
}

/** The same page with another layout, its faces at the same positions in the new frames. */
export function reframed(page: GeneratedPage, frames: readonly Frame[]): GeneratedPage {
  return withFrames(page.panels, { ...page, frames });
}

/** Deterministic: the same pages in the same order. */
export function generatedPages(count: number, seed = 2026): GeneratedPage[] {
  return fc.sample(pages, { numRuns: count, seed });
}
