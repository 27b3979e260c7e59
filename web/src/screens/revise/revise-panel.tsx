// Editor of a panel: its takes to choose from, a new take, and swapping with another panel.
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api.ts";
import { type ClientPage, type ClientSession, isDrawnOffline, type Version } from "../../documents.ts";
import { useKeptWords } from "../../drafts.ts";
import { Choice } from "../../parts/choice.tsx";
import { reasonOf } from "../../problem-words.ts";
import type { Change } from "../../use-change.ts";
import { useWishWords, type WishWords } from "../../words/wish-words.ts";
import { useWords } from "../../words/words.tsx";
import { useTakes } from "../desks/use-takes.ts";
import { againOf, saidOf } from "../reviews/wish-preview.tsx";
import { type EditCostState, usePreview } from "./edit-cost.tsx";

interface PanelFormProps {
  session: ClientSession;
  page: ClientPage;
  pages: readonly ClientPage[];
  panel: ClientPage["panels"][number];
  /** URL of its newest picture. */
  url: string | undefined;
  /** A new picture is being made. */
  isBusy: boolean;
  versions: readonly Version[];
  change: Change;
  /** The user comes back from the picture desk. */
  isBack: boolean;
  /** Opens the picture desk. */
  onDesk: () => void;
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

export function PanelForm(props: PanelFormProps) {
  const { session, page, pages, panel, url, isBusy, versions, change, isBack, onDesk } = props;
  const { t } = useWords();
  const { sessionId } = session;
  const path = `/pages/${page.number}/panels/${panel.id}`;
  const [prompt, setPrompt] = useKeptWords(`book.${sessionId}${path}`);
  const words = prompt.trim();
  // For an artist that reads no sentences, the words are a wish, which changes the panel's fields.
  const wish = {
    phase: "artwork",
    kind: "words",
    text: words,
    target: { page: page.number, panel: panel.id },
  };
  const isWish = words !== "" && isDrawnOffline(session);
  const said = usePreview(sessionId, isWish ? JSON.stringify(wish) : undefined);
  const redraw = async (event: FormEvent) => {
    event.preventDefault();
    const previewed = said.preview?.hash;
    const asked = isWish
      ? { path: "/feedback", body: { ...wish, previewed } }
      : { path: `${path}/redraw`, body: words === "" ? {} : { prompt: words } };
    await change({ kind: "other", method: "POST", ...asked }, () => setPrompt(""));
  };
  return (
    <div className="panel-form">
      <div className="row panel-head">
        <h2>{t("revise.panel", { n: panel.id.slice(1) })}</h2>
        <button ref={isBack ? focus : null} type="button" className="button button-small" onClick={onDesk}>
          {t("revise.desk")}
        </button>
      </div>
      <Takes {...{ sessionId, page, panel, url, isBusy, versions, change }} />
      <form onSubmit={redraw}>
        <label className="field">
          <span>{t("revise.prompt")}</span>
          <textarea
            rows={2}
            maxLength={2000}
            value={prompt}
            onChange={(event) => setPrompt(event.target.value)}
          />
        </label>
        <WordsBecome said={said} isWish={isWish} />
        <button type="submit" className="button button-ink" disabled={isWish && said.preview === undefined}>
          {t("revise.redraw")}
        </button>
      </form>
      <Swap page={page} pages={pages} panel={panel.id} change={change} />
    </div>
  );
}

/** The effect of the typed words, if the artist does not read them. */
function WordsBecome({
  said: { preview, error, isReading },
  isWish,
}: {
  said: EditCostState;
  isWish: boolean;
}) {
  const { t, tongue, money } = useWords();
  const w = useWishWords();
  const items = preview?.changes.map((change) => saidOf(change, w, tongue)) ?? [];
  const price =
    preview === undefined || preview.priceMicros === 0
      ? ""
      : w("price", { price: money(preview.priceMicros) });
  return (
    <p className="word-hint" aria-live="polite">
      {!isWish ? null : isReading ? (
        w("reading")
      ) : error === undefined ? (
        [
          w("wouldChange", { what: items.join(w("and")) }),
          preview === undefined ? "" : againOf(preview.again, w),
          price,
        ].join(" ")
      ) : (
        <>
          {notDrawnOf(error, w) ?? reasonOf(error, t)} {w("withoutWords")}
        </>
      )}
    </p>
  );
}

/** Undefined for errors that are not about the words. */
function notDrawnOf(error: unknown, w: WishWords): string | undefined {
  if (!(error instanceof ApiError) || error.code !== "cannot") return undefined;
  return error.words === undefined ? w("noneDrawn") : w("unreadHere", { words: error.words });
}

type TakesProps = Omit<PanelFormProps, "pages" | "session" | "isBack" | "onDesk"> & { sessionId: string };

function Takes({ sessionId, page, panel, url, isBusy, versions, change }: TakesProps) {
  const { t } = useWords();
  const takes = useTakes({ sessionId, page, panel, versions });
  const earlier = takes.filter(({ hash }) => hash !== panel.image);
  return (
    <ul className="takes-beside" aria-label={t("revise.takes")}>
      {url === undefined ? null : (
        <li className="take take-now">
          <span className="take-picture" data-busy={isBusy || undefined}>
            <img src={url} alt={t("revise.takeNow")} />
          </span>
          <span aria-hidden="true">{t("revise.takeNow")}</span>
        </li>
      )}
      {earlier.map(({ hash, url, back, n }) => (
        <li key={hash} className="take">
          <img src={url} alt={t("revise.take", { n })} />
          <span>{t("revise.take", { n })}</span>
          <button
            type="button"
            className="button button-small"
            disabled={isBusy}
            onClick={() => {
              const path = `/pages/${page.number}/panels/${panel.id}/redraw`;
              void change({ kind: "other", method: "POST", path, body: back });
            }}
          >
            {t("revise.takeBack")}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface SwapProps {
  page: ClientPage;
  pages: readonly ClientPage[];
  panel: string;
  change: Change;
}

function Swap({ page, pages, panel, change }: SwapProps) {
  const { t } = useWords();
  const [other, setOther] = useState("");
  const options = pages.flatMap(({ number, panels }) =>
    panels.flatMap(({ id }): [string, string][] =>
      number === page.number && id === panel
        ? []
        : [[`${number}/${id}`, t("revise.swapPanel", { page: number, n: id.slice(1) })]],
    ),
  );
  if (options.length === 0) return null;
  const swap = async (event: FormEvent) => {
    event.preventDefault();
    const [number, id] = other.split("/");
    const path = `/pages/${page.number}/panels/${panel}/swap`;
    const body = { with: { page: Number(number), panel: id } };
    if (await change({ kind: "other", method: "POST", path, body })) setOther("");
  };
  return (
    <form className="swap" onSubmit={swap}>
      <Choice
        label={t("revise.swap")}
        value={other}
        options={[["", t("revise.swapNone")], ...options]}
        onChoose={setOther}
      />
      <button type="submit" className="button" disabled={other === ""}>
        {t("revise.swapDo")}
      </button>
      <p className="soft">{t("revise.swapHint")}</p>
    </form>
  );
}
