// The storyboard task: a page's beats become panels, each with its picture and its words.
import type { Person } from "../../../manga/concept.ts";
import type { Direction, Language } from "../../../manga/language.ts";
import type { Beat, Plot, Scene } from "../../../manga/plot.ts";
import type { Pose, Shot } from "../../../manga/staging.ts";
import type { PanelDraft, Picture, StoryboardDraft, Word } from "../../../manga/storyboard.ts";
import { type Blocking, isCrossed, placeFigures, sidesOf } from "./blocking.ts";
import { seededRandom } from "./random.ts";
import { type Framed, type Framing, figuresIn, frameBeat, isAlike } from "./shots.ts";
import { lengthOf, splitText } from "./split-text.ts";
import { acrossFold, offFold, opensSpread } from "./spread.ts";
import { stripOf } from "./strips.ts";
import { belongs } from "./things.ts";

interface PageToDraw {
  plot: Plot;
  page: number;
  people: readonly Person[];
  language: Language;
  direction: Direction;
  seed: number;
}

/** Longest balloon: characters of Japanese, words of English. */
const BALLOON = { ja: 28, en: 16 } as const;
/** A page is crowded beyond this many panels. */
const MOST_PANELS = 7;
/** Half of a page is the picture that it shares. */
const MOST_ON_SPREAD = 4;
const FEWEST_PANELS = 3;

export function drawStoryboard(request: PageToDraw): StoryboardDraft {
  const { page } = request;
  const beats = panelBeats(request, page);
  const framings = frameAll(request, page, beats);
  const before = lastFramed(request, page - 1);
  const first = framings[0];
  const opening = beats[0];
  if (first && opening && isAlike(before, framed(first, opening))) {
    const second = framings[1];
    const next = beats[1];
    framings[0] = otherThan(opening, before, second && next ? framed(second, next) : undefined, first);
  }
  const [widest] = beats;
  if (widest && opensSpread(request.plot, page)) framings[0] = acrossFold(widest, framings[0]);
  const scenes = new Set(beats.map(({ scene }) => scene));
  const sides = new Map([...scenes].map((scene) => [scene, sidesOf(request.plot, scene, request.direction)]));
  return {
    panels: beats.map((beat, index) =>
      panel(
        {
          beat,
          index,
          framing: framings[index] ?? { shot: "half", angle: "level" },
          sides: sides.get(beat.scene) ?? new Map(),
        },
        request,
      ),
    ),
  };
}

interface PanelAt {
  beat: Beat;
  framing: Framing;
  index: number;
  sides: ReadonlyMap<string, number>;
}

/** One beat a panel; a page of few beats gives its exchanges two. */
function panelBeats({ plot, language, direction }: PageToDraw, number: number): Beat[] {
  const page = plot.pages.find((one) => one.number === number);
  const beats = [...(page?.beats ?? [])];
  if (stripOf(page, 0)) return beats;
  const crossed = (beat: Beat) => isCrossed(beat, sidesOf(plot, beat.scene, direction), direction);
  const most = page?.spread ? MOST_ON_SPREAD : MOST_PANELS;
  while (beats.length < most) {
    const at = beats.findIndex((beat) => wantsTwo(beat, beats.length, language) || crossed(beat));
    const beat = beats[at];
    if (!beat) break;
    beats.splice(at, 1, ...halve(beat));
  }
  return beats;
}

function wantsTwo(beat: Beat, panels: number, language: Language): boolean {
  const balloons = beat.lines.reduce(
    (sum, { text }) => sum + Math.max(1, Math.ceil(lengthOf(text) / BALLOON[language])),
    0,
  );
  if (beat.lines.length < 2) return false;
  return balloons > 3 || (panels < FEWEST_PANELS && balloons > 1);
}

function halve(beat: Beat): [Beat, Beat] {
  const turn = beat.lines.findIndex(({ speaker }) => speaker !== beat.lines[0]?.speaker);
  const middle = turn > 0 ? turn : Math.ceil(beat.lines.length / 2);
  const first = beat.lines.slice(0, middle);
  const second = beat.lines.slice(middle);
  const boundary = beat.units.indexOf(second[0]?.unit ?? "");
  const cut = boundary > 0 ? boundary : beat.units.length;
  const later = boundary > 0 ? beat.units.slice(cut) : second.map(({ unit }) => unit);
  return [
    { ...beat, lines: first, units: beat.units.slice(0, cut), people: listening(beat, first) },
    {
      ...beat,
      people: listening(beat, second),
      lines: second,
      units: later,
      caption: "",
      sounds: [],
      effects: [],
      kind: "dialogue",
      weight: Math.min(beat.weight, 3),
    },
  ];
}

const GESTURES = new Set<Pose>(["point", "wave", "shrug", "offer", "arms-up", "bow"]);

/** Who speaks in the other half makes no gesture in this one. */
function listening({ people, lines: all }: Beat, lines: Beat["lines"]): Beat["people"] {
  const speaks = (some: Beat["lines"], id: string) => some.some(({ speaker }) => speaker === id);
  return people.map((person) =>
    speaks(all, person.character) && !speaks(lines, person.character) && GESTURES.has(person.pose)
      ? { ...person, pose: "stand" }
      : person,
  );
}

const SMALL = new Set<Person["kind"]>(["cat", "dog", "bird"]);
const TALL = new Set<Scene["place"]["kind"]>(["lighthouse", "castle", "temple"]);

