/** How the rooms hear at once of what was settled. */
import type { ServerMessages } from '#shared/protocol/messages.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Work } from '#shared/records/work.ts';

/** What the world shows at once when something was settled; rooms listen. */
export interface Announcer {
  news(news: ServerMessages['news']): void;
  challengeChanged(challenge: Challenge): void;
  workChanged(work: Work): void;
}
