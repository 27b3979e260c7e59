// The picture in a frame that a person changed after it was drawn. Until it is drawn again, the picture stays where it was drawn for, as
// under a mask, and is enlarged only as far as the frame needs it.
import type { Artwork } from "./artwork.ts";
import type { Box, Point } from "./geometry.ts";
import { boundingBox } from "./paper.ts";
import type { Frame } from "./storyboard.ts";

/** Size in units for which the frame's picture is drawn. */
export function pictureSize(frame: Frame): { width: number; height: number } {
  const { width, height } = frame.drawn ?? boundingBox(frame.corners);
  return { width, height };
}

/** The box on the page that the whole picture fills; the frame shows the part inside it. */
export function pictureBox({ corners, drawn }: Frame): Box {
  const frame = boundingBox(corners);
  if (drawn === undefined) return frame;
  const scale = scaleOf(frame, drawn);
  const [width, height] = [drawn.width * scale, drawn.height * scale];
  const x = drawn.x + (drawn.width - width) / 2;
  const y = drawn.y + (drawn.height - height) / 2;
  return {
    x: between(x, frame.x + frame.width - width, frame.x),
    y: between(y, frame.y + frame.height - height, frame.y),
    ...{ width, height },
  };
}

const scaleOf = (frame: Box, drawn: Box) =>
  Math.max(1, frame.width / drawn.width, frame.height / drawn.height);

/**
 * The box in which a picture of that size is shown in another frame, as far as no one chose: its middle from left to right, and above the
 * middle from top to bottom, because faces are there.
 */
export function centredIn(frame: Box, { width, height }: { width: number; height: number }): Box {
  const x = frame.x + (frame.width - width) / 2;
  return { x, y: frame.y + (frame.height - height) / 3, width, height };
}

/** From here on an enlarged line looks coarse, and a cut picture lacks what it was drawn for. */
const MOST_ENLARGED = 1.1;
const LEAST_SHOWN = 0.85;

/** Why a frame needs a new picture; undefined where its picture fits. */
export function misfitOf(frame: Frame): "borrowed" | "enlarged" | "cut" | undefined {
  const { drawn } = frame;
  if (drawn === undefined) return undefined;
  if (drawn.of !== undefined) return "borrowed";
  const box = boundingBox(frame.corners);
  const scale = scaleOf(box, drawn);
  if (scale > MOST_ENLARGED) return "enlarged";
  const shown = (box.width * box.height) / (drawn.width * drawn.height * scale ** 2);
  return shown < LEAST_SHOWN ? "cut" : undefined;
}

type Marks = Pick<Artwork, "faces" | "keep">;

/** Faces and areas to keep clear, relative to the corner of the frame's box; those that the frame cuts off are left out. */
export function marksInFrame<M extends Marks>(frame: Frame, marks: M): M {
  if (frame.drawn === undefined) return marks;
  const [box, picture] = [boundingBox(frame.corners), pictureBox(frame)];
  const scale = picture.width / frame.drawn.width;
  const placed = <T extends Point>(at: T): T => ({
    ...at,
    x: at.x * scale + picture.x - box.x,
    y: at.y * scale + picture.y - box.y,
  });
  const sized = <T extends Box>(area: T): T => ({
    ...placed(area),
    ...{ width: area.width * scale, height: area.height * scale },
  });
  const isSeen = ({ x, y, width, height }: Box) =>
    x + width > 0 && y + height > 0 && x < box.width && y < box.height;
  return {
    ...marks,
    faces: marks.faces
      .map((face) => ({ ...face, box: sized(face.box), mouth: placed(face.mouth) }))
      .filter((face) => isSeen(face.box)),
    keep: marks.keep.map(sized).filter(isSeen),
  };
}

/** The marks of all panels of a page, each in its frame. */
export function framedMarks<M extends Marks>(
  panels: readonly { id: string; frame: Frame }[],
  art: ReadonlyMap<string, M>,
): Map<string, M> {
  const framed = new Map(art);
  for (const { id, frame } of panels) {
    const marks = art.get(id);
    if (marks !== undefined) framed.set(id, marksInFrame(frame, marks));
  }
  return framed;
}

const between = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
