// Prompts for the reference pictures of panels: a character's sheet, a place without people, the plate that shows the book's style; and for
// a portrait, which models without references draw.
import type { Character } from "../../../manga/cast.ts";
import type { PlaceRequest, PlateRequest, PortraitRequest, SheetRequest } from "../../artist.ts";
import { beingWords, designWords, usually } from "../design-words.ts";
import { freeWords } from "../free-words.ts";
import { may, must, paragraph } from "../paragraph.ts";
import { article, definite, listed, UNLETTERED } from "../picture-words.ts";
import { nameless, numberOf, referredTo } from "../references.ts";
import { styleWords } from "../style-words.ts";

interface Told {
  /** After a refusal: without free sentences about the character. */
  gentle?: boolean;
}

const FRIENDLY = must("a friendly character, suitable for readers of all ages");

export const portraitPrompt = (
  { design, style, colorMode }: PortraitRequest,
  { gentle = false }: Told = {},
) => {
  const being = design.kind === "human" ? "person" : beingWords(design);
  return paragraph([
    [
      must(`character portrait of one ${being}`),
      must("head to hips, three-quarter view, calm, plain white background"),
    ],
    looksOf(design, designWords(usually(design), { free: !gentle })),
    gentle ? [FRIENDLY] : [],
    [...styleWords(style, colorMode), must(UNLETTERED)],
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
      must(`character sheet of one ${being} in four views side by side on white`),
      must("front, three-quarter and back view of the whole figure standing at rest"),
      must("and the calm face, large"),
    ],
    [must("the same person, the same proportions and the same clothes in each view")],
    known === undefined
      ? looksOf(design, designWords({ design, worn: outfit }, { free: !gentle }))
      : [must(`face, hair and build of ${known}`), must(worn === "" ? "" : `now wearing ${worn}`)],
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
      must(
        `a wide view of ${built === "" ? "a plain place" : definite(built)} without people, by day, as a reference for artists`,
      ),
    ],
    [
      may(1, freeWords(place.state ?? "")),
      may(1, place.floor === undefined ? "" : `underfoot ${freeWords(place.floor)}`),
      may(1, freeWords(place.layout ?? "")),
      may(1, landmarks.length === 0 ? "" : `with ${listed(landmarks)}`),
    ],
    [must("all of it in even light, so that everything is seen")],
    finish({ style, colorMode }, references),
  ]);
}

/** A subject that is in no story, because the plate shows only the manner of drawing. */
export function platePrompt({ style, colorMode }: PlateRequest) {
  return paragraph([
    [
      must(
        "a sample of one artist's hand: a quiet corner of a garden with a bench, a tree, a jug of water and a cat",
      ),
    ],
    [must("fine and bold lines, flat and shaded surfaces, light and deep shadow are all to be seen in it")],
    [...styleWords(style, colorMode), must(UNLETTERED)],
  ]);
}

const looksOf = (design: Character, words: string) => {
  const [first = "", ...others] = nameless(words, [design], () => "this one").split(", ");
  return [must(article(first)), ...others.map((look) => may(1, look))];
};

function finish(
  { style, colorMode }: Pick<SheetRequest, "style" | "colorMode">,
  references: SheetRequest["references"],
) {
  const plate = numberOf(references, "style");
  return [
    ...(plate === undefined ? [] : [must(`drawn as reference ${plate}`)]),
    ...styleWords(style, colorMode),
    must(UNLETTERED),
  ];
}
