// Editor at the storyboard's gate: a page's rough to select panels on, and the selected panel as a form. Each page is saved separately, so
// that several can be changed before the gate is answered.
import { lazy, Suspense, useEffect, useState } from "react";
import {
  type ClientPage,
  type ClientSession,
  charactersIn,
  type Panel,
  type Place,
  placesIn,
} from "../../documents.ts";
import { readDraft, reviewDraft, writeDraft } from "../../drafts.ts";
import { guessedIn, guessesFirst, nextGuess, type PanelPlace } from "../../guessed.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import { withTheirs } from "../../merge-edits.ts";
import { useOutbox } from "../../outbox/use-outbox.ts";
import { PageTabs } from "../../parts/page-tabs.tsx";
import { Loading, Trouble } from "../../parts/states.tsx";
import { useUnsaved } from "../../unsaved.ts";
import type { Change } from "../../use-change.ts";
import type { Watched } from "../../use-session.ts";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import { LivePage } from "../book/live-page.tsx";
import { DeskSwitch } from "../desks/desk-switch.tsx";
import { PanelSpots } from "../revise/panel-spots.tsx";
import type { PersonChoice } from "./acting-fields.tsx";
import { asBoardDrafts, type BoardDraft, rebased, useBoard } from "./board-draft.ts";
import { Conflicts } from "./conflicts.tsx";
import { fieldLabel } from "./editor-form.tsx";
import { GuessBar } from "./guess-bar.tsx";
import { BoardPanel } from "./storyboard-panel.tsx";
import { type SentChange, useSentChange } from "./use-sent-change.ts";

const PageDesk = lazy(() => importWithRetry(() => import("../desks/page-desk.tsx")));
const PageOrderDesk = lazy(() => importWithRetry(() => import("../desks/page-order-desk.tsx")));

const DESKS = ["frames", "order"] as const;

interface StoryboardEditorProps {
  session: ClientSession;
  watched: Watched;
  urls: ReadonlyMap<string, string>;
  change: Change;
  /** Reports whether there are unsaved changes. */
  onDraft: (isChanged: boolean) => void;
}

export function StoryboardEditor({ session, watched, urls, change, onDraft }: StoryboardEditorProps) {
  const { pages, phases } = watched;
  const f = useFieldWords();
  /** What is open in place of the page's fields: the page's frames, or the order of all pages. */
  const [desk, setDesk] = useState<"frames" | "order" | undefined>(undefined);
  /** Initially the first guessed panel of the book. */
  const [chosen, setChosen] = useState<PanelPlace | undefined>(undefined);
  const [isFirst, setFirst] = useState(true);
  /** Drafts by page, so that switching pages and coming back later keep them. */
  const draftName = reviewDraft(session.sessionId, "storyboard");
  const [drafts, setDrafts] = useState(
    () => asBoardDrafts(readDraft(draftName)) ?? new Map<number, BoardDraft>(),
  );
  useEffect(() => {
    writeDraft(draftName, drafts.size === 0 ? undefined : [...drafts]);
    onDraft(drafts.size > 0);
    return () => onDraft(false);
  }, [draftName, drafts, onDraft]);
  useUnsaved(drafts.size > 0);
  if (chosen === undefined && pages.length > 0) setChosen(nextGuess(pages) ?? FIRST);
  const at = chosen ?? FIRST;
  const page = pages.find((one) => one.number === at.page) ?? pages[0];
  const before = pages.find((one) => one.number === (page?.number ?? 1) - 1);
  const cast = charactersIn(phases.characters?.output);
  if (page === undefined) return null;
  return (
    <div className="gate-editor">
      <GuessBar {...{ pages, at, isFirst }} onFirst={setFirst} onChoose={setChosen} />
      <PageTabs
        pages={isFirst ? guessesFirst(pages) : pages}
        at={page.number}
        isBusy={() => false}
        markOf={(one) => (guessedIn(one) > 0 ? f("guess.page", { n: one.number }) : undefined)}
        onChoose={(number) =>
          setChosen({ page: number, panel: firstOf(pages.find((one) => one.number === number)) })
        }
        isChanged={(one) => drafts.has(one.number)}
      />
      <DeskSwitch {...{ desk, pages }} desks={DESKS} onOpen={setDesk} />
      {desk === "order" ? (
        <Suspense fallback={<Loading />}>
          <PageOrderDesk {...{ session, watched, change }} hasDrafts={drafts.size > 0} />
        </Suspense>
      ) : desk === "frames" ? (
        <Suspense fallback={<Loading />}>
          <PageDesk key={page.number} {...{ session, page, urls, change }} />
        </Suspense>
      ) : (
        <PageBoard
          key={page.number}
          {...{ session, page, before, urls, change }}
          chosen={at.panel}
          onChoose={(panel) => setChosen({ page: page.number, panel })}
          draft={drafts.get(page.number)}
          onDraft={(draft) =>
            setDrafts((earlier) => {
              const others = [...earlier].filter(([one]) => one !== page.number);
              return new Map(draft === undefined ? others : [...others, [page.number, draft]]);
            })
          }
          cast={cast.map(({ id, name, outfits }) => ({ id, name, outfits }))}
          places={placesIn(phases.plot?.output)}
        />
      )}
    </div>
  );
}