function frameAll({ seed, plot, people }: PageToDraw, page: number, beats: readonly Beat[]): Framing[] {
  const small = new Set(people.filter(({ kind }) => SMALL.has(kind)).map(({ id }) => id));
  const tall = new Set(plot.scenes.filter(({ place }) => TALL.has(place.kind)).map(({ id }) => id));
  const random = seededRandom(seed, `framing of page ${page}`);
  const framings: Framing[] = [];
  const used: Shot[] = [];
  let before: Framed | undefined;
  for (const beat of beats) {
    const framing = frameBeat(beat, {
      people: beat.people.length,
      tiny: beat.people.length > 0 && beat.people.every(({ character }) => small.has(character)),
      tall: tall.has(beat.scene),
      before,
      used,
      random,
    });
    framings.push(framing);
    used.push(framing.shot);
    before = framed(framing, beat);
  }
  return framings;
}

const framed = (framing: Framing, beat: Beat): Framed => ({
  ...framing,
  figures: figuresIn(framing.shot, beat.people.length),
});

/** The last picture of a page depends on that page alone, so that pages can be drawn in any order. */
function lastFramed(request: PageToDraw, page: number): Framed | undefined {
  if (page < 1) return undefined;
  const beats = panelBeats(request, page);
  const beat = beats.at(-1);
  const framing = frameAll(request, page, beats).at(-1);
  return beat && framing ? framed(framing, beat) : undefined;
}

function otherThan(
  beat: Beat,
  before: Framed | undefined,
  after: Framed | undefined,
  first: Framing,
): Framing {
  const angles = ["level", "low", "high", "tilted"] as const;
  for (const angle of angles) {
    const option = framed({ shot: first.shot, angle }, beat);
    if (!isAlike(before, option) && !isAlike(after, option)) return { shot: first.shot, angle };
  }
  return first;
}

function panel({ beat, framing, index, sides }: PanelAt, request: PageToDraw): PanelDraft {
  const { plot, seed, page } = request;
  const scene = plot.scenes.find(({ id }) => id === beat.scene);
  if (!scene) throw new RangeError(`beat ${beat.id} names scene ${beat.scene}, which the plot does not have`);
  const blocking: Blocking = {
    direction: request.direction,
    humans: new Set(request.people.filter(({ kind }) => kind === "human").map(({ id }) => id)),
    sides,
    random: seededRandom(seed, `figures of page ${page} panel ${index + 1}`),
  };
  const texts = wordsOf(beat, request.language);
  const strip = stripOf(
    plot.pages.find(({ number }) => number === page),
    index,
  );
  return {
    id: `k${index + 1}`,
    units: beat.units,
    weight: panelWeight(beat, texts.length),
    ...(strip ? { strip } : {}),
    picture: pictureOf(beat, framing, scene, {
      ...{ blocking, texts },
      isSpread: index === 0 && opensSpread(plot, page),
    }),
    words: { texts, sounds: beat.sounds },
  };
}

const panelWeight = ({ weight, kind, units }: Beat, texts: number): number => {
  if (units.length === 0 && kind !== "establish") return Math.min(weight, 2);
  return Math.max(weight, texts >= 3 ? 3 : 1);
};

function pictureOf(
  beat: Beat,
  framing: Framing,
  scene: Scene,
  { blocking, texts, isSpread }: { blocking: Blocking; texts: readonly Word[]; isSpread: boolean },
): Picture {
  const { people: _people, ...place } = scene;
  const placed = placeFigures(beat, framing, blocking);
  const figures = isSpread ? offFold(placed, blocking.direction) : placed;
  const inHands = new Set(figures.map(({ holds }) => holds));
  return {
    ...framing,
    scene: place,
    figures,
    props: beat.props.filter(
      (prop) =>
        !inHands.has(prop) && (framing.shot === "detail" || belongs(prop, scene.place.kind, beat.action)),
    ),
    effects: beat.effects,
    action: beat.action,
    room: roomFor(texts, framing.shot),
  };
}

/** Tenths of the panel that words will cover, within what each shot can spare. */
function roomFor(texts: readonly Word[], shot: Shot): number {
  const letters = texts.reduce(
    (sum, { text }) => sum + (lengthOf(text) === text.length ? text.length : text.length * 0.4),
    0,
  );
  const most = shot === "close" || shot === "detail" ? 3 : shot === "establishing" || shot === "long" ? 5 : 4;
  return Math.min(most, Math.ceil(letters / 17));
}

function wordsOf(beat: Beat, language: Language): Word[] {
  const spoken = new Set(beat.lines.map(({ unit }) => unit));
  const told = beat.units.findIndex((id) => !spoken.has(id));
  const captions: Omit<Word, "id">[] =
    beat.caption === ""
      ? []
      : [
          {
            unit: beat.units[told] ?? null,
            kind: "caption",
            voice: "speech",
            speaker: null,
            guessed: false,
            text: beat.caption,
            ruby: [],
          },
        ];
  const balloons = beat.lines.flatMap(({ unit, voice, speaker, guessed, ...line }) =>
    splitText(line.text, line.ruby, BALLOON[language]).map(
      (piece): Omit<Word, "id"> => ({ unit, kind: "balloon", voice, speaker, guessed, ...piece }),
    ),
  );
  const isBefore = ({ unit }: { unit: string | null }) => told >= 0 && beat.units.indexOf(unit ?? "") < told;
  const words = [...balloons.filter(isBefore), ...captions, ...balloons.filter((word) => !isBefore(word))];
  return words.map((word, index) => ({ id: `w${index + 1}`, ...word }));
}
