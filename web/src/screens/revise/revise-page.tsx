// Editor of a page: its panels and, over them, its balloons from the stored outlines, to be selected, dragged and edited.
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { ClientPage, ClientSession, LetteredText, Version } from "../../documents.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import { Loading } from "../../parts/states.tsx";
import type { Change } from "../../use-change.ts";
import type { Watched } from "../../use-session.ts";
import { useWords } from "../../words/words.tsx";
import { CarriedArt, isMadeAnew, PageSoFar, PanelArt, Pen } from "../book/live-page.tsx";
import { useLettering } from "../desks/use-lettering.ts";
import { BalloonLayer, type Moved, middleOf, STEP } from "./balloon-layer.tsx";
import { LineForm } from "./revise-line.tsx";
import { PanelForm } from "./revise-panel.tsx";

/** A balloon that is being moved, or that was put in another place. */
interface Way {
  moved: Moved;
  /** The text where it is moved from. */
  from: LetteredText;
  /** The texts among which it was put down. Other texts show its new place. */
  putIn?: readonly LetteredText[] | undefined;
}

/** Whether the texts do not show the balloon's new place yet. Another text that changes meanwhile ends no drag. */
function isStill({ moved: { id }, from, putIn }: Way, texts: readonly LetteredText[] = []): boolean {
  if (putIn !== undefined) return putIn === texts;
  const { x, y } = texts.find((one) => one.id === id)?.box ?? {};
  return x === from.box.x && y === from.box.y;
}

const PictureDesk = lazy(() => importWithRetry(() => import("../desks/picture-desk.tsx")));

interface PageChangesProps {
  session: ClientSession;
  phases: Watched["phases"];
  page: ClientPage;
  pages: readonly ClientPage[];
  urls: ReadonlyMap<string, string>;
  versions: readonly Version[];
  change: Change;
  /** Reports the selected panel, directly or through one of its balloons. */
  onPanel?: (panel: string | undefined) => void;
  /** Whether the user may have panels drawn. */
  mayDraw?: boolean;
  /** Content beside the page, below the selection's. */
  children?: ReactNode;
}

export function PageChanges(props: PageChangesProps) {
  const { session, phases, page, pages, urls, versions, change, onPanel, mayDraw = true, children } = props;
  const { t } = useWords();
  const { sessionId, params } = session;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  /** The picture desk is open, in place of the page. */
  const [isDesk, setDesk] = useState(false);
  /** The picture desk was just closed: its button gets the focus. */
  const [isBack, setBack] = useState(false);
  const lettering = useLettering(session, page);
  const texts = lettering?.texts;
  const [way, setWay] = useState<Way | undefined>(undefined);
  const moved = way !== undefined && isStill(way, texts) ? way.moved : undefined;
  const setMoved = (next: Moved | undefined) => {
    const from = texts?.find(({ id }) => id === next?.id);
    setWay(next && from && { moved: next, from });
  };
  const put = async (one: LetteredText, to: Moved) => {
    if (to.dx === 0 && to.dy === 0) return;
    setWay({ moved: to, from: one, putIn: texts });
    const was = { position: [middleOf(one, { id: one.id, dx: 0, dy: 0 })] };
    // If refused, the balloon returns to its place.
    const content = { page: page.number, id: one.id, position: middleOf(one, to), was };
    if (!(await change({ kind: "texts", texts: [content] }))) setMoved(undefined);
  };
  const text = texts?.find(({ id }) => id === chosen);
  const panel = page.panels.find(({ id }) => id === chosen);
  const looksAt = chosen?.split("/")[0];
  useEffect(() => onPanel?.(looksAt), [onPanel, looksAt]);
  const before = pages.find(({ number }) => number === page.number - 1);
  const art = useArt(page, urls);
  /** Whether the page is shown from separate panels and balloons, instead of its composed picture. */
  const isBare = texts !== undefined && page.panels.every(({ id }) => art.has(id));
  const isBusy = ({ state, image }: ClientPage["panels"][number]) =>
    state !== "done" || !urls.has(image ?? "");
  if (isDesk && panel !== undefined) {
    return (
      <Suspense fallback={<Loading />}>
        <PictureDesk
          {...{ session, phases, page, panel, urls, versions, change }}
          url={art.get(panel.id)}
          isBusy={isBusy(panel)}
          onClose={() => {
            setDesk(false);
            setBack(true);
          }}
        />
        {children}
      </Suspense>
    );
  }
  const isMadeNow = isBare
    ? page.state === "lettering" && lettering?.isPreview !== true
    : isMadeAnew(page, urls);
  return (
    <div className="revise-page">
      <div className="revise-sheet">
        <div
          className="sheet"
          data-page={page.number}
          data-busy={isMadeNow || undefined}
          lang={params.language}
        >
          {isBare ? (
            <>
              <CarriedArt page={page} before={before} urls={urls} />
              {page.panels.map(({ id, frame, image, state, progress }) => {
                const url = art.get(id);
                if (frame === undefined || url === undefined) return null;
                const alt = t("watch.panelAlt", { n: id.slice(1), page: page.number });
                return (
                  <Fragment key={id}>
                    <PanelArt frame={frame} url={url} alt={alt} />
                    {state === "done" && urls.has(image ?? "") ? null : (
                      <Pen {...{ frame, alt }} reached={progress} />
                    )}
                  </Fragment>
                );
              })}
            </>
          ) : (
            <PageSoFar page={page} before={before} urls={urls} />
          )}
          {/* The same one from the first moment on: whoever has come to one of its panels stays there when balloons come. */}
          <BalloonLayer
            panels={page.panels}
            texts={isBare ? texts : []}
            chosen={chosen}
            onChoose={(id) => {
              setBack(false);
              setChosen(id);
            }}
            moved={moved}
            onMove={setMoved}
            onPut={put}
          />
        </div>
      </div>
      <div className="revise-side">
        {text !== undefined ? (
          <>
            <LineForm
              key={text.id}
              sessionId={sessionId}
              page={page.number}
              text={text}
              language={params.language}
              change={change}
            />
            {text.kind === "sound" ? null : (
              <PlaceForm text={text} moved={moved} onMove={setMoved} onPut={put} />
            )}
          </>
        ) : panel !== undefined && !mayDraw ? (
          <p>{t("revise.noDrawing")}</p>
        ) : panel !== undefined ? (
          <PanelForm
            key={panel.id}
            session={session}
            page={page}
            pages={pages}
            panel={panel}
            url={art.get(panel.id)}
            isBusy={isBusy(panel)}
            versions={versions}
            change={change}
            isBack={isBack}
            onDesk={() => setDesk(true)}
          />
        ) : (
          <>
            <p>{t(texts === undefined ? "board.pick" : "revise.pick")}</p>
            {texts === undefined ? null : (
              <LineList texts={texts} language={params.language} onChoose={setChosen} />
            )}
          </>
        )}
        {chosen !== undefined && texts !== undefined ? (
          <button type="button" className="button button-small" onClick={() => setChosen(undefined)}>
            {t("revise.allLines")}
          </button>
        ) : null}
        {children}
      </div>
    </div>
  );
}

