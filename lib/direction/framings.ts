// Chooses the framings of a page's panels so that no two neighbours look alike, also across pages.
import type { Beat } from "../manga/plot.ts";
import { seededRandom } from "../manga/seeded-random.ts";
import { scopeOf } from "./blocking.ts";
import { withUnseen } from "./inserts.ts";
import { isA } from "./nouns.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { humansAmong, mostPanels, panelBeats } from "./panel-beats.ts";
import type { FramedBeat } from "./pictures.ts";
import { castOf, type Framed, type Framing, frameBeat, framingsFor, isAlike } from "./shots.ts";
import { acrossFold, opensSpread } from "./spread.ts";

/** The framed panels of a page. No panel looks like the one before it, also across pages. */
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
  const panels = framedAlone(request, page, frames);
  const [first, second] = panels;
  const before = lastFramed(request, page - 1);
  if (first && isAlike(before, first.framing)) {
    const framing = frames.best(first.beat, { before, after: second?.framing, used: [] });
    panels[0] = { ...first, framing };
  }
  return panels;
}

/**
 * The last framing of a page. It depends on that page only, so that pages can be drawn in any order. A page of one panel also depends on
 * the page before.
 */
function lastFramed(request: PageToDraw, page: number): Framed | undefined {
  if (page < 1) return undefined;
  const panels = framedAlone(request, page, framer(request, page));
  return (panels.length === 1 ? framed(request, page) : panels).at(-1)?.framing;
}

/** The panels of a page, framed without regard to other pages. */
function framedAlone(request: PageToDraw, number: number, frames: Framer): FramedBeat[] {
  const panels: FramedBeat[] = [];
  for (const [at, beat] of panelBeats(request, number).entries()) {
    const used = panels.map(({ framing }) => framing);
    panels.push({ beat, at, framing: frames.best(beat, { before: used.at(-1), used }) });
  }
  const page = request.plot.pages.find((one) => one.number === number);
  if (panels.length < 2 || !page) return panels;
  const beside = (all: readonly FramedBeat[], index: number): Beside => ({
    before: all[index - 1]?.framing,
    after: all[index + 1]?.framing,
    used: all.slice(0, index).map(({ framing }) => framing),
  });
  return withUnseen(
    panels,
    {
      ...{ most: page.strips ? 0 : mostPanels(page), hook: page.hook },
      others: (all, index) => {
        const panel = all[index];
        return panel ? frames.all(panel.beat, beside(all, index)) : [];
      },
    },
    { ...request, page: number },
  );
}

interface Beside {
  before: Framed | undefined;
  after?: Framed | undefined;
  used: readonly Framed[];
}

/** Frames the beats of a page in order. */
interface Framer {
  best(beat: Beat, beside: Beside): Framed;
  /** Framings nearly as good as the best one, the best first. */
  all(beat: Beat, beside: Beside): Framed[];
}

/** Maximum worth that a framing may be below the best one in order to show a certain thing. */
const LOSS = 2.2;

function framer({ seed, plot, people }: PageToDraw, page: number): Framer {
  const small = new Set(people.filter(({ kind }) => isA(kind, "small")).map(({ id }) => id));
  const humans = humansAmong(people);
  const towers = new Set(plot.places.filter(({ kind }) => isA(kind, "tall")).map(({ id }) => id));
  const tall = new Set(plot.scenes.filter(({ place }) => towers.has(place)).map(({ id }) => id));
  const strip = (plot.pages.find(({ number }) => number === page)?.strips?.length ?? 0) > 0;
  const random = seededRandom(seed, `framing of page ${page}`);
  const around = (beat: Beat, beside: Beside) => ({
    ...{ scope: scopeOf(beat, humans), random, strip, ...beside },
    tiny: beat.figures.length > 0 && beat.figures.every(({ character }) => small.has(character)),
    tall: tall.has(beat.scene),
  });
  const seen = (beat: Beat, framing: Framing): Framed => ({
    ...framing,
    who: castOf(scopeOf(beat, humans), framing).map(({ character }) => character),
  });
  return {
    best: (beat, beside) => seen(beat, frameBeat(beat, around(beat, beside))),
    all(beat, beside) {
      const ranked = framingsFor(beat, around(beat, beside));
      const [best] = ranked;
      return ranked
        .filter(({ worth }) => worth > (best?.worth ?? 0) - LOSS)
        .map(({ framing }) => seen(beat, framing));
    },
  };
}
