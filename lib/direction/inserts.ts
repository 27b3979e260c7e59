// Adds inserts. If a beat names a thing that no panel of its page shows, a small picture of it follows the beat's panel: the thing in its
// place, or the hand that holds it. On a full page the panel itself is reframed so that it shows the thing.
import type { Acting, Thing } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { does } from "./deeds.ts";
import { isA } from "./nouns.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { humansAmong } from "./panel-beats.ts";
import type { FramedBeat } from "./pictures.ts";
import { type Framed, isAlike } from "./shots.ts";
import { isUncarriedAnimal, type NamedThing, type Visibility, visibilityOn } from "./unseen.ts";

/** Maximum number of inserts of a page. */
const MOST_INSERTS = 2;

/** Maximum number of things in one insert. */
const MOST_TOGETHER = 4;

interface Page {
  /** Maximum number of panels of the page. */
  most: number;
  /** The last panel makes the reader turn the page, so no insert may follow it. */
  hook: boolean;
  /** Alternative framings for a panel between its neighbours, the best first. */
  others(panels: readonly FramedBeat[], index: number): readonly Framed[];
}

/** The page with inserts for its unseen things, as far as there is room. Like the framings, it depends on the page's own beats only. */
export function withUnseen(panels: readonly FramedBeat[], page: Page, request: PageToDraw): FramedBeat[] {
  const eye = visibilityOn(request);
  const humans = humansAmong(request.people);
  let now = [...panels];
  for (let added = 0; added < MOST_INSERTS && now.length < page.most; added += 1) {
    const next = withInsert(now, page, { eye, humans });
    if (!next) break;
    now = next;
  }
  for (const index of now.keys()) now = reframed(now, index, { page, eye });
  return now;
}

interface Insert {
  beat: Beat;
  named: NamedThing[];
  /** The character whose hand is shown. */
  hand: string | undefined;
}

interface Seeing {
  eye: Visibility;
  /** Characters with human hands. */
  humans: ReadonlySet<string>;
}

/** The page with one more insert, for the most important things. Undefined if none can be added. */
function withInsert(panels: readonly FramedBeat[], page: Page, seeing: Seeing): FramedBeat[] | undefined {
  const { eye, humans } = seeing;
  const wanted = panels
    .flatMap((panel, index) =>
      insertsFor(panel, eye.unseen(panels, index), humans).map((insert) => ({ insert, panel, index })),
    )
    .toSorted(
      (a, b) => b.insert.named.length - a.insert.named.length || b.panel.beat.weight - a.panel.beat.weight,
    );
  for (const { insert, panel, index } of wanted) {
    const after = panels[index + 1];
    const leads = index > 0 && isLead(insert, panel.beat);
    if (page.hook && !after && !leads) continue;
    const framing = leads
      ? framingFor(insert, panels[index - 1]?.framing, panel.framing)
      : framingFor(insert, panel.framing, after?.framing);
    const picture = framing && { beat: insert.beat, framing, at: panel.at };
    if (picture && insert.named.every((one) => eye.shows(picture, one)))
      return panels.toSpliced(leads ? index : index + 1, 0, picture);
  }
  return undefined;
}

/** Whether the insert goes before its panel: the beat starts with an opening door, and no caption mentions it. */
const isLead = ({ named }: Insert, { things: [first], figures, caption }: Beat): boolean =>
  first !== undefined &&
  isA(first.what, "door") &&
  (first.how?.includes("open") ?? false) &&
  named.some(({ thing }) => thing === first) &&
  figures.length > 0 &&
  caption === "";

/** The framing of an insert between two panels. Undefined beside another detail, or if two panels in a row would show nobody. */
function framingFor(
  { hand, named }: Insert,
  before: Framed | undefined,
  after: Framed | undefined,
): Framed | undefined {
  // Animals are shown in their surroundings.
  const shot = named.some(({ is }) => is === "animal") ? "full" : "detail";
  const framing: Framed = {
    ...{ shot, angle: "level", cut: hand ? "hands" : "all" },
    who: hand ? [hand] : [],
  };
  const isBeside = (other: Framed | undefined): boolean =>
    other !== undefined &&
    (other.shot === shot || other.who.length + framing.who.length === 0 || isAlike(other, framing));
  return isBeside(before) || isBeside(after) ? undefined : framing;
}

/** The possible inserts for a panel's unseen things: a group of small things, a piece of furniture, animals, or a hand. */
function insertsFor({ beat }: FramedBeat, unseen: NamedThing[], humans: ReadonlySet<string>): Insert[] {
  const picture = (named: NamedThing[], figures: Acting[]): Insert => ({
    named,
    hand: figures[0]?.character,
    beat: silent(
      beat,
      named.map(({ thing }) => thing),
      figures,
    ),
  });
  const isHeld = (one: NamedThing) => one.is === "thing" && one.holder !== undefined;
  const isThing = (one: NamedThing) => one.is !== "animal";
  // A large thing that only close shots show (`near`) cannot be shown in its place.
  const isMisplaced = ({ thing: { what, near } }: NamedThing) =>
    near === true && isA(what, "large") && !isA(what, "fixed");
  const lies = unseen.filter((one) => isThing(one) && !isHeld(one) && !isMisplaced(one));
  const isLarge = ({ thing }: NamedThing) => isA(thing.what, "large");
  const loose = lies.filter((one) => one.is === "thing" && !isLarge(one)).slice(0, MOST_TOGETHER);
  const animals = unseen.filter(isUncarriedAnimal);
  return [
    ...(loose.length > 0 ? [picture(loose, [])] : []),
    ...lies.filter(({ is }) => is === "closeup").map((one) => picture([one], [])),
    ...lies.filter((one) => one.is === "thing" && isLarge(one)).map((one) => picture([one], [])),
    ...(animals.length > 0 ? [picture(animals, [])] : []),
    ...unseen.flatMap((one) =>
      beat.figures
        .filter(({ character }) => one.is === "thing" && character === one.holder && humans.has(character))
        .map((person) => picture([one], [handOf(person, one.thing)])),
    ),
  ];
}

/** A beat that shows these things and has no words. */
const silent = (beat: Beat, things: Thing[], figures: Acting[]): Beat => ({
  ...{ id: beat.id, scene: beat.scene, kind: "action", weight: 1 },
  ...{ units: [], lines: [], caption: "", sounds: [], effects: [] },
  ...{ figures, things, action: beat.action },
  ...(beat.ground === undefined ? {} : { ground: beat.ground }),
  ...(beat.light === undefined ? {} : { light: beat.light }),
  ...(beat.guessed === undefined ? {} : { guessed: beat.guessed }),
});

const handOf = (person: Acting, { what }: Thing): Acting => ({
  ...person,
  hands: person.hands.filter((held) => held.what === what),
  doing: does(person.doing, "hands") ? person.doing : "hold",
});

/** The page with one panel reframed so that it shows more of the things that it names. */
function reframed(
  panels: readonly FramedBeat[],
  index: number,
  { page, eye }: { page: Page; eye: Visibility },
): FramedBeat[] {
  const panel = panels[index];
  if (!panel || eye.unseen(panels, index).length === 0) return [...panels];
  const left = (some: readonly FramedBeat[]) =>
    some.reduce((sum, _, at) => sum + eye.unseen(some, at).length, 0);
  const now = left(panels);
  for (const framing of page.others(panels, index)) {
    const other = panels.with(index, { ...panel, framing });
    if (left(other) < now) return other;
  }
  return [...panels];
}
