// The panels of a page as places to point at, over its picture.
import { type ClientPage, PAPER } from "../documents.ts";
import { useWords } from "../words/words.tsx";

interface PanelSpotsProps {
  panels: ClientPage["panels"];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

export function PanelSpots({ panels, chosen, onChoose }: PanelSpotsProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset.
    <svg
      className="balloons"
      viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
      role="group"
      aria-label={t("board.pick")}
    >
      {panels.map((panel) => (
        <PanelSpot key={panel.id} panel={panel} isChosen={chosen === panel.id} onChoose={onChoose} />
      ))}
    </svg>
  );
}

interface PanelSpotProps {
  panel: ClientPage["panels"][number];
  isChosen: boolean;
  onChoose: (id: string) => void;
}

export function PanelSpot({ panel: { id, frame }, isChosen, onChoose }: PanelSpotProps) {
  const { t } = useWords();
  if (frame === undefined) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button.
    <polygon
      className={isChosen ? "panel-spot panel-spot-chosen" : "panel-spot"}
      points={frame.corners.map(({ x, y }) => `${x},${y}`).join(" ")}
      role="button"
      tabIndex={0}
      aria-label={t("revise.panel", { n: id.slice(1) })}
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
