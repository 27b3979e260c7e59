// A change of a part of a panel's picture: the area, which is marked on the picture or set by sliders, and an instruction.
import { type FormEvent, useState } from "react";
import type { ClientSession } from "../../documents.ts";
import { useKeptWords } from "../../drafts.ts";
import type { Change } from "../../use-change.ts";
import { type PictureWords, usePictureWords } from "../../words/picture-words.ts";
import { usePreview } from "../revise/edit-cost.tsx";
import type { PanelRequest } from "../use-request.ts";
import { ActButton } from "./act-button.tsx";
import { TakeCost, TakeCount } from "./picture-desk-takes.tsx";

/** An area of the picture, in shares of its width and height. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Shares of the picture; a smaller area says nothing to a model. */
export const LEAST_SIDE = 0.05;
/** The limit of the service. */
const MOST_INSTRUCTION = 500;

/** The area that is marked first by keys: the middle of the picture. */
const FIRST: Region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

interface PictureDeskPartProps {
  session: ClientSession;
  page: number;
  panel: string;
  request: PanelRequest;
  isBusy: boolean;
  change: Change;
  region: Region | undefined;
  onRegion: (region: Region | undefined) => void;
}

export function PictureDeskPart(props: PictureDeskPartProps) {
  const w = usePictureWords();
  const why = whyNot(props.request, w);
  return (
    <section className="koma picture-part">
      <h3 className="koma-label">{w("part.title")}</h3>
      {why === undefined ? <PartForm {...props} /> : <p className="word-hint">{why}</p>}
    </section>
  );
}

/** Why a part of this picture cannot be changed; undefined where it can. */
function whyNot({ artist, model }: PanelRequest, w: PictureWords): string | undefined {
  if (!artist.readsPrompt) return w("part.program");
  if (!artist.editsPictures) return w("part.model");
  return model === null ? w("part.drawing") : undefined;
}

function PartForm({ session, page, panel, isBusy, change, region, onRegion }: PictureDeskPartProps) {
  const w = usePictureWords();
  const { sessionId } = session;
  const path = `/pages/${page}/panels/${panel}/edit`;
  const [words, setWords] = useKeptWords(`book.${sessionId}${path}`);
  const [takes, setTakes] = useState(1);
  const [isSent, setSent] = useState(false);
  const instruction = words.trim();
  const isWanted = instruction !== "" && !isSent && !isBusy;
  const whyNotChanged = isSent || isBusy ? "desk.busy" : isWanted ? undefined : "why.noWords";
  const cost = usePreview(
    sessionId,
    isWanted ? JSON.stringify({ kind: "redraw", page, panel, takes }) : undefined,
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const body = { instruction, takes, ...(region && { region: cornersOf(region) }) };
    await change({ kind: "other", method: "POST", path, body }, () => {
      setWords("");
      onRegion(undefined);
    });
    setSent(false);
  };
  return (
    <form onSubmit={send}>
      <label className="field">
        <span>{w("part.what")}</span>
        <textarea
          rows={2}
          maxLength={MOST_INSTRUCTION}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <fieldset className="picture-where">
        <legend>{w("part.where")}</legend>
        <div className="row">
          {[undefined, region ?? FIRST].map((one) => (
            <button
              key={one === undefined ? "whole" : "area"}
              type="button"
              className="button button-small"
              aria-pressed={(region === undefined) === (one === undefined)}
              onClick={() => onRegion(one)}
            >
              {w(one === undefined ? "part.whole" : "part.area")}
            </button>
          ))}
        </div>
        <p className="word-hint">{w("part.hint")}</p>
        {region === undefined ? null : <Sliders region={region} onRegion={onRegion} />}
      </fieldset>
      <TakeCount value={takes} label={w("takes.count")} onChoose={setTakes} />
      <p role="status">{isWanted ? <TakeCost {...{ cost, takes }} /> : null}</p>
      <ActButton isSubmit isMain why={whyNotChanged && w(whyNotChanged)}>
        {w("part.go")}
      </ActButton>
    </form>
  );
}

/** The corners in order, as the service takes them. */
const cornersOf = ({ x, y, width, height }: Region): [number, number][] => {
  const [right, bottom] = [Math.min(1, x + width), Math.min(1, y + height)];
  return [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
  ];
};

function Sliders({ region, onRegion }: { region: Region; onRegion: (region: Region) => void }) {
  const w = usePictureWords();
  const { x, y, width, height } = region;
  const sides = [
    { key: "left", value: x, most: 1 - width, to: (x: number) => ({ ...region, x }) },
    { key: "top", value: y, most: 1 - height, to: (y: number) => ({ ...region, y }) },
    { key: "width", value: width, most: 1 - x, to: (width: number) => ({ ...region, width }) },
    { key: "height", value: height, most: 1 - y, to: (height: number) => ({ ...region, height }) },
  ] as const;
  return (
    <div className="picture-sliders">
      {sides.map(({ key, value, most, to }) => {
        const isLength = key === "width" || key === "height";
        const percent = Math.round(value * 100);
        return (
          <label key={key} className="field">
            <span>{w(`part.${key}`)}</span>
            <input
              type="range"
              min={isLength ? LEAST_SIDE * 100 : 0}
              max={Math.floor(most * 100)}
              value={percent}
              aria-valuetext={w("part.percent", { n: percent })}
              onChange={({ target }) => onRegion(to(target.valueAsNumber / 100))}
            />
          </label>
        );
      })}
    </div>
  );
}
