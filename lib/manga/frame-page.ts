// A page whose frames are edited: its changeable shapes, and a panel put in another frame.
import { bleedsOff, type Quad, quadOf, rounded } from "./frame-shapes.ts";
import type { Point } from "./geometry.ts";
import type { Direction } from "./language.ts";
import { boundingBox } from "./paper.ts";
import type { Frame, Panel, StoryboardPage } from "./storyboard.ts";

/** Why an edit cannot be made. */
export type FrameFault =
  | "unknown"
  | "fixed"
  | "outside"
  | "narrow"
  | "overlap"
  | "order"
  | "most-panels"
  | "not-across"
  | "not-beside"
  | "lends";

export class FrameEditError extends Error {
  override readonly name = "FrameEditError";
  readonly fault: FrameFault;
  constructor(fault: FrameFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

export type Page = StoryboardPage;
/** `direction`: in which the page was laid out. */
export interface Sheet {
  direction: Direction;
}

export function panelOf(page: Page, id: string): Panel {
  const panel = page.panels.find((one) => one.id === id);
  if (panel === undefined) throw new FrameEditError("unknown", `page ${page.number} has no panel ${id}`);
  return panel;
}

export function quadIn(page: Page, id: string): Quad {
  const { frame } = panelOf(page, id);
  const quad = frame.crosses ? undefined : quadOf(frame.corners);
  if (quad === undefined) {
    throw new FrameEditError("fixed", `the frame of ${id} belongs to two pages, or has no four sides`);
  }
  return quad;
}

/** The frames that can be changed, by panel. */
export function quadsOf({ panels }: Pick<Page, "panels">): Map<string, Quad> {
  const quads = panels.map(
    ({ id, frame }) => [id, frame.crosses ? undefined : quadOf(frame.corners)] as const,
  );
  return new Map(quads.flatMap(([id, quad]) => (quad === undefined ? [] : [[id, quad] as const])));
}

export function withQuads(page: Page, quads: ReadonlyMap<string, Quad>): Page {
  const panels = page.panels.map((panel) => {
    const quad = quads.get(panel.id);
    return quad === undefined || isSame(quad, panel.frame.corners) ? panel : framed(panel, quad);
  });
  return { ...page, panels };
}

export const isSame = (a: readonly Point[], b: readonly Point[]) =>
  a.every(({ x, y }, at) => x === b[at]?.x && y === b[at]?.y);

/** The panel in another frame. `drawn`: where its picture is on the page. */
export function framed(panel: Panel, quad: Quad, drawn = drawnOf(panel)): Panel {
  const corners = quad.map(rounded);
  const { width, height } = boundingBox(corners);
  // Exactly the size, because any other size is another picture.
  const fits = drawn.of === undefined && drawn.width === width && drawn.height === height;
  const frame: Frame = { corners, bleeds: bleedsOff(quad), ...(!fits && { drawn }) };
  return { ...panel, frame };
}

type Drawn = NonNullable<Frame["drawn"]>;

export const drawnOf = ({ frame }: Panel): Drawn => frame.drawn ?? boundingBox(frame.corners);
