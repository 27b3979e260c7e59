// The bar under a book: how its pages lie, what opens over them, the way back to the start.
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
      {mode === "spread" ? <Toggle label={t("read.shift")} isOn={isShifted} onPress={props.onShift} /> : null}
      {isZoomed === undefined ? null : (
        <Toggle label={t("read.zoom")} isOn={isZoomed} onPress={props.onZoom} />
      )}
      <Toggle label={t("read.thumbnails")} isOn={sheet === "pages"} onPress={() => props.onSheet("pages")} />
      <Toggle label={t("read.text")} isOn={sheet === "text"} onPress={() => props.onSheet("text")} />
      {document.fullscreenEnabled ? (
        <button type="button" className="button button-small" onClick={props.onFill}>
          {t("read.full")}
        </button>
      ) : null}
      {isLast ? (
        <button type="button" className="button button-small button-hot" onClick={props.onStart}>
          {t("read.again")}
        </button>
      ) : null}
      <p className="reader-help soft">{t("read.help")}</p>
    </footer>
  );
}

function Toggle({ label, isOn, onPress }: { label: string; isOn: boolean; onPress: () => void }) {
  return (
    <button type="button" className="button button-small" aria-pressed={isOn} onClick={onPress}>
      {label}
    </button>
  );
}
