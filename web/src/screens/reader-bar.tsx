// The bar under a book: how its pages lie, what opens over them, the way back to the start.
import { Icon, type Sign } from "../parts/icon.tsx";
import { useWords } from "../words/words.tsx";

export type Mode = "spread" | "single" | "scroll";
export const MODES: readonly Mode[] = ["spread", "single", "scroll"];

export type Sheet = "pages" | "text";

interface ReaderBarProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
  isShifted: boolean;
  onShift: () => void;
  /** Undefined where there is no panel to zoom to. */
  isZoomed: boolean | undefined;
  onZoom: () => void;
  sheet: Sheet | undefined;
  onSheet: (sheet: Sheet) => void;
  onFill: () => void;
  isLast: boolean;
  onStart: () => void;
}

export function ReaderBar(props: ReaderBarProps) {
  const { mode, isShifted, isZoomed, sheet, isLast } = props;
  const { t } = useWords();
  return (
    <footer className="reader-bar">
      <label className="field-inline">
        <span className="unseen">{t("read.settings")}</span>
        <select
          value={mode}
          onChange={(event) => props.onMode(MODES.find((one) => one === event.target.value) ?? "spread")}
        >
          {MODES.map((one) => (
            <option key={one} value={one}>
              {t(`read.mode.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {mode === "spread" ? (
        <Tool sign="fold" label={t("read.shift")} isOn={isShifted} onPress={props.onShift} />
      ) : null}
      {isZoomed === undefined ? null : (
        <Tool sign="panel" label={t("read.zoom")} isOn={isZoomed} onPress={props.onZoom} />
      )}
      <Tool
        sign="pages"
        label={t("read.thumbnails")}
        isOn={sheet === "pages"}
        onPress={() => props.onSheet("pages")}
      />
      <Tool
        sign="text"
        label={t("read.text")}
        isOn={sheet === "text"}
        onPress={() => props.onSheet("text")}
      />
      {document.fullscreenEnabled ? <Tool sign="full" label={t("read.full")} onPress={props.onFill} /> : null}
      {isLast ? <Tool sign="start" label={t("read.again")} isHot onPress={props.onStart} /> : null}
      <p className="reader-help soft">{t("read.help")}</p>
    </footer>
  );
}

interface ToolProps {
  sign: Sign;
  label: string;
  /** Whether what it turns on is on; undefined where it is no switch. */
  isOn?: boolean;
  isHot?: boolean;
  onPress: () => void;
}

function Tool({ sign, label, isOn, isHot = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={isHot ? "button button-small button-hot" : "button button-small"}
      aria-pressed={isOn}
      onClick={onPress}
    >
      <Icon sign={sign} />
      <span>{label}</span>
    </button>
  );
}
