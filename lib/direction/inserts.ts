// A thing that a beat names and no panel of its page shows gets a small picture of its own after the panel that tells of it: the thing as
// it lies there, or the hand that has it. Where the page is full, the panel itself is framed so that it shows it.
import type { Acting, Thing } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { does } from "./deeds.ts";
import { isA } from "./nouns.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { humansAmong } from "./panel-beats.ts";
import type { FramedBeat } from "./pictures.ts";
import { type Framed, isAlike } from "./shots.ts";
import { type Eye, eyeOn, isAtLarge, type NamedThing } from "./unseen.ts";

/** Most pictures of things that a page has besides its own. */
const MOST_INSERTS = 2;

/** Most things that lie together in one. */
const MOST_TOGETHER = 4;

interface Page {
  /** Room for so many panels. */
  most: number;
  /** The last panel makes the reader turn the page: nothing comes after it. */
  hook: boolean;
  /** Other framings for a panel between its neighbours, the best first. */
  others(panels: readonly FramedBeat[], index: number): readonly Framed[];
}

/** The page with what it leaves unseen, as far as it has room. It depends on its own beats alone, as its framings do. */
export function withUnseen(panels: readonly FramedBeat[], page: Page, request: PageToDraw): FramedBeat[] {
  const eye = eyeOn(request);
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
  /** Whose hand it is of. */
  hand: string | undefined;
}

interface Seeing {
  eye: Eye;
  /** Who has hands to look at. */
  humans: ReadonlySet<string>;
}

/** The page with one more picture, of what is most worth it; undefined where none can be put. */
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

/** A door opens, and somebody comes in: where the beat begins with it, and no caption tells of it, it is seen before them. */
const isLead = ({ named }: Insert, { things: [first], figures, caption }: Beat): boolean =>
  first !== undefined &&
  isA(first.what, "door") &&
  (first.how?.includes("open") ?? false) &&
  named.some(({ thing }) => thing === first) &&
  figures.length > 0 &&
  caption === "";

/** How a thing is looked at between two panels; undefined beside another detail, or where both would be of nobody. */
function framingFor(
  { hand, named }: Insert,
  before: Framed | undefined,
  after: Framed | undefined,
): Framed | undefined {
  // Animals are looked at where they are.
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

/** The pictures that a panel's unseen things could have: what lies about together, a piece of furniture, a hand. */
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
  // What is large and only seen from near has no place there of its own.
  const isMisplaced = ({ thing: { what, near } }: NamedThing) =>
    near === true && isA(what, "large") && !isA(what, "fixed");
  const lies = unseen.filter((one) => isThing(one) && !isHeld(one) && !isMisplaced(one));
  const isLarge = ({ thing }: NamedThing) => isA(thing.what, "large");
  const loose = lies.filter((one) => one.is === "thing" && !isLarge(one)).slice(0, MOST_TOGETHER);
  const animals = unseen.filter(isAtLarge);
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

/** A beat that shows these things, and tells nothing else. */
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

/** The page with one of its panels framed so that it shows more of what it names. */
function reframed(
  panels: readonly FramedBeat[],
  index: number,
  { page, eye }: { page: Page; eye: Eye },
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
