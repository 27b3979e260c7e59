// The sheet of the page desk: the pictures in their frames, and edges that are dragged with a pointer or moved with keys.
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { outerSide, pageFrame } from "../../../../lib/manga/binding.ts";
import { misfitOf } from "../../../../lib/manga/drawn-frame.ts";
import { type FrameEdit, reachable } from "../../../../lib/manga/frame-edits.ts";
import { type GutterEdit, isBled } from "../../../../lib/manga/frame-gutters.ts";
import { quadsOf } from "../../../../lib/manga/frame-page.ts";
import {
  BLEED_BOX,
  endsOf,
  lineOf,
  outwardOf,
  type Quad,
  SIDES,
  type Side,
} from "../../../../lib/manga/frame-shapes.ts";
import { PAPER } from "../../../../lib/manga/paper.ts";
import type { StoryboardPage } from "../../documents.ts";
import { useFrameWords } from "../../words/frame-words.ts";
import { useWords } from "../../words/words.tsx";
import { PanelArt } from "../book/live-page.tsx";
import { tried } from "./desk-edits.ts";

/** Steps of the keys, in page units: 1 mm and 5 mm. */
const STEP = 10;
const LONG_STEP = 50;

interface Point {
  x: number;
  y: number;
}

interface DeskSheetProps {
  board: StoryboardPage;
  direction: "rtl" | "ltr";
  /** Picture URLs by panel. */
  art: ReadonlyMap<string, string>;
  chosen: string | undefined;
  isKnife: boolean;
  isBusy: boolean;
  onChoose: (panel: string) => void;
  onEdit: (edit: FrameEdit) => void;
}

export function DeskSheet(props: DeskSheetProps) {
  const { board, direction, art, chosen, isKnife, isBusy, onChoose, onEdit } = props;
  const { t } = useWords();
  const w = useFrameWords();
  const svg = useRef<SVGSVGElement>(null);
  const unitsPerPx = useUnitsPerPx(svg);
  const [dragged, setDragged] = useState<GutterEdit | undefined>(undefined);
  const [knife, setKnife] = useState<{ panel: string; from: Point; to: Point } | undefined>(undefined);
  const shown = useMemo(
    () => (dragged && tried(board, [dragged], direction)) ?? board,
    [board, dragged, direction],
  );
  const quads = quadsOf(shown);
  const inner = pageFrame({ number: board.number, direction });
  const fold = outerSide({ number: board.number, direction }) === "left" ? PAPER.width : 0;

  /** The pointer's place on the page. */
  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const matrix = svg.current?.getScreenCTM()?.inverse();
    const at = new DOMPoint(clientX, clientY).matrixTransform(matrix ?? new DOMMatrix());
    return { x: at.x, y: at.y };
  };
  const cut = (panel: string) => ({
    onPointerDown(event: PointerEvent<SVGPolygonElement>) {
      if (!isKnife || isBusy) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const from = placeOf(event);
      setKnife({ panel, from, to: from });
    },
    onPointerMove(event: PointerEvent<SVGPolygonElement>) {
      if (knife !== undefined) setKnife({ ...knife, to: placeOf(event) });
    },
    onPointerUp() {
      if (knife === undefined) return;
      setKnife(undefined);
      const { from, to } = knife;
      if (Math.hypot(to.x - from.x, to.y - from.y) > STEP) onEdit({ kind: "cut", panel, from, to });
    },
    onPointerCancel: () => setKnife(undefined),
  });
  return (
    <div className="frames-paper" data-busy={isBusy || undefined}>
      <div className="frames-trim">
        {shown.panels.map(({ id, frame }, index) => {
          const url = art.get(frame.drawn?.of ?? id);
          const alt = t("watch.panelAlt", { n: index + 1, page: board.number });
          return url === undefined ? null : <PanelArt key={id} frame={frame} url={url} alt={alt} />;
        })}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset. */}
      <svg
        ref={svg}
        className="frames-lines"
        data-knife={isKnife || undefined}
        viewBox={`${BLEED_BOX.x} ${BLEED_BOX.y} ${BLEED_BOX.width} ${BLEED_BOX.height}`}
        role="group"
        aria-label={w("desk.page")}
      >
        <rect className="frames-guide" x={0} y={0} width={PAPER.width} height={PAPER.height} />
        <rect className="frames-guide frames-inner" {...inner} />
        <line className="frames-fold" x1={fold} x2={fold} y1={0} y2={PAPER.height} />
        {shown.panels.map(({ id, frame }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
          <polygon
            key={id}
            className="frames-panel"
            data-panel={id}
            data-chosen={id === chosen || undefined}
            data-misfit={misfitOf(frame)}
            points={frame.corners.map(({ x, y }) => `${x},${y}`).join(" ")}
            role="button"
            tabIndex={0}
            aria-label={w("panel.name", { n: index + 1 })}
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              onChoose(id);
            }}
            {...cut(id)}
          />
        ))}
        {shown.panels.map(({ id, frame: { corners } }, index) => (
          <text
            key={id}
            className="frames-number"
            x={(Math.min(...corners.map(({ x }) => x)) + Math.max(...corners.map(({ x }) => x))) / 2}
            y={Math.min(...corners.map(({ y }) => y)) + 110}
          >
            {index + 1}
          </text>
        ))}
        {isKnife
          ? null
          : [...quads]
              .toSorted(([a], [b]) => Number(a === chosen) - Number(b === chosen))
              .map(([id, quad]) =>
                SIDES.map((side) => (
                  <EdgeHandle
                    key={`${id}.${side}`}
                    {...{ id, quad, side, board, direction, isBusy, placeOf, onChoose, onEdit }}
                    number={shown.panels.findIndex((one) => one.id === id) + 1}
                    isChosen={id === chosen}
                    grip={(GRIP_PX / 2) * unitsPerPx}
                    onDrag={setDragged}
                  />
                )),
              )}
        {knife === undefined ? null : (
          <line
            className="frames-knife"
            x1={knife.from.x}
            y1={knife.from.y}
            x2={knife.to.x}
            y2={knife.to.y}
          />
        )}
      </svg>
    </div>
  );
}

