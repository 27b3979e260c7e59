// One panel of a storyboard as a form: how near, from where, who is in it and how they act, what happens, what is said.
import type { Figure, Panel, Word } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import { useWords } from "../words/words.tsx";

type Picture = Panel["picture"];
interface Person {
  id: string;
  name: string;
}

const SHOTS: readonly Picture["shot"][] = ["detail", "close", "bust", "half", "full", "long", "establishing"];
const ANGLES: readonly Picture["angle"][] = ["level", "high", "low", "tilted"];
const POSES: readonly Figure["pose"][] = [
  ...(["stand", "walk", "run", "sit", "kneel", "crouch", "lie", "fall", "jump", "climb", "point"] as const),
  ...(["reach", "hold", "carry", "offer", "wave", "arms-up", "arms-crossed", "hands-on-hips"] as const),
  ...(["hands-on-face", "think", "bow", "embrace", "fight", "throw", "push", "row", "read"] as const),
  ...(["write", "eat", "drink", "sleep", "look-back", "look-up", "look-down", "shrug", "pray"] as const),
  ...(["dance", "phone", "ride"] as const),
];
const FACES: readonly Figure["expression"][] = [
  ...(["calm", "smile", "laugh", "grin", "sad", "cry", "angry", "furious", "shout", "surprised"] as const),
  ...(["shocked", "terrified", "afraid", "worried", "shy", "determined", "tired", "pain", "smug"] as const),
  ...(["thoughtful", "asleep"] as const),
];
/** Where somebody stands in a panel, from its left to its right edge. */
const SIDES = [
  ["left", 0.22],
  ["middle", 0.5],
  ["right", 0.78],
] as const;

interface BoardPanelProps {
  panel: Panel;
  cast: readonly Person[];
  onEdit: (panel: Panel) => void;
}

export function BoardPanel({ panel, cast, onEdit }: BoardPanelProps) {
  const { t } = useWords();
  const { picture, words } = panel;
  const show = (part: Partial<Picture>) => onEdit({ ...panel, picture: { ...picture, ...part } });
  const say = (texts: Word[]) => onEdit({ ...panel, words: { ...words, texts } });
  return (
    <>
      <div className="board-camera">
        <Choice
          label={t("board.shot")}
          value={picture.shot}
          options={SHOTS.map((one) => [one, t(`shot.${one}`)])}
          onChoose={(shot) => show({ shot })}
        />
        <Choice
          label={t("board.angle")}
          value={picture.angle}
          options={ANGLES.map((one) => [one, t(`angle.${one}`)])}
          onChoose={(angle) => show({ angle })}
        />
      </div>
      <label className="field">
        <span>{t("board.action")}</span>
        <textarea
          rows={2}
          value={picture.action}
          onChange={(event) => show({ action: event.target.value })}
        />
      </label>
      <Figures figures={picture.figures} cast={cast} onEdit={(figures) => show({ figures })} />
      <Lines texts={words.texts} cast={cast} onEdit={say} />
    </>
  );
}

interface FiguresProps {
  figures: readonly Figure[];
  cast: readonly Person[];
  onEdit: (figures: Figure[]) => void;
}

