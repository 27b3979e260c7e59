// An image's size in pixels from its header: to decode a page's pictures for it takes as long as to paint them.

export interface PixelSize {
  width: number;
  height: number;
}

/** Of PNG and JPEG, which artists give; undefined for anything else. */
export function pixelSize(bytes: Uint8Array): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === IHDR) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  return view.byteLength >= 4 && view.getUint16(0) === 0xffd8 ? frameSize(view) : undefined;
}

/** The first chunk of every PNG (PNG, section 11.2.1). */
const IHDR = 0x49484452;

/** Of a JPEG's first frame header, whichever process it was coded with (ITU-T T.81, B.2.2). */
function frameSize(view: DataView): PixelSize | undefined {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Tables and extensions that have numbers among those of frames. */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);
