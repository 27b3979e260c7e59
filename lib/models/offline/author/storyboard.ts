// The storyboard task: a page's beats become panels, each with its picture and its words.
import type { Person } from "../../../manga/concept.ts";
import type { Direction, Language } from "../../../manga/language.ts";
import type { Beat, Plot, PlotPage, Scene } from "../../../manga/plot.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import type { Mood, Prop, Shot } from "../../../manga/staging.ts";
import type { PanelDraft, Picture, StoryboardDraft, Word } from "../../../manga/storyboard.ts";
import { type Blocking, isCrossed, placeFigures, scopeOf, sidesOf } from "./blocking.ts";
import { expressionOfLine, listeningFace } from "./faces.ts";
import { keptIn } from "./hands.ts";
import { firstCue, type Lexicon } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import { moodOf } from "./panel-mood.ts";
import { seededRandom } from "./random.ts";
import { leftOf, stayingIn, unarmedIn } from "./set-pieces.ts";
import { castOf, type Framed, type Framing, frameBeat, isAlike } from "./shots.ts";
import { lengthOf } from "./split-text.ts";
import { acrossFold, offFold, opensSpread } from "./spread.ts";
import { stripOf } from "./strips.ts";
import { belongs, setOut } from "./things.ts";
import { balloonsIn, roomFor, wordsOf } from "./words.ts";

interface PageToDraw {
  plot: Plot;
  page: number;
  people: readonly Person[];
  language: Language;
  direction: Direction;
  seed: number;
}

/** A page is crowded beyond this many panels. */
const MOST_PANELS = 7;
/** Half of a page is the picture that it shares. */
const MOST_ON_SPREAD = 4;
const FEWEST_PANELS = 3;

export function drawStoryboard(request: PageToDraw): StoryboardDraft {
  const { page } = request;
  const beats = panelBeats(request, page);
  const framings: Framing[] = framingsOf(request, page);
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
          framing: framings[index] ?? { shot: "half", angle: "level", cut: "all" },
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
  if (isSplash(page) && wordsIn(beats) <= MOST_ON_SPLASH[language]) return beats;
  const crossed = (beat: Beat) => isCrossed(beat, sidesOf(plot, beat.scene, direction), direction);
  const most = page?.spread ? MOST_ON_SPREAD : MOST_PANELS;
  while (beats.length < most) {
    const at = beats.findIndex((beat) => wantsTwo(beat, beats.length, language) || crossed(beat));
    const beat = beats[at];
    if (!beat) break;
    beats.splice(at, 1, ...halve(beat, lexiconOf(language), moodAt(plot, beat)));
  }
  return beats;
}

/** Words of a picture that has its page to itself: more would hide it. */
const MOST_ON_SPLASH = { ja: 90, en: 48 } as const;

/** The peak may have a page to itself. */
const isSplash = (page: PlotPage | undefined): boolean =>
  page?.beats.length === 1 && page.beats[0]?.weight === 5;

const wordsIn = (beats: readonly Beat[]): number =>
  beats.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + lengthOf(text), 0);

function wantsTwo(beat: Beat, panels: number, language: Language): boolean {
  if (beat.lines.length < 2) return false;
  const balloons = balloonsIn(beat, language);
  return balloons > 3 || (panels < FEWEST_PANELS && balloons > 1);
}

const moodAt = ({ scenes }: Plot, beat: Beat): Mood =>
  scenes.find(({ id }) => id === beat.scene)?.mood ?? "neutral";

