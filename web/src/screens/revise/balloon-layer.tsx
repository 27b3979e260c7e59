// The balloons of a page as SVG over its panels: each can be selected, dragged with a pointer, and moved with the arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type ClientPage, type LetteredText, PAPER } from "../../documents.ts";
import { useWords } from "../../words/words.tsx";
import { PanelSpot } from "./panel-spots.tsx";

interface BalloonLayerProps {
  panels: ClientPage["panels"];
  /** Empty before the page is lettered; its panels can be selected already. */
  texts: readonly LetteredText[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  /** The balloon that is being moved and is not placed yet. */
  moved: Moved | undefined;
  onMove: (moved: Moved | undefined) => void;
  onPut: (text: LetteredText, moved: Moved) => void;
}

/** Distance in page units that an arrow key moves a balloon: 2 mm. */
export const STEP = 20;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Offset from the lettered position, in page units. */
export interface Moved {
  id: string;
  dx: number;
  dy: number;
}

/** The new position of its middle. */
export function middleOf({ box: { x, y, width, height } }: LetteredText, { dx, dy }: Moved) {
  return { x: Math.round(x + width / 2 + dx), y: Math.round(y + height / 2 + dy) };
}

/** The title of a 4-koma strip is fixed to its panel. */
function isHeld({ kind }: LetteredText): boolean {
  return kind !== "title";
}

export function BalloonLayer(props: BalloonLayerProps) {
  const { panels, texts, chosen, onChoose, moved, onMove, onPut } = props;
  const { t } = useWords();
  const drag = useRef<{ id: string; x: number; y: number; unit: number } | undefined>(undefined);

  const down = (event: PointerEvent<SVGGElement>, { id, kind }: LetteredText) => {
    onChoose(id);
    const width = event.currentTarget.ownerSVGElement?.getBoundingClientRect().width ?? PAPER.width;
    // A sound has no balloon, only text.
    if (kind === "sound") return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { id, x: event.clientX, y: event.clientY, unit: PAPER.width / width };
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    const from = drag.current;
    if (from === undefined) return;
    const [dx, dy] = [(event.clientX - from.x) * from.unit, (event.clientY - from.y) * from.unit];
    onMove({ id: from.id, dx, dy });
  };
  const up = (text: LetteredText) => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    if (moved?.id === text.id && Math.hypot(moved.dx, moved.dy) > STEP / 2) onPut(text, moved);
    else onMove(undefined);
  };
  const press = (event: KeyboardEvent, text: LetteredText) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (moved?.id === text.id) onPut(text, moved);
      onChoose(text.id);
      return;
    }
    const arrow = ARROWS[event.key];
    if (arrow === undefined || text.kind === "sound") return;
    event.preventDefault();
    const before = moved?.id === text.id ? moved : { id: text.id, dx: 0, dy: 0 };
    onMove({ id: text.id, dx: before.dx + arrow[0] * STEP, dy: before.dy + arrow[1] * STEP });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset.
    <svg
      className="balloons"
      viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
      role="group"
      aria-label={t(texts.length === 0 ? "board.pick" : "revise.pick")}
    >
      {panels.map((panel) => (
        <PanelSpot key={panel.id} panel={panel} isChosen={chosen === panel.id} onChoose={onChoose} />
      ))}
      {texts.filter(isHeld).map((text) => (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
        <g
          key={text.id}
          className={chosen === text.id ? "balloon balloon-chosen" : "balloon"}
          role="button"
          tabIndex={0}
          aria-label={t("revise.balloon", { text: text.text })}
          aria-pressed={chosen === text.id}
          transform={moved?.id === text.id ? `translate(${moved.dx} ${moved.dy})` : undefined}
          onPointerDown={(event) => down(event, text)}
          onPointerMove={move}
          onPointerUp={() => up(text)}
          onPointerCancel={() => up(text)}
          onKeyDown={(event) => press(event, text)}
        >
          <rect className="balloon-hold" {...text.box} />
          {text.outline === null ? null : <path className="balloon-shape" d={text.outline} />}
          <path className="balloon-glyphs" d={text.glyphs} strokeWidth={text.edge * 2} />
        </g>
      ))}
    </svg>
  );
}
