// The panels of a page as clickable areas over its picture.
import { type ClientPage, PAPER } from "../../documents.ts";
import { useWords } from "../../words/words.tsx";

interface PanelSpotsProps {
  panels: ClientPage["panels"];
  chosen: string | undefined;
  /** Label of a guessed panel; absent: guesses are not marked. */
  guessLabel?: (n: string) => string;
  onChoose: (id: string) => void;
}

export function PanelSpots({ panels, chosen, guessLabel, onChoose }: PanelSpotsProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset.
    <svg
      className="balloons"
      viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
      role="group"
      aria-label={t("board.pick")}
    >
      {panels.map((panel) => (
        <PanelSpot key={panel.id} {...{ panel, guessLabel, onChoose }} isChosen={chosen === panel.id} />
      ))}
    </svg>
  );
}

interface PanelSpotProps {
  panel: ClientPage["panels"][number];
  isChosen: boolean;
  guessLabel?: ((n: string) => string) | undefined;
  onChoose: (id: string) => void;
}

export function PanelSpot({
  panel: { id, frame, guessed = [] },
  isChosen,
  guessLabel,
  onChoose,
}: PanelSpotProps) {
  const { t } = useWords();
  if (frame === undefined) return null;
  const n = id.slice(1);
  const isGuess = guessLabel !== undefined && guessed.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <polygon
      className={isChosen ? "panel-spot panel-spot-chosen" : "panel-spot"}
      data-guessed={isGuess || undefined}
      points={frame.corners.map(({ x, y }) => `${x},${y}`).join(" ")}
      role="button"
      tabIndex={0}
      aria-label={isGuess ? guessLabel(n) : t("revise.panel", { n })}
      aria-pressed={isChosen}
      onClick={() => onChoose(id)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onChoose(id);
      }}
    />
  );
}