function halve(beat: Beat, lexicon: Lexicon, mood: Mood): [Beat, Beat] {
  const turn = beat.lines.findIndex(({ speaker }) => speaker !== beat.lines[0]?.speaker);
  const middle = turn > 0 ? turn : Math.ceil(beat.lines.length / 2);
  const first = beat.lines.slice(0, middle);
  const second = beat.lines.slice(middle);
  const boundary = beat.units.indexOf(second[0]?.unit ?? "");
  const cut = boundary > 0 ? boundary : beat.units.length;
  const later = boundary > 0 ? beat.units.slice(cut) : second.map(({ unit }) => unit);
  const acting = (lines: Beat["lines"]) => actOver(beat, lines, lexicon, mood);
  return [
    { ...beat, lines: first, units: beat.units.slice(0, cut), people: acting(first) },
    {
      ...beat,
      people: acting(second),
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

/** How people act over some of a beat's lines: a gesture and a face that come of a line go where it goes. */
function actOver(
  { people, lines: all }: Beat,
  lines: Beat["lines"],
  lexicon: Lexicon,
  mood: Mood,
): Beat["people"] {
  const said = (some: Beat["lines"], id: string) =>
    some.flatMap(({ speaker, text }) => (speaker === id ? [text] : [])).join(" ");
  return people.map((person) => {
    const whole = said(all, person.character);
    const own = said(lines, person.character);
    if (whole === "") return person;
    const fromLines = firstCue(whole, lexicon.gestures) === person.pose;
    const pose = fromLines ? (firstCue(own, lexicon.gestures) ?? "stand") : person.pose;
    if (own === "")
      return {
        ...person,
        pose,
        expression: listeningFace(said(all, lines[0]?.speaker ?? ""), lexicon, mood),
      };
    const isSaid = expressionOfLine(whole, lexicon, mood) === person.expression;
    return { ...person, pose, expression: isSaid ? expressionOfLine(own, lexicon, mood) : person.expression };
  });
}

const SMALL = new Set<Person["kind"]>(["cat", "dog", "bird"]);
const TALL = new Set<Scene["place"]["kind"]>(["lighthouse", "castle", "temple"]);

/** A page's framings: none like the one before it, across pages too. */
function framingsOf(request: PageToDraw, page: number): Framed[] {
  const beats = panelBeats(request, page);
  const frames = framer(request, page);
  const framings = inOrder(beats, frames);
  const [first, second] = framings;
  const opening = beats[0];
  const before = lastFramed(request, page - 1);
  if (first && opening && isAlike(before, first))
    framings[0] = frames(opening, { before, after: second, used: [] });
  return framings;
}

/** The last picture of a page depends on that page alone, so that pages can be drawn in any order; only a page of one looks back. */
function lastFramed(request: PageToDraw, page: number): Framed | undefined {
  if (page < 1) return undefined;
  const beats = panelBeats(request, page);
  if (beats.length === 1) return framingsOf(request, page).at(-1);
  return inOrder(beats, framer(request, page)).at(-1);
}

function inOrder(beats: readonly Beat[], frames: Framer): Framed[] {
  const framings: Framed[] = [];
  for (const beat of beats) framings.push(frames(beat, { before: framings.at(-1), used: framings }));
  return framings;
}

interface Beside {
  before: Framed | undefined;
  after?: Framed | undefined;
  used: readonly Framed[];
}

type Framer = (beat: Beat, beside: Beside) => Framed;

/** Frames one beat of a page after another. */
function framer({ seed, plot, people }: PageToDraw, page: number): Framer {
  const small = new Set(people.filter(({ kind }) => SMALL.has(kind)).map(({ id }) => id));
  const humans = humansAmong(people);
  const tall = new Set(plot.scenes.filter(({ place }) => TALL.has(place.kind)).map(({ id }) => id));
  const strip = (plot.pages.find(({ number }) => number === page)?.strips?.length ?? 0) > 0;
  const random = seededRandom(seed, `framing of page ${page}`);
  return (beat, beside) => {
    const scope = scopeOf(beat, humans);
    const framing = frameBeat(beat, {
      ...{ scope, random, ...beside },
      tiny: beat.people.length > 0 && beat.people.every(({ character }) => small.has(character)),
      tall: tall.has(beat.scene),
      strip,
    });
    return { ...framing, who: castOf(scope, framing).map(({ character }) => character) };
  };
}

const humansAmong = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(people.filter(({ kind }) => kind === "human").map(({ id }) => id));

function panel({ beat, framing, index, sides }: PanelAt, request: PageToDraw): PanelDraft {
  const { plot, seed, page } = request;
  const scene = plot.scenes.find(({ id }) => id === beat.scene);
  if (!scene) throw new RangeError(`beat ${beat.id} names scene ${beat.scene}, which the plot does not have`);
  const blocking: Blocking = {
    direction: request.direction,
    humans: humansAmong(request.people),
    kept: keptIn(plot, beat),
    unarmed: unarmedIn(plot, beat),
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
      ...{ blocking, texts, look: lookOf(request), staying: stayingIn(plot, beat) },
      isSpread: index === 0 && opensSpread(plot, page),
    }),
    words: { texts, sounds: beat.sounds },
  };
}

/** Another book has other rooms and streets. By whom it is about, but not by their names: those may be given anew. */
const lookOf = ({ people, seed }: PageToDraw): number =>
  deriveSeed(seed, "places", ...people.map(({ kind, age, gender }) => `${kind} ${age} ${gender}`)) % 1000;

const panelWeight = ({ weight, kind, units }: Beat, texts: number): number => {
  if (units.length === 0 && kind !== "establish") return Math.min(weight, 2);
  return Math.max(weight, texts >= 3 ? 3 : 1);
};

/** Lines that lead to whoever shouts, or to what strikes, where the text asks for no other effect and a face leaves room for them. */
function effectsOf(
  { effects, lines, sounds, weight }: Beat,
  { shot }: Framing,
  figures: Picture["figures"],
): Picture["effects"] {
  if (effects.length > 0 || shot === "establishing" || shot === "close") return effects;
  const shouts = lines.some(
    ({ voice, speaker }) =>
      voice === "shout" &&
      figures.some(({ character, expression }) => character === speaker && LOUD.test(expression)),
  );
  const strikes = sounds.some(({ loudness, hard }) => hard && loudness >= 4) && weight >= 3;
  if (strikes && shot === "detail") return ["impact"];
  return shouts || strikes ? ["focus"] : effects;
}

/** Faces that go with a raised voice: who laughs out loud strikes nobody. */
const LOUD = /^(?:shout|furious|angry|shocked|terrified|surprised|determined|afraid)$/u;

interface Staged {
  blocking: Blocking;
  texts: readonly Word[];
  isSpread: boolean;
  look: number;
  /** What was put there before. */
  staying: readonly Prop[];
}

/** Shots that have the place in them. */
const SHOWS_SET = new Set<Shot>(["establishing", "long", "full"]);

function pictureOf(
  beat: Beat,
  framing: Framing,
  scene: Scene,
  { blocking, texts, isSpread, look, staying }: Staged,
): Picture {
  const { people: _people, ...place } = scene;
  const placed = placeFigures(beat, framing, blocking);
  const figures = isSpread ? offFold(placed, blocking.direction) : placed;
  const inHands = new Set(figures.map(({ holds }) => holds));
  return {
    shot: framing.shot,
    angle: framing.angle,
    scene: { ...place, mood: moodOf(beat, place.mood), look },
    figures,
    props: [
      ...setOut(
        beat.props.filter(
          (prop) =>
            !inHands.has(prop) && (framing.shot === "detail" || belongs(prop, scene.place.kind, beat.action)),
        ),
        { isNear: framing.shot === "detail", place: scene.place.kind, action: beat.action },
      ),
      ...(SHOWS_SET.has(framing.shot) ? leftOf(staying, inHands) : []),
    ],
    effects: effectsOf(beat, framing, figures),
    action: beat.action,
    room: roomFor(texts, framing.shot),
  };
}