const FIRST: PanelPlace = { page: 1, panel: "k1" };

/** The panel to select first on a page: a guessed one, else the first in reading order. */
const firstOf = (page: ClientPage | undefined): string =>
  (page && nextGuess([page])?.panel) ?? page?.panels[0]?.id ?? "k1";

interface PageBoardProps {
  session: ClientSession;
  page: ClientPage;
  before: ClientPage | undefined;
  urls: ReadonlyMap<string, string>;
  cast: readonly PersonChoice[];
  places: readonly Place[];
  change: Change;
  /** Id of the selected panel. */
  chosen: string;
  onChoose: (panel: string) => void;
  draft: BoardDraft | undefined;
  onDraft: (draft: BoardDraft | undefined) => void;
}

function PageBoard(props: PageBoardProps) {
  const { session, page, before, urls, cast, places, change, chosen, onChoose, draft, onDraft } = props;
  const { t } = useWords();
  const f = useFieldWords();
  const { board, error } = useBoard(session.sessionId, page);
  const [isSaved, setSaved] = useState(false);
  const { waiting } = useOutbox(session.sessionId);
  /** The saved edit that waits in the outbox. */
  const ahead = waiting.findLast(({ content }) => content.kind === "board" && content.page === page.number);
  const { version } = session;
  const [put, setPut] = useSentChange<SentChange & { panels: readonly Panel[] }>({ page, board, version });
  const sent = ahead?.content.kind === "board" ? ahead.content.panels : put?.panels;
  const panels = draft?.panels ?? sent ?? board?.panels ?? [];
  /** Another client changed the storyboard: the draft is rebased on it as soon as it is loaded. */
  const isMoved = draft !== undefined && draft.of !== page.storyboard && ahead === undefined;
  useEffect(() => {
    if (isMoved && board !== undefined && board.hash === page.storyboard) onDraft(rebased(draft, board));
  });
  const at = Math.max(
    0,
    panels.findIndex(({ id }) => id === chosen),
  );
  const panel = panels[at];
  const edit = (next: Panel[]) => {
    if (board === undefined) return;
    setSaved(false);
    const begun = { of: board.hash, from: board.panels, conflicts: [], isRebased: false };
    onDraft({ ...(draft ?? begun), panels: next });
  };
  /** Swaps the contents of two panels; the frames stay. */
  const exchange = (with_: number) => {
    const [one, two] = [panels[at], panels[with_]];
    if (one === undefined || two === undefined) return;
    const next = panels.with(at, { ...two, id: one.id, frame: one.frame, weight: one.weight });
    edit(next.with(with_, { ...one, id: two.id, frame: two.frame, weight: two.weight }));
    onChoose(two.id);
  };
  const save = async () => {
    if (draft === undefined) return;
    const { of: base, from, panels } = draft;
    const isTaken = await change({ kind: "board", page: page.number, base, from, panels }, () => {
      onDraft(undefined);
      setPut({ base, panels, version });
    });
    setSaved(isTaken);
    if (!isTaken) setPut(undefined);
  };
  const labelOf = (path: string) => {
    const [id = "", , ...rest] = path.split(".");
    const n = panels.findIndex((one) => one.id === id) + 1;
    const what = fieldLabel(rest.join("."), {
      names: new Map(cast.map((one) => [one.id, one.name])),
      fields: {
        shot: t("board.shot"),
        angle: t("board.angle"),
        action: t("board.action"),
        ...{ doing: f("field.doing"), feeling: f("field.feeling"), posture: f("field.posture") },
        ...{ gaze: f("field.gaze"), hands: f("field.hands"), where: f("field.where") },
        ...{ things: f("field.things"), ground: f("field.ground"), light: f("field.light") },
        ...{ effects: f("field.effects"), place: f("field.place"), hour: f("field.hour") },
        ...{ weather: f("field.weather"), season: f("field.season"), mood: f("field.mood") },
        texts: t("board.lines"),
        figures: t("board.cast"),
      },
    });
    return [t("board.panel", { n }), what].filter(Boolean).join(" · ");
  };
  return (
    <div className="board">
      <div className="board-sheet">
        <LivePage {...{ page, before, urls, cast }} language={session.params.language}>
          <PanelSpots
            panels={page.panels}
            chosen={panel?.id}
            guessLabel={(n) => f("guess.panel", { n })}
            onChoose={onChoose}
          />
        </LivePage>
      </div>
      <form
        className="board-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Trouble error={error} />
        {panel === undefined && error === undefined ? <Loading /> : null}
        {panel === undefined ? null : (
          <>
            <div className="board-head">
              <h3 className="display">{t("board.panel", { n: at + 1 })}</h3>
              <fieldset className="row" aria-label={t("board.order")}>
                <button
                  type="button"
                  className="button button-small"
                  disabled={at === 0}
                  onClick={() => exchange(at - 1)}
                >
                  {t("board.earlier")}
                </button>
                <button
                  type="button"
                  className="button button-small"
                  disabled={at === panels.length - 1}
                  onClick={() => exchange(at + 1)}
                >
                  {t("board.later")}
                </button>
              </fieldset>
            </div>
            <BoardPanel
              key={panel.id}
              panel={panel}
              cast={cast}
              places={places}
              onEdit={(next) => edit(panels.with(at, next))}
            />
            {draft === undefined ? null : (
              <Conflicts
                draft={{
                  ...draft,
                  choose: (conflict, side) =>
                    onDraft({
                      ...draft,
                      panels: side === "theirs" ? withTheirs(draft.panels, conflict) : draft.panels,
                      conflicts: draft.conflicts.filter((one) => one !== conflict),
                    }),
                }}
                {...{ labelOf }}
                language={session.params.language}
              />
            )}
            <div className="board-save" data-changed={draft !== undefined || undefined}>
              <p role="status">
                {isMoved
                  ? t("board.moved")
                  : draft !== undefined
                    ? t("board.changed")
                    : ahead !== undefined
                      ? t("board.waits")
                      : isSaved
                        ? t("gate.saved")
                        : ""}
              </p>
              <button
                type="submit"
                className="button button-ink"
                disabled={draft === undefined || isMoved || draft.conflicts.length > 0}
              >
                {t("gate.savePage")}
              </button>
              {draft === undefined ? null : (
                <button type="button" className="button" onClick={() => onDraft(undefined)}>
                  {t("board.undo")}
                </button>
              )}
            </div>
          </>
        )}
      </form>
    </div>
  );
}