/** Side of a grip that is large enough for a finger, in pixels. */
const GRIP_PX = 26;

/** Page units in a pixel of the sheet as it is shown. */
function useUnitsPerPx(svg: RefObject<SVGSVGElement | null>): number {
  const [units, setUnits] = useState(2);
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setUnits(BLEED_BOX.width / Math.max(1, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [svg]);
  return units;
}

interface EdgeHandleProps {
  id: string;
  number: number;
  quad: Quad;
  side: Side;
  board: StoryboardPage;
  direction: "rtl" | "ltr";
  isChosen: boolean;
  /** Half the side of its grip, in page units. */
  grip: number;
  isBusy: boolean;
  placeOf: (event: PointerEvent) => Point;
  onDrag: (edit: GutterEdit | undefined) => void;
  onChoose: (panel: string) => void;
  onEdit: (edit: FrameEdit) => void;
}

/** Share of an edge at each end where dragging tilts it. */
const END = 0.16;

function EdgeHandle(props: EdgeHandleProps) {
  const { id, number, quad, side, board, direction, isChosen, grip, isBusy, placeOf } = props;
  const { onDrag, onChoose, onEdit } = props;
  const w = useFrameWords();
  const drag = useRef<{ from: Point; end: -1 | 0 | 1; edit: GutterEdit | undefined } | undefined>(undefined);
  const [from, to] = endsOf(quad, side);
  const isLevel = side === "top" || side === "bottom";
  const at = Math.round((isLevel ? from.y + to.y : from.x + to.x) / 2 / 10);

  const down = (event: PointerEvent<SVGElement>) => {
    if (isBusy || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onChoose(id);
    const place = placeOf(event);
    const way = { x: to.x - from.x, y: to.y - from.y };
    const share =
      ((place.x - from.x) * way.x + (place.y - from.y) * way.y) / (way.x * way.x + way.y * way.y || 1);
    drag.current = { from: place, end: share < END ? -1 : share > 1 - END ? 1 : 0, edit: undefined };
  };
  const move = (event: PointerEvent<SVGElement>) => {
    const begun = drag.current;
    if (begun === undefined) return;
    const stored = quadsOf(board).get(id) ?? quad;
    const line = lineOf(stored, side);
    const by = outwardOf(line, placeOf(event)) - outwardOf(line, begun.from);
    const wanted: GutterEdit = {
      ...{ kind: begun.end === 0 ? "move" : "tilt", panel: id, side },
      by: Math.round(begun.end === -1 ? -by : by),
      ...(event.altKey && { alone: true }),
    };
    const isMoved = Math.abs(by) >= 1;
    const edit = isMoved ? reachable(board, wanted, { direction }) : undefined;
    // What cannot be moved at all is refused with its reason when it is let go.
    begun.edit = edit ?? (isMoved ? wanted : undefined);
    onDrag(edit);
  };
  const up = () => {
    const edit = drag.current?.edit;
    drag.current = undefined;
    onDrag(undefined);
    if (edit !== undefined) onEdit(edit);
  };
  const press = (event: KeyboardEvent<SVGElement>) => {
    const edit = keyedEdit(event, { id, quad, side });
    if (edit === undefined || isBusy) return;
    event.preventDefault();
    onEdit(edit);
  };
  const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  const handlers = { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: up };
  const edge = <line className="frames-edge" data-level={isLevel || undefined} {...line} {...handlers} />;
  if (!isChosen) return edge;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const corners = [
    [x - grip, y - grip],
    [x + grip, y - grip],
    [x + grip, y + grip],
    [x - grip, y + grip],
  ];
  return (
    <>
      {edge}
      <polygon
        className="frames-grip"
        data-level={isLevel || undefined}
        data-edge={`${id}.${side}`}
        points={corners.map((corner) => corner.join(",")).join(" ")}
        {...handlers}
        role="slider"
        tabIndex={0}
        aria-label={w(`edge.${side}`, { n: number })}
        aria-orientation={isLevel ? "vertical" : "horizontal"}
        aria-valuemin={-PAPER.bleed / 10}
        aria-valuemax={((isLevel ? PAPER.height : PAPER.width) + PAPER.bleed) / 10}
        aria-valuenow={at}
        aria-valuetext={w("edge.at", { mm: at })}
        onKeyDown={press}
      />
      {[END / 2, 1 - END / 2].map((share) => (
        <circle
          key={share}
          className="frames-end"
          cx={from.x + (to.x - from.x) * share}
          cy={from.y + (to.y - from.y) * share}
          r={16}
        />
      ))}
    </>
  );
}

/** Ways of the arrow keys over the page. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function keyedEdit(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  { id, quad, side }: { id: string; quad: Quad; side: Side },
): FrameEdit | undefined {
  if (ctrlKey || metaKey) return undefined;
  const step = shiftKey ? LONG_STEP : STEP;
  const alone = altKey ? { alone: true } : {};
  // With Shift, the brackets are braces.
  const tilt = "[{".includes(key) ? -1 : "]}".includes(key) ? 1 : 0;
  if (tilt !== 0) return { kind: "tilt", panel: id, side, by: tilt * step, ...alone };
  if (key.toLowerCase() === "b") return { kind: "bleed", panel: id, side, on: !isBled(quad, side) };
  const arrow = ARROWS[key];
  const isLevel = side === "top" || side === "bottom";
  if (arrow === undefined || (isLevel ? arrow.y === 0 : arrow.x === 0)) return undefined;
  const outward = side === "top" || side === "left" ? -1 : 1;
  return { kind: "move", panel: id, side, by: step * outward * (isLevel ? arrow.y : arrow.x), ...alone };
}
