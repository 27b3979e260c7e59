// The tools of the page desk beside the sheet: all that the pointer does, and layouts and order, as buttons and fields.
import { type ReactNode, useId, useState } from "react";
import { outerSide, pageFrame } from "../../../../lib/manga/binding.ts";
import type { FrameEdit } from "../../../../lib/manga/frame-edits.ts";
import { isBled } from "../../../../lib/manga/frame-gutters.ts";
import { quadsOf } from "../../../../lib/manga/frame-page.ts";
import { SIDES, type Side } from "../../../../lib/manga/frame-shapes.ts";
import { templateFrames, templatesFor } from "../../../../lib/manga/frame-templates.ts";
import { boundingBox } from "../../../../lib/manga/paper.ts";
import type { StoryboardPage } from "../../documents.ts";
import { useFrameWords } from "../../words/frame-words.ts";
import { ActButton } from "./act-button.tsx";

/** Steps of the buttons, in page units. */
const STEP = 10;

interface DeskToolsProps {
  board: StoryboardPage;
  direction: "rtl" | "ltr";
  chosen: string | undefined;
  isBusy: boolean;
  onChoose: (panel: string) => void;
  onEdit: (edit: FrameEdit) => void;
}

export function DeskTools(props: DeskToolsProps) {
  const { board, chosen, onChoose } = props;
  const w = useFrameWords();
  const at = board.panels.findIndex(({ id }) => id === chosen);
  return (
    <div className="frames-tools">
      <fieldset className="row">
        <legend>{w("panel.pick")}</legend>
        {board.panels.map(({ id }, index) => (
          <button
            key={id}
            type="button"
            className="button button-small"
            aria-pressed={id === chosen}
            aria-label={w("panel.name", { n: index + 1 })}
            onClick={() => onChoose(id)}
          >
            {index + 1}
          </button>
        ))}
      </fieldset>
      {chosen === undefined || at < 0 ? null : (
        <>
          <EdgeTools {...props} panel={chosen} />
          <BleedTools {...props} panel={chosen} />
          <CutTools {...props} panel={chosen} />
          <OrderTools {...props} at={at} />
        </>
      )}
      <Templates {...props} />
    </div>
  );
}

type OfPanel = DeskToolsProps & { panel: string };

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="frames-group">
      <legend>{label}</legend>
      <div className="row">{children}</div>
    </fieldset>
  );
}

function EdgeTools({ panel, isBusy, onEdit }: OfPanel) {
  const w = useFrameWords();
  const [side, setSide] = useState<Side>("bottom");
  const [isAlone, setAlone] = useState(false);
  const alone = isAlone ? { alone: true } : {};
  const group = useId();
  const button = (label: string, edit: FrameEdit) => (
    <button type="button" className="button button-small" disabled={isBusy} onClick={() => onEdit(edit)}>
      {label}
    </button>
  );
  return (
    <Group label={w("edge.label")}>
      {SIDES.map((one) => (
        <label key={one} className="frames-check">
          <input type="radio" name={group} checked={side === one} onChange={() => setSide(one)} />
          {w(`side.${one}`)}
        </label>
      ))}
      {button(w("edge.out"), { kind: "move", panel, side, by: STEP, ...alone })}
      {button(w("edge.in"), { kind: "move", panel, side, by: -STEP, ...alone })}
      {button(w("edge.tiltLeft"), { kind: "tilt", panel, side, by: -STEP, ...alone })}
      {button(w("edge.tiltRight"), { kind: "tilt", panel, side, by: STEP, ...alone })}
      <label className="frames-check">
        <input type="checkbox" checked={isAlone} onChange={(event) => setAlone(event.target.checked)} />
        {w("edge.alone")}
      </label>
    </Group>
  );
}

function BleedTools({ board, direction, panel, isBusy, onEdit }: OfPanel) {
  const w = useFrameWords();
  const quad = quadsOf(board).get(panel);
  const outer = outerSide({ number: board.number, direction });
  const fold = outer === "left" ? "right" : "left";
  if (quad === undefined) return null;
  return (
    <Group label={w("bleed.label")}>
      {SIDES.map((side) => (
        <label key={side} className="frames-check">
          <input
            type="checkbox"
            checked={isBled(quad, side)}
            disabled={isBusy}
            onChange={(event) => onEdit({ kind: "bleed", panel, side, on: event.target.checked })}
          />
          {side === fold ? w("bleed.fold", { side: w(`side.${side}`) }) : w(`side.${side}`)}
        </label>
      ))}
      {isBled(quad, fold) ? <p className="word-hint">{w("bleed.foldHint")}</p> : null}
    </Group>
  );
}

