// Pose and camera of a panel, chosen by pictures, and the other fields of its picture in words. They are fields of the storyboard, so every
// artist gets them; nothing is drawn before the person asks for it.
import { type FormEvent, useState } from "react";
import type { Character, ClientSession, Figure, Panel, Place, StoryboardPage } from "../../documents.ts";
import { settledBy, without } from "../../guessed.ts";
import { TileChoice } from "../../parts/tile-choice.tsx";
import type { Change } from "../../use-change.ts";
import { useVocabulary } from "../../vocabulary.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { shownWord } from "../../words/known-words.ts";
import { usePictureWords } from "../../words/picture-words.ts";
import { useWords } from "../../words/words.tsx";
import { ANGLES, atSide, FACINGS, SHOTS, SIDES, sideOf, VIEWS } from "../reviews/camera-options.ts";
import { Conflicts } from "../reviews/conflicts.tsx";
import { PictureFields } from "../reviews/picture-fields.tsx";
import { useDraft } from "../reviews/use-draft.ts";
import { type Part, withPart } from "../reviews/with-part.ts";
import { EditCost, usePreview } from "../revise/edit-cost.tsx";
import { ActButton } from "./act-button.tsx";

/** Pixels of the files, as `scripts/draw/choice-pictures.ts` writes them. */
const POSE_SIZE = [168, 168] as const;
const CAMERA_SIZE = [176, 132] as const;

/** A page's storyboard as it is stored. */
export type StoredPage = Omit<StoryboardPage, "preview"> & { hash: string };

interface PictureDeskActingProps {
  session: ClientSession;
  board: StoredPage;
  panel: Panel;
  cast: readonly Character[];
  places: readonly Place[];
  isBusy: boolean;
  nameOf: (character: string) => string;
  change: Change;
}

