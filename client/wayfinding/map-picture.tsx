/** The drawn map with its hands; what it shows stands in words in the list beside it. */
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import { landAt } from '#content/world/terrain.ts';
import type { LandCanvas } from './land-canvas.ts';
import { MapDrawing } from './map-drawing.ts';
import { MapHand } from './map-hand.ts';
import { waypoint } from './place.ts';
import type { WayState } from './way-state.ts';

interface MapPictureProps {
  readonly way: WayState;
  readonly land: LandCanvas;
}

/** Drawn anew when something on it moved, at most once a frame. */
export function MapPicture({ way, land }: MapPictureProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const hand = useRef<MapHand | null>(null);
  const [state, setState] = useState(land.state);
  useEffect(() => {
    const canvas = element.current;
    const ink = canvas?.getContext('2d') ?? null;
    if (canvas === null || ink === null) return;
    return open(canvas, ink, { way, land }, hand, () => setState(land.state));
  }, []);
  return (
    <div class="map-picture">
      <canvas ref={element} tabIndex={0} role="img" aria-label={t('map.picture')} data-land={state} />
      <div class="map-tools">
        <button type="button" class="icon" aria-label={t('map.closer')} onClick={() => hand.current?.zoom(1.5)}>
          +
        </button>
        <button type="button" class="icon" aria-label={t('map.farther')} onClick={() => hand.current?.zoom(1 / 1.5)}>
          −
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('map.me')}
          onClick={() => hand.current?.centre(way.self.value)}
        >
          <Icon name="use" />
        </button>
      </div>
      {state === 'done' ? null : (
        <p class="map-said small" role="status">
          {t(state === 'broken' ? 'map.broken' : 'map.painting')}
        </p>
      )}
    </div>
  );
}

function open(
  canvas: HTMLCanvasElement,
  ink: CanvasRenderingContext2D,
  { way, land }: MapPictureProps,
  kept: { current: MapHand | null },
  painted: () => void,
): () => void {
  const drawing = new MapDrawing(ink);
  let frame = 0;
  const draw = () => {
    frame = 0;
    drawing.draw(hand.view, hand.size, canvas.width / hand.size.width, {
      land: land.canvas,
      places: shown(way),
      way: way.way.value,
      self: way.self.value,
      goal: way.goal.value?.id ?? null,
      picked: way.picked.value,
      cross: document.activeElement === canvas,
    });
  };
  const due = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const hand = new MapHand(canvas, {
    places: () => shown(way),
    changed: due,
    pick: ({ id }) => {
      way.picked.value = id;
    },
    choose: (at) => {
      const island = landAt(at.x, at.z) > 0 ? 'place.about.waypoint' : 'place.about.sea';
      way.spot.value = waypoint(at, t('place.waypoint'), t(island));
      way.picked.value = 'waypoint';
    },
  });
  kept.current = hand;
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const dots = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(width * dots);
    canvas.height = Math.round(height * dots);
    hand.resize({ width, height });
  };
  const watch = new ResizeObserver(measure);
  watch.observe(canvas);
  measure();
  land.onChange = () => {
    painted();
    due();
  };
  canvas.addEventListener('focus', due);
  canvas.addEventListener('blur', due);
  const stop = effect(() => {
    void [way.places.value, way.self.value, way.way.value, way.goal.value, way.picked.value, way.spot.value];
    due();
  });
  return () => {
    stop();
    watch.disconnect();
    cancelAnimationFrame(frame);
    land.onChange = () => undefined;
  };
}

function shown(way: WayState) {
  return way.spot.value === null ? way.places.value : [way.spot.value, ...way.places.value];
}
