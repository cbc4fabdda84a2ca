/** Whether the browser has taken the picture away; drawing goes on with the next picture after it is back. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** True from when the canvas loses its context until it has one again, for which it asks. */
export function pictureLoss(canvas: HTMLCanvasElement): ReadonlySignal<boolean> {
  const isLost = signal(false);
  canvas.addEventListener('webglcontextlost', (event) => {
    // Otherwise the browser would never give it back.
    event.preventDefault();
    isLost.value = true;
  });
  canvas.addEventListener('webglcontextrestored', () => {
    isLost.value = false;
  });
  return isLost;
}