export function PictureDeskActing(props: PictureDeskActingProps) {
  const { session, board, panel, cast, places, isBusy, nameOf, change } = props;
  const { t } = useWords();
  const f = useFieldWords();
  const w = usePictureWords();
  const { sessionId } = session;
  const at = `/pages/${board.number}/panels/${panel.id}`;
  const draft = useDraft(panel, `book.${sessionId}${at}/acting`);
  const { value, isChanged, conflicts } = draft;
  const [isInWords, setInWords] = useState(false);
  const { shot, angle, figures } = value.picture;
  const show = (part: Part<Panel["picture"]>) => {
    const next = { ...value, picture: withPart(value.picture, part) };
    draft.set(without(next, settledBy(value, next)));
  };
  const storedOf = ({ character, doing }: Figure) =>
    panel.picture.figures.find((one) => one.character === character)?.doing ?? doing;
  const isWanted = isChanged && !isBusy && conflicts.length === 0;
  const edit = {
    ...{ phase: "storyboard", kind: "edit", page: board.number, base: board.hash },
    patch: { panels: board.panels.map((one) => (one.id === value.id ? value : one)) },
  };
  const cost = usePreview(sessionId, isWanted ? JSON.stringify(edit) : undefined);
  const whyNotDrawn = !isChanged
    ? "why.unchanged"
    : isBusy
      ? "desk.busy"
      : conflicts.length > 0
        ? "why.conflict"
        : cost.preview === undefined
          ? "why.counting"
          : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...edit, previewed: cost.preview?.hash };
    await draft.send(() => change({ kind: "other", method: "POST", path: "/feedback", body }));
  };
  return (
    <section className="koma picture-part">
      <h3 className="koma-label">{w("acting.title")}</h3>
      <p className="word-hint">{w("acting.hint")}</p>
      <form onSubmit={send}>
        <Conflicts {...{ draft }} labelOf={() => w("acting.title")} language={session.params.language} />
        <TileChoice
          label={t("board.shot")}
          value={shot}
          options={SHOTS.map((one) => ({ value: one, label: f(`shot.${one}`), picture: `shot-${one}` }))}
          size={CAMERA_SIZE}
          onChoose={(chosen) => show({ shot: chosen })}
        />
        <TileChoice
          label={t("board.angle")}
          value={angle}
          options={ANGLES.map((one) => ({ value: one, label: f(`angle.${one}`), picture: `angle-${one}` }))}
          size={CAMERA_SIZE}
          onChoose={(chosen) => show({ angle: chosen })}
        />
        {figures.map((figure, index) => (
          <details key={figure.character} className="picture-figure" open={figures.length === 1}>
            <summary>{nameOf(figure.character)}</summary>
            <FigureChoices
              figure={figure}
              stored={storedOf(figure)}
              onChange={(next) => show({ figures: figures.with(index, next) })}
            />
          </details>
        ))}
        <details className="picture-figure" onToggle={({ currentTarget }) => setInWords(currentTarget.open)}>
          <summary>{w("acting.words")}</summary>
          {isInWords ? <PictureFields picture={value.picture} {...{ cast, places, show }} /> : null}
        </details>
        <p role="status">{isWanted ? <EditCost cost={cost} isAlways /> : null}</p>
        <div className="row">
          <ActButton isSubmit isMain why={whyNotDrawn && w(whyNotDrawn)}>
            {w("acting.draw")}
          </ActButton>
          {isChanged ? (
            <button type="button" className="button button-small" onClick={draft.discard}>
              {w("request.undo")}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  );
}

interface FigureChoicesProps {
  figure: Figure;
  /** What it does in the storyboard. */
  stored: string;
  onChange: (figure: Figure) => void;
}

function FigureChoices({ figure, stored, onChange }: FigureChoicesProps) {
  const { t } = useWords();
  const f = useFieldWords();
  return (
    <>
      <PoseChoice doing={figure.doing} stored={stored} onChoose={(doing) => onChange({ ...figure, doing })} />
      <TileChoice
        label={f("field.view")}
        value={figure.view}
        options={VIEWS.map((one) => ({ value: one, label: f(`view.${one}`), picture: `view-${one}` }))}
        size={CAMERA_SIZE}
        onChoose={(view) => onChange({ ...figure, view })}
      />
      <TileChoice
        label={f("field.facing")}
        value={figure.facing}
        options={FACINGS.map((one) => ({
          ...{ value: one, label: t(`board.side.${one}`), picture: `facing-${one}` },
        }))}
        size={CAMERA_SIZE}
        onChoose={(facing) => onChange({ ...figure, facing })}
      />
      <TileChoice
        label={t("board.side")}
        value={sideOf(figure.side)}
        options={SIDES.map(([one]) => ({
          ...{ value: one, label: t(`board.side.${one}`), picture: `side-${one}` },
        }))}
        size={CAMERA_SIZE}
        onChoose={(side) => onChange(atSide(figure, side))}
      />
    </>
  );
}

/** Poses are named with spaces by the vocabulary and with hyphens by the offline reader. */
const poseOf = (word: string) => word.replaceAll(" ", "-");

interface PoseChoiceProps {
  doing: string;
  /** What the storyboard has. */
  stored: string;
  onChoose: (doing: string) => void;
}

function PoseChoice({ doing, stored, onChoose }: PoseChoiceProps) {
  const { tongue } = useWords();
  const f = useFieldWords();
  const { suggestions } = useVocabulary();
  const poses = suggestions.doing ?? [];
  const isSamePose = (pose: string, word: string) => poseOf(pose) === poseOf(word);
  // An action for which there is no picture is offered in words, so that it can be chosen again.
  const own = [stored, doing].find((word) => !poses.some((pose) => isSamePose(pose, word)));
  return (
    <TileChoice
      label={f("field.doing")}
      value={poses.find((pose) => isSamePose(pose, doing)) ?? doing}
      options={[
        ...(own === undefined ? [] : [{ value: own, label: shownWord(own, tongue, "doing") }]),
        ...poses.map((pose) => ({
          ...{ value: pose, label: shownWord(pose, tongue, "doing"), picture: `doing-${poseOf(pose)}` },
        })),
      ]}
      size={POSE_SIZE}
      onChoose={(pose) => onChoose(isSamePose(pose, stored) ? stored : pose)}
    />
  );
}
