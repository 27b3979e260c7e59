// A panel's picture, on which an area is marked by dragging. Keys set the same area in the form beside it.
import { type PointerEvent, useRef } from "react";
import { usePictureWords } from "../../words/picture-words.ts";
import { LEAST_SIDE, type Region } from "./picture-desk-part.tsx";

interface PictureDeskViewProps {
  url: string | undefined;
  alt: string;
  isBusy: boolean;
  region: Region | undefined;
  /** Undefined where no area can be marked. */
  onRegion: ((region: Region | undefined) => void) | undefined;
}

const within = (share: number) => Math.min(1, Math.max(0, share));

export function PictureDeskView({ url, alt, isBusy, region, onRegion }: PictureDeskViewProps) {
  const w = usePictureWords();
  const from = useRef<{ x: number; y: number } | undefined>(undefined);
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
  };
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = at(event);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const start = from.current;
    if (start === undefined) return;
    const end = at(event);
    const [width, height] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
    if (width < LEAST_SIDE || height < LEAST_SIDE) return;
    onRegion?.({ x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), width, height });
  };
  const up = () => {
    from.current = undefined;
  };
  const marking =
    onRegion === undefined
      ? {}
      : {
          ...{ "data-marking": true, onPointerDown: down, onPointerMove: move },
          ...{ onPointerUp: up, onPointerCancel: up },
        };
  return (
    <div className="picture-view">
      <div className="picture-frame" data-busy={isBusy || undefined} {...marking}>
        {url === undefined ? <i className="tone" /> : <img src={url} alt={alt} draggable={false} />}
        {region === undefined || url === undefined ? null : (
          <span
            className="picture-region"
            role="img"
            aria-label={w("part.marked")}
            style={{
              left: `${region.x * 100}%`,
              top: `${region.y * 100}%`,
              width: `${region.width * 100}%`,
              height: `${region.height * 100}%`,
            }}
          />
        )}
      </div>
      <p role="status" className="soft">
        {isBusy ? w("desk.busy") : ""}
      </p>
    </div>
  );
}
