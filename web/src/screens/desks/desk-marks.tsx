// Pictures that no longer fit their frames, each with its price. They are drawn only when the person says so.
import { misfitOf } from "../../../../lib/manga/drawn-frame.ts";
import type { StoryboardPage } from "../../documents.ts";
import { reasonOf } from "../../problem-words.ts";
import type { Change } from "../../use-change.ts";
import { useFrameWords } from "../../words/frame-words.ts";
import { useWords } from "../../words/words.tsx";
import { usePreview } from "../revise/edit-cost.tsx";

interface DeskMarksProps {
  sessionId: string;
  /** The page with the edits that are not applied yet. */
  board: StoryboardPage;
  /** Whether there are such edits. */
  isChanged: boolean;
  isBusy: boolean;
  change: Change;
}

export function DeskMarks({ board, isChanged, ...rest }: DeskMarksProps) {
  const w = useFrameWords();
  const marked = board.panels.flatMap(({ id, frame }, index) => {
    const why = misfitOf(frame);
    return why === undefined ? [] : [{ id, why, n: index + 1 }];
  });
  const asked = (ids: readonly string[]) => ids.map((panel) => ({ page: board.number, panel }));
  return (
    <section className="frames-marks" aria-label={w("mark.label")}>
      <h3>{w("mark.label")}</h3>
      {marked.length === 0 ? <p className="soft">{w("mark.none")}</p> : null}
      {isChanged && marked.length > 0 ? <p className="word-hint">{w("mark.first")}</p> : null}
      <ul>
        {marked.map(({ id, why, n }) => (
          <li key={id}>
            <span>{w(`mark.${why}`, { n })}</span>
            <Redraw {...rest} isChanged={isChanged} panels={asked([id])} label={w("mark.redraw", { n })} />
          </li>
        ))}
      </ul>
      {marked.length > 1 ? (
        <Redraw
          {...rest}
          isChanged={isChanged}
          panels={asked(marked.map(({ id }) => id))}
          label={w("mark.redrawAll")}
        />
      ) : null}
    </section>
  );
}

interface RedrawProps extends Omit<DeskMarksProps, "board"> {
  panels: readonly { page: number; panel: string }[];
  label: string;
}

function Redraw({ sessionId, panels, label, isChanged, isBusy, change }: RedrawProps) {
  const { t, money } = useWords();
  const w = useFrameWords();
  const isAsked = !isChanged && !isBusy;
  const { preview, error } = usePreview(
    sessionId,
    isAsked ? JSON.stringify({ kind: "refit", panels }) : undefined,
  );
  const price = preview?.priceMicros;
  return (
    <span className="row">
      <button
        type="button"
        className="button button-small button-ink"
        disabled={preview === undefined}
        title={
          preview !== undefined
            ? undefined
            : w(isChanged ? "mark.first" : isBusy ? "edit.waits" : "mark.counting")
        }
        onClick={() => {
          const body = { panels, previewed: preview?.hash };
          void change({ kind: "other", method: "POST", path: "/refit", body });
        }}
      >
        {label}
      </button>
      {price === undefined ? null : (
        <b>{price === 0 ? w("mark.free") : w("mark.price", { price: money(price) })}</b>
      )}
      {error === undefined ? null : <span className="trouble">{reasonOf(error, t)}</span>}
    </span>
  );
}