function CutTools({ board, panel, isBusy, onEdit }: OfPanel) {
  const w = useFrameWords();
  const [share, setShare] = useState(50);
  const [lean, setLean] = useState(0);
  const frame = board.panels.find(({ id }) => id === panel)?.frame;
  if (frame === undefined) return null;
  const { x, y, width, height } = boundingBox(frame.corners);
  const cut = (isAcross: boolean) => {
    const at = isAcross ? y + (height * share) / 100 : x + (width * share) / 100;
    const half = lean * 5;
    onEdit(
      isAcross
        ? { kind: "cut", panel, from: { x, y: at + half }, to: { x: x + width, y: at - half } }
        : { kind: "cut", panel, from: { x: at + half, y }, to: { x: at - half, y: y + height } },
    );
  };
  return (
    <Group label={w("cut.label")}>
      <label className="field frames-range">
        <span>{w("cut.at", { n: share })}</span>
        <input
          type="range"
          min={20}
          max={80}
          value={share}
          onChange={(event) => setShare(event.target.valueAsNumber)}
        />
      </label>
      <label className="field frames-range">
        <span>{w("cut.lean", { mm: lean })}</span>
        <input
          type="range"
          min={-30}
          max={30}
          value={lean}
          onChange={(event) => setLean(event.target.valueAsNumber)}
        />
      </label>
      {([true, false] as const).map((isAcross) => (
        <button
          key={String(isAcross)}
          type="button"
          className="button button-small"
          disabled={isBusy}
          onClick={() => cut(isAcross)}
        >
          {w(isAcross ? "cut.across" : "cut.down")}
        </button>
      ))}
    </Group>
  );
}

function OrderTools({ board, at, isBusy, onEdit }: DeskToolsProps & { at: number }) {
  const w = useFrameWords();
  const panel = board.panels[at];
  const [before, after] = [board.panels[at - 1], board.panels[at + 1]];
  if (panel === undefined) return null;
  const merge = (other: string) => onEdit({ kind: "merge", panel: panel.id, with: other });
  const exchange = (other: number) => {
    const ids = board.panels.filter(({ frame }) => !frame.crosses).map(({ id }) => id);
    const [from, to] = [ids.indexOf(panel.id), ids.indexOf(board.panels[other]?.id ?? "")];
    if (from < 0 || to < 0) return;
    onEdit({ kind: "order", panels: ids.with(from, ids[to] ?? "").with(to, panel.id) });
  };
  const why = (isThere: boolean, end: "first" | "last") =>
    isBusy ? w("edit.waits") : isThere ? undefined : w(`order.${end}`);
  const whyNotBefore = why(before !== undefined, "first");
  const whyNotAfter = why(after !== undefined, "last");
  const button = (label: string, whyNot: string | undefined, act: () => void) => (
    <ActButton why={whyNot} onPress={act}>
      {label}
    </ActButton>
  );
  return (
    <>
      <Group label={w("merge.label")}>
        {button(w("merge.before"), whyNotBefore, () => merge(before?.id ?? ""))}
        {button(w("merge.after"), whyNotAfter, () => merge(after?.id ?? ""))}
      </Group>
      <Group label={w("order.label")}>
        {button(w("order.earlier"), whyNotBefore, () => exchange(at - 1))}
        {button(w("order.later"), whyNotAfter, () => exchange(at + 1))}
      </Group>
    </>
  );
}

function Templates({ board, direction, isBusy, onEdit }: DeskToolsProps) {
  const w = useFrameWords();
  const count = board.panels.filter(({ frame }) => !frame.crosses).length;
  const frame = pageFrame({ number: board.number, direction });
  return (
    <Group label={w("template.label", { n: count })}>
      {templatesFor(count).map((template, index) => (
        <button
          key={template.id}
          type="button"
          className="button frames-template"
          disabled={isBusy}
          aria-label={w("template.one", { n: index + 1 })}
          onClick={() => onEdit({ kind: "template", template: template.id })}
        >
          <svg viewBox="0 0 1820 2570" aria-hidden="true">
            {templateFrames(template, frame, direction).map((box) => (
              <rect key={`${box.x}.${box.y}`} {...box} />
            ))}
          </svg>
        </button>
      ))}
    </Group>
  );
}
