/** When something periodic is on. */
import type { Cycle } from './scene.ts';

/** True in the ticks t with (t + phase) mod period < on. */
export function isOn({ period, on, phase }: Cycle, tick: number): boolean {
  return (tick + phase) % period < on;
}
