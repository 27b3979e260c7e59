// The content of a settei sheet's pages, in order: the style, each person with their outfits, the places.
import type { Book } from "../manga/book.ts";
import type { Character, Outfit } from "../manga/cast.ts";
import type { Place } from "../manga/place.ts";

type Sheet = NonNullable<Book["sheets"]>[number];

export interface SetteiPage {
  heading: string;
  lines: string[];
  sheet?: Sheet | undefined;
}

export const WORDS = {
  en: {
    ...{ settei: "settei sheet", style: "Style", outfit: "outfit", places: "Places", worn: "Wears" },
    ...{ face: "Face", eyes: "Eyes", hair: "Hair", beard: "Beard", build: "Build", height: "Height" },
    ...{
      marks: "Known by",
      accessories: "Always with",
      constant: "Never changes",
      given: "A person's own picture",
    },
    ...{ kind: "Kind", culture: "Built by", state: "State", floor: "Floor", layout: "Layout" },
    ...{ landmarks: "Landmarks", medium: "Medium", line: "Line", tone: "Tone", backgrounds: "Backgrounds" },
    ...{ blacks: "Blacks", palette: "Palette", artDirection: "Wanted" },
    ...{ colours: "Colours", mono: "black and white", full: "full colour" },
  },
  ja: {
    ...{ settei: "設定資料", style: "画風", outfit: "衣装", places: "場所", worn: "服装" },
    ...{ face: "顔", eyes: "目", hair: "髪", beard: "ひげ", build: "体つき", height: "背丈" },
    ...{ marks: "目印", accessories: "持ち物", constant: "変わらないもの", given: "人が用意した絵" },
    ...{ kind: "種類", culture: "文化", state: "様子", floor: "床", layout: "間取り" },
    ...{ landmarks: "目印になるもの", medium: "画材", line: "線", tone: "トーン", backgrounds: "背景" },
    ...{ blacks: "ベタ", palette: "配色", artDirection: "希望" },
    ...{ colours: "色", mono: "白黒", full: "フルカラー" },
  },
} as const;

/** A place without a picture gets a paragraph on the last page. */
export function setteiPages(book: Book): SetteiPage[] {
  const sheets = new Map((book.sheets ?? []).map((sheet) => [sheet.step, sheet]));
  const places = book.places.map((place) => ({ place, sheet: sheets.get(`artwork/place.${place.id}`) }));
  const undrawn = places.filter(({ sheet }) => sheet === undefined).map(({ place }) => place);
  return [
    stylePage(book, sheets.get("artwork/style")),
    ...book.cast.characters.flatMap((character) => personPages(book, character, sheets)),
    ...places.flatMap(({ place, sheet }) =>
      sheet === undefined
        ? []
        : [
            {
              heading: placeName(place),
              lines: [...givenLine(book.language, sheet), ...placeLines(book, place)],
              sheet,
            },
          ],
    ),
    ...(undrawn.length === 0 ? [] : [placeList(book, undrawn)]),
  ];
}

/** The palette is a part of the style for colour; artists get it only for books in colour. */
function stylePage({ title, language, artStyle, colorMode }: Book, sheet: Sheet | undefined): SetteiPage {
  const words = WORDS[language];
  const inColour = colorMode === "color";
  const fields = ["medium", "line", "tone", "eyes", "backgrounds", "blacks"] as const;
  const lines = [
    ...told(language, words.colours, inColour ? words.full : words.mono),
    ...fields.flatMap((field) => told(language, words[field], artStyle[field])),
    ...(inColour ? told(language, words.palette, artStyle.palette) : []),
    ...told(language, words.artDirection, artStyle.artDirection),
  ];
  return {
    heading: title,
    lines: [words.settei, words.style, ...givenLine(language, sheet), ...lines],
    sheet,
  };
}

const givenLine = (language: Book["language"], sheet: Sheet | undefined): string[] =>
  sheet?.own ? [WORDS[language].given] : [];

function personPages(
  { language }: Book,
  character: Character,
  sheets: ReadonlyMap<string, Sheet>,
): SetteiPage[] {
  const words = WORDS[language];
  const { id, name, description, portrait, outfits } = character;
  const [first, ...others] = outfits;
  const fields = [
    "face",
    "eyes",
    "hair",
    "beard",
    "build",
    "height",
    "marks",
    "accessories",
    "constant",
  ] as const;
  const own = sheets.get(`characters/${id}`);
  const page = {
    heading: name,
    lines: [
      description,
      ...(portrait === undefined ? givenLine(language, own) : [words.given]),
      ...fields.flatMap((field) => told(language, words[field], character[field])),
      ...told(language, words.worn, first?.worn),
    ],
    sheet: own,
  };
  const dressed = ({ id: outfit, worn }: Outfit): SetteiPage[] => {
    const sheet = sheets.get(`characters/${id}.${outfit}`);
    const lines = [...givenLine(language, sheet), ...told(language, words.worn, worn)];
    if (sheet !== undefined)
      return [{ heading: `${name}　${words.outfit} ${outfit.slice(1)}`, lines, sheet }];
    // The outfit has no sheet, because no picture shows it.
    page.lines.push(...lines.map((line) => `${words.outfit} ${outfit.slice(1)} · ${line}`));
    return [];
  };
  const further = others.flatMap(dressed);
  return [page, ...further];
}

const placeName = ({ name, kind }: Place): string => (name === "" ? kind : name);

function placeLines({ language }: Book, place: Place): string[] {
  const words = WORDS[language];
  const fields = ["kind", "culture", "state", "floor", "layout"] as const;
  const landmarks = place.landmarks.map(({ what, side }) =>
    side === undefined ? what : `${what} (${side})`,
  );
  return [
    ...fields.flatMap((field) => told(language, words[field], place[field])),
    ...told(language, words.landmarks, landmarks),
  ];
}

function placeList(book: Book, places: readonly Place[]): SetteiPage {
  const lines = places.flatMap((place) => ["", placeName(place), ...placeLines(book, place)]);
  return { heading: WORDS[book.language].places, lines: lines.slice(1) };
}

/** A line with its label; undefined if there is no value. */
function told(
  language: Book["language"],
  name: string,
  value: string | readonly string[] | undefined,
): string[] {
  const [between, after] = language === "ja" ? ["、", "："] : [", ", ": "];
  const text = typeof value === "string" || value === undefined ? value : value.join(between);
  return text === undefined || text === "" ? [] : [`${name}${after}${text}`];
}
