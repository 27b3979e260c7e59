// The sheet of the lettering desk: balloons and sounds over the pictures, dragged with a pointer or moved with keys, with handles for the
// extent and the tail of a balloon, and for the angle and the size of a sound.
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { SoundFields, TextFields } from "../../../../lib/manga/letter-edits.ts";
import { PAPER } from "../../../../lib/manga/paper.ts";
import type { LetteredText, StoryboardPage } from "../../documents.ts";
import { useLetterWords } from "../../words/letter-words.ts";
import { useWords } from "../../words/words.tsx";
import { PanelArt } from "../book/live-page.tsx";

/** Steps of the keys, in page units: 1 mm and 5 mm. */
const STEP = 10;
const LONG_STEP = 50;
/** Half the side of a handle, in page units. */
const GRIP = 26;
const UNITS_PER_POINT = 254 / 72;

interface Point {
  x: number;
  y: number;
}

interface LetteringSheetProps {
  board: StoryboardPage;
  texts: readonly LetteredText[];
  art: ReadonlyMap<string, string>;
  chosen: string | undefined;
  isBusy: boolean;
  onChoose: (id: string) => void;
  onText: (id: string, change: TextFields) => void;
  onSound: (id: string, change: SoundFields) => void;
  onDelete: (id: string) => void;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The way of an arrow key in page units. */
function wayOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Point | undefined {
  const arrow = ARROWS[key];
  if (arrow === undefined || ctrlKey || metaKey || altKey) return undefined;
  const step = shiftKey ? LONG_STEP : STEP;
  return { x: arrow.x * step, y: arrow.y * step };
}

/** The middle that `at` names: of a sound's letters, of a text's balloon. */
export function middleOf({ kind, box, textBox }: LetteredText): Point {
  const { x, y, width, height } = kind === "sound" ? textBox : box;
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

const onPage = ({ x, y }: Point): Point => ({
  x: Math.min(PAPER.width, Math.max(0, Math.round(x))),
  y: Math.min(PAPER.height, Math.max(0, Math.round(y))),
});

export function LetteringSheet(props: LetteringSheetProps) {
  const { board, texts, art, chosen, isBusy, onChoose, onText, onSound, onDelete } = props;
  const { t } = useWords();
  const w = useLetterWords();
  const svg = useRef<SVGSVGElement>(null);
  const [way, setWay] = useState<{ id: string; by: Point } | undefined>(undefined);
  const from = useRef<Point | undefined>(undefined);
  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const matrix = svg.current?.getScreenCTM()?.inverse();
    const at = new DOMPoint(clientX, clientY).matrixTransform(matrix ?? new DOMMatrix());
    return { x: at.x, y: at.y };
  };
  const put = (text: LetteredText, by: Point) => {
    const { x, y } = middleOf(text);
    const at = onPage({ x: x + by.x, y: y + by.y });
    if (text.kind === "sound") onSound(text.id, { at });
    else onText(text.id, { at });
  };
  const press = (event: KeyboardEvent, text: LetteredText) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(text.id);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onDelete(text.id);
    } else {
      const by = wayOf(event);
      if (by === undefined || isBusy) return;
      event.preventDefault();
      onChoose(text.id);
      put(text, by);
    }
  };
  const drag = (text: LetteredText) => ({
    onPointerDown(event: PointerEvent<SVGGElement>) {
      onChoose(text.id);
      if (isBusy || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = placeOf(event);
    },
    onPointerMove(event: PointerEvent<SVGGElement>) {
      if (from.current === undefined) return;
      const { x, y } = placeOf(event);
      setWay({ id: text.id, by: { x: x - from.current.x, y: y - from.current.y } });
    },
    onPointerUp() {
      from.current = undefined;
      if (way?.id === text.id && Math.hypot(way.by.x, way.by.y) > STEP / 2) put(text, way.by);
      setWay(undefined);
    },
    onPointerCancel() {
      from.current = undefined;
      setWay(undefined);
    },
  });
  const own = texts.find(({ id }) => id === chosen);
  return (
    <div className="letter-paper" data-busy={isBusy || undefined}>
      {board.panels.map(({ id, frame }, index) => {
        const url = art.get(frame.drawn?.of ?? id);
        const alt = t("watch.panelAlt", { n: index + 1, page: board.number });
        return url === undefined ? null : <PanelArt key={id} frame={frame} url={url} alt={alt} />;
      })}
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset. */}
      <svg
        ref={svg}
        className="letter-layer"
        viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
        role="group"
        aria-label={w("desk.page")}
      >
        {texts
          .filter(({ kind }) => kind !== "title")
          .map((text) => (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
            <g
              key={text.id}
              className="letter-text"
              data-text={text.id}
              data-chosen={text.id === chosen || undefined}
              role="button"
              tabIndex={0}
              aria-label={w(text.kind === "sound" ? "one.sound" : "one.balloon", { text: text.text })}
              aria-pressed={text.id === chosen}
              transform={way?.id === text.id ? `translate(${way.by.x} ${way.by.y})` : undefined}
              onKeyDown={(event) => press(event, text)}
              {...drag(text)}
            >
              <rect className="letter-hold" {...text.box} />
              {text.outline === null ? null : <path className="letter-shape" d={text.outline} />}
              <path className="letter-glyphs" d={text.glyphs} strokeWidth={text.edge * 2} />
            </g>
          ))}
        {own === undefined || way !== undefined || isBusy ? null : own.kind === "sound" ? (
          <SoundHandles text={own} {...{ board, placeOf, onSound }} />
        ) : (
          <TextHandles text={own} {...{ placeOf, onText }} />
        )}
      </svg>
    </div>
  );
}

