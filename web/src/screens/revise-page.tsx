// A page to change: its panels and, over them, its balloons from the stored outlines, to be chosen, dragged and retyped.
import { Fragment, useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { ClientPage, ClientSession, LetteredText, Version } from "../documents.ts";
import type { Change } from "../use-change.ts";
import { useWords } from "../words/words.tsx";
import { BalloonLayer } from "./balloon-layer.tsx";
import { CarriedArt, LivePage, PanelArt, Pen } from "./live-page.tsx";
import { PanelSpots } from "./panel-spots.tsx";
import { PanelForm } from "./revise-panel.tsx";

interface PageChangesProps {
  session: ClientSession;
  page: ClientPage;
  pages: readonly ClientPage[];
  urls: ReadonlyMap<string, string>;
  versions: readonly Version[];
  change: Change;
}

export function PageChanges({ session, page, pages, urls, versions, change }: PageChangesProps) {
  const { t } = useWords();
  const { sessionId, params } = session;
  const texts = useLettering(sessionId, page);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const text = texts?.find(({ id }) => id === chosen);
  const panel = page.panels.find(({ id }) => id === chosen);
  const place = (id: string) => `/pages/${page.number}/balloons/${id.replace("/", ".")}`;
  const before = pages.find(({ number }) => number === page.number - 1);
  const isBare = page.panels.every(({ image }) => urls.has(image ?? ""));
  return (
    <div className="revise-page">
      <div className="revise-sheet">
        {texts === undefined || !isBare ? (
          <LivePage page={page} before={before} urls={urls} language={params.language}>
            <PanelSpots panels={page.panels} chosen={chosen} onChoose={setChosen} />
          </LivePage>
        ) : (
          <div
            className="sheet"
            data-page={page.number}
            data-busy={page.state === "lettering" || undefined}
            lang={params.language}
          >
            <CarriedArt page={page} before={before} urls={urls} />
            {page.panels.map(({ id, frame, image, state }) => {
              const url = urls.get(image ?? "");
              if (frame === undefined || url === undefined) return null;
              const alt = t("watch.panelAlt", { n: id.slice(1), page: page.number });
              return (
                <Fragment key={id}>
                  <PanelArt frame={frame} url={url} alt={alt} />
                  {state === "done" ? null : <Pen frame={frame} />}
                </Fragment>
              );
            })}
            <BalloonLayer
              key={page.lettering}
              panels={page.panels}
              texts={texts}
              chosen={chosen}
              onChoose={setChosen}
              onMove={(id, middle) => change("PATCH", place(id), { position: middle })}
            />
          </div>
        )}
      </div>
      <div className="revise-side">
        {text !== undefined ? (
          <LineForm
            key={text.id}
            text={text}
            onSave={(words) => change("PATCH", place(text.id), { text: words })}
          />
        ) : panel !== undefined ? (
          <PanelForm
            key={panel.id}
            sessionId={sessionId}
            page={page}
            pages={pages}
            panel={panel}
            url={urls.get(panel.image ?? "")}
            versions={versions}
            change={change}
          />
        ) : (
          <>
            <p>{t(texts === undefined ? "board.pick" : "revise.pick")}</p>
            {texts === undefined ? null : <p className="soft">{t("revise.drag")}</p>}
          </>
        )}
      </div>
    </div>
  );
}

function useLettering(sessionId: string, { number, lettering }: ClientPage): LetteredText[] | undefined {
  const [texts, setTexts] = useState<LetteredText[] | undefined>(undefined);
  useEffect(() => {
    if (lettering === undefined) return;
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/pages/${number}/lettering`;
    ask<{ texts: LetteredText[] }>("GET", path, { signal: stop.signal }).then(
      (page) => setTexts(page.texts),
      // Lettered anew in this moment: the next snapshot asks again.
      () => setTexts((before) => before),
    );
    return () => stop.abort();
  }, [sessionId, number, lettering]);
  return texts;
}

function LineForm({ text, onSave }: { text: LetteredText; onSave: (words: string) => void }) {
  const { t } = useWords();
  const [words, setWords] = useState(text.text);
  /** The line as it was when its words were taken over into the field. */
  const [base, setBase] = useState(text.text);
  const isMoved = base !== text.text && words !== text.text;
  // Changed elsewhere while nothing was typed here, or just saved: the field follows.
  if (base !== text.text && (words === base || words === text.text)) {
    setBase(text.text);
    setWords(text.text);
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(words);
      }}
    >
      <label className="field">
        <span>{t("revise.line")}</span>
        <textarea rows={3} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <p role="status" className="moved">
        {isMoved ? t("revise.lineMoved", { text: text.text }) : null}
      </p>
      <button
        type="submit"
        className="button button-hot"
        disabled={words.trim() === "" || words === text.text}
      >
        {t("revise.saveLine")}
      </button>
    </form>
  );
}
