// The takes of a panel side by side: several drawn at once as they arrive, one of them chosen, and all earlier ones to return to.
import { useState } from "react";
import type { ClientPage, ClientSession, Version } from "../../documents.ts";
import type { Change } from "../../use-change.ts";
import { usePictureWords } from "../../words/picture-words.ts";
import { useWords } from "../../words/words.tsx";
import { EditCost, type EditCostState, usePreview } from "../revise/edit-cost.tsx";
import { useTakes } from "./use-takes.ts";

interface PictureDeskTakesProps {
  session: ClientSession;
  page: ClientPage;
  panel: ClientPage["panels"][number];
  urls: ReadonlyMap<string, string>;
  versions: readonly Version[];
  isBusy: boolean;
  change: Change;
}

/** The limit of the service. */
const COUNTS = [1, 2, 3, 4];

export function PictureDeskTakes(props: PictureDeskTakesProps) {
  const { session, page, panel, urls, versions, isBusy, change } = props;
  const { t } = useWords();
  const w = usePictureWords();
  const { sessionId } = session;
  const path = `/pages/${page.number}/panels/${panel.id}/redraw`;
  const [takes, setTakes] = useState(4);
  const [isSent, setSent] = useState(false);
  const isOff = isSent || isBusy;
  const cost = usePreview(
    sessionId,
    isOff ? undefined : JSON.stringify({ kind: "redraw", page: page.number, panel: panel.id, takes }),
  );
  const redraw = async (body: object) => {
    setSent(true);
    await change({ kind: "other", method: "POST", path, body });
    setSent(false);
  };
  const earlier = useTakes({ sessionId, page, panel, versions });
  const { choice, progress } = panel;
  const arrived = isBusy ? (progress?.made ?? []) : [];
  const isComing = isBusy && arrived.length > 0;
  const coming = isComing ? Array.from({ length: progress?.total ?? 0 }, (_, index) => arrived[index]) : [];
  const ofChoice = isComing ? [] : (choice?.images ?? []);
  const others = earlier.filter(({ hash }) => hash !== panel.image && !ofChoice.includes(hash));
  return (
    <section className="koma picture-part picture-takes">
      <h3 className="koma-label">{t("revise.takes")}</h3>
      <div className="picture-draw">
        <TakeCount value={takes} label={w("takes.count")} onChoose={setTakes} />
        <p role="status">{isOff ? null : <TakeCost {...{ cost, takes }} />}</p>
        <button
          type="button"
          className="button button-ink"
          disabled={isOff}
          title={isOff ? w("desk.busy") : undefined}
          onClick={() => void redraw(takes === 1 ? {} : { takes })}
        >
          {w("takes.draw", { n: takes })}
        </button>
      </div>
      {isComing ? (
        <ul className="picture-strip" aria-label={w("takes.coming")}>
          {coming.map((hash, index) => {
            const url = hash === undefined ? undefined : urls.get(hash);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the places stay in their order.
              <li key={index} className="take" data-coming={url === undefined || undefined}>
                {url === undefined ? (
                  <i className="tone" />
                ) : (
                  <img src={url} alt={w("takes.one", { n: index + 1 })} />
                )}
                <span>{w(url === undefined ? "takes.drawing" : "takes.one", { n: index + 1 })}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {ofChoice.length === 0 || choice === undefined ? null : (
        <ul className="picture-strip" aria-label={w("takes.choose")}>
          {ofChoice.map((hash, index) => {
            const n = index + 1;
            const url = urls.get(hash);
            const isChosen = choice.pick === n;
            return (
              <li key={hash} className={isChosen ? "take take-now" : "take"}>
                {url === undefined ? <i className="tone" /> : <img src={url} alt={w("takes.one", { n })} />}
                <button
                  type="button"
                  className="button button-small"
                  aria-pressed={isChosen}
                  disabled={isOff || isChosen}
                  onClick={() => void redraw({ take: choice.take, pick: n })}
                >
                  {isChosen ? w("takes.chosen", { n }) : w("takes.use", { n })}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {others.length === 0 ? null : (
        <>
          <p className="word-hint">{w("takes.earlier")}</p>
          <ul className="picture-strip" aria-label={w("takes.earlier")}>
            {others.map(({ hash, url, back, n }) => (
              <li key={hash} className="take">
                <img src={url} alt={t("revise.take", { n })} />
                <button
                  type="button"
                  className="button button-small"
                  disabled={isOff}
                  onClick={() => void redraw(back)}
                >
                  {w("takes.back", { n })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The price of so many pictures of the panel. */
export function TakeCost({ cost, takes }: { cost: EditCostState; takes: number }) {
  const { money } = useWords();
  const w = usePictureWords();
  const { preview } = cost;
  if (preview === undefined) return <EditCost cost={cost} isAlways />;
  const { priceMicros } = preview;
  return (
    <span className="edit-cost">
      {w("takes.of", { n: takes })}{" "}
      <b>{priceMicros === 0 ? w("takes.free") : w("takes.price", { price: money(priceMicros) })}</b>
    </span>
  );
}

interface TakeCountProps {
  value: number;
  label: string;
  onChoose: (count: number) => void;
}

export function TakeCount({ value, label, onChoose }: TakeCountProps) {
  return (
    <fieldset className="picture-count">
      <legend>{label}</legend>
      <div className="row">
        {COUNTS.map((count) => (
          <button
            key={count}
            type="button"
            className="button button-small"
            aria-pressed={count === value}
            onClick={() => onChoose(count)}
          >
            {count}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