function Figures({ figures, cast, onEdit }: FiguresProps) {
  const { t } = useWords();
  const absent = cast.filter(({ id }) => !figures.some(({ character }) => character === id));
  const nameOf = (id: string) => cast.find((one) => one.id === id)?.name ?? id;
  return (
    <fieldset className="board-part">
      <legend>{t("board.cast")}</legend>
      {figures.map((figure, index) => {
        const change = (part: Partial<Figure>) =>
          onEdit(figures.map((one, at) => (at === index ? { ...one, ...part } : one)));
        return (
          <div key={figure.character} className="board-figure">
            <b>{nameOf(figure.character)}</b>
            <Choice
              label={t("board.pose")}
              value={figure.pose}
              options={POSES.map((one) => [one, t(`pose.${one}`)])}
              onChoose={(pose) => change({ pose })}
            />
            <Choice
              label={t("board.face")}
              value={figure.expression}
              options={FACES.map((one) => [one, t(`face.${one}`)])}
              onChoose={(expression) => change({ expression })}
            />
            <Choice
              label={t("board.side")}
              value={sideOf(figure.at)}
              options={SIDES.map(([side]) => [side, t(`board.side.${side}`)])}
              onChoose={(side) => change({ at: SIDES.find(([one]) => one === side)?.[1] ?? figure.at })}
            />
            <button
              type="button"
              className="button button-small"
              onClick={() => onEdit(figures.filter((_, at) => at !== index))}
            >
              {t("board.remove", { name: nameOf(figure.character) })}
            </button>
          </div>
        );
      })}
      <div className="row">
        {absent.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="button button-small"
            onClick={() => onEdit([...figures, newFigure(id, figures.length)])}
          >
            {t("board.add", { name })}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function sideOf(at: number): (typeof SIDES)[number][0] {
  return at < 0.36 ? "left" : at > 0.64 ? "right" : "middle";
}

/** Somebody who comes in stands where nobody does yet, and looks inwards. */
function newFigure(character: string, others: number): Figure {
  const at = others === 0 ? 0.5 : others % 2 === 1 ? 0.25 : 0.75;
  return {
    ...{ character, pose: "stand", expression: "calm", view: "three-quarter", holds: null, at },
    facing: at > 0.5 ? "left" : "right",
    depth: Math.min(3, others),
  };
}

interface LinesProps {
  texts: readonly Word[];
  cast: readonly Person[];
  onEdit: (texts: Word[]) => void;
}

const NARRATION = "narration";
const NOBODY = "nobody";

function Lines({ texts, cast, onEdit }: LinesProps) {
  const { t } = useWords();
  const speakers: [string, string][] = [
    ...cast.map(({ id, name }): [string, string] => [id, name]),
    [NOBODY, t("board.nobody")],
    [NARRATION, t("board.narration")],
  ];
  return (
    <fieldset className="board-part">
      <legend>{t("board.lines")}</legend>
      {texts.length === 0 ? <p className="soft">{t("board.noLines")}</p> : null}
      {texts.map((word, index) => {
        const change = (part: Partial<Word>) =>
          onEdit(texts.map((one, at) => (at === index ? { ...one, ...part } : one)));
        const n = index + 1;
        return (
          <div key={word.id} className="board-line">
            <label className="field">
              <span>{t("board.line", { n })}</span>
              <textarea
                rows={2}
                maxLength={500}
                required
                value={word.text}
                onChange={(event) => change({ text: event.target.value, ruby: [] })}
              />
            </label>
            <Choice
              label={t("board.speaker")}
              value={word.kind === "caption" ? NARRATION : (word.speaker ?? NOBODY)}
              options={speakers}
              onChoose={(speaker) => change(spokenBy(speaker))}
            />
            <button
              type="button"
              className="button button-small"
              onClick={() => onEdit(texts.filter((_, at) => at !== index))}
            >
              {t("board.removeLine", { n })}
            </button>
          </div>
        );
      })}
      <button
        type="button"
        className="button button-small"
        onClick={() => onEdit([...texts, newLine(texts, cast[0]?.id ?? null)])}
      >
        {t("board.addLine")}
      </button>
    </fieldset>
  );
}

function spokenBy(speaker: string): Partial<Word> {
  if (speaker === NARRATION) return { kind: "caption", speaker: null, guessed: false };
  return { kind: "balloon", speaker: speaker === NOBODY ? null : speaker, guessed: false };
}

function newLine(texts: readonly Word[], speaker: string | null): Word {
  const number = Math.max(0, ...texts.map(({ id }) => Number(id.slice(1)))) + 1;
  return {
    ...{ id: `w${number}`, unit: null, kind: "balloon", voice: "speech" },
    ...{ speaker, guessed: false, text: "……", ruby: [] },
  };
}
