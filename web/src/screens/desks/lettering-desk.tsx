// The lettering desk (写植): balloons and sounds of a page are moved, shaped, turned, scaled and set in other type, added, joined and deleted.
// What is not applied yet is shown as the service would letter it; no picture is drawn.
import { useEffect, useState } from "react";
import "../../styles/lettering.css";
import type { Character, ClientPage, ClientSession } from "../../documents.ts";
import { useMembership } from "../../members.ts";
import { Loading, Trouble } from "../../parts/states.tsx";
import type { Change } from "../../use-change.ts";
import { useLetterWords } from "../../words/letter-words.ts";
import { useArt } from "../revise/revise-page.tsx";
import { DeskActs } from "./act-button.tsx";
import { LetteringSheet } from "./lettering-desk-sheet.tsx";
import { LetteringTools } from "./lettering-desk-tools.tsx";
import { useLetteringDesk } from "./use-lettering-desk.ts";

const NO_FONTS: readonly [] = [];

interface LetteringDeskProps {
  session: ClientSession;
  page: ClientPage;
  people: readonly Character[];
  urls: ReadonlyMap<string, string>;
  change: Change;
}

export default function LetteringDesk({ session, page, people, urls, change }: LetteringDeskProps) {
  const w = useLetterWords();
  const { role } = useMembership(session);
  const desk = useLetteringDesk(session, page, change);
  const { board, texts, edits, isSent, fault } = desk;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const art = useArt(page, urls);
  const isWorking = session.status === "running" || session.status === "queued";
  const isChanged = edits.length > 0;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
      const isRedo = key === "y" || event.shiftKey;
      if (isRedo ? !desk.canRedo : !isChanged) return;
      // The step of the desk, before the whole change of the book.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isRedo) desk.redo();
      else desk.undo();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  });
  return (
    <section className="letter-desk" aria-label={w("desk.title", { n: page.number })}>
      <h2>{w("desk.title", { n: page.number })}</h2>
      <Trouble error={desk.error} />
      {board === undefined ? (
        <Loading />
      ) : (
        <div className="letter-body">
          <div className="letter-view">
            <LetteringSheet
              {...{ board, texts, art, chosen }}
              isBusy={isSent}
              onChoose={setChosen}
              onText={(text, fields) => desk.edit({ kind: "text", text, change: fields })}
              onSound={(sound, fields) => desk.edit({ kind: "sound", sound, change: fields })}
              onDelete={(text) => desk.edit({ kind: "delete", text })}
            />
          </div>
          <div className="letter-side">
            <p className="word-hint">{w("desk.help")}</p>
            <p className="trouble" role="alert">
              {fault === undefined ? "" : w(`fault.${fault}`)}
            </p>
            <div className="letter-save">
              <p role="status">
                {isSent
                  ? w(isWorking ? "edit.applied" : "edit.waits")
                  : isChanged
                    ? w("edit.changed", { n: edits.length })
                    : w("edit.unchanged")}
              </p>
              <DeskActs
                {...{ w, isChanged }}
                canRedo={desk.canRedo}
                why={isSent ? w("edit.waits") : fault === "moved" ? w("fault.moved") : undefined}
                onApply={() => void desk.apply()}
                onUndo={desk.undo}
                onRedo={desk.redo}
                onDiscard={desk.discard}
              />
            </div>
            <LetteringTools
              {...{ board, texts, chosen }}
              sessionId={session.sessionId}
              fonts={session.params.fonts ?? NO_FONTS}
              styles={desk.styles}
              people={people}
              language={session.params.language}
              isOwner={role === "owner"}
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
