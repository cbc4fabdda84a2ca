/** What the map's panel holds: the picture, and every place in words beside it. */
import { LandCanvas } from './land-canvas.ts';
import { MapList } from './map-list.tsx';
import { MapPicture } from './map-picture.tsx';
import type { WayActs } from './way-buttons.tsx';
import type { WayState } from './way-state.ts';

interface MapBodyProps {
  readonly way: WayState;
  readonly acts: WayActs;
  readonly land: LandCanvas;
}

/** Side by side where there is room. */
export function MapBody({ way, acts, land }: MapBodyProps) {
  return (
    <div class="map-body">
      <MapPicture way={way} land={land} />
      <MapList way={way} acts={acts} />
    </div>
  );
}

/** Begins to paint the land. */
export function paintLand(): LandCanvas {
  return new LandCanvas();
}
