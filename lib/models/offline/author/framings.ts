// How each panel of a page is framed: none like the one before it, across pages too.
import type { Person } from "../../../manga/concept.ts";
import type { Beat, Scene } from "../../../manga/plot.ts";
import { scopeOf } from "./blocking.ts";
import { humansAmong, type PageToDraw, panelBeats } from "./panel-beats.ts";
import type { FramedBeat } from "./pictures.ts";
import { seededRandom } from "./random.ts";
import { castOf, type Framed, frameBeat, isAlike } from "./shots.ts";
import { acrossFold, opensSpread } from "./spread.ts";

const SMALL = new Set<Person["kind"]>(["cat", "dog", "bird"]);
const TALL = new Set<Scene["place"]["kind"]>(["lighthouse", "castle", "temple"]);

/** The panels of a page, framed: none looks like the one before it, across pages too. */
export function framedPage(request: PageToDraw): FramedBeat[] {
  const { page, plot } = request;
  const panels = framed(request, page);
  const [widest] = panels;
  if (widest && opensSpread(plot, page))
    panels[0] = { ...widest, framing: { ...widest.framing, ...acrossFold(widest.beat, widest.framing) } };
  return panels;
}

function framed(request: PageToDraw, page: number): FramedBeat[] {
  const frames = framer(request, page);
  const panels = alone(request, page, frames);
  const [first, second] = panels;
  const before = lastFramed(request, page - 1);
  if (first && isAlike(before, first.framing)) {
    const framing = frames(first.beat, { before, after: second?.framing, used: [] });
    panels[0] = { ...first, framing };
  }
  return panels;
}

/** The last picture of a page depends on that page alone, so that pages can be drawn in any order; only a page of one looks back. */
function lastFramed(request: PageToDraw, page: number): Framed | undefined {
  if (page < 1) return undefined;
  const panels = alone(request, page, framer(request, page));
  return (panels.length === 1 ? framed(request, page) : panels).at(-1)?.framing;
}

/** A page's panels as they are where no other page is beside it. */
function alone(request: PageToDraw, page: number, frames: Framer): FramedBeat[] {
  const panels: FramedBeat[] = [];
  for (const [at, beat] of panelBeats(request, page).entries()) {
    const used = panels.map(({ framing }) => framing);
    panels.push({ beat, at, framing: frames(beat, { before: used.at(-1), used }) });
  }
  return panels;
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
