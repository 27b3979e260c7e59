// What a text names and no panel of its page shows gets a small picture of its own after the panel that tells of it: the thing as
// it lies there, or the hand that has it. Where the page is full, the panel itself is framed so that it shows it.
import type { Beat } from "../closed/plot.ts";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import { humansAmong, type PageToDraw } from "./panel-beats.ts";
import type { FramedBeat } from "./pictures.ts";
import { type Framed, isAlike } from "./shots.ts";
import { isAtHome, isLarge } from "./things.ts";
import { type Eye, eyeOn, type NamedThing } from "./unseen.ts";

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
  const places = new Map(request.plot.scenes.map(({ id, place }) => [id, place.kind]));
  const seeing: Seeing = {
    ...{ eye, humans: humansAmong(request.people) },
    placeOf: ({ scene }) => places.get(scene) ?? "abstract",
  };
  let now = [...panels];
  for (let added = 0; added < MOST_INSERTS && now.length < page.most; added += 1) {
    const next = withInsert(now, page, seeing);
    if (!next) break;
    now = next;
  }
  for (const index of now.keys()) now = reframed(now, index, { page, eye });
  return now;
}

interface Insert {
  beat: Beat;
  things: NamedThing[];
  /** Whose hand it is of. */
  hand: string | undefined;
}

interface Seeing {
  eye: Eye;
  /** Who has hands to look at. */
  humans: ReadonlySet<string>;
  placeOf(beat: Beat): PlaceKind;
}

/** The page with one more picture, of what is most worth it; undefined where none can be put. */
function withInsert(panels: readonly FramedBeat[], page: Page, seeing: Seeing): FramedBeat[] | undefined {
  const { eye } = seeing;
  const wanted = panels
    .flatMap((panel, index) =>
      insertsFor(panel, eye.unseen(panels, index), seeing).map((insert) => ({ insert, panel, index })),
    )
    .toSorted(
      (a, b) => b.insert.things.length - a.insert.things.length || b.panel.beat.weight - a.panel.beat.weight,
    );
  for (const { insert, panel, index } of wanted) {
    const after = panels[index + 1];
    const leads = index > 0 && isLead(insert, panel.beat);
    if (page.hook && !after && !leads) continue;
    const framing = leads
      ? framingFor(insert, panels[index - 1]?.framing, panel.framing)
      : framingFor(insert, panel.framing, after?.framing);
    const picture = framing && { beat: insert.beat, framing, at: panel.at };
    if (picture && insert.things.every((thing) => eye.shows(picture, thing)))
      return panels.toSpliced(leads ? index : index + 1, 0, picture);
  }
  return undefined;
}

/** `The door opened. Leo came in`: a door that the words of a picture begin with, and its caption does not say, is seen before it. */
const isLead = ({ beat }: Insert, { action, caption }: Beat): boolean =>
  beat.props.includes("door") &&
  action.length > beat.action.length &&
  action.startsWith(beat.action) &&
  !caption.includes(beat.action);

/** How a thing is looked at between two panels; undefined beside another detail, or where both would be of nobody. */
function framingFor(
  { hand, things }: Insert,
  before: Framed | undefined,
  after: Framed | undefined,
): Framed | undefined {
  // Animals are looked at where they are.
  const shot = things.some((thing) => "animal" in thing) ? "full" : "detail";
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
function insertsFor({ beat }: FramedBeat, unseen: NamedThing[], { eye, humans, placeOf }: Seeing): Insert[] {
  const picture = (things: NamedThing[], people: Beat["people"]): Insert => {
    const props = things.flatMap((thing) => ("prop" in thing ? [thing.prop] : []));
    return {
      things,
      hand: people[0]?.character,
      beat: {
        ...{ ...beat, props, people, action: eye.sentencesOf(beat, things), kind: "action", weight: 1 },
        ...{ units: [], lines: [], caption: "", sounds: [], effects: [] },
      },
    };
  };
  const things = unseen.filter((thing) => "prop" in thing);
  const animals = unseen.filter((thing) => "animal" in thing && !thing.carried);
  const lies = things.filter(
    ({ prop, holder }) => holder === undefined && (!isLarge(prop) || isAtHome(prop, placeOf(beat))),
  );
  const loose = lies.filter(({ prop, large }) => !isLarge(prop) && !large).slice(0, MOST_TOGETHER);
  return [
    ...(loose.length > 0 ? [picture(loose, [])] : []),
    ...lies.filter(({ large }) => large).map((thing) => picture([thing], [])),
    ...lies.filter(({ prop }) => isLarge(prop)).map((thing) => picture([thing], [])),
    ...(animals.length > 0 ? [picture(animals, [])] : []),
    ...things.flatMap((thing) =>
      beat.people
        .filter(({ character }) => character === thing.holder && humans.has(character))
        .map((person) => picture([thing], [handOf(person, thing.prop)])),
    ),
  ];
}

/** What a hand does with what is in it. */
const HANDS = /^(?:hold|offer|carry|reach|read|write|drink|eat|phone)$/u;

const handOf = (person: Beat["people"][number], holds: Prop): Beat["people"][number] => ({
  ...person,
  holds,
  pose: HANDS.test(person.pose) ? person.pose : "hold",
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
