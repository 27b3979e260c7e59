// The storyboard at its review: a page's rough to point at, and the panel that is chosen as a form. Each page is saved by itself,
// so that several can be changed before the work goes on.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { Cast, ClientPage, ClientSession, Panel, StoryboardPage } from "../documents.ts";
import { PageTabs } from "../parts/page-tabs.tsx";
import { Loading, Trouble } from "../parts/states.tsx";
import type { Change } from "../use-change.ts";
import { useOnline } from "../use-online.ts";
import type { Watched } from "../use-session.ts";
import { useWords } from "../words/words.tsx";
import { LivePage } from "./live-page.tsx";
import { PanelSpots } from "./panel-spots.tsx";
import { BoardPanel } from "./storyboard-panel.tsx";

interface StoryboardEditorProps {
  session: ClientSession;
  watched: Watched;
  urls: ReadonlyMap<string, string>;
  change: Change;
  /** Whether something was changed that is not saved yet. */
  onDraft: (isChanged: boolean) => void;
}

/** A page's panels as they were changed, and the storyboard that they were changed from. */
interface Draft {
  of: string | undefined;
  panels: Panel[];
}

export function StoryboardEditor({ session, watched, urls, change, onDraft }: StoryboardEditorProps) {
  const { pages, phases } = watched;
  const [number, setNumber] = useState(1);
  /** By page: whoever looks at another one finds theirs as they left it. */
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  useEffect(() => {
    onDraft(drafts.size > 0);
    return () => onDraft(false);
  }, [drafts, onDraft]);
  const page = pages.find((one) => one.number === number) ?? pages[0];
  const before = pages.find((one) => one.number === (page?.number ?? 1) - 1);
  const cast = (phases.characters?.output as Cast | undefined)?.characters ?? [];
  if (page === undefined) return null;
  return (
    <div className="gate-editor">
      <PageTabs
        pages={pages}
        at={page.number}
        isBusy={() => false}
        onChoose={setNumber}
        isChanged={(one) => drafts.has(one.number)}
      />
      <PageBoard
        key={page.number}
        {...{ session, page, before, urls, change }}
        draft={drafts.get(page.number)}
        onDraft={(draft) =>
          setDrafts((earlier) => {
            const others = [...earlier].filter(([one]) => one !== page.number);
            return new Map(draft === undefined ? others : [...others, [page.number, draft]]);
          })
        }
        cast={cast.map(({ id, name }) => ({ id, name }))}
      />
    </div>
  );
}

type Board = Omit<StoryboardPage, "preview">;

interface PageBoardProps {
  session: ClientSession;
  page: ClientPage;
  before: ClientPage | undefined;
  urls: ReadonlyMap<string, string>;
  cast: readonly { id: string; name: string }[];
  change: Change;
  draft: Draft | undefined;
  onDraft: (draft: Draft | undefined) => void;
}

function PageBoard({ session, page, before, urls, cast, change, draft, onDraft }: PageBoardProps) {
  const { t } = useWords();
  const { board, error } = useBoard(session.sessionId, page);
  const [chosen, setChosen] = useState("k1");
  const [isSaved, setSaved] = useState(false);
  const panels = draft?.panels ?? board?.panels ?? [];
  /** Changed elsewhere since: saving would put this one in its place. */
  const isMoved = draft !== undefined && draft.of !== page.storyboard;
  const at = Math.max(
    0,
    panels.findIndex(({ id }) => id === chosen),
  );
  const panel = panels[at];
  const edit = (next: Panel[]) => {
    setSaved(false);
    onDraft({ of: draft?.of ?? page.storyboard, panels: next });
  };
  /** What two panels tell changes places; the frames stay where they are. */
  const exchange = (with_: number) => {
    const [one, two] = [panels[at], panels[with_]];
    if (one === undefined || two === undefined) return;
    const next = panels.with(at, { ...two, id: one.id, frame: one.frame, weight: one.weight });
    edit(next.with(with_, { ...one, id: two.id, frame: two.frame, weight: two.weight }));
    setChosen(two.id);
  };
  const save = async () => {
    if (!(await change("PATCH", `/pages/${page.number}/storyboard`, { panels: draft?.panels }))) return;
    onDraft(undefined);
    setSaved(true);
  };
  return (
    <div className="board">
      <div className="board-sheet">
        <LivePage {...{ page, before, urls, cast }} language={session.params.language}>
          <PanelSpots panels={page.panels} chosen={panel?.id} onChoose={setChosen} />
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
              onEdit={(next) => edit(panels.with(at, next))}
            />
            <div className="board-save" data-changed={draft !== undefined || undefined}>
              <p role="status">
                {isMoved
                  ? t("board.moved")
                  : draft !== undefined
                    ? t("board.changed")
                    : isSaved
                      ? t("gate.saved")
                      : ""}
              </p>
              <button type="submit" className="button button-ink" disabled={draft === undefined || isMoved}>
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

function useBoard(sessionId: string, { number, storyboard }: ClientPage) {
  const [board, setBoard] = useState<Board | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const isOnline = useOnline();
  useEffect(() => {
    if (storyboard === undefined || !isOnline) return;
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/pages/${number}/storyboard`;
    ask<Board>("GET", path, { signal: stop.signal }).then(
      (found) => {
        setBoard(found);
        setError(undefined);
      },
      (failed: unknown) => {
        if (!stop.signal.aborted) setError(failed);
      },
    );
    return () => stop.abort();
  }, [sessionId, number, storyboard, isOnline]);
  return { board, error };
}
