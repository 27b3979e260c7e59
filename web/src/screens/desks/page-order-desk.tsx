// Puts the pages of a book in another order: by dragging, by arrow keys, or by buttons. Nothing is drawn for it.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import "../../styles/page-order.css";
import { type ClientPage, type ClientSession, viewsOf } from "../../documents.ts";
import { readDraft, writeDraft } from "../../drafts.ts";
import { useOutbox } from "../../outbox/use-outbox.ts";
import type { Change } from "../../use-change.ts";
import { usePictures, type Watched } from "../../use-session.ts";
import { useFrameWords } from "../../words/frame-words.ts";
import { EditCost, usePreview } from "../revise/edit-cost.tsx";
import { ActButton } from "./act-button.tsx";
import { isInPlace, movedTo, numbered, type Unit, unitsOf } from "./page-order.ts";

interface PageOrderProps {
  session: ClientSession;
  watched: Watched;
  change: Change;
  /** Pages have changes that are not saved, which would be of another page afterwards. */
  hasDrafts?: boolean;
}

const PATH = "/pages/order";

interface Kept {
  base: string;
  orders: number[][];
}

export default function PageOrderDesk({ session, watched, change, hasDrafts = false }: PageOrderProps) {
  const w = useFrameWords();
  const { sessionId, params, status } = session;
  const { pages, phases } = watched;
  const base = phases.plot?.hash ?? "";
  const draftName = `book.${sessionId}${PATH}`;
  const [kept, setKept] = useState<Kept | undefined>(() => asKept(readDraft(draftName)));
  const [said, setSaid] = useState("");
  const [carried, setCarried] = useState<{ number: number; over: number | undefined } | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  /** The button that keeps the focus when its page moves. */
  const focused = useRef<number | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const urls = usePictures(sessionId, { session, pages, phases: {} });
  const { waiting } = useOutbox(sessionId);
  const isSent = isAsking || waiting.some(({ content }) => content.kind === "other" && content.path === PATH);
  const isWorking = status === "running" || status === "queued";

  const all = numbered(pages);
  const plain = all.map(({ number }) => number);
  // An order of other pages than those of now cannot be applied.
  const isMoved = kept !== undefined && (kept.base !== base || kept.orders.at(-1)?.length !== plain.length);
  const order = isMoved ? plain : (kept?.orders.at(-1) ?? plain);
  const isChanged = kept !== undefined && !isMoved && !isInPlace(order);
  const cost = usePreview(
    sessionId,
    isChanged && !isSent && !isWorking ? JSON.stringify({ kind: "pages", order, base }) : undefined,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move.
  useEffect(() => {
    if (focused.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-page-order="${focused.current}"] button`)?.focus();
    focused.current = undefined;
  }, [kept]);

  const keep = (orders: number[][]) => {
    const next = orders.length === 0 ? undefined : { base, orders };
    writeDraft(draftName, next);
    setKept(next);
  };
  const move = (number: number, to: number) => {
    if (isSent) return;
    const next = movedTo(all, order, { number, to });
    if (next === undefined) return setSaid(w("pages.stays", { n: number }));
    keep([...(isMoved ? [] : (kept?.orders ?? [])), next]);
    setSaid(w("pages.at", { n: number, place: next.indexOf(number) + 1, all: next.length }));
  };
  const step = (unit: Unit, by: -1 | 1) => {
    const [first = 1] = unit.numbers;
    focused.current = first;
    move(first, by < 0 ? unit.place - 1 : unit.place + 1);
  };
  const press = (event: KeyboardEvent, unit: Unit) => {
    const later = params.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const earlier = params.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const [first = 1] = unit.numbers;
    if ([earlier, "ArrowUp"].includes(event.key)) step(unit, -1);
    else if ([later, "ArrowDown"].includes(event.key)) step(unit, 1);
    else if (event.key === "Home" || event.key === "End") {
      focused.current = first;
      move(first, event.key === "Home" ? 1 : order.length);
    } else return;
    event.preventDefault();
  };
  const carry = (event: PointerEvent) => {
    if (carried === undefined) return;
    const { clientX, clientY } = event;
    if (clientY < EDGE) window.scrollBy(0, -16);
    if (clientY > window.innerHeight - EDGE) window.scrollBy(0, 16);
    const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-page-order]");
    const over = under == null ? undefined : Number(under.dataset.pageOrder);
    setCarried({ ...carried, over });
  };
  const letGo = () => {
    setCarried(undefined);
    const target = units.find(({ numbers }) => carried?.over !== undefined && numbers.includes(carried.over));
    if (carried !== undefined && target !== undefined && carried.over !== carried.number) {
      move(carried.number, target.place);
    }
  };
  const apply = async () => {
    setAsking(true);
    const body = { order, base, ...(cost.preview && { previewed: cost.preview.hash }) };
    await change({ kind: "other", method: "POST", path: PATH, body }, () => keep([]));
    setAsking(false);
  };
  const units = unitsOf(all, order);
  const whyNotUndone = isChanged || isMoved ? undefined : w("edit.unchanged");
  const whyNotApplied =
    (isMoved ? w("pages.moved") : whyNotUndone) ??
    (hasDrafts ? w("pages.drafts") : isSent || base === "" ? w("edit.waits") : undefined);
  return (
    <section className="page-order" aria-label={w("pages.title")}>
      <div className="page-order-bar">
        <h2>{w("pages.title")}</h2>
        <p className="word-hint">{w("pages.help")}</p>
      </div>
      <div className="page-order-save">
        <p role="status">
          {isSent
            ? w(isWorking ? "edit.applied" : "edit.waits")
            : isMoved
              ? w("pages.moved")
              : w(isChanged ? "pages.changed" : "edit.unchanged")}{" "}
          {isChanged ? <EditCost cost={cost} isAlways /> : null}
        </p>
        <p role="status">{said}</p>
        {hasDrafts ? <p className="trouble">{w("pages.drafts")}</p> : null}
        <div className="row">
          <ActButton isMain why={whyNotApplied} onPress={() => void apply()}>
            {w("pages.apply")}
          </ActButton>
          <ActButton
            why={whyNotUndone}
            onPress={() => keep(isMoved ? [] : (kept?.orders.slice(0, -1) ?? []))}
          >
            {w("edit.undo")}
          </ActButton>
          <ActButton why={whyNotUndone} onPress={() => keep([])}>
            {w("edit.discard")}
          </ActButton>
        </div>
      </div>
      <ol ref={list} className="page-order-list" dir={params.direction}>
        {units.map((unit) => {
          const [first = 1, second] = unit.numbers;
          const label = second === undefined ? `${first}` : `${first}–${second}`;
          return (
            <li
              key={first}
              data-page-order={first}
              data-wide={second !== undefined || undefined}
              data-carried={carried?.number === first || undefined}
              data-over={(carried !== undefined && carried.over === first) || undefined}
            >
              <button
                type="button"
                className="page-order-page"
                aria-label={w("pages.page", { n: label, place: unit.place, all: order.length })}
                disabled={isSent}
                onKeyDown={(event) => press(event, unit)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setCarried({ number: first, over: undefined });
                }}
                onPointerMove={carry}
                onPointerUp={letGo}
                onPointerCancel={() => setCarried(undefined)}
              >
                {unit.numbers.map((number) => (
                  <Thumb key={number} page={pages.find((one) => one.number === number)} urls={urls} />
                ))}
              </button>
              <span className="page-order-foot">
                <button
                  type="button"
                  className="button button-small"
                  aria-label={w("pages.earlier", { n: label })}
                  disabled={isSent}
                  onClick={() => step(unit, -1)}
                >
                  {params.direction === "rtl" ? "→" : "←"}
                </button>
                <b>
                  {unit.place}
                  {unit.place === first ? null : <small>{w("pages.was", { n: label })}</small>}
                </b>
                <button
                  type="button"
                  className="button button-small"
                  aria-label={w("pages.later", { n: label })}
                  disabled={isSent}
                  onClick={() => step(unit, 1)}
                >
                  {params.direction === "rtl" ? "←" : "→"}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Distance from the window's edges, in pixels, at which dragging scrolls. */
const EDGE = 70;

function Thumb({ page, urls }: { page: ClientPage | undefined; urls: ReadonlyMap<string, string> }) {
  const shown = page === undefined ? [] : [...viewsOf(page), page.preview ?? ""];
  const url = shown.map((hash) => urls.get(hash)).find((one) => one !== undefined);
  return url === undefined ? (
    <i className="tone" />
  ) : (
    <img src={url} alt="" loading="lazy" draggable={false} />
  );
}

/** A draft of this browser, written by this version of the screen. */
function asKept(kept: unknown): Kept | undefined {
  const { base, orders } = (kept ?? {}) as Partial<Kept>;
  return typeof base === "string" && Array.isArray(orders) ? { base, orders } : undefined;
}
