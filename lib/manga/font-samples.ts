// A page with the same words in each typeface that a person can choose, one to a panel, so that the lettering itself sets the samples.
import { type LetterStyle, type OwnFontId, ShippedFontSchema } from "./hand-lettering.ts";
import type { LetteredText } from "./lettering.ts";
import { PAPER } from "./paper.ts";
import type { Panel, Word } from "./storyboard.ts";

/** The longest sample, in UTF-16 units. */
export const LONGEST_SAMPLE = 60;
/** The longest line, in UTF-16 units. */
export const LONGEST_LINE = 500;
const COLUMNS = 4;
const SIZE_POINTS = 14;

/** What is shown in each typeface. */
export interface SampleText extends Pick<LetterStyle, "weight"> {
  text: string;
  kind?: Word["kind"] | undefined;
  /** The whole line, of which `text` is a part; default: `text`. */
  line?: string | undefined;
}

export interface FontSample {
  font: NonNullable<LetterStyle["font"]>;
  text: LetteredText;
  /** The characters of the line that an own font lacks. */
  missing?: readonly string[] | undefined;
}

/** Panels whose ids are the names of the typefaces: the shipped ones, then the book's own. */
export function samplePanels(
  { text, kind = "balloon", weight }: SampleText,
  own: readonly OwnFontId[] = [],
): Panel[] {
  const fonts = [...ShippedFontSchema.options, ...own];
  const [width, height] = [PAPER.width / COLUMNS, PAPER.height / Math.ceil(fonts.length / COLUMNS)];
  return fonts.map((font, index) => {
    const [x, y] = [(index % COLUMNS) * width, Math.floor(index / COLUMNS) * height];
    const corners = [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ];
    const set = { font, size: SIZE_POINTS, shape: "none", ...(weight && { weight }) } as const;
    const word: Word = {
      ...{ id: "w1", unit: null, kind, voice: "speech", speaker: null },
      ...{ guessed: false, text, ruby: [], set },
    };
    return {
      ...{ id: font, units: [], weight: 3, words: { texts: [word], sounds: [] } },
      frame: { corners, bleeds: false },
      picture: {
        ...{ scene: "s1", place: "l1", hour: "day", weather: "clear", season: "spring", mood: "neutral" },
        ...{ shot: "long", angle: "level", figures: [], things: [], effects: [], action: "", sounds: [] },
        emptyZone: { tenths: 5, where: "top" },
      },
    };
  });
}
