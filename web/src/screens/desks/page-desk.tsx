// The page desk (コマ割り): the frames of a page are moved, tilted, cut, merged, bled, laid out and put in another order. Nothing is drawn for
// it; pictures that no longer fit are marked with their price.
import { type CSSProperties, useEffect, useState } from "react";
import "../../styles/frames.css";
import type { ClientPage, ClientSession } from "../../documents.ts";
import { Loading, Trouble } from "../../parts/states.tsx";
import type { Change } from "../../use-change.ts";
import { useFrameWords } from "../../words/frame-words.ts";
import { EditCost, usePreview } from "../revise/edit-cost.tsx";
import { useArt } from "../revise/revise-page.tsx";
import { ActButton, DeskActs } from "./act-button.tsx";
import { DeskMarks } from "./desk-marks.tsx";
import { DeskSheet } from "./desk-sheet.tsx";
import { DeskTools } from "./desk-tools.tsx";
import { useDesk } from "./use-desk.ts";

interface PageDeskProps {
  session: ClientSession;
  page: ClientPage;
  urls: ReadonlyMap<string, string>;
  change: Change;
}

const ZOOMS = [1, 1.5, 2, 3];

export default function PageDesk({ session, page, urls, change }: PageDeskProps) {
  const w = useFrameWords();
  const { sessionId } = session;
  const desk = useDesk(session, page, change);
  const { board, edits, isSent, fault } = desk;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [isKnife, setKnife] = useState(false);
  const [zoom, setZoom] = useState(1);
  const art = useArt(page, urls);
  const isWorking = session.status === "running" || session.status === "queued";
  const isChanged = edits.length > 0;
  const cost = usePreview(
    sessionId,
    isChanged && !isSent && !isWorking
      ? JSON.stringify({ kind: "frames", page: page.number, edits, base: desk.base })
      : undefined,
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !isChanged) return;
      if (event.key.toLowerCase() !== "z" || event.shiftKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
      // The step of the desk, before the whole change of the book.
      event.preventDefault();
      event.stopImmediatePropagation();
      desk.undo();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  });
  return (
    <section className="frames-desk" aria-label={w("desk.title", { n: page.number })}>
      <div className="frames-bar">
        <h2>{w("desk.title", { n: page.number })}</h2>
        <fieldset className="row" aria-label={w("tool.label")}>
          {[false, true].map((one) => (
            <button
              key={String(one)}
              type="button"
              className="button button-small"
              aria-pressed={isKnife === one}
              onClick={() => setKnife(one)}
            >
              {w(one ? "tool.knife" : "tool.select")}
            </button>
          ))}
        </fieldset>
        <fieldset className="row" aria-label={w("zoom.label")}>
          <ActButton
            label={w("zoom.out")}
            why={zoom === ZOOMS[0] ? w("zoom.least") : undefined}
            onPress={() => setZoom(ZOOMS[ZOOMS.indexOf(zoom) - 1] ?? 1)}
          >
            −
          </ActButton>
          <button
            type="button"
            className="button button-small"
            aria-pressed={zoom === 1}
            onClick={() => setZoom(1)}
          >
            {w("zoom.fit")}
          </button>
          <ActButton
            label={w("zoom.in")}
            why={zoom === ZOOMS.at(-1) ? w("zoom.most") : undefined}
            onPress={() => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + 1] ?? 3)}
          >
            ＋
          </ActButton>
        </fieldset>
      </div>
      <Trouble error={desk.error} />
      {board === undefined ? (
        <Loading />
      ) : (
        <div className="frames-body">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
          <section className="frames-view" aria-label={w("desk.page")} tabIndex={0}>
            <div style={{ "--zoom": zoom } as CSSProperties}>
              <DeskSheet
                {...{ board, art, chosen, isKnife }}
                direction={desk.direction}
                isBusy={isSent}
                onChoose={setChosen}
                onEdit={desk.edit}
              />
            </div>
          </section>
          <div className="frames-side">
            <p className="word-hint">{w(isKnife ? "tool.knifeHint" : "desk.help")}</p>
            <p className="trouble" role="alert">
              {fault === undefined ? "" : w(`fault.${fault}`)}
            </p>
            <div className="frames-save">
              <p role="status">
                {isSent
                  ? w(isWorking ? "edit.applied" : "edit.waits")
                  : isChanged
                    ? w("edit.changed", { n: edits.length })
                    : w("edit.unchanged")}{" "}
                {isChanged ? <EditCost cost={cost} isAlways /> : null}
              </p>
              <DeskActs
                {...{ w, isChanged }}
                canRedo={desk.canRedo}
                why={isSent ? w("edit.waits") : fault === "moved" ? w("fault.moved") : undefined}
                onApply={() => void desk.apply(cost.preview?.hash)}
                onUndo={desk.undo}
                onRedo={desk.redo}
                onDiscard={desk.discard}
              />
            </div>
            <DeskMarks {...{ sessionId, board, isChanged, change }} isBusy={isSent || isWorking} />
            <DeskTools
              {...{ board, chosen }}
              direction={desk.direction}
              isBusy={isSent}
              onChoose={setChosen}
              onEdit={desk.edit}
            />
          </div>
        </div>
      )}
    </section>
  );
}
