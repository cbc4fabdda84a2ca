/** What every flow is given: the needs of its stages, the rooms' ear, and how hard machines try. */
import type { Announcer } from '#server/ports/announcer.ts';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Ladder, StageNeeds } from '#server/ports/loop.ts';

export interface FlowNeeds extends StageNeeds {
  readonly announcer: Announcer;
  readonly counts: Counts;
  readonly clock: Clock;
  readonly ladder: Ladder;
}