interface HandleProps {
  label: string;
  at: Point;
  /** From where a line leads to the handle. */
  of: Point;
  placeOf: (event: PointerEvent) => Point;
  onPut: (at: Point) => void;
}

/** A handle that is dragged with a pointer, or moved with the arrow keys. */
function Handle({ label, at, of, placeOf, onPut }: HandleProps) {
  const [dragged, setDragged] = useState<Point | undefined>(undefined);
  const { x, y } = dragged ?? at;
  return (
    <>
      <line className="letter-way" x1={of.x} y1={of.y} x2={x} y2={y} />
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button. */}
      <rect
        className="letter-grip"
        x={x - GRIP}
        y={y - GRIP}
        width={GRIP * 2}
        height={GRIP * 2}
        role="button"
        tabIndex={0}
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(at);
        }}
        onPointerMove={(event) => dragged && setDragged(placeOf(event))}
        onPointerUp={() => {
          setDragged(undefined);
          if (dragged !== undefined && Math.hypot(dragged.x - at.x, dragged.y - at.y) > STEP / 2)
            onPut(dragged);
        }}
        onPointerCancel={() => setDragged(undefined)}
        onKeyDown={(event) => {
          const by = wayOf(event);
          if (by === undefined) return;
          event.preventDefault();
          onPut({ x: at.x + by.x, y: at.y + by.y });
        }}
      />
    </>
  );
}

interface TextHandlesProps {
  text: LetteredText;
  placeOf: HandleProps["placeOf"];
  onText: LetteringSheetProps["onText"];
}

function TextHandles({ text, placeOf, onText }: TextHandlesProps) {
  const w = useLetterWords();
  const middle = middleOf(text);
  const { x, y, width, height } = text.box;
  const form = text.shape ?? (text.kind === "caption" ? "caption" : text.voice);
  const tip = text.tail ?? { x: middle.x, y: y + height + 90 };
  const extent = (at: Point) => ({
    width: Math.round(Math.min(1800, Math.max(40, (at.x - middle.x) * 2))),
    height: Math.round(Math.min(2500, Math.max(40, (at.y - middle.y) * 2))),
  });
  return (
    <>
      <Handle
        label={w("handle.size")}
        at={{ x: x + width, y: y + height }}
        of={middle}
        placeOf={placeOf}
        onPut={(at) => onText(text.id, { ...extent(at), at: middle })}
      />
      {form === "caption" || form === "none" ? null : (
        <Handle
          label={w("handle.tail")}
          at={tip}
          of={middle}
          placeOf={placeOf}
          onPut={(at) => onText(text.id, { tail: onPage(at) })}
        />
      )}
    </>
  );
}

interface SoundHandlesProps {
  text: LetteredText;
  board: StoryboardPage;
  placeOf: HandleProps["placeOf"];
  onSound: LetteringSheetProps["onSound"];
}

function SoundHandles({ text, board, placeOf, onSound }: SoundHandlesProps) {
  const w = useLetterWords();
  const middle = middleOf(text);
  const { x, y, width, height } = text.textBox;
  const [panel = "", id = ""] = text.id.split("/");
  const sounds = board.panels.find((one) => one.id === panel)?.words.sounds;
  const angle = sounds?.[Number(id.slice(1)) - 1]?.set?.angle ?? 0;
  const corner = { x: x + width, y: y + height };
  const reach = Math.hypot(corner.x - middle.x, corner.y - middle.y) || 1;
  const points = text.fontSize / UNITS_PER_POINT;
  const radius = height / 2 + 110;
  const turned = ((angle - 90) * Math.PI) / 180;
  const knob = { x: middle.x + Math.cos(turned) * radius, y: middle.y + Math.sin(turned) * radius };
  return (
    <>
      <Handle
        label={w("handle.scale")}
        at={corner}
        of={middle}
        placeOf={placeOf}
        onPut={(at) => {
          const size = points * (Math.hypot(at.x - middle.x, at.y - middle.y) / reach);
          onSound(text.id, { size: Math.round(Math.min(200, Math.max(5, size)) * 10) / 10, at: middle });
        }}
      />
      <Handle
        label={w("handle.turn")}
        at={knob}
        of={middle}
        placeOf={placeOf}
        onPut={(at) => {
          const degrees = (Math.atan2(at.y - middle.y, at.x - middle.x) * 180) / Math.PI + 90;
          onSound(text.id, { angle: Math.round(((degrees + 540) % 360) - 180), at: middle });
        }}
      />
    </>
  );
}
