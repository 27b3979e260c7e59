// Short passages about who holds what, labelled by hand before anybody saw what was made of them: `passage | claim; claim`. A line
// `= words` are the sentences with which the passages after it begin, `# words` is a heading. A claim is of the passage's pictures:
// `Mina cup`: she has it in the hand in one of them; `then Mina cup` and `gone Mina cup`: in the last of them, or
// not, where there are several, for of what changes hands one picture shows either; `not Mina cup`: in none; `lies cup`: it is seen and in no hand; `shows cup`: it is seen; `no cup`: it is not. `/` is "or".
import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../../../../manga/language.ts";
import { inHandsOf } from "../../../../manga/moment.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { PanelDraft } from "../../../../manga/storyboard.ts";
import { type Adapted, adapt } from "./adapt.ts";
import { drawnIn } from "./named-things.ts";

export interface Passage {
  language: Language;
  /** The sentences that bring in whoever acts. */
  begins: string;
  text: string;
  claims: readonly string[];
}

const FOLDER = new URL("./holding/", import.meta.url);

/** All passages of the files of one language. */
export const passagesIn = (language: Language, folder: URL = FOLDER): Passage[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(`.${language}.txt`))
    .toSorted()
    .flatMap((file) => {
      let begins = "";
      return readFileSync(new URL(file, folder), "utf8")
        .split("\n")
        .flatMap((line): Passage[] => {
          if (line.startsWith("= ")) begins = line.slice(2);
          const [text, claims] = line.split(" | ");
          if (/^[=#]|^$/u.test(line) || !text || !claims) return [];
          return [{ language, begins, text, claims: claims.split("; ").filter((one) => one !== "-") }];
        });
    });

/** The claims of a passage that its pictures do not keep. */
export async function brokenIn({ language, begins, text, claims }: Passage): Promise<string[]> {
  const book = await adapt(`${begins}\n\n${text}`, language);
  const before = segmentStory(begins, language).units.length;
  const own = new Set(book.story.units.slice(before).map(({ id }) => id));
  const panels = book.boards.flatMap((board) => board.panels);
  const pictures = panels
    .filter((_, index) => unitsOf(panels, index).some((id) => own.has(id)))
    .map((panel) => pictureOf(panel, book));
  return claims.filter((claim) => !isKept(claim, pictures));
}

/** What a panel tells; one without words goes on with what the one before it told. */
const unitsOf = (panels: readonly PanelDraft[], index: number): readonly string[] =>
  panels.slice(0, index + 1).findLast(({ units }) => units.length > 0)?.units ?? [];

interface Picture {
  /** Who is seen, and what their hands have. */
  hands: ReadonlyMap<string, readonly string[]>;
  seen: ReadonlySet<string>;
}

function pictureOf(panel: PanelDraft, book: Adapted): Picture {
  const drawn = drawnIn(panel, book);
  const names = new Map(book.concept.people.map(({ id, name }) => [id, name]));
  const hands = panel.picture.figures.map((figure): [string, string[]] => {
    const own = drawn.filter(({ by }) => by === figure.character).map(({ what }) => what);
    const pushes = /^(?:walk|push)$/u.test(figure.doing)
      ? panel.picture.things.flatMap(({ what }) => (WHEELED.test(what) ? [what] : []))
      : [];
    return [names.get(figure.character) ?? figure.character, [...own, ...inHandsOf(figure), ...pushes]];
  });
  return { hands: new Map(hands), seen: new Set(drawn.map(({ what }) => what)) };
}

/** What is pushed or pulled along, with both hands on it. */
const WHEELED = /^(?:bicycle|cart|pram|wheelbarrow|wheelchair)$/u;

function isKept(claim: string, pictures: readonly Picture[]): boolean {
  const { mode, who, thing } = CLAIM.exec(claim)?.groups ?? {};
  const things = (thing ?? "").split("/");
  const people = who?.split("/") ?? [];
  const has = ({ hands }: Picture) =>
    people.some((one) => things.some((prop) => hands.get(one)?.includes(prop)));
  const last = pictures.findLast(({ hands }) => people.some((one) => hands.has(one)));
  const shows = ({ seen }: Picture) => things.some((prop) => seen.has(prop));
  const isFree = ({ hands }: Picture) => !things.some((prop) => [...hands.values()].flat().includes(prop));
  switch (mode) {
    case undefined:
      return pictures.some(has);
    case "then":
      return last !== undefined && (has(last) || (pictures.length === 1 && !isFree(last)));
    case "gone":
      return pictures.length === 1 || !pictures.slice(-1).some(has);
    case "not":
      return !pictures.some(has);
    case "lies":
      return pictures.some((one) => shows(one) && isFree(one));
    case "shows":
      return pictures.some(shows);
    case "no":
      return !pictures.some(shows);
    default:
      throw new RangeError(`"${claim}" is no claim`);
  }
}

const CLAIM =
  /^(?:(?<mode>then|gone|not|lies|shows|no) )?(?:(?<who>\p{Lu}.*|[^ -~].*) )?(?<thing>[a-z/-]+)$/u;