interface LineListProps {
  texts: readonly LetteredText[];
  language: string;
  onChoose: (id: string) => void;
}

/** List of lines for users who do not point at the page. */
function LineList({ texts, language, onChoose }: LineListProps) {
  const { t } = useWords();
  return (
    <>
      <p className="soft">{t("revise.drag")}</p>
      <ul className="line-list" aria-label={t("revise.lines")}>
        {texts.map(({ id, kind, text }) => (
          <li key={id}>
            <button type="button" className={`line-${kind}`} lang={language} onClick={() => onChoose(id)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const NUDGES = [
  ["left", "←", -1, 0],
  ["up", "↑", 0, -1],
  ["down", "↓", 0, 1],
  ["right", "→", 1, 0],
] as const;

interface PlaceFormProps {
  text: LetteredText;
  moved: Moved | undefined;
  onMove: (moved: Moved | undefined) => void;
  onPut: (text: LetteredText, moved: Moved) => void;
}

/** Buttons that move a balloon, as an alternative to dragging. */
function PlaceForm({ text, moved, onMove, onPut }: PlaceFormProps) {
  const { t } = useWords();
  const { dx, dy } = moved?.id === text.id ? moved : { dx: 0, dy: 0 };
  const isPut = dx === 0 && dy === 0;
  return (
    <fieldset className="place">
      <legend>{t("revise.place")}</legend>
      <div className="row">
        {NUDGES.map(([way, arrow, x, y]) => (
          <button
            key={way}
            type="button"
            className="button nudge"
            aria-label={t(`revise.place.${way}`)}
            onClick={() => onMove({ id: text.id, dx: dx + x * STEP, dy: dy + y * STEP })}
          >
            <span aria-hidden="true">{arrow}</span>
          </button>
        ))}
        <button
          type="button"
          className="button button-ink"
          disabled={isPut}
          onClick={() => onPut(text, { id: text.id, dx, dy })}
        >
          {t("revise.put")}
        </button>
        {isPut ? null : (
          <button type="button" className="button" onClick={() => onMove(undefined)}>
            {t("board.undo")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** The newest loaded picture of each panel: the earlier one stays until the next has a URL. */
export function useArt(
  { panels }: ClientPage,
  urls: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const [art, setArt] = useState<ReadonlyMap<string, string>>(new Map());
  const newer = panels.flatMap(({ id, image }) => {
    const url = urls.get(image ?? "");
    return url === undefined || art.get(id) === url ? [] : [[id, url] as const];
  });
  if (newer.length > 0) setArt(new Map([...art, ...newer]));
  return art;
}
