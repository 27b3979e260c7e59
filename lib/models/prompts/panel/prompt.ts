// The panel prompt: one paragraph that code composes from the picture's data, its place and the designs of its characters, in three
// variants: the moment as planned, a gentler one, and the place without people. People are called by the numbers of their reference
// pictures. The moment's prose is not used: every fact of it is in a field, and prose contains the story's own words.
import type { Character } from "../../../manga/cast.ts";
import type { Figure } from "../../../manga/storyboard.ts";
import type { PanelRequest, Sent } from "../../artist.ts";
import { beingWords, designWords, inOutfit, type Shown, stancePhrases } from "../design-words.ts";
import { freeWords } from "../free-words.ts";
import { optional, type Phrase, paragraph, required, type Sentence } from "../paragraph.ts";
import {
  ANGLE_WORDS,
  article,
  emptyWords,
  lightWords,
  listed,
  PLACE_SHOT_WORDS,
  placePhrases,
  plainPlaceWords,
  SHOT_WORDS,
  thingWords,
  UNLETTERED,
} from "../picture-words.ts";
import { nameless, numberOf, referredTo } from "../references.ts";
import { styleWords } from "../style-words.ts";

/** Most people who are described; further ones are only counted. */
const MOST_TOLD = 5;

export const panelPrompt = {
  /** All characters of the picture with a design, the most important first: speakers, then the nearest. */
  people: (request: PanelRequest): Shown[] => byImportance(request).map(({ shown }) => shown),

  /** The planned moment. `sent`: the reference pictures in order. `instead`: corrections of faults in an earlier picture. */
  moment(request: PanelRequest, sent: readonly Sent[], instead = ""): string {
    const { picture, place, cast } = request;
    const people = byImportance(request);
    const called = (design: Pick<Character, "id" | "kind" | "age" | "sex">) =>
      referredTo(sent, design) ?? `the ${beingWords(design)}`;
    const nameOf = (word: string) => {
      const design = cast.find(({ id }) => id === word);
      if (design !== undefined) return called(design);
      return /^c\d+$/.test(word) ? "somebody" : word;
    };
    const plain = (sentence: Sentence): Sentence =>
      sentence.map(({ text, rank }) => ({ text: nameless(text, cast, called), rank }));
    const more = people.length - MOST_TOLD;
    const told: Sentence[] = [
      [
        required((people.length === 0 ? PLACE_SHOT_WORDS : SHOT_WORDS)[picture.shot]),
        required(ANGLE_WORDS[picture.angle]),
      ],
      people.length === 0
        ? [required("the place and its things alone are in the picture")]
        : [required(`exactly ${people.length} in the picture`)],
      ...people.slice(0, MOST_TOLD).map(({ figure, shown }): Sentence => {
        const { design } = shown;
        const stance = stancePhrases(figure, { design, nameOf });
        const known = referredTo(sent, design);
        if (known !== undefined) return [required(known), ...stance];
        const looks = designWords(shown, { without: figure.without ?? [] }).split(", ");
        return [
          required(article(looks[0] ?? "somebody")),
          ...looks.slice(1, 9).map((look) => optional(1, look)),
          ...stance,
        ];
      }),
      more > 0 ? [required(`${more} more people behind them`)] : [],
      [optional(1, phraseOf("also to be seen: ", thingWords(picture, nameOf)))],
      [...placePhrases(picture, place), required(sameAs(sent, "place", place.id))],
      [
        optional(0, phraseOf("light: ", lightWords(picture, place))),
        optional(1, phraseOf("underfoot ", freeWords(picture.ground ?? ""))),
        optional(2, phraseOf("manga effects: ", listed(picture.effects.map(freeWords)))),
      ],
      [required(emptyWords(picture.emptyZone))],
      [required(instead)],
      [required(composedAs(sent))],
      finish(request, sent),
    ];
    return paragraph(told.map(plain));
  },

  /**
   * After a refusal: one person's face, hand or shadow at the same place. Everything that may have been refused is omitted: the action,
   * names, things, effects, deeds and feelings, and all free sentences about people and place.
   */
  gentle(request: PanelRequest, sent: readonly Sent[], instead = ""): string {
    const { picture, place } = request;
    const [person] = byImportance(request);
    return paragraph([
      [
        required(
          person === undefined
            ? "one quiet picture: a long, soft shadow falls across the place"
            : `one quiet picture: ${partOf(picture.shot, person.figure)} of ${beingOf(person.shown, sent)}`,
        ),
      ],
      [required(plainPlaceWords(picture, place))],
      [required("a still moment, suitable for readers of all ages")],
      [required(emptyWords(picture.emptyZone))],
      [required(instead)],
      finish(request, sent),
    ]);
  },

  /** The place alone, without anything from the moment or from the story's sentences. */
  scenery(request: PanelRequest, sent: readonly Sent[], instead = ""): string {
    const { picture, place } = request;
    return paragraph([
      [required(`a wide view of a quiet, empty place: ${plainPlaceWords(picture, place)}`)],
      [required(emptyWords(picture.emptyZone))],
      [required(instead)],
      finish(request, sent),
    ]);
  },
};

const phraseOf = (lead: string, text: string): string => (text === "" ? "" : `${lead}${text}`);

const sameAs = (sent: readonly Sent[], role: Sent["role"], of?: string): string => {
  const number = numberOf(sent, role, of);
  return number === undefined ? "" : `the same as in reference ${number}`;
};

/** The parts of the composition that reference pictures decide. */
function composedAs(sent: readonly Sent[]): string {
  const anchor = numberOf(sent, "anchor");
  const drafted = numberOf(sent, "draft") ?? numberOf(sent, "rough");
  return listed([
    drafted === undefined ? "" : `composed as reference ${drafted}`,
    anchor === undefined ? "" : `the same scene as reference ${anchor}: same hand, same light, new camera`,
  ]);
}

function finish({ style, colorMode }: PanelRequest, sent: readonly Sent[]): Phrase[] {
  const plate = numberOf(sent, "style");
  const words = styleWords(style, colorMode);
  return [
    ...(plate === undefined ? [] : [required(`drawn as reference ${plate}`)]),
    ...words,
    required(UNLETTERED),
  ];
}

/** Characters with a design, in the storyboard's order. */
function shownIn({ picture, cast }: PanelRequest): { figure: Figure; shown: Shown }[] {
  return picture.figures.flatMap((figure) => {
    const design = cast.find(({ id }) => id === figure.character);
    return design === undefined ? [] : [{ figure, shown: inOutfit(design, figure, picture.scene) }];
  });
}

const byImportance = (request: PanelRequest) =>
  shownIn(request).toSorted(
    ({ figure: a }, { figure: b }) =>
      Number(b.speaks ?? false) - Number(a.speaks ?? false) || a.depth - b.depth,
  );

const beingOf = (shown: Shown, sent: readonly Sent[]) =>
  referredTo(sent, shown.design) ?? article(designWords(shown, { free: false }));

function partOf(shot: PanelRequest["picture"]["shot"], { view }: Figure): string {
  if (shot === "detail") return "one hand at rest, close up,";
  if (shot === "long" || shot === "establishing" || view === "back") return "the soft shadow on the ground";
  return "the face, close up, calm and looking aside,";
}
