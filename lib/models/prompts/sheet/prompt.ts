// Prompts for the reference pictures of panels: a character's sheet, a place without people, the plate that shows the book's style; and for
// a portrait, which models without references draw.
import type { Character } from "../../../manga/cast.ts";
import type { PlaceRequest, PlateRequest, PortraitRequest, SheetRequest } from "../../artist.ts";
import { beingWords, designWords, inUsualOutfit } from "../design-words.ts";
import { freeWords } from "../free-words.ts";
import { optional, paragraph, required } from "../paragraph.ts";
import { article, definite, listed, UNLETTERED } from "../picture-words.ts";
import { nameless, numberOf, referredTo } from "../references.ts";
import { styleWords } from "../style-words.ts";

interface Told {
  /** After a refusal: without free sentences about the character. */
  gentle?: boolean;
}

const FRIENDLY = required("a friendly character, suitable for readers of all ages");

export const portraitPrompt = (
  { design, style, colorMode }: PortraitRequest,
  { gentle = false }: Told = {},
) => {
  const being = design.kind === "human" ? "person" : beingWords(design);
  return paragraph([
    [
      required(`character portrait of one ${being}`),
      required("head to hips, three-quarter view, calm, plain white background"),
    ],
    looksOf(design, designWords(inUsualOutfit(design), { free: !gentle })),
    gentle ? [FRIENDLY] : [],
    [...styleWords(style, colorMode), required(UNLETTERED)],
  ]);
};

/** One picture with four views of a character in one outfit. */
export function sheetPrompt(
  { design, outfit, style, colorMode, references }: SheetRequest,
  { gentle = false }: Told = {},
) {
  const known = referredTo(references, design);
  const being = design.kind === "human" ? "person" : beingWords(design);
  const worn = listed(outfit.worn.map(freeWords));
  return paragraph([
    [
      required(`character sheet of one ${being} in four views side by side on white`),
      required("front, three-quarter and back view of the whole figure standing at rest"),
      required("and the calm face, large"),
    ],
    [required("the same person, the same proportions and the same clothes in each view")],
    known === undefined
      ? looksOf(design, designWords({ design, worn: outfit }, { free: !gentle }))
      : [required(`face, hair and build of ${known}`), required(worn === "" ? "" : `now wearing ${worn}`)],
    gentle ? [FRIENDLY] : [],
    finish({ style, colorMode }, references),
  ]);
}

export function placePrompt({ place, style, colorMode, references }: PlaceRequest) {
  const built = listed([freeWords(place.culture ?? ""), freeWords(place.kind)], " ");
  const landmarks = place.landmarks.map(({ what, side = "" }) =>
    side === "" ? definite(freeWords(what)) : `${definite(freeWords(what))} (${freeWords(side)})`,
  );
  return paragraph([
    [
      required(
        `a wide view of ${built === "" ? "a plain place" : definite(built)} without people, by day, as a reference for artists`,
      ),
    ],
    [
      optional(1, freeWords(place.state ?? "")),
      optional(1, place.floor === undefined ? "" : `underfoot ${freeWords(place.floor)}`),
      optional(1, freeWords(place.layout ?? "")),
      optional(1, landmarks.length === 0 ? "" : `with ${listed(landmarks)}`),
    ],
    [required("all of it in even light, so that everything is seen")],
    finish({ style, colorMode }, references),
  ]);
}

/** A subject that is in no story, because the plate shows only the manner of drawing. */
export function platePrompt({ style, colorMode }: PlateRequest) {
  return paragraph([
    [
      required(
        "a sample of one artist's hand: a quiet corner of a garden with a bench, a tree, a jug of water and a cat",
      ),
    ],
    [
      required(
        "fine and bold lines, flat and shaded surfaces, light and deep shadow are all to be seen in it",
      ),
    ],
    [...styleWords(style, colorMode), required(UNLETTERED)],
  ]);
}

const looksOf = (design: Character, words: string) => {
  const [first = "", ...others] = nameless(words, [design], () => "this one").split(", ");
  return [required(article(first)), ...others.map((look) => optional(1, look))];
};

function finish(
  { style, colorMode }: Pick<SheetRequest, "style" | "colorMode">,
  references: SheetRequest["references"],
) {
  const plate = numberOf(references, "style");
  return [
    ...(plate === undefined ? [] : [required(`drawn as reference ${plate}`)]),
    ...styleWords(style, colorMode),
    required(UNLETTERED),
  ];
}
