// A page to change: its panels and, over them, its balloons from the stored outlines, to be chosen, dragged and retyped.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { ClientPage, ClientSession, LetteredText, Version } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { BalloonLayer } from "./balloon-layer.tsx";
import { LivePage, PanelArt } from "./live-page.tsx";
import type { Change } from "./revise.tsx";

interface PageChangesProps {
  session: ClientSession;
  page: ClientPage;
  urls: ReadonlyMap<string, string>;
  versions: readonly Version[];
  change: Change;
}

export function PageChanges({ session, page, urls, versions, change }: PageChangesProps) {
  const { t } = useWords();
  const { sessionId, params } = session;
  const texts = useLettering(sessionId, page);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const text = texts?.find(({ id }) => id === chosen);
  const panel = page.panels.find(({ id }) => id === chosen);
  const place = (id: string) => `/pages/${page.number}/balloons/${id.replace("/", ".")}`;
  const isBare = page.panels.every(({ image }) => urls.has(image ?? ""));
  return (
    <div className="revise-page">
      <div className="revise-sheet">
        {texts === undefined || !isBare ? (
          <LivePage page={page} urls={urls} language={params.language} />
        ) : (
          <div className="sheet" data-page={page.number} lang={params.language}>
            {page.panels.map(({ id, frame, image }) => {
              const url = urls.get(image ?? "");
              return frame === undefined || url === undefined ? null : (
                <PanelArt
                  key={id}
                  frame={frame}
                  url={url}
                  alt={t("watch.panelAlt", { n: id.slice(1), page: page.number })}
                />
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
            page={page}
            panel={panel.id}
            url={urls.get(panel.image ?? "")}
            versions={versions}
            change={change}
          />
        ) : (
          <>
            <p>{t("revise.pick")}</p>
            <p className="soft">{t("revise.drag")}</p>
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

interface PanelFormProps {
  page: ClientPage;
  panel: string;
  url: string | undefined;
  versions: readonly Version[];
  change: Change;
}

function PanelForm({ page, panel, url, versions, change }: PanelFormProps) {
  const { t } = useWords();
  const [prompt, setPrompt] = useState("");
  /** The picture that was there when another take was asked for. */
  const [before, setBefore] = useState<string | undefined>(undefined);
  const path = `/pages/${page.number}/panels/${panel}/redraw`;
  const step = `artwork/p${String(page.number).padStart(3, "0")}/${panel}`;
  const takes = [
    0,
    ...versions.filter((one) => one.what === "redraw" && one.step === step).map(({ number }) => number),
  ];
  const redraw = async () => {
    setBefore(url);
    await change("POST", path, prompt.trim() === "" ? {} : { prompt: prompt.trim() });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void redraw();
      }}
    >
      <h2>{t("revise.panel", { n: panel.slice(1) })}</h2>
      <div className="takes-beside">
        {before === undefined || before === url ? null : (
          <figure>
            <img src={before} alt={t("revise.take")} />
            <figcaption>
              {t("revise.take")}
              <button
                type="button"
                className="button button-small"
                onClick={async () => {
                  if (await change("POST", path, { take: takes.at(-2) ?? 0 })) setBefore(undefined);
                }}
              >
                {t("revise.takeBack")}
              </button>
            </figcaption>
          </figure>
        )}
        {url === undefined ? null : (
          <figure>
            <img src={url} alt={t("revise.takeNow")} />
            <figcaption>{t("revise.takeNow")}</figcaption>
          </figure>
        )}
      </div>
      <label className="field">
        <span>{t("revise.prompt")}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
      </label>
      <button type="submit" className="button button-hot">
        {t("revise.redraw")}
      </button>
    </form>
  );
}
