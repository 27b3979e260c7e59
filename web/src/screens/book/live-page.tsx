// A page while it is made: its rough, then each panel in place, then the lettered page. Redrawn parts appear over it.
import type { ReactNode } from "react";
import { pictureBox } from "../../../../lib/manga/drawn-frame.ts";
import { type ClientPage, type Frame, PAPER, type StepProgress, sideIn, viewsOf } from "../../documents.ts";
import { Steps } from "../../parts/steps.tsx";
import { useWords } from "../../words/words.tsx";

interface LivePageProps {
  page: ClientPage;
  /** The previous page, whose picture may continue on this one. */
  before: ClientPage | undefined;
  urls: ReadonlyMap<string, string>;
  language: string;
  /** The book's people, for their names in the rough. */
  cast?: readonly { id: string; name: string }[];
  /** Content over the page. */
  children?: ReactNode;
}

/** Pages further down in a long book are loaded lazily. */
const EAGER_PAGES = 12;

export function LivePage({ children, ...parts }: LivePageProps) {
  const { page, urls, language } = parts;
  return (
    <div
      className="sheet"
      data-page={page.number}
      data-busy={isMadeAnew(page, urls) || undefined}
      lang={language}
    >
      <PageSoFar {...parts} />
      {children}
    </div>
  );
}

/** The page was made before and is being made again. */
export function isMadeAnew(page: ClientPage, urls: ReadonlyMap<string, string>): boolean {
  return viewOf(page, urls) !== undefined && page.state !== "done";
}

/** URL of the sharpest known picture of the whole page. */
function viewOf(page: ClientPage, urls: ReadonlyMap<string, string>): string | undefined {
  const known = viewsOf(page).find((hash) => urls.has(hash));
  return known && urls.get(known);
}

/** Layers from the rough to the lettered page, so that nothing flickers while a picture loads. */
export function PageSoFar({ page, before, urls, cast = [] }: Omit<LivePageProps, "language" | "children">) {
  const { t } = useWords();
  const composed = viewOf(page, urls);
  const rough = urls.get(page.preview ?? "");
  const altOf = ({ id }: { id: string }) => t("watch.panelAlt", { n: id.slice(1), page: page.number });
  const isLettered = composed !== undefined && page.state === "done";
  return (
    <>
      {rough === undefined ? <i className="tone" /> : null}
      {rough === undefined || isLettered ? null : (
        <img src={rough} alt={t("watch.pageDraft", { page: page.number })} />
      )}
      {rough === undefined || composed !== undefined ? null : (
        <RoughNames panels={page.panels.filter(({ image }) => !urls.has(image ?? ""))} cast={cast} />
      )}
      {isLettered ? null : <CarriedArt page={page} before={before} urls={urls} />}
      {isLettered
        ? null
        : page.panels.map((panel) => {
            const { id, frame, image, state } = panel;
            const url = urls.get(image ?? "");
            if (frame === undefined) return null;
            const alt = altOf(panel);
            if (url === undefined)
              return state === "running" ? (
                <Pen key={id} {...{ frame, alt }} reached={panel.progress} />
              ) : null;
            return <PanelArt key={url} frame={frame} url={url} alt={alt} />;
          })}
      {composed === undefined ? null : (
        <img
          src={composed}
          loading={page.number > EAGER_PAGES ? "lazy" : "eager"}
          alt={[t("watch.pageAlt", { page: page.number }), ...textsOf(page)].join(" ")}
        />
      )}
      {composed === undefined || isLettered
        ? null
        : page.panels.map((panel) =>
            panel.frame === undefined || panel.state === "done" ? null : (
              <Pen key={panel.id} frame={panel.frame} alt={altOf(panel)} reached={panel.progress} />
            ),
          )}
    </>
  );
}

interface RoughNamesProps {
  panels: ClientPage["panels"];
  cast: readonly { id: string; name: string }[];
}

/** Room for a name, in page units. */
const NAME_ROOM = 480;

/** A rough's figures look alike, so each is labelled with its current name. */
function RoughNames({ panels, cast }: RoughNamesProps) {
  return panels.flatMap(({ id, frame, people = [] }) => {
    if (frame === undefined) return [];
    const { x, y, width, height } = boxOf(frame);
    let beside = Number.NEGATIVE_INFINITY;
    return people
      .toSorted((one, other) => sideIn(one) - sideIn(other))
      .map((person) => {
        const { character } = person;
        const at = sideIn(person);
        const name = cast.find((person) => person.id === character)?.name;
        const { left, top } = placed({ x: x + width * at, y: y + height, width: 0, height: 0 });
        /** A label that would touch its neighbour is raised. */
        const isLifted = width * (at - beside) < NAME_ROOM;
        beside = isLifted ? Number.NEGATIVE_INFINITY : at;
        return name === undefined ? null : (
          <b
            key={`${id}.${character}`}
            className={isLifted ? "rough-name rough-name-lifted" : "rough-name"}
            style={{ left, top }}
          >
            {name}
          </b>
        );
      });
  });
}

function textsOf({ texts }: ClientPage): string[] {
  return texts.filter(({ kind }) => kind !== "sound").map(({ text }) => text);
}

export function boxOf({ corners }: Frame) {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)}%`;

/** Position of a box of page units on a sheet, in CSS. */
export function placed({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return {
    left: percent(x, PAPER.width),
    top: percent(y, PAPER.height),
    width: percent(width, PAPER.width),
    height: percent(height, PAPER.height),
  };
}

/** `box`: the element that is clipped, in page units. */
export function shapeOf(frame: Frame, box = boxOf(frame)): string {
  const corners = frame.corners.map(
    ({ x, y }) => `${percent(x - box.x, box.width)} ${percent(y - box.y, box.height)}`,
  );
  return `polygon(${corners.join(", ")})`;
}

/** The half of a picture across the fold that lies on its second page: an odd page, which has no panel for it. */
export function CarriedArt({ page, before, urls }: Pick<LivePageProps, "page" | "before" | "urls">) {
  const panel = page.number % 2 === 1 ? before?.panels.find(({ frame }) => frame?.crosses) : undefined;
  const url = urls.get(panel?.image ?? "");
  if (panel?.frame === undefined || url === undefined) return null;
  const shift = boxOf(panel.frame).x < -PAPER.width / 2 ? PAPER.width : -PAPER.width;
  const corners = panel.frame.corners.map(({ x, y }) => ({ x: x + shift, y }));
  return <PanelArt frame={{ ...panel.frame, corners }} url={url} alt="" />;
}

export function PanelArt({ frame, url, alt }: { frame: Frame; url: string; alt: string }) {
  const picture = pictureBox(frame);
  return (
    <img
      className="panel-art"
      src={url}
      alt={alt}
      style={{ ...placed(picture), clipPath: shapeOf(frame, picture) }}
    />
  );
}

interface PenProps {
  frame: Frame;
  /** Text alternative of the panel. */
  alt: string;
  reached: StepProgress | undefined;
}

/** Overlay of a panel that is being made. */
export function Pen({ frame, alt, reached }: PenProps) {
  const { y, height } = boxOf(frame);
  const { left, width } = placed(boxOf(frame));
  const bottom = percent(PAPER.height - y - height, PAPER.height);
  return (
    <>
      <i
        className="panel-pen"
        style={{ ...placed(boxOf(frame)), clipPath: shapeOf(frame) }}
        aria-hidden="true"
      />
      <Steps of={alt} reached={reached} style={{ left, width, bottom }} />
    </>
  );
}
